"""How likely a word is after another: shares that sum to one, layers that add up."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.spelling.counting import Counting
from checker.spelling.counts import COMMA, EDGE, Counts, pack
from checker.spelling.model import Model


def layer(*paragraphs: str, times: int = 3) -> Counts:
    counting = Counting()
    for paragraph in paragraphs * times:
        counting.add(paragraph)
    return Counts(memoryview(pack(*counting.result())))


ONE = layer("xã hội số, xã hội mới", "xã họp dân", "dân họp với xã hội", times=5)
OTHER = layer("phường họp dân", "dân hỏi xã", times=4)
MODEL = Model([ONE])
BOTH = Model([ONE, OTHER])


def total_after(model: Model, left: str) -> float:
    words = (*model.vocabulary.spelled.values(), [EDGE, COMMA])
    return sum(math.exp(model.log(left, word)) for group in words for word in group)


@pytest.mark.parametrize("left", ["xã", "hội", "họp", "dân", "với", EDGE, COMMA])
def test_the_shares_after_a_word_sum_to_one(left: str) -> None:
    assert 0.97 < total_after(MODEL, left) < 1.001
    assert 0.95 < total_after(BOTH, left) < 1.1  # a follower in both layers gives up twice


@settings(max_examples=30)
@given(
    st.lists(st.lists(st.sampled_from(["xã", "hội", "dân", "số", "mới"]), min_size=1, max_size=6))
)
def test_the_shares_of_any_text_sum_to_one(clauses: list[list[str]]) -> None:
    model = Model([layer("xã hội", *(" ".join(clause) for clause in clauses))])
    for left in (EDGE, "xã"):
        assert 0.9 < total_after(model, left) < 1.05


def test_what_was_met_is_likelier_than_what_was_not() -> None:
    met, other = MODEL.log("xã", "hội"), MODEL.log("xã", "mới")
    assert other < met < 0
    assert MODEL.log("xã", "chưa-gặp") < other


def test_a_word_that_no_text_has_tells_nothing_of_the_next() -> None:
    assert MODEL.log("chưa-gặp", "xã") == MODEL.log_alone("xã")
    assert MODEL.log("chưa-gặp", "xã") > MODEL.log("chưa-gặp", "mới")
    assert math.isfinite(MODEL.log("chưa-gặp", "cũng-chưa"))


def test_a_layer_adds_to_what_is_known() -> None:
    assert BOTH.total == ONE.total + OTHER.total
    for word in ("xã", "dân", "phường", "hội", "chưa-gặp"):
        assert BOTH.count(word) == ONE.count(word) + OTHER.count(word)
    assert BOTH.pair("họp", "dân") == ONE.pair("họp", "dân") + OTHER.pair("họp", "dân") > 0
    assert BOTH.pair("phường", "họp") == OTHER.pair("phường", "họp") > 0
    assert BOTH.log("dân", "hỏi") > MODEL.log("dân", "hỏi")


def test_the_words_of_all_layers_may_be_meant_each_once() -> None:
    listed = [word for group in BOTH.vocabulary.spelled.values() for word in group]
    assert sorted(listed) == sorted({*ONE.words, *OTHER.words})


def test_the_order_of_the_layers_does_not_matter() -> None:
    turned = Model([OTHER, ONE])
    for pair in (("xã", "hội"), ("họp", "dân"), (EDGE, "dân"), ("mới", "phường")):
        assert turned.log(*pair) == pytest.approx(BOTH.log(*pair))


def test_a_bond_is_how_much_chance_is_beaten() -> None:
    assert MODEL.bond("xã", "hội") == pytest.approx(
        ONE.pair("xã", "hội") * ONE.total / (ONE.count("xã") * ONE.count("hội"))
    )
    assert MODEL.bond("xã", "hội") > 1 > MODEL.bond("hội", "xã") == 0.0
    assert MODEL.bond("chưa-gặp", "xã") == 0.0


def test_asking_twice_gives_the_same_whatever_was_asked_between() -> None:
    fresh = Model([ONE])
    last = fresh.log("xã", "mới")
    fresh.log("mới", "xã")
    fresh.log_alone("mới")
    assert fresh.log("xã", "mới") == last == MODEL.log("xã", "mới")
