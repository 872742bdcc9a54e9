"""Both ways of placing the tone in one document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.checks.tone_placement import Check
from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.linter import Linter

Read = Callable[[str], Document]


def facts(text: str, read: Read, linter: Linter) -> list[Fact]:
    return list(Check().facts(read(text), Context(linter.registers, {})))


def test_rarer_way_is_told_with_both_counts(read: Read, linter: Linter) -> None:
    text = "Ủy ban phối hợp với Đảng ủy, hòa giải văn hoá.\n"
    (fact,) = facts(text, read, linter)
    assert text[fact.start : fact.end] == "hoá"
    assert fact.suggestions == ("hóa",)
    assert fact.values == {"kept": "ủy, hòa", "kept_times": "3", "other": "hoá"}


def test_of_equal_ways_the_first_is_kept(read: Read, linter: Linter) -> None:
    (fact,) = facts("Uỷ ban chăm sóc sức khỏe.\n", read, linter)
    assert fact.suggestions == ("khoẻ",)


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban, quý I, quỳ, quý khách, hòa.\n",
        "Uỷ ban, quý II, hoà.\n",
        "Đảng ủy, ông Nguyễn Văn Hoà và bà Thuý.\n",
        "Khoảng hoàn thành, thuyết trình, khoác, ủy.\n",
        "Hội nghị, kế hoạch.\n",
    ],
)
def test_one_way(text: str, read: Read, linter: Linter) -> None:
    assert facts(text, read, linter) == []


def test_capitals_keep_their_case(read: Read, linter: Linter) -> None:
    (fact,) = facts("ỦY BAN và Đảng ủy; CỘNG HOÀ.\n", read, linter)
    assert fact.suggestions == ("HÒA",)
