"""Words typed while the Vietnamese keyboard was off."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.spelling.keyboard import find_keyboard_slips
from checker.spelling.odd_syllables import foreign_words
from checker.spelling.slip import Slip
from checker.spelling.syllables import split_tone
from checker.spelling.tokens import prose_of
from tests.spelling.few_counts import FewCounts
from tools.accuracy.syllables import _telex, _vni

LISTED = (
    "đặt đối được trường hoạt động hiện đồng thuyết quyết định tưởng thường việt hội năm các giám"
)
WORDS = LISTED.split()
COUNTS = FewCounts("tổ chức thực hiện", "các hoạt động", "mã số", "cả nước", *WORDS)
CHANCE = random.Random(1)


def slips(text: str) -> list[Slip]:
    return list(find_keyboard_slips(prose_of(text), COUNTS, foreign_words()))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("đã dduwowcj giao", "dduwowcj", "được"),
        ("đã đuwowcj giao", "đuwowcj", "được"),
        ("TRUOWNGF học", "TRUOWNGF", "TRƯỜNG"),
        ("Truongwf học", "Truongwf", "Trường"),
        ("các hoatj ddoongj", "hoatj", "hoạt"),
        ("tổ chức thưcj", "thưcj", "thực"),
        ("mục tiêu ddặt ra", "ddặt", "đặt"),
        ("DDối với xã", "DDối", "Đối"),
        ("Ddối với xã", "Ddối", "Đối"),
        ("nhà trườngw", "trườngw", "trường"),
        ("tổ chức thucj hiện", "", ""),
        ("bằng tieesngg", "", ""),
        ("đã d9u7o7c5 giao", "d9u7o7c5", "được"),
        ("D9O6NG2 bào", "D9O6NG2", "ĐỒNG"),
        ("hoa5t d9o65ng", "d9o65ng", "động"),
    ],
)
def test_typed_out(text: str, wrong: str, right: str) -> None:
    found = {text[slip.start : slip.end]: slip.suggestions for slip in slips(text)}
    assert not wrong or found[wrong] == (right,)
    assert wrong or found == {}


@pytest.mark.parametrize(
    "text",
    [
        "fax, gas, index, tax, max, box, text, of, was, class",
        "xe max nước, car nước, mas số",
        "hạng A1, B2, QL1, TA3, điểm a1, 100m2, CO2, H5N1, COVID19",
        "Công văn 12/UBND, d9u7o7c5.vn",
        "các books, rooms và boots",
        "mã CAS, số ASN, chống DDoS, CAS hoạt động",
        "mã DDR, DDD, DDos; quán café, châu Âu, chị Ddỗ",
        "người Moor, hãng Beer, ông Chef",
    ],
)
def test_foreign_words_and_codes(text: str) -> None:
    assert slips(text) == []


@given(st.sampled_from(WORDS))
def test_both_methods_are_read_back(word: str) -> None:
    for typed in (_telex(word, CHANCE), _vni(word, CHANCE)):
        if typed and (len(typed) > len(word) + 1 or not (split_tone(word) or ("", ""))[1]):
            found = slips(f"đã {typed} xong")
            assert [slip.suggestions for slip in found] in ([(word,)], [])
            if len(typed) > len(word) + 1:
                assert found
