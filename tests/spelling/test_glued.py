"""Blanks lacking between words, and blanks within a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.spelling.glued import find_glued
from checker.spelling.odd_syllables import foreign_words
from checker.spelling.slip import Slip
from checker.spelling.tokens import prose_of
from tests.spelling.few_counts import FewCounts

PHRASES = (
    "tổ chức bộ máy",
    "về việc sắp xếp",
    "cổng thông tin điện tử",
    "công tác đối ngoại",
    "trách nhiệm của trung tâm",
    "có ý kiến",
    "hội đồng nhân dân",
)
COUNTS = FewCounts(*PHRASES)


def slips(text: str) -> list[tuple[str, str, str]]:
    found: list[Slip] = list(find_glued(prose_of(text), COUNTS, foreign_words()))
    return [(slip.kind, text[slip.start : slip.end], slip.suggestions[0]) for slip in found]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("tổ chức bộmáy mới", "bộmáy", "bộ máy"),
        ("VỀVIỆC SẮP XẾP", "VỀVIỆC", "VỀ VIỆC"),
        ("có ýkiến khác", "ýkiến", "ý kiến"),
        ("củaTrung tâm", "củaTrung", "của Trung"),
        ("HỘI ĐỒNGNhân dân", "ĐỒNGNhân", "ĐỒNG Nhân"),
        ("cổng thôngtinđiện tử", "thôngtinđiện", "thông tin điện"),
    ],
)
def test_glued(text: str, wrong: str, right: str) -> None:
    assert slips(text) == [("glued", wrong, right)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("công tác đ ối ngoại", "đ ối", "đối"),
        ("Cổng Th ông tin", "Th ông", "Thông"),
        ("CỔNG TH ÔNG TIN", "TH ÔNG", "THÔNG"),
        ("hội đồng nh ân dân", "nh ân", "nhân"),
        ("cổng thôn gtin", "thôn gtin", "thông tin"),
    ],
)
def test_split(text: str, wrong: str, right: str) -> None:
    assert slips(text) == [("split", wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "bêtông, côngtenơ, vắcxin, kilômét, Krông Ana, TPBank, VietGAP",
        "các điểm a b c d đ khoản, nhóm t, ông H",
        "côông tác",
        "nghị quyết của côca, Lênin",
        "Y Moan, A Lưới, Ê Đê, Kơ Pa",
        "internet, container, banner",
        "điểm đ\nối ngoại",
    ],
)
def test_right_words(text: str) -> None:
    assert slips(text) == []


@given(st.sampled_from(PHRASES), st.data())
def test_whole_phrases_are_silent_and_glued_ones_are_not(phrase: str, data: st.DataObject) -> None:
    assert slips(phrase) == []
    words = phrase.split()
    at = data.draw(st.integers(0, len(words) - 2))
    glued = words[at] + words[at + 1]
    text = " ".join([*words[:at], glued, *words[at + 2 :]])
    assert slips(text) == [("glued", glued, f"{words[at]} {words[at + 1]}")]
