"""Letters in another font or colour."""

from __future__ import annotations

from dataclasses import replace

from checker.linter import Linter
from checker.reading.layout import Format, Run
from tests.checks.layouts import LETTERS, LONG, PLAN
from tests.checks.test_format import found

ARIAL = LETTERS._replace(font="Arial")


def cut(linter: Linter, words: dict[str, Format]) -> list[str]:
    """The words reported when these words of a long paragraph look otherwise."""
    source = PLAN.source()
    assert source.layout
    at = source.raw.index(LONG)
    runs = [run for run in source.layout.runs if run.start != at]
    start = at
    for word, look in words.items():
        found_at = source.raw.index(word, start)
        runs += [Run(start, found_at, LETTERS), Run(found_at, found_at + len(word), look)]
        start = found_at + len(word)
    runs.append(Run(start, at + len(LONG), LETTERS))
    layout = replace(source.layout, runs=tuple(sorted(runs)))
    (finding,) = found(linter, replace(source, layout=layout)) or (None,)
    if finding is None:
        return []
    spans = ((finding.start, finding.end), *finding.related_spans)
    return [source.raw[slice(*span)] for span in spans]


def test_places_are_the_words_themselves(linter: Linter) -> None:
    assert cut(linter, {"tuyên truyền": ARIAL, "trên địa bàn": ARIAL}) == [
        "tuyên truyền",
        "trên địa bàn",
    ]


def test_neighbours_are_one_place(linter: Linter) -> None:
    calibri = ARIAL._replace(font="Calibri")
    assert cut(linter, {"tuyên ": ARIAL, "truyền": calibri}) == ["tuyên truyền"]


def test_marks_without_letters_are_nothing(linter: Linter) -> None:
    assert cut(linter, {", ": ARIAL}) == []


def test_places_stay_in_their_lines(linter: Linter) -> None:
    lines = tuple(replace(line, letters=line.letters._replace(font="Arial")) for line in PLAN.lines)
    (finding,) = found(linter, replace(PLAN, lines=lines))
    assert finding.text == "UBND THÀNH PHỐ HẢI PHÒNG"
    assert len(finding.related) == len(PLAN.lines) - 1
    assert "Arial (24 chỗ)" in finding.message


def test_addresses_may_be_blue(linter: Linter) -> None:
    blue = PLAN.but("Bảo đảm", color="0563C1")
    assert [one.rule for one in found(linter, blue)] == ["layout/color"]
    assert found(linter, blue.but("Bảo đảm", text="Thư: stp@haiphong.gov.vn")) == []
