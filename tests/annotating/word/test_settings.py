"""Formatting set anew: what is written, where, and what is kept of before."""

from __future__ import annotations

import io
from datetime import datetime

import docx
import pytest
from docx.shared import Mm

from checker.annotating.setting import Setting
from checker.annotating.word import set_docx
from checker.reading.layout import Layout
from checker.reading.package import Package
from checker.reading.word import WordDocument
from tests.annotating.word.revisions import characters, part, properties, rejected, root
from tests.annotating.word.schema import W, faults
from tests.annotating.word.test_comments import TEXT_BOX, raw_of
from tests.reading.documents import package

DATE = datetime(2026, 5, 1, 8, 30)
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9"/>'
    '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="284"/><w:cols w:space="720"/></w:sectPr>'
)


def layout_of(data: bytes) -> Layout:
    return WordDocument(Package(data, "x.docx")).layout()


def set_in(body: str, *settings: Setting, tracked: bool = True) -> bytes:
    """Set it, and look at what every setting must keep."""
    data = package(body)
    new = set_docx(data, "x.docx", settings, tracked=tracked, date=DATE)
    assert raw_of(new) == raw_of(data)
    assert faults(root(new)) == []
    assert set_docx(new, "x.docx", settings, tracked=tracked, date=DATE) == new
    if tracked:
        before, after = rejected(root(data)), rejected(root(new))
        assert characters(after) == characters(before)
        assert properties(after) == properties(before)
    else:
        assert b"Change" not in part(new)
    return new


def test_all_of_a_run() -> None:
    look = '<w:rPr><w:rStyle w:val="x"/><w:rFonts w:asciiTheme="minorHAnsi" w:hint="eastAsia"/><w:color w:val="FF0000" w:themeColor="accent1"/><w:lang w:val="vi-VN"/></w:rPr>'
    values = {
        "font": "Times New Roman",
        "size": 13.5,
        "bold": False,
        "italic": True,
        "underline": True,
        "color": "000000",
        "highlight": "",
    }
    new = set_in(f"<w:p><w:r>{look}<w:t>abc</w:t></w:r></w:p>", Setting(0, 3, values))
    look_now = next(root(new).iter(W + "rPr"))
    written = [(one.tag.removeprefix(W), dict(one.attrib)) for one in look_now]
    fonts = dict.fromkeys((W + "ascii", W + "hAnsi", W + "eastAsia", W + "cs"), "Times New Roman")
    assert written[:-1] == [
        ("rStyle", {W + "val": "x"}),
        ("rFonts", {**fonts, W + "hint": "eastAsia"}),
        ("b", {W + "val": "0"}),
        ("bCs", {W + "val": "0"}),
        ("i", {}),
        ("iCs", {}),
        ("color", {W + "val": "000000"}),
        ("sz", {W + "val": "27"}),
        ("szCs", {W + "val": "27"}),
        ("highlight", {W + "val": "none"}),
        ("u", {W + "val": "single"}),
        ("lang", {W + "val": "vi-VN"}),
    ]
    assert written[-1][0] == "rPrChange"
    (run,) = layout_of(new).runs
    assert run.format == ("Times New Roman", 13.5, False, True, True, "000000", "")


def test_properties_out_of_order_are_set_once() -> None:
    body = '<w:p><w:r><w:rPr><w:sz w:val="20"/><w:b/></w:rPr><w:t>abc</w:t></w:r></w:p>'
    new = set_docx(package(body), "x", [Setting(0, 3, {"bold": False})], tracked=False)
    assert part(new).count(b"<w:b ") == 1


def test_a_run_is_cut_at_the_span() -> None:
    body = "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>abc</w:t><w:tab/><w:t>de</w:t></w:r><w:r><w:t>fg</w:t></w:r></w:p>"
    new = set_in(body, Setting(1, 7, {"bold": True}))
    runs = [(run.start, run.end, run.format.bold, run.format.italic) for run in layout_of(new).runs]
    assert runs == [
        (0, 1, False, True),
        (1, 6, True, True),
        (6, 7, True, False),
        (7, 8, False, False),
    ]


@pytest.mark.parametrize("tracked", [True, False])
def test_a_paragraph(tracked: bool) -> None:
    body = (
        '<w:p><w:pPr><w:pStyle w:val="a"/><w:spacing w:before="1" w:beforeAutospacing="1" w:after="40"/>'
        '<w:ind w:left="100" w:hanging="300"/><w:outlineLvl w:val="1"/><w:rPr><w:b/></w:rPr></w:pPr>'
        "<w:r><w:t>abc</w:t></w:r></w:p><w:p><w:r><w:t>d</w:t></w:r></w:p><w:p/>"
    )
    values = {"alignment": "both", "first_line": 10.0, "before": 6.0, "line": 1.5}
    new = set_in(body, Setting(0, 2, values), tracked=tracked)
    first, second, third = layout_of(new).paragraphs
    assert first.format[:2] == ("both", pytest.approx(10, abs=0.01))
    assert first.format.left == pytest.approx(100 / 20 / 72 * 25.4)
    assert (first.format.before, first.format.after) == (6, 2)
    assert (first.format.line, first.format.line_rule) == (1.5, "multiple")
    assert second.format == third.format == layout_of(package(body)).paragraphs[1].format


def test_paragraphs_without_properties() -> None:
    body = "<w:p/><w:p><w:r><w:t>d</w:t></w:r></w:p>"
    values = {"first_line": -5.0, "line": 18.0, "line_rule": "exact", "alignment": "right"}
    new = set_in(body, Setting(0, 2, values))
    for paragraph in layout_of(new).paragraphs:
        assert paragraph.format.first_line == pytest.approx(-5, abs=0.01)
        assert (paragraph.format.line, paragraph.format.line_rule) == (18, "exact")
        assert paragraph.format.alignment == "right"


def test_pages() -> None:
    values = {"width": 210.0, "height": 297.0, "left": 30.0, "right": 15.0}
    body = f"<w:p><w:pPr><w:jc w:val='left'/>{SECTION}</w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>{SECTION}"
    for setting, changed in (
        (Setting(0, 0, values), [True, False]),
        (Setting(0, 3, values), [True, True]),
        (Setting(0, 1, values), [True, False]),
        (Setting(2, 3, values), [False, True]),
        (Setting(0, 1, {**values, "alignment": "center", "bold": True}), [True, False]),
    ):
        new = set_in(body, setting)
        pages = layout_of(new).pages
        assert [page.width == pytest.approx(210, abs=0.05) for page in pages] == changed
        assert [page.left == pytest.approx(30, abs=0.05) for page in pages] == changed
        assert all(page.top == pytest.approx(25.4) for page in pages)
        references = list(root(new).iter(W + "headerReference"))
        assert len(references) == 2


def test_margins_where_there_are_none() -> None:
    new = set_in("<w:p><w:r><w:t>a</w:t></w:r></w:p><w:sectPr/>", Setting(0, 0, {"left": 30.0}))
    margins = next(root(new).iter(W + "pgMar"))
    assert {key.removeprefix(W): value for key, value in margins.items()} == {
        **dict.fromkeys(("top", "right", "bottom"), "1440"),
        **dict.fromkeys(("header", "footer"), "720"),
        "left": "1701",
        "gutter": "0",
    }


def test_pages_that_lie_go_on_lying() -> None:
    lying = SECTION.replace(
        'w:w="12240" w:h="15840"', 'w:w="15840" w:h="12240" w:orient="landscape"'
    )
    body = f"<w:p><w:pPr>{lying}</w:pPr><w:r><w:t>a</w:t></w:r></w:p>"
    new = set_in(body, Setting(0, 0, {"width": 210.0, "height": 297.0}), tracked=False)
    size = next(root(new).iter(W + "pgSz"))
    assert [size.get(W + name) for name in ("w", "h", "orient")] == ["16838", "11906", "landscape"]


def test_an_older_change_of_form_stays_the_one_that_is_told() -> None:
    change = '<w:rPrChange w:id="1" w:author="An" w:date="2026-01-01T00:00:00Z"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    body = f"<w:p><w:r><w:rPr><w:b/>{change}</w:rPr><w:t>abc</w:t></w:r></w:p>"
    new = set_in(body, Setting(1, 2, {"size": 14.0}))
    assert part(new).count(b"<w:rPrChange") == 3
    assert part(new).count(b'w:author="An"') == 3


def test_what_is_set_so_already_stays_as_it_is() -> None:
    data = package("<w:p><w:pPr><w:jc w:val='both'/></w:pPr><w:r><w:t>abc</w:t></w:r></w:p>")
    assert set_docx(data, "x", [Setting(0, 3, {"alignment": "both"})]) == data


def test_text_boxes_stay_as_they_are() -> None:
    body = f"<w:p><w:r><w:t>Số</w:t></w:r><w:r>{TEXT_BOX}</w:r></w:p>"
    new = set_in(body, Setting(0, 10, {"bold": True, "before": 6.0}))
    assert TEXT_BOX.encode() in part(new)
    assert [run.format.bold for run in layout_of(new).runs] == [True, False]


def test_opens_in_python_docx() -> None:
    made = docx.Document()
    made.add_paragraph("abc")
    out = io.BytesIO()
    made.save(out)
    values = {"left": 30.0, "bold": True, "alignment": "both"}
    opened = docx.Document(io.BytesIO(set_docx(out.getvalue(), "x", [Setting(0, 3, values)])))
    assert opened.sections[0].left_margin == pytest.approx(Mm(30), abs=700)
    assert opened.paragraphs[0].runs[0].bold is True


def test_an_automatic_number_goes_with_its_paragraph() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    number = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = f"<w:p><w:pPr>{number}<w:outlineLvl w:val='1'/></w:pPr><w:r><w:t>Mục</w:t></w:r></w:p>"
    data = package(body, numbering=numbering)
    size = '<w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>'
    whole = set_docx(data, "x", [Setting(3, 6, {"size": 14.0})], tracked=False)
    assert part(whole).count(size.encode()) == 2
    assert f"<w:outlineLvl w:val='1'/>{size}</w:pPr>".encode() in part(whole)
    some = set_docx(data, "x", [Setting(3, 5, {"size": 14.0})], tracked=False)
    assert part(some).count(size.encode()) == 1
    tracked = root(set_docx(data, "x", [Setting(0, 6, {"size": 14.0, "before": 6.0})]))
    assert faults(tracked) == []
    assert len(list(tracked.iter(W + "rPrChange"))) == 2
