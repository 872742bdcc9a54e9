"""Each word stands between two others, a comma or an edge, and both sides line up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.spelling.counts import COMMA, EDGE
from checker.spelling.links import UNLIKELY, Links, gap
from checker.spelling.model import Model
from checker.spelling.tokens import prose_of
from tests.spelling.test_model import MODEL


def links(text: str, model: Model = MODEL) -> Links:
    return Links(prose_of(text), model)


def test_neighbours_comma_and_edge() -> None:
    found = links("Xã hội, xã họp dân. Dân số")
    assert found.left == [EDGE, "xã", COMMA, "xã", "họp", EDGE, "dân"]
    assert found.right == ["hội", COMMA, "họp", "dân", EDGE, "số", EDGE]


def test_how_likely_each_step_is() -> None:
    found = links("xã hội, số")
    log = MODEL.log
    assert found.into == [log(EDGE, "xã"), log("xã", "hội"), log(COMMA, "số")]
    assert found.out == [log("xã", "hội"), log("hội", COMMA), log("số", EDGE)]


def test_a_text_without_words() -> None:
    found = links("12.345 - ...")
    assert (found.left, found.right, found.into, found.out) == ([], [], [], [])
    assert found.unlikely == []


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["xã", "hội", ",", ";", ".", "\n", "mới", "12", "“số”"])))
def test_both_sides_line_up(parts: list[str]) -> None:
    prose = prose_of(" ".join(parts))
    found = Links(prose, MODEL)
    sides = (found.left, found.right, found.into, found.out)
    assert {len(side) for side in sides} == {len(prose.tokens)}
    forms = [token.form for token in prose.tokens]
    for at in range(1, len(forms)):
        if prose.tokens[at].joined:
            assert (found.right[at - 1], found.left[at]) == (forms[at], forms[at - 1])
            assert found.out[at - 1] == found.into[at]
        else:
            assert found.right[at - 1] == found.left[at] in (COMMA, EDGE)
    assert found.left[:1] == found.right[-1:] == [EDGE][: len(forms)]


def test_only_what_hardly_ever_stands_so_is_unlikely() -> None:
    found = links("xã hội khỉnh mới")
    assert 2 in found.unlikely
    assert 0 not in found.unlikely
    assert all(found.into[at] + found.out[at] < UNLIKELY for at in found.unlikely)


@pytest.mark.parametrize(
    ("text", "told"),
    [("xã, hội", COMMA), ("xã ; hội", COMMA), ("xã. Hội", EDGE), ("xã 12 hội", EDGE)],
)
def test_what_stands_between(text: str, told: str) -> None:
    before, after = prose_of(text).tokens
    assert gap(text, before, after) == told
