"""What a run and a paragraph look like after all that says something about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading.layout import Format, ParagraphFormat
from tests.reading.word.packages import layout, p, r, style
from tools.layouts.defects import theme

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    '<w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
TABLE = "<w:tbl><w:tblPr>{}</w:tblPr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
THEMED = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
FONTS = (
    '<a:latin typeface="Calibri"/><a:ea typeface=""/>'
    '<a:font script="Viet" typeface="Times New Roman"/>'
)


def look(body: str, files: dict[str, str] | None = None, /, **parts: str) -> Format:
    return layout(body, files, **parts).runs[0].format


def set_up(body: str, **parts: str) -> ParagraphFormat:
    return layout(body, **parts).paragraphs[0].format


def val(tag: str, value: object) -> str:
    return f'<w:{tag} w:val="{value}"/>'


def test_each_level_of_the_chain_is_told_over_by_the_next() -> None:
    levels = [
        (DEFAULTS, 10.0),
        (style("Normal", f"<w:rPr>{val('sz', 22)}</w:rPr>", default=True), 11.0),
        (style("Base", f"{val('basedOn', 'Normal')}<w:rPr>{val('sz', 24)}</w:rPr>"), 12.0),
        (style("Own", f"{val('basedOn', 'Base')}<w:rPr>{val('sz', 26)}</w:rPr>"), 13.0),
        (style("Letters", f"<w:rPr>{val('sz', 28)}</w:rPr>", "character"), 14.0),
    ]
    bodies = [
        p("a"),
        p("a"),
        p("a", val("pStyle", "Base")),
        p("a", val("pStyle", "Own")),
        p("a", val("pStyle", "Own"), val("rStyle", "Letters")),
    ]
    for count, (_, size) in enumerate(levels, 1):
        styles = "".join(one for one, _ in levels[:count])
        assert look(bodies[count - 1], styles=styles).size == size
    direct = p("a", val("pStyle", "Own"), val("rStyle", "Letters") + val("sz", 31))
    assert look(direct, styles="".join(one for one, _ in levels)).size == 15.5


def test_what_nothing_gives_is_what_the_standard_says() -> None:
    assert look(p("a")) == Format(None, 10.0, False, False, False, "000000", "")
    assert set_up(p("a")) == ParagraphFormat("left", 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, "multiple")


def test_direct_look() -> None:
    said = (
        '<w:rFonts w:ascii="Arial" w:hAnsi="Times New Roman"/><w:b/><w:i w:val="0"/>'
        + val("color", "ff0000")
        + val("sz", 27)
        + val("highlight", "yellow")
        + val("u", "single")
    )
    wanted = Format("Times New Roman", 13.5, True, False, True, "FF0000", "yellow")
    assert look(p("Ủy ban", "", said)) == wanted
    assert look(p("Uy ban", "", said)).font == "Arial"


@pytest.mark.parametrize(
    ("fill", "highlight"),
    [
        ("FFFF00", "#FFFF00"),
        ("fff2cc", "#FFF2CC"),
        ("yellow", "#yellow"),
        ("F8F9FA", ""),
        ("FFFFFF", ""),
        ("auto", ""),
    ],
)
def test_vivid_shade_is_a_highlight(fill: str, highlight: str) -> None:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    assert look(p("a", "", shade)).highlight == highlight
    assert look(p("a", "", val("highlight", "green") + shade)).highlight == "green"


@pytest.mark.parametrize("off", ["0", "false", "off"])
def test_a_property_that_is_switched_off(off: str) -> None:
    styles = style("Bold", "<w:rPr><w:b/></w:rPr>")
    assert look(p("a", val("pStyle", "Bold")), styles=styles).bold is True
    assert look(p("a", val("pStyle", "Bold"), val("b", off)), styles=styles).bold is False


def test_toggles_of_two_styles_cancel_out() -> None:
    styles = (
        style("Heading", "<w:rPr><w:b/><w:i/></w:rPr>")
        + style("Strong", "<w:rPr><w:b/></w:rPr>", "character")
        + style("Upright", f"<w:rPr>{val('b', 0)}</w:rPr>", "character")
    )
    here = val("pStyle", "Heading")
    assert look(p("a", here, val("rStyle", "Strong")), styles=styles)[2:4] == (False, True)
    assert look(p("a", here, val("rStyle", "Upright")), styles=styles).bold is True
    assert look(p("a", here, val("rStyle", "Strong") + "<w:b/>"), styles=styles).bold is True
    assert look(p("a", "", val("rStyle", "Strong")), styles=styles).bold is True


def test_toggles_do_not_cancel_out_along_the_bases_of_one_style() -> None:
    styles = style("Base", "<w:rPr><w:b/></w:rPr>") + style(
        "Own", f"{val('basedOn', 'Base')}<w:rPr><w:b/></w:rPr>"
    )
    assert look(p("a", val("pStyle", "Own")), styles=styles).bold is True


def test_a_toggle_of_the_defaults_holds_whatever_the_styles_say() -> None:
    """ECMA-376, part 1, 17.7.3: true in the defaults is true."""
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
        + style("Bold", "<w:rPr><w:b/></w:rPr>")
        + style("Strong", "<w:rPr><w:b/></w:rPr>", "character")
    )
    twice = p("a", val("pStyle", "Bold"), val("rStyle", "Strong"))
    assert look(twice, styles=styles).bold is True
    assert look(p("a"), styles=styles).bold is True
    assert look(p("a", "", val("b", 0)), styles=styles).bold is False


@pytest.mark.parametrize(
    ("language", "font"), [("vi-VN", "Times New Roman"), ("en-US", "Calibri"), ("", "Calibri")]
)
def test_theme_font_follows_the_language_of_the_theme(language: str, font: str) -> None:
    settings = f'<w:themeFontLang w:val="{language}"/>' if language else ""
    files = {"word/theme.xml": theme(FONTS)}
    assert look(p("Ủy ban", "", THEMED), files, settings=settings).font == font
    assert look(p("Uy ban", "", THEMED), files, settings=settings).font == font


def test_theme_font_goes_before_the_font_beside_it_and_yields_to_a_nearer_font() -> None:
    both = '<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Arial" w:hAnsiTheme="minorHAnsi"/>'
    files = {"word/theme.xml": theme('<a:latin typeface="Cambria"/>')}
    assert look(p("a", "", both), files).font == "Cambria"
    styles = style("Body", f"<w:rPr>{both}</w:rPr>")
    near = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    assert look(p("a", val("pStyle", "Body"), near), files, styles=styles).font == "Times New Roman"


def test_font_of_a_theme_that_is_not_there_is_unknown() -> None:
    assert look(p("a", "", THEMED)).font is None
    odd = '<w:rFonts w:asciiTheme="minorBidi"/>'
    assert look(p("a", "", odd), {"word/theme.xml": theme(FONTS)}).font is None


def test_circular_and_missing_bases_end() -> None:
    styles = (
        style("One", f"{val('basedOn', 'Two')}<w:rPr>{val('sz', 26)}</w:rPr>")
        + style("Two", f"{val('basedOn', 'One')}<w:rPr><w:b/></w:rPr>")
        + style("Lost", f"{val('basedOn', 'Nowhere')}<w:rPr>{val('sz', 30)}</w:rPr>")
    )
    assert look(p("a", val("pStyle", "One")), styles=styles)[1:3] == (13.0, True)
    assert look(p("a", val("pStyle", "Lost")), styles=styles).size == 15.0


def test_style_that_is_not_there_is_the_default_one() -> None:
    styles = style("Normal", f"<w:rPr>{val('sz', 28)}</w:rPr>", default=True)
    assert look(p("a", val("pStyle", "Nowhere")), styles=styles).size == 14.0


def test_linked_style_speaks_for_runs_by_its_own_name() -> None:
    styles = style("Title", f"{val('link', 'TitleChar')}<w:rPr>{val('sz', 32)}</w:rPr>") + style(
        "TitleChar", f"{val('link', 'Title')}<w:rPr>{val('sz', 32)}<w:b/></w:rPr>", "character"
    )
    assert look(p("a", val("pStyle", "Title")), styles=styles)[1:3] == (16.0, False)
    assert look(p("a", "", val("rStyle", "TitleChar")), styles=styles)[1:3] == (16.0, True)


def test_table_style_stands_below_the_paragraph_style() -> None:
    styles = (
        style(
            "Grid", f"<w:pPr>{val('jc', 'center')}</w:pPr><w:rPr>{val('sz', 18)}</w:rPr>", "table"
        )
        + style("Normal", "", default=True)
        + style("Own", f"<w:rPr>{val('sz', 26)}</w:rPr>")
    )
    table = TABLE.format(val("tblStyle", "Grid"), p("a") + p("b", val("pStyle", "Own")))
    found = layout(table + p("c"), styles=styles)
    assert [run.format.size for run in found.runs] == [9.0, 13.0, 10.0]
    assert [one.format.alignment for one in found.paragraphs] == ["center", "center", "left"]


def test_what_a_table_style_says_of_some_cells_only_is_unknown() -> None:
    first = (
        '<w:tblStylePr w:type="firstRow"><w:pPr><w:spacing w:after="0"/></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:tblStylePr>"
    )
    styles = style("Grid", first, "table")
    table = TABLE.format(val("tblStyle", "Grid"), p("a") + p("b", "", val("b", 0)))
    found = layout(table, styles=styles)
    assert [run.format.bold for run in found.runs] == [None, False]
    assert found.paragraphs[0].format.after is None
    assert found.paragraphs[0].format.alignment == "left"


def test_paragraph_set_up_through_the_chain() -> None:
    styles = DEFAULTS + style(
        "Body",
        f'<w:pPr><w:spacing w:before="120"/><w:ind w:firstLine="720"/>{val("jc", "both")}</w:pPr>',
    )
    body = val("pStyle", "Body")
    found = set_up(p("a", body), styles=styles)
    assert found[:1] == ("both",)
    assert found.first_line == pytest.approx(12.7)
    assert (found.before, found.after) == (6.0, 8.0)
    assert found.line == pytest.approx(259 / 240)
    assert found.line_rule == "multiple"
    near = (
        body + '<w:spacing w:line="360" w:lineRule="exact"/><w:ind w:left="567" w:hanging="567"/>'
    )
    found = set_up(p("a", near), styles=styles)
    assert (found.line, found.line_rule) == (18.0, "exact")
    assert found.left == pytest.approx(10.0, abs=0.01)
    assert found.first_line == pytest.approx(-10.0, abs=0.01)
    assert (found.before, found.after) == (6.0, 8.0)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ('<w:ind w:firstLineChars="200" w:firstLine="720"/>', "first_line"),
        ('<w:spacing w:beforeAutospacing="1" w:before="100"/>', "before"),
        ('<w:spacing w:afterLines="50" w:after="120"/>', "after"),
        ("<w:contextualSpacing/>", "after"),
    ],
)
def test_measure_that_depends_on_the_page_is_unknown(said: str, field: str) -> None:
    assert getattr(set_up(p("a", said)), field) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("start", "left"), ("end", "right"), ("both", "both"), ("center", "center")],
)
def test_alignment_of_both_editions_of_the_standard(written: str, meant: str) -> None:
    assert set_up(p("a", val("jc", written))).alignment == meant


def test_measures_with_units() -> None:
    found = set_up(p("a", '<w:ind w:firstLine="1.27cm"/><w:spacing w:before="6pt"/>'))
    assert found.first_line == pytest.approx(12.7)
    assert found.before == 6.0


def test_indents_of_a_numbered_paragraph() -> None:
    """The level's indents stand above those of the style, below direct ones (17.9.22)."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = style("Body", '<w:pPr><w:ind w:firstLine="720"/></w:pPr>')
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = val("pStyle", "Body")
    found = layout(
        p("a", body + number) + p("b", body + number + '<w:ind w:left="0" w:firstLine="567"/>'),
        styles=styles,
        numbering=numbering,
    )
    first, second = (one.format for one in found.paragraphs)
    assert (first.left, first.first_line) == (pytest.approx(12.7), pytest.approx(-6.35))
    assert (second.left, second.first_line) == (0.0, pytest.approx(10.0, abs=0.01))
    assert [one.numbered for one in found.paragraphs] == [True, True]


def test_indents_that_a_style_sets_beside_its_own_number_hold() -> None:
    """Of a style that has number and indents the indents are nearer than those of the level."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = style("Item", f'<w:pPr>{number}<w:ind w:left="0" w:firstLine="720"/></w:pPr>')
    found = layout(p("a", val("pStyle", "Item")), styles=styles, numbering=numbering)
    assert found.paragraphs[0].format.left == 0.0
    assert found.paragraphs[0].format.first_line == pytest.approx(12.7)


@given(st.lists(st.booleans(), min_size=3, max_size=3))
def test_bold_of_three_styles_is_bold_when_one_or_three_say_so(said: list[bool]) -> None:
    names = (("Grid", "table"), ("Body", "paragraph"), ("Letters", "character"))
    styles = "".join(
        style(name, f"<w:rPr>{val('b', int(bold))}</w:rPr>", kind)
        for (name, kind), bold in zip(names, said, strict=True)
    )
    inside = p("a", val("pStyle", "Body"), val("rStyle", "Letters"))
    found = look(TABLE.format(val("tblStyle", "Grid"), inside), styles=styles)
    assert found.bold is (sum(said) % 2 == 1)


def test_runs_hold_the_text_and_nothing_else() -> None:
    found = layout(p("một", "", "<w:b/>") + f"<w:p>{r('hai ')}{r('ba', '<w:i/>')}</w:p>")
    spans = [(run.start, run.end, run.format.bold, run.format.italic) for run in found.runs]
    assert spans == [(0, 3, True, False), (4, 8, False, False), (8, 10, False, True)]
