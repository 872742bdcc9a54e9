from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.distance import is_slip_of
from checker.text.folding import fold
from checker.text.legibility import is_legible
from checker.text.words import sound, syllable, words_of


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_keeps_case_and_drops_marks() -> None:
    assert fold("KẾ HOẠCH đặc thù – “xã”") == 'KE HOACH dac thu - "xa"'


def test_sound_and_syllable() -> None:
    assert sound("Cổng") == sound("công") == "công"
    assert syllable("hòa") == syllable("hoà") != syllable("hoa")
    assert syllable("Ủy") == syllable("uỷ")


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    for word in words_of(text):
        assert text[word.start : word.end]
        assert not text[word.start : word.end].isspace()


@pytest.mark.parametrize(
    ("word", "known", "slip"),
    [
        ("OCOOP", "OCOP", True),  # doubled
        ("OCPO", "OCOP", True),  # swapped
        ("OCP", "OCOP", False),  # too short to tell
        ("OCOB", "OCOP", False),
        ("CTXH", "KTXH", False),
        ("UNESKO", "UNESCO", True),  # changed, six letters
        ("VHTTDLL", "VHTTDL", True),
        ("LĐTXH", "LĐTBXH", True),  # dropped
        ("OCOP", "OCOP", False),
    ],
)
def test_slip(word: str, known: str, slip: bool) -> None:
    assert is_slip_of(word, known) is slip


def test_text_without_diacritics_is_not_legible() -> None:
    good = "Ủy ban nhân dân xã xây dựng kế hoạch tuyên truyền, phổ biến pháp luật " * 6
    assert is_legible(good)
    assert not is_legible(fold(good))
    assert is_legible("Too short to tell anything about it")
