"""OpenDocument text: reading order, numbers, what is not shown, and exact places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.reading import Cell, read_bytes
from tests.reading.odt_documents import content_xml, odt, zipped

NUMBERS = """
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="I"/>
  <text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1">
    <style:list-level-properties><style:list-level-label-alignment
      text:label-followed-by="space"/></style:list-level-properties>
  </text:list-level-style-number>
  <text:list-level-style-number text:level="3" style:num-suffix=")" style:num-format="1"
    text:display-levels="2"/>
  <text:list-level-style-number text:level="4" style:num-prefix="(" style:num-suffix=")"
    style:num-format="a"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"
  text:bullet-char="•"/></text:list-style>
<text:list-style style:name="L3"><text:list-level-style-number text:level="1" text:start-value="3"
  style:num-format="1" loext:num-list-format="Điều %1%."/></text:list-style>
"""


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*content: str) -> str:
    return "".join(f"<text:list-item>{one}</text:list-item>" for one in content)


def numbered(content: str, style: str = "L1", **attributes: str) -> str:
    told = "".join(
        f' text:{name.replace("_", "-")}="{value}"' for name, value in attributes.items()
    )
    return f'<text:list text:style-name="{style}"{told}>{content}</text:list>'


def inner(content: str) -> str:
    return f"<text:list>{content}</text:list>"


def lines(body: str, automatic: str = NUMBERS, styles: str | None = "") -> list[str]:
    return read_bytes(odt(body, automatic, styles), "a.odt").raw.split("\n")


def code(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "a.odt")
    return caught.value.code


def test_paragraphs_with_blanks_tabs_and_breaks() -> None:
    body = p(
        "  Số:\n  <text:s text:c='3'/>/KH<text:tab/>ngày<text:s/> 1 <text:span>và</text:span> "
    )
    source = read_bytes(odt(body + p("một<text:line-break/>hai")), "a.odt")
    assert source.raw == "Số:    /KH\tngày  1 và\nmột\vhai"
    assert (source.format, source.paragraphs) == ("odt", True)
    assert [source.raw[line.start : line.end] for line in source.lines][-2:] == ["một", "hai"]


def test_tables_are_read_cell_by_cell_with_spans_and_repetitions() -> None:
    cell = "<table:table-cell {}>{}</table:table-cell>"
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        + cell.format('table:number-columns-spanned="2"', p("A"))
        + "<table:covered-table-cell/>"
        + cell.format("", p("B"))
        + "</table:table-row></table:table-header-rows>"
        + '<table:table-row table:number-rows-repeated="2">'
        + cell.format('table:number-columns-repeated="2"', p("C"))
        + cell.format("", p("D") + "<table:table><table:table-row>" + cell.format("", p("trong"))
                      + "</table:table-row></table:table>")
        + "</table:table-row></table:table>"
        + p("E")
    )  # fmt: skip
    source = read_bytes(odt(body), "a.odt")
    assert source.raw.split("\n") == [*"AB", *("C", "C", "D", "trong") * 2, "E"]
    assert [line.cell for line in source.lines] == [
        *(Cell(0, 0, 0), Cell(0, 0, 2)),
        *(Cell(0, 1, 0), Cell(0, 1, 1), Cell(0, 1, 2), Cell(1, 0, 0)),
        *(Cell(0, 2, 0), Cell(0, 2, 1), Cell(0, 2, 2), Cell(2, 0, 0)),
        None,
    ]


def test_an_empty_cell_is_there_and_a_covered_one_is_not() -> None:
    body = (
        "<table:table><table:table-row><table:table-cell/><table:covered-table-cell/>"
        f"<table:table-cell>{p('A')}</table:table-cell></table:table-row></table:table>"
    )
    source = read_bytes(odt(body), "a.odt")
    assert [line.cell for line in source.lines] == [Cell(0, 0, 0), Cell(0, 0, 2)]


def test_lists_are_numbered_by_level() -> None:
    deep = inner(items(inner(items(inner(items(inner(items(p("sâu")))))))))
    body = numbered(
        items(
            p("Mục đích")
            + inner(items(p("Một") + p("tiếp"), p("Hai") + inner(items(p("x"), p("y"))))),
            p("Nội dung") + inner(items(p("Một lại") + inner(items(inner(items(p("a"), p("b"))))))),
        )
    )
    assert lines(body) == [
        "I.\tMục đích",
        "1. Một",
        "tiếp",
        "2. Hai",
        "2.1)\tx",
        "2.2)\ty",
        "II.\tNội dung",
        "1. Một lại",
        "(a)\ta",
        "(b)\tb",
    ]
    assert lines(deep) == ["sâu"]


def test_lists_continue_restart_and_begin_where_they_say() -> None:
    body = (
        numbered(items(p("a")) + "<text:list-header><text:p>đầu</text:p></text:list-header>")
        + p("xen")
        + numbered(items(p("b")), continue_numbering="true")
        + numbered(items(p("mới")))
        + numbered('<text:list-item text:start-value="7"><text:p>bảy</text:p></text:list-item>')
        + numbered(items(p("gạch")), "L2")
        + numbered(items(p("ba"), p(""), p("năm")), "L3")
    )
    assert lines(body) == [
        *("I.\ta", "đầu", "xen", "II.\tb", "I.\tmới", "VII.\tbảy", "-\tgạch"),
        *("Điều 3.\tba", "", "Điều 5.\tnăm"),
    ]


def test_a_list_is_continued_by_its_name() -> None:
    first = numbered(items(p("a"))).replace("<text:list ", '<text:list xml:id="x1" ')
    other = numbered(items(p("b")), "L3")
    assert lines(first + other + numbered(items(p("c")), continue_list="x1")) == [
        *("I.\ta", "Điều 3.\tb", "II.\tc")
    ]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" '
        'text:display-levels="2"/><text:outline-level-style text:level="3" style:num-format=""/>'
        "</text:outline-style>"
        '<style:style style:name="Trơn" style:family="paragraph" style:list-style-name=""/>'
    )
    heading = '<text:h text:outline-level="{}" text:style-name="{}">{}</text:h>'
    body = "".join(
        heading.format(*one)
        for one in (
            (1, "", "A"),
            (2, "", "B"),
            (2, "", "C"),
            (1, "Trơn", "D"),
            (3, "", "E"),
            (1, "", "F"),
        )
    )
    assert lines(body, styles=outline) == ["I.\tA", "I.1\tB", "I.2\tC", "D", "E", "II.\tF"]
    assert lines(body, styles=None)[0] == "A"


def test_text_boxes_follow_their_paragraph_once() -> None:
    box = f"<draw:frame><draw:text-box>{p('DỰ THẢO')}</draw:text-box><draw:image/></draw:frame>"
    assert lines(p(f"KẾ{box} HOẠCH") + p("sau")) == ["KẾ HOẠCH", "DỰ THẢO", "sau"]


def test_what_is_not_in_the_body_is_left_out() -> None:
    hiding = (
        '<style:style style:name="H" style:family="text"><style:text-properties '
        'text:display="none"/></style:style><style:style style:name="HP" style:family="paragraph" '
        'style:parent-style-name="HB"/><style:style style:name="HB" style:family="paragraph">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        + p("ĐÃ XÓA")
        + "</text:deletion></text:changed-region></text:tracked-changes>"
        + p(
            "Xã<text:change text:change-id='1'/> <office:annotation><dc:creator>An</dc:creator>"
            "<text:p>ghi chú</text:p></office:annotation>Hưng<text:note><text:note-citation>1"
            "</text:note-citation><text:note-body><text:p>chân trang</text:p></text:note-body>"
            "</text:note> Đạo<text:span text:style-name='H'>ẨN</text:span>"
            "<text:hidden-text text:is-hidden='true'>ẨN</text:hidden-text>"
            "<text:page-number>5</text:page-number> <text:date>01/7</text:date>"
        )
        + p("ẨN", "HP")
        + p("<text:hidden-paragraph text:is-hidden='true'/>ẨN")
        + "<text:section text:display='none'>" + p("ẨN") + "</text:section>"
        + "<text:section>" + p("trong phần") + "</text:section>"
    )  # fmt: skip
    assert lines(body, hiding) == ["Xã Hưng Đạo 01/7", "trong phần"]


def test_an_index_is_read_without_its_recipe() -> None:
    body = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>KHUÔN"
        "</text:index-title-template></text:table-of-content-source><text:index-body>"
        + p("Mục lục") + "</text:index-body></text:table-of-content>"
    )  # fmt: skip
    assert lines(body) == ["Mục lục"]


def test_protected_foreign_and_empty_packages_are_told_apart() -> None:
    assert code(odt(p("a"), manifest="<m><encryption-data/></m>")) == "encrypted"
    sheet = content_xml("<office:spreadsheet/>")
    assert code(zipped({"mimetype": "application/x", "content.xml": sheet})) == "not-a-document"
    assert code(odt(p("  "))) == "no-text"
    assert code(zipped({"content.xml": "<office:"})) == "broken-package"


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"])), min_size=1))
def test_lines_lie_in_the_text_in_order(texts: list[str]) -> None:
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;") for text in texts]
    source = read_bytes(odt(p("đầu") + "".join(map(p, escaped))), "a.odt")
    drawn_together = [" ".join(filter(None, text.split(" "))) for text in texts]
    assert source.raw.split("\n")[1:] == drawn_together
    done = 0
    for line in source.lines:
        assert done <= line.start <= line.end <= len(source.raw)
        done = line.end
