"""The text of a Word document in reading order, and the ways back into its elements."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.reading import Cell, read_bytes
from checker.reading.package import Package
from checker.reading.word import WordDocument
from tests.reading.word.packages import SECTION, data, layout, p, r, read, style
from tools.layouts.package import OFFICE, relations, root, write
from tools.layouts.variant import STATE, WITH_APPENDIX

LEVEL = (
    '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/>'
    '<w:lvlText w:val="%{1}."/></w:lvl>'
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVEL.format(0, 1)}{LEVEL.format(1, 2)}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
MACRO = "ms-word.document.macroEnabled.main"
DELETED_END = '<w:rPr><w:del w:id="1" w:author="An"/></w:rPr>'


def number(list_id: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'


def lines(body: str, **parts: str) -> list[str]:
    return read(body, **parts).raw.split("\n")


def box(content: str) -> str:
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{content}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{content}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def footnote(number_: int, text: str) -> str:
    return f'<w:footnote w:id="{number_}">{p(text)}</w:footnote>'


def mark(number_: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number_}"/></w:r>'


def test_paragraphs_whose_end_is_deleted_go_on_in_the_next() -> None:
    body = p("Phòng Kinh tế ", DELETED_END) + p("chủ trì", DELETED_END) + p("; hết.") + p("Sau")
    assert lines(body) == ["Phòng Kinh tế chủ trì; hết.", "Sau"]


def test_a_deleted_end_before_a_table_or_the_end_joins_nothing() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('ô')}</w:tc></w:tr></w:tbl>"
    assert lines(p("trước", DELETED_END) + table + p("cuối", DELETED_END)) == ["trước", "ô", "cuối"]
    assert lines(p("còn") + f"<w:p><w:pPr>{DELETED_END}</w:pPr></w:p>") == ["còn"]


def test_joined_paragraphs_have_the_style_of_the_first() -> None:
    styles = style("Big", '<w:rPr><w:sz w:val="40"/></w:rPr>')
    body = p("một ", '<w:pStyle w:val="Big"/>' + DELETED_END) + p("hai")
    assert {run.format.size for run in layout(body, styles=styles).runs} == {20.0}


def test_an_empty_numbered_paragraph_counts_but_shows_no_number_here() -> None:
    body = p("một", number(1)) + f"<w:p><w:pPr>{number(1)}</w:pPr></w:p>" + p("ba", number(1))
    assert lines(body, numbering=NUMBERING) == ["1. một", "", "3. ba"]


def test_a_list_that_overrides_its_start_begins_anew_once() -> None:
    body = (
        *(p("a", number(1)), p("b", number(1)), p("c", number(2)), p("d", number(2))),
        *(p("e", number(1)), p("f", number(2))),
    )
    found = lines("".join(body), numbering=NUMBERING)
    assert found == ["1. a", "2. b", "1. c", "2. d", "3. e", "4. f"]


def test_deeper_levels_begin_anew_below_each_number() -> None:
    body = (
        *(p("A", number(1)), p("a", number(1, 1)), p("b", number(1, 1))),
        *(p("B", number(1)), p("c", number(1, 1))),
    )
    assert lines("".join(body), numbering=NUMBERING) == ["1. A", "1. a", "2. b", "2. B", "1. c"]


def test_number_is_no_part_of_a_run() -> None:
    found = layout(p("một", number(1)), numbering=NUMBERING)
    assert [(run.start, run.end) for run in found.runs] == [(3, 6)]
    assert [(one.start, one.end, one.numbered) for one in found.paragraphs] == [(0, 6, True)]


def test_text_boxes_come_once_after_their_paragraph_in_their_cell() -> None:
    cell = f"<w:p>{r('Số: 12')}{box(p('DỰ THẢO') + p('lần 2'))}</w:p>"
    source = read(f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>" + p("sau"))
    assert source.raw.split("\n") == ["Số: 12", "DỰ THẢO", "lần 2", "sau"]
    assert [line.cell for line in source.lines] == [*(Cell(0, 0, 0),) * 3, None]


def test_text_box_in_a_text_box() -> None:
    inner = f"<w:p>{r('ngoài')}{box(p('trong'))}</w:p>"
    assert lines(f"<w:p>{r('thân')}{box(inner)}</w:p>") == ["thân", "ngoài", "trong"]


def test_footnotes_come_after_the_text_in_the_order_of_their_marks() -> None:
    body = f"<w:p>{r('Một')}{mark(3)}{r(' hai')}{mark(2)}</w:p>" + p("Cuối")
    notes = footnote(2, "thứ hai") + footnote(3, "thứ nhất") + footnote(4, "không ai gọi")
    source = read(body, footnotes=notes)
    assert source.raw.split("\n") == ["Một hai", "Cuối", "thứ nhất", "thứ hai"]
    assert [line.cell for line in source.lines] == [None, None, Cell(0, 0, 0), Cell(0, 1, 0)]


@pytest.mark.parametrize(
    "styles",
    [
        style("Ẩn", "<w:rPr><w:vanish/></w:rPr>", "character"),
        style("Gốc", "<w:rPr><w:vanish/></w:rPr>", "character")
        + style("Ẩn", '<w:basedOn w:val="Gốc"/>', "character"),
    ],
)
def test_words_that_a_style_hides_are_not_read(styles: str) -> None:
    hidden = '<w:rStyle w:val="Ẩn"/>'
    body = f"<w:p>{r('thấy')}{r(' không thấy', hidden)}</w:p>"
    assert lines(body, styles=styles) == ["thấy"]
    shown = hidden + '<w:vanish w:val="0"/>'
    assert lines(f"<w:p>{r('thấy')}{r(' cũng', shown)}</w:p>", styles=styles) == ["thấy cũng"]


def test_fields_show_their_result() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("15")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="REF x">{r(" tháng 9")}</w:fldSimple>'
    assert lines(f"<w:p>{r('ngày ')}{field}{simple}</w:p>") == ["ngày 15 tháng 9"]


def test_main_part_under_another_name() -> None:
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations({"rId1": (f"{OFFICE}/officeDocument", "/Van ban/than.xml")}),
        "Van ban/than.xml": root("document", f"<w:body>{p('Kế hoạch', '', '<w:b/>')}</w:body>"),
        "Van ban/_rels/than.xml.rels": relations({"a": (f"{OFFICE}/styles", "../kieu.xml")}),
        "kieu.xml": root("styles", style("N", '<w:rPr><w:sz w:val="28"/></w:rPr>', default=True)),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    source = read_bytes(out.getvalue(), "a.docx")
    assert source.raw == "Kế hoạch"
    assert source.layout is not None
    assert source.layout.runs[0].format[1:3] == (14.0, True)


def strict(parts: dict[str, str]) -> dict[str, str]:
    """The same parts in the names of the strict edition (ISO/IEC 29500)."""
    names = (
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "wordprocessingml/main"),
        (OFFICE, "officeDocument/relationships"),
        ("http://schemas.openxmlformats.org/drawingml/2006/main", "drawingml/main"),
    )
    found = {}
    for name, content in parts.items():
        for old, new in names:
            content = content.replace(f'"{old}"', f'"http://purl.oclc.org/ooxml/{new}"')
        found[name] = content
    return found


def test_strict_package_is_set_like_any_other() -> None:
    parts = WITH_APPENDIX.parts
    usual, other = (read_bytes(write(one), "a.docx") for one in (parts, strict(parts)))
    assert other.raw == usual.raw
    assert other.layout == usual.layout
    assert usual.layout is not None
    assert usual.layout.pages[0].number is not None


def test_document_with_macros_is_read() -> None:
    whole = BytesIO(write(STATE.parts))
    out = BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            new.writestr(name, content.replace("wordprocessingml.document.main", MACRO))
        new.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    source = read_bytes(out.getvalue(), "a.docm")
    assert source.raw == read_bytes(whole.getvalue(), "a.docx").raw
    assert WordDocument(Package(out.getvalue(), "a.docm")).parts.macros
    assert not WordDocument(Package(whole.getvalue(), "a.docx")).parts.macros


def test_package_that_holds_a_workbook_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        targets = {"rId1": (f"{OFFICE}/officeDocument", "xl/workbook.xml")}
        archive.writestr("_rels/.rels", relations(targets))
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("word/document.xml", root("document", f"<w:body>{p('a')}</w:body>"))
    with pytest.raises(InputError) as caught:
        read_bytes(out.getvalue(), "a.docx")
    assert caught.value.code == "not-a-docx"


PIECES = st.sampled_from(
    [
        r("Ủy ban "),
        r("nhân dân", "<w:b/>"),
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/></w:r>",
        f'<w:ins w:id="1">{r("thêm ")}</w:ins>',
        '<w:del w:id="2"><w:r><w:delText>bớt</w:delText></w:r></w:del>',
        r("ẩn", "<w:vanish/>"),
        f"<w:hyperlink>{r('liên kết')}</w:hyperlink>",
        box(p("khung")),
    ]
)
PARAGRAPHS = st.lists(
    st.tuples(st.lists(PIECES, max_size=4), st.booleans(), st.booleans()), min_size=1
)


@given(PARAGRAPHS)
def test_every_place_leads_back_to_its_words(
    made: list[tuple[list[str], bool, bool]],
) -> None:
    """Runs and pieces together are the text without the automatic numbers, each piece stands where
    its element's words do, and paragraphs cover all lines."""
    body = "".join(
        f"<w:p><w:pPr>{number(1) if counted else ''}{DELETED_END if joined else ''}</w:pPr>"
        f"{''.join(pieces)}</w:p>"
        for pieces, counted, joined in made
    )
    document = WordDocument(Package(data(body + SECTION, numbering=NUMBERING), "a.docx"))
    text = document.text
    raw = "\n".join(text.paragraphs)
    assert [raw[place.start : place.end] for place in text.places] == text.paragraphs
    shown = {"tab": "\t", "br": "\v"}
    for piece in text.pieces:
        tag = piece.element.tag.rpartition("}")[2]
        assert raw[piece.start : piece.end] == shown.get(tag, piece.element.text)
    labels = sum(place.label for place in text.places)
    assert sum(piece.end - piece.start for piece in text.pieces) + labels == len(
        raw.replace("\n", "")
    )
    assert sum(run.end - run.start for run in text.runs) + labels == len(raw.replace("\n", ""))
    assert [run.start for run in text.runs] == sorted(run.start for run in text.runs)


def test_letters_that_show_as_capitals_are_read_as_such() -> None:
    styles = style("Hoa", "<w:rPr><w:caps/></w:rPr>")
    body = (
        p("Kế hoạch số 5", '<w:pStyle w:val="Hoa"/>') + f"<w:p>{r('đ', '<w:caps/>')}{r('ầu')}</w:p>"
    )
    assert lines(body, styles=styles) == ["KẾ HOẠCH SỐ 5", "Đầu"]
    assert lines(p("Straße ﬁ", "", "<w:caps/>")) == ["Straße ﬁ"]
