"""Word documents: reading order, numbers, what is not shown, and exact places."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.linter import Linter
from checker.parsing import Grammar, parse
from checker.reading import Cell, read_bytes
from tests.conftest import seed
from tests.reading.documents import document_xml, package, plan_docx

NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/>
    <w:suff w:val="space"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""
STYLES = """
<w:style w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Con"><w:basedOn w:val="Muc"/></w:style>
<w:style w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>
"""


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def num(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def lines(body: str, **parts: str) -> list[str]:
    return read_bytes(package(body, **parts), "a.docx").raw.split("\n")


def test_tables_are_read_cell_by_cell() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    body = "<w:tbl>" + row.format(p("A"), p("B")) + row.format(p("C"), p("D")) + "</w:tbl>" + p("E")
    source = read_bytes(package(body), "a.docx")
    assert source.raw.split("\n") == ["A", "B", "C", "D", "E"]
    assert [line.cell for line in source.lines] == [
        Cell(0, 0, 0),
        Cell(0, 0, 1),
        Cell(0, 1, 0),
        Cell(0, 1, 1),
        None,
    ]


def test_nested_table_is_read_once() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('trong')}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{p('ngoài')}{inner}</w:tc></w:tr></w:tbl>"
    assert lines(body) == ["ngoài", "trong"]


def test_automatic_numbers_are_computed() -> None:
    body = (
        p("Mục đích", num(1, 0))
        + p("Một", num(1, 1))
        + p("Hai", num(1, 1))
        + p("a", num(1, 2))
        + p("Nội dung", '<w:pStyle w:val="Con"/>')
        + p("Một lại", num(1, 1))
        + p("Từ năm", num(2, 1))
        + p("Không số", '<w:pStyle w:val="Vong"/>')
    )
    assert lines(body, numbering=NUMBERING, styles=STYLES) == [
        "I.\tMục đích",
        "1. Một",
        "2. Hai",
        "a)\ta",
        "II.\tNội dung",
        "1. Một lại",
        "5. Từ năm",
        "Không số",
    ]


def test_what_is_not_shown_is_not_read() -> None:
    body = (
        "<w:p><w:r><w:t>giữ </w:t></w:r>"
        '<w:del w:id="1"><w:r><w:delText>xóa</w:delText></w:r></w:del>'
        '<w:moveFrom w:id="2"><w:r><w:t>chuyển đi</w:t></w:r></w:moveFrom>'
        '<w:ins w:id="3"><w:r><w:t>thêm</w:t></w:r></w:ins>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert lines(body) == ["giữ thêm"]


def test_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('DỰ THẢO')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Số: 12</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>" + p("KẾ HOẠCH")
    )
    assert lines(body) == ["Số: 12", "DỰ THẢO", "KẾ HOẠCH"]


def test_soft_break_divides_lines_inside_a_paragraph() -> None:
    body = "<w:p><w:r><w:t>ỦY BAN NHÂN DÂN</w:t><w:br/><w:t>XÃ A</w:t></w:r></w:p>" + p("Số: 1")
    source = read_bytes(package(body), "a.docx")
    assert [source.raw[line.start : line.end] for line in source.lines] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ A",
        "Số: 1",
    ]
    assert source.position(source.raw.index("XÃ A")) == (1, 17)
    assert source.position(source.raw.index("Số")) == (2, 1)


def test_odd_numbers_do_no_harm() -> None:
    numbering = NUMBERING.replace('w:ilvl="2"', 'w:ilvl="x"').replace(
        '<w:start w:val="1"/><w:numFmt w:val="upperRoman"/>',
        '<w:start w:val="40"/><w:numFmt w:val="upperRoman"/>',
    )
    body = p("Bốn mươi", num(1, 0)) + p("lạ", num(1, 2)) + p("không có", num(9, 0))
    assert lines(body, numbering=numbering) == ["XL.\tBốn mươi", "lạ", "không có"]
    huge = numbering.replace('w:val="40"', f'w:val="{"9" * 5000}"')
    assert lines(p("Một", num(1, 0)), numbering=huge) == ["I.\tMột"]


def test_level_of_its_own_and_linked_style_and_default_style() -> None:
    own = (
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
        '<w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1:"/></w:lvl>'
        "</w:lvlOverride></w:num>"
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Danhsach"/></w:abstractNum>'
        '<w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num>'
    )
    numbering = NUMBERING.replace("<w:lvl ", '<w:styleLink w:val="Danhsach"/><w:lvl ', 1) + own
    assert lines(p("Phạm vi", num(3, 0)), numbering=numbering) == ["Điều 5:\tPhạm vi"]
    assert lines(p("Theo kiểu", num(4, 1)), numbering=numbering) == ["1. Theo kiểu"]
    default = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Thuong"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    bare = "<w:p><w:r><w:t>Mặc định</w:t></w:r></w:p>"
    assert lines(bare, numbering=numbering, styles=default) == ["I.\tMặc định"]


def test_page_break_parts_words_and_comments_do_not() -> None:
    body = (
        '<w:p><w:r><w:t>Các đơn vị</w:t><w:br w:type="page"/><w:t>thực hiện</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>Kế hoạch<!-- ghi chú --><?x y?> này</w:t></w:r></w:p>"
    )
    assert lines(body) == ["Các đơn vị\vthực hiện", "Kế hoạch này"]


def test_deleted_row_is_not_read() -> None:
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>"
    deleted = row.format('<w:trPr><w:del w:id="1"/></w:trPr>', p("đã xóa"))
    assert lines(f"<w:tbl>{row.format('', p('còn'))}{deleted}</w:tbl>") == ["còn"]


def test_strict_package_is_read() -> None:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        xml = document_xml(p("Kế hoạch")).replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        archive.writestr("word/document.xml", xml)
    assert read_bytes(out.getvalue(), "a.docx").raw == "Kế hoạch"


SOUND = plan_docx(seed("binh-thanh"))


@given(st.data())
def test_damaged_package_is_an_input_error_or_is_read(data: st.DataObject) -> None:
    whole = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(InputError):
        read_bytes(bytes(whole), "a.docx")


def test_content_controls_and_hyperlinks_are_read() -> None:
    body = (
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{p('trong khung')}</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink></w:p>"
    )
    assert lines(body) == ["trong khung", "liên kết"]


def test_plan_as_docx_gives_the_findings_of_the_text(linter: Linter) -> None:
    text = linter.check(read_bytes(seed("nhi-chieu").encode(), "a.txt"), "draft")
    word = linter.check(read_bytes(plan_docx(seed("nhi-chieu")), "a.docx"), "draft")

    def told(report: object) -> list[tuple[str, str, tuple[str, ...]]]:
        return [
            (finding.rule, finding.text, finding.suggestions)
            for finding in report.findings  # type: ignore[attr-defined]
            if finding.group not in ("header", "layout")
        ]

    assert told(word) == told(text)
    assert [finding.rule for finding in word.findings if finding.group == "header"] == []
    assert word.document is not None
    assert word.document.header.issuer.text == "ỦY BAN NHÂN DÂN PHƯỜNG NHỊ CHIỂU"
    assert word.document.signature.name.text == "Trần Hồng Túc"
    paragraphs = word.document.source.raw.split("\n")
    for finding in word.findings:
        if finding.group == "layout":
            continue
        place = finding.place
        assert place.line == place.end_line
        shown = paragraphs[place.line - 1][place.column - 1 : place.end_column - 1]
        assert shown == finding.text


HOSTILE = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">'
    '<!ENTITY c "cccccccccc"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 not a zip at all", "broken-package"),
        (package("")[:120], "broken-package"),
        (package("<w:p>"), "broken-package"),
        (package(""), "no-text"),
        (package(f"{'<w:sdt>' * 5000}{'</w:sdt>' * 5000}"), "broken-package"),
    ],
)
def test_bad_package_gives_one_clear_error(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "a.docx")
    assert caught.value.code == code
    assert "a.docx" in caught.value.message("vi")
    assert "a.docx" in caught.value.message("en")


def test_other_zip_is_refused() -> None:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    with pytest.raises(InputError) as caught:
        read_bytes(out.getvalue(), "a.docx")
    assert caught.value.code == "not-a-docx"


def test_a_document_type_with_entities_is_refused() -> None:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        body = "<w:p><w:r><w:t>chữ &b; &d;</w:t></w:r></w:p>"
        from tests.reading.documents import document_xml

        archive.writestr("word/document.xml", HOSTILE + document_xml(body))
    with pytest.raises(InputError) as caught:
        read_bytes(out.getvalue(), "a.docx")
    assert caught.value.code == "broken-package"


def test_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 61_000_000)
    assert len(out.getvalue()) < 100_000
    with pytest.raises(InputError) as caught:
        read_bytes(out.getvalue(), "a.docx")
    assert caught.value.code == "too-large"


def test_paragraphs_of_word_are_not_taken_for_wrapped_lines(grammar: Grammar) -> None:
    lines = ["Thực hiện chỉ đạo của cấp trên,", "Căn cứ tình hình của xã", "Phòng Kinh tế báo cáo"]
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    document = parse(read_bytes(package(body), "x.docx"), grammar)
    assert [line.text for line in document.lines] == lines


def test_header_columns_set_with_a_tab(grammar: Grammar) -> None:
    body = (
        "<w:p><w:r><w:t>ỦY BAN NHÂN DÂN XÃ A</w:t><w:tab/>"
        "<w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r></w:p>"
    )
    document = parse(read_bytes(package(body), "x.docx"), grammar)
    assert document.header.nation
    assert document.header.issuer.text == "ỦY BAN NHÂN DÂN XÃ A"
