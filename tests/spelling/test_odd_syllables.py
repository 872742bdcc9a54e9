"""Words that are no syllable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.spelling.odd_syllables import find_odd_syllables, foreign_words
from checker.spelling.slip import Slip
from checker.spelling.syllables import is_syllable
from checker.spelling.tokens import prose_of
from tests.spelling.few_counts import FewCounts

COUNTS = FewCounts(
    "tổ chức triển khai thực hiện",
    "số hóa dữ liệu",
    "hiệu quả công tác của phường",
    "an toàn giao thông",
    "tại địa phương háo",
    "tuyên truyền vận động được",
    "cơ quan có liên quan",
    "trung tâm",
)
WORDS = COUNTS.vocabulary


def slips(text: str, names: tuple[tuple[int, int], ...] = ()) -> list[Slip]:
    return list(find_odd_syllables(prose_of(text, names), COUNTS, WORDS, foreign_words()))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("đã triểnn khai", "triểnn", "triển"),
        ("AN TÒAN GIAO", "TÒAN", "TOÀN"),
        ("đã số haó dữ liệu", "haó", "hóa"),
        ("an tòan giao thông", "tòan", "toàn"),
        ("đã haó ra", "haó", "háo"),
        ("Truyèn vận động", "Truyèn", "Truyền"),
        ("đã trjển khai", "trjển", "triển"),
        ("có liên quna", "quna", "quan"),
        ("tổ chc triển", "chc", "chức"),
        ("cuả phường", "cuả", "của"),
    ],
)
def test_one_clear_word(text: str, wrong: str, right: str) -> None:
    (slip,) = slips(text)
    assert slip.kind == "syllable"
    assert text[slip.start : slip.end] == wrong
    assert slip.suggestions == (right,)


def test_without_clear_word_it_is_odd() -> None:
    (slip,) = slips("đã bưởngg xong")
    assert (slip.kind, slip.suggestions) == ("odd-syllable", ())
    assert "gõ lại" in slip.values["reason"]


@pytest.mark.parametrize(
    "text",
    [
        "người Ê Đê ở Krông Ana và Đắk Lắk",
        "đăng trên fanpage, Zalo, podcast",
        "đi Singapore và Băng-la-đét",
        "ký hiệu kHz, cd, tk, đ",
        "UBND, HĐND, TTĐT, BCHQS",
        "axít ni-tơ-ríc",
        "chất xenlulô",
        "tlước ni tôống diện tích tlêênh",
        "VIET NAM và Viet Nam, lô gích",
        "xtưr, xtưr và xtưr",
        "thành phố Ljubljana slovenščina",
        "hoà giải, thuý, quý, gìn giữ",
    ],
)
def test_right_words(text: str) -> None:
    assert slips(text) == []


def test_names_are_left_alone() -> None:
    text = "bà Tòan nói"
    assert slips(text, ((3, 7),)) == []


def test_shipped_words_are_no_syllables_or_letters() -> None:
    known = foreign_words()
    assert {"fanpage", "logistics", "kilômét", "xiv", "đ"} <= known
    assert all(word == word.lower() for word in known)
    assert [word for word in known if len(word) > 2 and is_syllable(word)] == []


@given(st.text("aăbcđêhntgiươ\u0301\u0309 ,.-ĐX", max_size=40))
def test_slips_are_odd_words_in_order(text: str) -> None:
    found = slips(text)
    assert [slip.start for slip in found] == sorted({slip.start for slip in found})
    assert not any(is_syllable(text[slip.start : slip.end]) for slip in found)
