"""Figures and what they can mean."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.amounts import (
    decimals,
    find_amounts,
    readings,
    rounding,
    scale_power,
    total,
    written,
)
from checker.text.folding import fold


@pytest.mark.parametrize(
    ("figure", "values", "places"),
    [
        ("05", {"5"}, 0),
        ("1.500.000", {"1500000"}, 0),
        ("1,500,000", {"1500000"}, 0),
        ("1.500", {"1500", "1.5"}, 0),
        ("1,500", {"1500", "1.5"}, 3),
        ("2.5", {"2.5"}, 1),
        ("1.500,25", {"1500.25"}, 2),
        ("1,500.25", {"1500.25"}, 2),
        ("1.50.000", set(), 0),
    ],
)
def test_readings(figure: str, values: set[str], places: int) -> None:
    assert readings(figure) == {Decimal(value) for value in values}
    if values:
        assert decimals(figure) == places


@given(st.decimals(0, 10**12, places=3))
def test_what_is_written_is_read(value: Decimal) -> None:
    assert value in readings(written(value))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("15 triệu đồng", [("15 triệu đồng", 15_000_000, "đồng")]),
        ("1,5 nghìn tỷ đồng", [("1,5 nghìn tỷ đồng", 1_500_000_000_000, "đồng")]),
        ("20.000đ, 50 %", [("20.000đ", 20_000, "đồng"), ("50 %", 50, "%")]),
        ("05 đồng chí", [("05", 5, "dong")]),
        ("120 hộ", [("120", 120, "ho")]),
        ("ngày 12/5/2026, số 05-KH, 3G/4G", []),
    ],
)
def test_amounts(text: str, found: list[tuple[str, int, str]]) -> None:
    amounts = list(find_amounts(fold(text)))
    assert [(text[a.start : a.end], a.usual, a.unit) for a in amounts] == found


def test_sums_are_read_one_way() -> None:
    amounts = list(find_amounts(fold("1.500 hộ, 2.500 hộ")))
    assert total(amounts) == 4000
    assert total(amounts, usual=False) == 4
    assert total(find_amounts("1.5 ha, 1.25 ha"), usual=False) == Decimal("2.75")
    assert total(find_amounts("1,5 ha, 1.234,5 ha"), usual=False) is None


def test_rounding_is_half_a_unit_of_the_last_place() -> None:
    assert rounding([Decimal("1.5"), Decimal("2.25"), Decimal(7)]) == Decimal("0.055")
    assert rounding([Decimal(15).scaleb(6)]) == 500_000


def test_scale() -> None:
    assert [scale_power(unit) for unit in (" triệu đồng", " nghìn tỉ", " tyre", "")] == [
        6,
        12,
        0,
        0,
    ]
