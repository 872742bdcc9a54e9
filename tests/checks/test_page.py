"""Paper, margins and page numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checker.linter import Linter
from checker.reading.layout import Page
from tests.checks.layouts import CENTRED, LETTERS, NUMBER, PAGE, PLAN, Laid, Line
from tests.checks.test_format import PARTY, found, rules

APPENDIX = PLAN.plus(Line("Phụ lục", LETTERS._replace(bold=True), CENTRED))


def with_pages(laid: Laid, *pages: Page) -> Laid:
    return replace(laid, pages=pages)


@pytest.mark.parametrize(
    ("changes", "rule", "setting", "message"),
    [
        ({"left": 25.0}, "margins", {"left": 30.0}, "lề trái 25 mm (cần 30–35)"),
        ({"left": 29.5, "right": 20.5}, None, {}, ""),
        (
            {"left": 36.0, "top": 12.7},
            "margins",
            {"left": 35.0, "top": 20.0},
            "lề trên 12,7 mm (cần 20–25), lề trái 36 mm (cần 30–35)",
        ),
        (
            {"width": 215.9, "height": 279.4},
            "paper",
            {"width": 210.0, "height": 297.0},
            "Letter (215,9 × 279,4 mm)",
        ),
        ({"width": 297.0, "height": 210.0, "left": 10.0}, None, {}, ""),
        ({"width": 297.0, "height": 210.0, "table": False}, "orientation", {}, "trang dọc"),
        ({"number": NUMBER._replace(where="footer")}, "page-number-place", {}, "ở chân trang"),
        ({"number": NUMBER._replace(alignment="right")}, "page-number-place", {}, "căn lề phải"),
        ({"number": NUMBER._replace(alignment=None)}, None, {}, ""),
        ({"first": True}, "page-number-first", {}, "Trang thứ nhất"),
        ({"number": NUMBER._replace(style="lowerRoman")}, "page-number-look", {}, "Ả Rập"),
        (
            {"number": NUMBER._replace(format=LETTERS._replace(size=12.0))},
            "page-number-look",
            {},
            "cỡ 12",
        ),
        ({"number": None}, "page-number-missing", {}, "chưa có số trang"),
    ],
)
def test_one_change_one_finding(
    linter: Linter,
    changes: dict[str, Any],
    rule: str | None,
    setting: dict[str, float],
    message: str,
) -> None:
    broken = PLAN.paged(**changes)
    findings = found(linter, broken)
    assert [finding.rule for finding in findings] == ([f"layout/{rule}"] if rule else [])
    for finding in findings:
        assert message in finding.message
        assert (finding.start, finding.end) == (0, 0)
        assert dict(finding.setting) == setting
        if setting:
            assert rules(linter, broken.mended(finding)) == []


def test_number_of_one_page_is_not_missed(linter: Linter) -> None:
    one = replace(PLAN.paged(number=None), printed_pages=1)
    assert rules(linter, one) == []
    lines = (*one.lines[:13], *(Line(f"- Việc thứ {i:04}.") for i in range(400)), *one.lines[13:])
    assert rules(linter, replace(one, lines=lines)) == ["layout/page-number-missing"]


def test_finding_is_placed_where_its_pages_begin(linter: Linter) -> None:
    source = APPENDIX.source()
    assert source.layout
    at = source.raw.index("Phụ lục")
    paragraphs = tuple(
        one._replace(page=1) if one.start == at else one for one in source.layout.paragraphs
    )
    narrow = PAGE._replace(right=5.0, restart=1)
    layout = replace(source.layout, paragraphs=paragraphs, pages=(PAGE, narrow))
    (finding,) = found(linter, replace(source, layout=layout))
    assert finding.rule == "layout/margins"
    assert finding.place.line == source.raw[:at].count("\n") + 1
    layout = replace(layout, pages=(PAGE._replace(right=5.0), narrow))
    (finding,) = found(linter, replace(source, layout=layout))
    assert len(finding.related) == 1
    for restart, expected in ((1, []), (None, ["layout/appendix-pages"])):
        pages = (PAGE, PAGE._replace(restart=restart))
        layout = replace(layout, pages=pages)
        assert rules(linter, replace(source, layout=layout)) == expected


def test_each_appendix_begins_anew(linter: Linter) -> None:
    second = Line("Phụ lục II", LETTERS._replace(bold=True), CENTRED)
    source = APPENDIX.plus(Line("Bảng một", LETTERS, CENTRED), second).source()
    assert source.layout
    first = source.raw.index("Phụ lục")
    paragraphs = tuple(
        one._replace(page=1) if one.start >= first else one for one in source.layout.paragraphs
    )
    pages = (PAGE, PAGE._replace(restart=1))
    layout = replace(source.layout, paragraphs=paragraphs, pages=pages)
    findings = found(linter, replace(source, layout=layout))
    assert [one.text for one in findings if one.rule == "layout/appendix-pages"] == ["Phụ lục II"]


def test_appendix_on_the_pages_of_the_document(linter: Linter) -> None:
    (finding,) = found(linter, APPENDIX)
    assert (finding.rule, finding.text) == ("layout/appendix-pages", "Phụ lục")
    assert rules(linter, replace(APPENDIX.paged(number=None), printed_pages=1)) == []


def test_pages_of_the_party(linter: Linter) -> None:
    assert rules(linter, PARTY.paged(left=35.0)) == ["layout/party-margins"]
    assert rules(linter, PARTY.paged(header=12.7)) == ["layout/party-number-height"]
    foot = PARTY.paged(header=12.7, number=NUMBER._replace(where="footer"))
    assert rules(linter, foot) == ["layout/page-number-place"]
    assert rules(linter, PARTY.paged(header=12.7, number=None)) == ["layout/page-number-missing"]
