"""Pages of the sections of a Word document, and the field that shows their number."""

from __future__ import annotations

import pytest

from checker.reading.layout import Page, PageNumber
from tests.reading.word.packages import SECTION, layout, p, r, style
from tools.layouts.markup import page_field
from tools.layouts.package import OFFICE, relations, root

SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
SIMPLE = '<w:fldSimple w:instr=" PAGE   \\* MERGEFORMAT "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
CENTER = '<w:jc w:val="center"/>'


def section(content: str) -> str:
    return f"<w:sectPr>{content}</w:sectPr>"


def ends(content: str) -> str:
    """A paragraph at which a section of this set-up ends."""
    return f"<w:p><w:pPr>{section(content)}</w:pPr>{r('hết')}</w:p>"


def reference(place: str, relation: str, kind: str = "default") -> str:
    return f'<w:{place}Reference w:type="{kind}" r:id="{relation}"/>'


def pages(body: str, styles: str = "", **margins: str) -> tuple[Page, ...]:
    """The pages of a body; ``margins`` are headers and footers: relation → their paragraphs."""
    targets = {
        name: (f"{OFFICE}/{'footer' if name.startswith('f') else 'header'}", f"{name}.xml")
        for name in margins
    }
    tags = {name: "ftr" if name.startswith("f") else "hdr" for name in margins}
    files = {f"word/{name}.xml": root(tags[name], xml) for name, xml in margins.items()}
    files["word/_rels/document.xml.rels"] = relations(targets)
    return layout(body, files, styles=styles).pages


def number(content: str) -> PageNumber:
    """What is told of the number in a header with this content."""
    found = pages(p("a") + section(reference("header", "h1") + SIZE), h1=content)[0].number
    assert found is not None
    return found


def test_measures_of_a_section() -> None:
    page = layout(p("a") + SECTION).pages[0]
    assert [round(size or 0, 1) for size in page[:8]] == [
        *(210.0, 297.0),
        *(20.0, 20.0, 30.0, 15.0),
        *(10.0, 10.0),
    ]
    assert (page.number, page.first, page.restart, page.table) == (None, False, None, False)


def test_gutter_belongs_to_the_left_margin() -> None:
    margins = '<w:pgMar w:left="1134" w:right="850" w:gutter="567"/>'
    assert pages(p("a") + section(margins))[0].left == pytest.approx(30.0, abs=0.02)


def test_what_a_section_does_not_say_is_unknown() -> None:
    assert pages(p("a") + section(""))[0][:8] == (None,) * 8
    odd = '<w:pgSz w:w="wide" w:h="99999999999999"/>'
    assert pages(p("a") + section(odd))[0][:2] == (None, None)


def test_paragraphs_know_their_pages() -> None:
    turned = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    found = layout(p("một") + ends(SIZE) + p("hai") + ends(turned) + p("ba") + section(SIZE))
    assert [one.page for one in found.paragraphs] == [0, 0, 1, 1, 2]
    assert [page.landscape for page in found.pages] == [False, True, False]


def table(*columns: str, properties: str = "") -> str:
    cells = "".join(f"<w:tc>{p(text)}</w:tc>" for text in columns)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tr>{cells}</w:tr></w:tbl>"


def test_pages_know_whether_they_hold_a_table() -> None:
    ruled = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>'
    bare = '<w:tblBorders><w:top w:val="none"/><w:left w:val="nil"/></w:tblBorders>'
    body = (
        *(p("một"), ends(SIZE)),
        *(table("a", "b", properties=ruled), ends(SIZE)),
        *(table("a", "b", "c"), ends(SIZE)),
        *(table("a", "b", properties='<w:tblStyle w:val="Grid"/>'), ends(SIZE)),
        *(table("Nơi nhận:", "TM. ỦY BAN", properties=bare), ends(SIZE)),
        *(table("a", "b"), section(SIZE)),
    )
    found = pages("".join(body))
    assert [page.table for page in found] == [False, True, True, True, False, False]


@pytest.mark.parametrize("field", [SIMPLE, page_field()])
def test_page_field_is_found(field: str) -> None:
    found = number(f"<w:p><w:pPr>{CENTER}</w:pPr>{field}</w:p>")
    assert found[:3] == ("header", "center", "decimal")


@pytest.mark.parametrize(
    "code", ["PAGEREF _Toc1", "NUMPAGES", "SECTIONPAGES", "REF PAGE", "STYLEREF x"]
)
def test_other_fields_are_no_page_number(code: str) -> None:
    header = f'<w:p><w:fldSimple w:instr=" {code} "/></w:p>'
    found = pages(p("a") + section(reference("header", "h1")), h1=header)
    assert found[0].number is None
    assert found[0].first is False


def test_look_of_the_number() -> None:
    styles = style("Số", '<w:pPr><w:jc w:val="right"/></w:pPr><w:rPr><w:sz w:val="22"/></w:rPr>')
    run = "<w:r><w:rPr><w:i/></w:rPr><w:t>2</w:t></w:r>"
    header = f'<w:p><w:pPr><w:pStyle w:val="Số"/></w:pPr><w:fldSimple w:instr="PAGE">{run}</w:fldSimple></w:p>'
    found = pages(p("a") + section(reference("header", "h1")), styles, h1=header)[0].number
    assert found is not None
    assert (found.alignment, found.format.size, found.format.italic) == ("right", 11.0, True)


def test_number_in_a_content_control() -> None:
    inside = (
        f"<w:sdt><w:sdtContent><w:p><w:pPr>{CENTER}</w:pPr>{SIMPLE}</w:p></w:sdtContent></w:sdt>"
    )
    assert number(inside).alignment == "center"


def test_number_in_a_frame() -> None:
    frame = (
        '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="1"/>'
    )
    header = f"<w:p><w:pPr>{frame}{CENTER}</w:pPr>{SIMPLE}</w:p>"
    assert number(header).alignment == "right"
    placed = frame.replace('w:xAlign="right"', 'w:x="4500"')
    assert number(f"<w:p><w:pPr>{placed}</w:pPr>{SIMPLE}</w:p>").alignment is None


def test_number_whose_place_tabs_or_a_box_decide() -> None:
    assert number(f"<w:p><w:r><w:tab/></w:r>{SIMPLE}</w:p>").alignment is None
    aligned = '<w:r><w:ptab w:relativeTo="margin" w:alignment="center" w:leader="none"/></w:r>'
    assert number(f"<w:p>{aligned}{SIMPLE}</w:p>").alignment == "center"
    box = f"<w:p><w:r><w:txbxContent><w:p>{SIMPLE}</w:p></w:txbxContent></w:r></w:p>"
    assert number(box).alignment is None
    cell = f"<w:tbl><w:tr><w:tc><w:p>{SIMPLE}</w:p></w:tc></w:tr></w:tbl>"
    assert number(cell).alignment is None


def test_tab_stops_of_the_paragraph_do_not_move_the_number() -> None:
    stops = '<w:tabs><w:tab w:val="center" w:pos="4680"/></w:tabs>'
    assert number(f"<w:p><w:pPr>{stops}{CENTER}</w:pPr>{SIMPLE}</w:p>").alignment == "center"


def test_number_at_the_foot() -> None:
    found = pages(p("a") + section(reference("footer", "f1")), f1=f"<w:p>{SIMPLE}</w:p>")[0]
    assert found.number is not None
    assert found.number.where == "footer"


def test_header_goes_before_footer() -> None:
    body = p("a") + section(reference("footer", "f1") + reference("header", "h1"))
    number_line = f"<w:p>{SIMPLE}</w:p>"
    found = pages(body, f1=number_line, h1=number_line)[0].number
    assert found is not None
    assert found.where == "header"


def test_sections_inherit_headers_till_they_name_their_own() -> None:
    body = (
        ends(reference("header", "h1")) + ends("") + ends(reference("header", "h2")) + section("")
    )
    found = pages(body, h1=f"<w:p>{SIMPLE}</w:p>", h2=p("không có số"))
    assert [page.number is not None for page in found] == [True, True, False, False]


def test_first_page_of_its_own() -> None:
    line, title = f"<w:p>{SIMPLE}</w:p>", "<w:titlePg/>"
    default, first = reference("header", "h1"), reference("header", "h2", "first")
    shown = {
        section(default): True,
        section(default + title): False,
        section(default + '<w:titlePg w:val="0"/>'): True,
        section(first + default + title): True,
        section(first + default): True,
    }
    for one, wanted in shown.items():
        assert pages(p("a") + one, h1=line, h2=line)[0].first is wanted
    empty = section(first + default + title)
    assert pages(p("a") + empty, h1=line, h2=p("DỰ THẢO"))[0].first is False


def test_what_a_condition_shows_on_the_first_page_is_unknown() -> None:
    condition = "<w:r><w:instrText> IF </w:instrText></w:r>"
    line = f"<w:p>{condition}{SIMPLE}</w:p>"
    (page,) = pages(p("a") + section(reference("header", "h1")), h1=line)
    assert page.number is not None
    assert page.first is None


def test_first_page_of_a_later_section_inherits_too() -> None:
    line, title = f"<w:p>{SIMPLE}</w:p>", "<w:titlePg/>"
    body = ends(reference("header", "h1") + reference("header", "h2", "first") + title)
    found = pages(body + section(title), h1=line, h2=line)
    assert [page.first for page in found] == [True, True]


def test_restart_and_form_of_the_numbers() -> None:
    header = reference("header", "h1")
    body = (
        ends(header)
        + ends('<w:pgNumType w:start="1"/>')
        + section('<w:pgNumType w:fmt="lowerRoman"/>')
    )
    found = pages(body, h1=f"<w:p>{SIMPLE}</w:p>")
    assert [page.restart for page in found] == [None, 1, None]
    assert [page.number.style for page in found if page.number] == [
        "decimal",
        "decimal",
        "lowerRoman",
    ]


@pytest.mark.parametrize("start", ["", "-1", "một", "9" * 400])
def test_odd_starts_are_none(start: str) -> None:
    assert pages(p("a") + section(f'<w:pgNumType w:start="{start}"/>'))[0].restart is None


def test_header_that_is_not_there() -> None:
    found = pages(p("a") + section(reference("header", "nowhere")))
    assert found[0].number is None
