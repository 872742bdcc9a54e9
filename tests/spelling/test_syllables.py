"""Which syllables there are, and one spelling for each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.spelling.syllables import (
    ONSETS,
    RIMES,
    TONES,
    analyse,
    canonical,
    is_syllable,
    spelled,
)

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy" + "".join(TONES[1:])


WRITTEN = (
    "ngoằn ngoèo khuỷu gì gìn giữ quýt quới quyển quốc nghiêng giếng yêu ươn ở ủy uỷ hoà hòa Thuý "
    "boong goòng xoong pô pin huýt quỵt uých ruy"
)


@pytest.mark.parametrize("word", WRITTEN.split())
def test_syllable(word: str) -> None:
    assert is_syllable(word)


MISWRITTEN = (
    "tóan hòan nuớc phuơng đựoc nghành kế́ ngiêm ghà cần̉ gka caf hoạtj khuyếch xtơ trrường đ th "
    "fax iên triễnn thiiện cuả"
)


@pytest.mark.parametrize("word", MISWRITTEN.split())
def test_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("word", "usual"),
    [("Hoà", "hòa"), ("uỷ", "ủy"), ("tóan", "toán"), ("trừơng", "trường"), ("IoT", "iot")],
)
def test_canonical(word: str, usual: str) -> None:
    assert canonical(word) == usual


def test_parts() -> None:
    found = analyse("trường")
    assert found is not None
    assert (found.onset, found.rime, found.tone) == ("tr", "ương", TONES[1])


@pytest.mark.parametrize(
    ("letters", "tone", "word"),
    [("đươc", TONES[5], "được"), ("quy", TONES[4], "quý"), ("đươc", "", ""), ("ng", "", "")],
)
def test_spelled(letters: str, tone: str, word: str) -> None:
    assert spelled(letters, tone) == word


@given(st.sampled_from(ONSETS), st.sampled_from(sorted(RIMES)), st.sampled_from(TONES))
def test_what_is_spelled_is_canonical_syllable(onset: str, rime: str, tone: str) -> None:
    word = spelled(onset + rime, tone)
    if word:
        assert is_syllable(word)
        assert canonical(word) == word


@given(st.text(LETTERS, max_size=9))
def test_canonical_changes_nothing_twice(word: str) -> None:
    assert canonical(canonical(word)) == canonical(word)
