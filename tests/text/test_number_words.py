"""Number words read and written; what speech leaves open is not read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.number_words import NUMBER_WORDS, read_number, spell

_VARIANTS = {"nghìn": "ngàn", "linh": "lẻ", "tỷ": "tỉ", "bảy": "bẩy", "lăm": "nhăm"}


@given(st.integers(0, 10**15))
def test_a_number_survives_being_written(value: int) -> None:
    reading = read_number(spell(value).split())
    assert reading is not None
    assert (reading.value, reading.slips) == (value, ())


@given(st.integers(0, 10**12))
def test_variants_of_words_mean_the_same(value: int) -> None:
    words = [_VARIANTS.get(word, word) for word in spell(value).split()]
    reading = read_number(words)
    assert reading is not None
    assert reading.value == value


@given(st.lists(st.sampled_from(sorted(NUMBER_WORDS))))
def test_any_words_are_read_or_not(words: list[str]) -> None:
    reading = read_number(words)
    assert reading is None or reading.value >= 0


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (105, "một trăm linh năm"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (125_000, "một trăm hai mươi lăm nghìn"),
        (2_000_000_000_000, "hai nghìn tỷ"),
    ],
)
def test_spelling(value: int, words: str) -> None:
    assert spell(value) == words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Hai mươi tư", 24),
        ("bốn tám", 48),
        ("hai triệu rưỡi", 2_500_000),
        ("một phẩy năm tỷ", 1_500_000_000),
        ("không phẩy không năm", Decimal("0.05")),
        ("ba phẩy hai mươi lăm", Decimal("3.25")),
        ("mười nghìn triệu", 10_000_000_000),
        ("hai nghìn linh năm", 2005),
        ("một triệu lẻ năm nghìn", 1_005_000),
        ("một trăm hai", None),
        ("một triệu hai", None),
        ("hai nghìn năm", None),
        ("nghìn", None),
        ("mươi", None),
        ("năm phẩy", None),
        ("một triệu hai triệu", None),
        ("ba bộ", None),
        ("", None),
    ],
)
def test_reading(words: str, value: Decimal | int | None) -> None:
    reading = read_number(words.split())
    assert (reading and reading.value) == value


@pytest.mark.parametrize(
    ("words", "slips"),
    [
        ("mười năm triệu", ((1, "lăm"),)),
        ("hai mươi một", ((2, "mốt"),)),
        ("mười mốt", ((1, "một"),)),
        ("mười lăm", ()),
    ],
)
def test_wrong_forms(words: str, slips: tuple[tuple[int, str], ...]) -> None:
    reading = read_number(words.split())
    assert reading is not None
    assert reading.slips == slips
