"""Several rules that ask for the same change of the same words are told once, the gravest."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.finding import LEVELS, Finding, Place
from checker.linter import Linter, _once_each
from checker.reading import read_bytes


def finding(rule: str, level: str, start: int, end: int, *suggestions: str) -> Finding:
    place = Place(1, start + 1, 1, end + 1)
    return Finding(rule, level, "", place, "", "", suggestions, "", (), start, end)


SAME = [
    finding("spelling/term", "warning", 3, 9, "chuyển đổi số"),
    finding("units/name", "error", 3, 9, "chuyển đổi số", "chuyển đối số"),
    finding("capitals/word", "info", 3, 9, "chuyển đổi số"),
]


@pytest.mark.parametrize("order", list(permutations(SAME)))
def test_the_gravest_is_kept_whatever_the_order(order: tuple[Finding, ...]) -> None:
    assert [one.rule for one in _once_each(order)] == ["units/name"]


def test_of_equally_grave_ones_the_first_by_name() -> None:
    found = [finding(rule, "error", 3, 9, "xã") for rule in ("spelling/term", "locality/name")]
    assert [one.rule for one in _once_each(found)] == ["locality/name"]
    assert _once_each(found) == _once_each(reversed(found))


@pytest.mark.parametrize(
    "other",
    [
        finding("units/name", "error", 3, 8, "xã"),
        finding("units/name", "error", 2, 9, "xã"),
        finding("units/name", "error", 3, 9, "phường"),
        finding("units/name", "error", 3, 9),
    ],
)
def test_another_change_or_place_is_told_too(other: Finding) -> None:
    one = finding("spelling/term", "warning", 3, 9, "xã")
    assert sorted(one.rule for one in _once_each([one, other])) == ["spelling/term", "units/name"]


def test_findings_without_suggestion_are_told_by_each_rule() -> None:
    found = [finding(rule, "error", 3, 9) for rule in ("b/hai", "a/mot", "b/hai")]
    assert [one.rule for one in _once_each(found)] == ["a/mot", "b/hai"]


findings = st.builds(
    finding,
    st.sampled_from(["a/mot", "b/hai", "c/ba"]),
    st.sampled_from(LEVELS),
    st.integers(0, 2),
    st.integers(3, 4),
    st.sampled_from(["xã", "phường"]),
)


@settings(max_examples=50)
@given(st.lists(findings, max_size=8))
def test_each_change_once_in_order_and_at_its_gravest(found: list[Finding]) -> None:
    kept = _once_each(found)
    changes = [(one.start, one.end, one.suggestions) for one in kept]
    assert len(set(changes)) == len(changes)
    assert set(changes) == {(one.start, one.end, one.suggestions) for one in found}
    assert [(one.start, one.end) for one in kept] == sorted((one.start, one.end) for one in kept)
    for one, change in zip(kept, changes, strict=True):
        levels = [
            LEVELS.index(other.level)
            for other in found
            if (other.start, other.end, other.suggestions) == change
        ]
        assert LEVELS.index(one.level) == max(levels)
    assert _once_each(kept) == kept


def test_a_document_is_told_once_by_two_rules_that_ask_the_same(linter: Linter) -> None:
    source = read_bytes("KẾ HOẠCH\n\nTổ chức thí tìm hiểu pháp luật của xã.\n".encode(), "kh.txt")
    [rule] = [one for one in linter.rules if one.id == "spelling/real-word"]
    both = [replace(rule, id="spelling/twin"), rule]
    twice = Linter(both, linter.grammar, linter.registers.speller, linter.registers.documents)
    assert [one.rule for one in twice.check(source, "draft").findings] == ["spelling/real-word"]
