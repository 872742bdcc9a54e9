"""A word that the document never leaves alone is missed where it stands alone."""

from __future__ import annotations

from collections import Counter
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.spelling.collocations import LEAST_USES, find_missing_words
from checker.spelling.counts import Counts as Layer
from checker.spelling.links import Links
from checker.spelling.model import Model
from checker.spelling.slip import Slip
from checker.spelling.tokens import prose_of

USED = "Làm tốt thông tin đối ngoại của xã.\n" * 12


class Counts:
    """Counts of a made-up print: ten million words, those of a pair bound to each
    other but for the ``rare`` one."""

    total = 10_000_000
    pairs = 1_000_000
    words = ()

    def __init__(self, *pairs: str, rare: str = "") -> None:
        self._pairs = Counter(dict.fromkeys((tuple(pair.split()) for pair in pairs), 3000))
        self._pairs[tuple(rare.split())] = 100

    def count(self, form: str) -> int:
        return 20_000

    def contexts(self, form: str) -> int:
        return 5_000

    followers = contexts

    def pair(self, left: str, right: str) -> int:
        return self._pairs[left, right]


PRINT = Counts("đối ngoại", "ngoại cho", "ngoại của", "tin cho", rare="tin đối")


def slips(text: str, counts: Counts = PRINT) -> list[Slip]:
    prose, model = prose_of(text), Model([cast(Layer, counts)])
    return list(find_missing_words(prose, Links(prose, model), model))


def told(text: str, counts: Counts = PRINT) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[slip.start : slip.end], slip.suggestions) for slip in slips(text, counts)]


def test_half_a_pair_lacks_the_other() -> None:
    assert told(USED + "Tập huấn thông tin đối cho công chức.") == [("đối", ("đối ngoại",))]


def test_the_reason_counts_the_uses() -> None:
    text = USED + "Tập huấn thông tin đối cho công chức."
    [slip] = slips(text)
    assert "12 lần" in slip.values["reason"]
    assert "12 times" in slip.values["reason_en"]


@pytest.mark.parametrize(
    "line",
    [
        "Tập huấn thông tin đối, cho công chức.",  # a mark between
        "Tập huấn thông tin đối",  # nothing follows
        "Tập huấn thông tin đối ngoai cho công chức.",  # the partner mistyped
        "Tập huấn thông tin Đối cho công chức.",  # perhaps a name
        "Tập huấn ngày đối cho công chức.",  # what stands before does not fit
        "Tập huấn thông tin đối thoại công chức.",  # what stands after does not fit
    ],
)
def test_other_reasons_to_stand_alone(line: str) -> None:
    assert told(USED + line) == []


def test_what_print_knows_is_right() -> None:
    known = Counts("đối ngoại", "ngoại cho", "đối cho", rare="tin đối")
    assert told(USED + "Tập huấn thông tin đối cho công chức.", known) == []


def test_bound_to_the_word_before() -> None:
    text = "Truyền thông tin tới dân.\n" * 12 + "Công tác truyền thông chính sách."
    print_ = Counts("thông tin", "truyền thông", "tin chính")
    assert told(text, print_) == []


def test_twice_is_no_slip() -> None:
    assert told(USED + "Tập huấn thông tin đối cho công chức.\n" * 2) == []


def test_few_uses_prove_nothing() -> None:
    few = "Làm tốt thông tin đối ngoại của xã.\n" * (LEAST_USES - 1)
    assert told(few + "Tập huấn thông tin đối cho công chức.") == []


@given(st.text(alphabet="đốingạcha \n.,TÔ", max_size=200))
def test_any_text_is_judged_inside_itself(text: str) -> None:
    for slip in slips(USED + text):
        assert 0 <= slip.start < slip.end <= len(USED + text)
