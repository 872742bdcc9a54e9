"""Good text is legible however long it is; text without its diacritics is not."""

from __future__ import annotations

import pytest

from checker.text.folding import fold
from checker.text.legibility import is_legible

SENTENCE = (
    "Ủy ban nhân dân các cấp có trách nhiệm chỉ đạo, hướng dẫn, kiểm tra và tổ chức thực hiện "
)


@pytest.mark.parametrize("words", [45, 60, 62, 75, 89, 91, 121, 400])
def test_good_text_with_a_plain_tail(words: int) -> None:
    good = " ".join((SENTENCE * 30).split()[: words - 3])
    assert is_legible(f"{good} theo quy trong")
    assert not is_legible(fold(good))


def test_short_texts_have_the_benefit_of_the_doubt() -> None:
    assert is_legible(fold(SENTENCE))
