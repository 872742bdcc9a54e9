"""Numbers of headings, items and points."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks.numbering import LETTERS, Mark, read_mark
from checker.file_report import FileReport
from checker.text.numerals import roman, roman_value

Check = Callable[..., FileReport]


def told(report: FileReport) -> list[tuple[str, str]]:
    return [(f.rule, f.text) for f in report.findings if f.group == "numbering"]


@pytest.mark.parametrize(
    ("marker", "mark"),
    [
        ("II.", Mark("", 2, "I.")),
        ("PHẦN IV", Mark("", 4, "I")),
        ("Điều 12.", Mark("", 12, "1.")),
        ("2.1.", Mark("2.", 1, "1.")),
        ("1.2.3", Mark("1.2.", 3, "1")),
        ("3)", Mark("", 3, "1)")),
        ("đ)", Mark("", 5, "a)")),
        ("f)", Mark("", 0, "a)")),
        ("a1)", None),
        ("PHẦN THỨ NHẤT", None),
    ],
)
def test_read_mark(marker: str, mark: Mark | None) -> None:
    assert read_mark(marker) == mark


@given(st.integers(min_value=1, max_value=3999))
def test_roman_numerals_there_and_back(value: int) -> None:
    assert roman_value(roman(value)) == value


@pytest.mark.parametrize("numeral", ["", "IIII", "VX", "IC", "A"])
def test_no_roman_numeral(numeral: str) -> None:
    assert roman_value(numeral) == 0


@given(st.integers(min_value=1, max_value=len(LETTERS)))
def test_points_in_order_are_right(check: Check, count: int) -> None:
    points = "".join(f"{letter}) Một việc.\n" for letter in LETTERS[:count])
    assert told(check(f"I. NỘI DUNG\n1. Nhiệm vụ\n{points}")) == []


@pytest.mark.parametrize(
    "text",
    [
        "I. A\n1. Một.\n2. Hai.\nII. B\n3. Ba.\n4. Bốn.\n",
        "Chương I\nA\nĐiều 1. Một\nĐiều 2. Hai\nChương II\nB\nĐiều 3. Ba\n",
        "I. A\n1. Một.\n2. Hai.\nCác việc khác:\n1. Một.\n2. Hai.\n",
    ],
)
def test_sequences_that_run_on_or_begin_anew(check: Check, text: str) -> None:
    assert told(check(text)) == []


def test_a_repeat_is_told_once(check: Check) -> None:
    text = "I. A\n1. Một.\n2. Hai.\n2. Ba.\n3. Bốn.\n"
    assert told(check(text)) == [("numbering/item-repeat", "2.")]
