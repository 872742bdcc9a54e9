"""Words one slip away, and which of them fits the neighbours best."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.spelling.candidates import Vocabulary, candidates, in_case_of, ranked
from checker.spelling.syllables import is_syllable
from tests.spelling.few_counts import FewCounts

LISTED = (
    "trường trương toán toàn đường dường chân trân xuất suất nan lan ngành nghành nước được "
    "triển việc viết thông các cát khắc sẻ sẽ thiện phương công cổng trình rành giành"
)
WORDS = LISTED.split()
VOCABULARY = Vocabulary(WORDS)


@pytest.mark.parametrize(
    ("form", "meant", "kind"),
    [
        ("tóan", "toán", "tone"),
        ("sẻ", "sẽ", "tone"),
        ("công", "cổng", "tone"),
        ("đựợc", "được", "tone"),
        ("nuớc", "nước", "diacritic"),
        ("dường", "đường", "stroke"),
        ("duoc", "được", "marks"),
        ("chân", "trân", "onset"),
        ("suất", "xuất", "onset"),
        ("lan", "nan", "onset"),
        ("rành", "giành", "onset"),
        ("cát", "các", "final"),
        ("trển", "triển", "dropped"),
        ("trin", "triển", "dropped"),
        ("thiiện", "thiện", "doubled"),
        ("trườờng", "trường", "doubled"),
        ("viểc", "việc", "tone"),
        ("truơgn", "trương", ""),
        ("trươgn", "trương", "transposed"),
        ("khawc", "khắc", ""),
        ("tgông", "thông", "wrong letter"),
        ("việcg", "việc", "inserted"),
    ],
)
def test_kind_of_slip(form: str, meant: str, kind: str) -> None:
    kinds = dict(candidates(form, VOCABULARY))
    assert kinds.get(meant, "") == kind


def test_word_is_no_candidate_of_itself() -> None:
    assert "toán" not in dict(candidates("toán", VOCABULARY))


def test_best_correction_fits_the_neighbours() -> None:
    counts = FewCounts("triển khai", "trên địa", "trên", "trên")
    words = counts.vocabulary
    assert ranked("trển", "", "khai", counts, words)[0].form == "triển"
    assert ranked("trển", "", "địa", counts, words)[0].form == "trên"
    assert ranked("trển", "", "", counts, words)[0].form == "trên"


@pytest.mark.parametrize(
    ("text", "word"), [("TÓAN", "TOÁN"), ("Tóan", "Toán"), ("tóan", "toán"), ("Ý", "Toán")]
)
def test_letter_case(text: str, word: str) -> None:
    assert in_case_of(text, "toán") == word


@given(st.sampled_from(WORDS), st.data())
def test_dropped_and_transposed_letters_lead_back(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    for wrong in (word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :]):
        if wrong != word and not is_syllable(wrong):
            assert word in dict(candidates(wrong, VOCABULARY))


@given(st.text(max_size=12))
def test_any_text_has_candidates_of_the_vocabulary(form: str) -> None:
    assert {word for word, _ in candidates(form, VOCABULARY)} <= set(WORDS)
