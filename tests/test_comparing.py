"""Findings are known again in another state of the document, and only those."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.comparing import compare
from checker.file_report import FileReport
from checker.finding import NO_QUOTE, Finding, Place, Quote
from checker.fingerprint import key_of
from tests.conftest import SEEDS, seed, twin

HARMLESS = "\n\nCông tác này có ý nghĩa quan trọng, góp phần ổn định tình hình.\n\n"
HEADING = re.compile(r"^\W*([IVX]+|[1-9](\.\d)*|[a-d])[.)] ", re.MULTILINE)
LEGIBLE = [name for name in SEEDS if name != "thanh-mien"]
few = settings(max_examples=40)
Check = Callable[..., FileReport]


def finding(
    rule: str = "spelling/acronym",
    section: str = "",
    words: str = "",
    before: str = "",
    start: int = 0,
    times: int = 1,
) -> Finding:
    quote = Quote(before, words, "") if words else NO_QUOTE
    place = Place(start + 1, 1, start + 1, 2)
    return Finding(
        rule, "error", "…", place, section, words, (), "", (), start, start + len(words),
        times=times, quote=quote, identity=words,
    )  # fmt: skip


FINDINGS = st.lists(
    st.builds(
        finding,
        st.sampled_from(["a/b", "a/c"]),
        st.sampled_from(["", "I", "II.1"]),
        st.sampled_from(["", "ocoop", "chữ"]),
        st.sampled_from(["", "các"]),
        st.integers(0, 5),
        st.integers(1, 2),
    ),
    max_size=12,
)


@few
@given(FINDINGS)
def test_a_document_against_itself_has_nothing_new(found: list[Finding]) -> None:
    same = compare(found, found)
    assert (same.new, same.gone) == ((), ())
    assert Counter(map(key_of, same.unchanged)) == Counter(map(key_of, found))


@few
@given(FINDINGS, FINDINGS, st.data())
def test_order_does_not_matter(
    before: list[Finding], after: list[Finding], data: st.DataObject
) -> None:
    shuffled = compare(data.draw(st.permutations(before)), data.draw(st.permutations(after)))
    assert shuffled == compare(before, after)


@few
@given(FINDINGS, FINDINGS)
def test_each_finding_is_told_once(before: list[Finding], after: list[Finding]) -> None:
    told = compare(before, after)
    assert sorted(map(key_of, told.new + told.unchanged)) == sorted(map(key_of, after))
    assert not Counter(map(key_of, told.gone)) - Counter(map(key_of, before))


@few
@given(FINDINGS, FINDINGS)
def test_as_many_are_new_as_there_are_more_of_the_same_words(
    before: list[Finding], after: list[Finding]
) -> None:
    def counted(findings: tuple[Finding, ...] | list[Finding]) -> Counter[tuple[str, str]]:
        return Counter((one.rule, one.identity) for one in findings if one.identity)

    before = [replace(one, times=1) for one in before]
    after = [replace(one, times=1) for one in after]
    told = compare(before, after)
    assert counted(told.new) == counted(after) - counted(before)
    assert counted(told.gone) == counted(before) - counted(after)


@few
@given(FINDINGS.filter(bool), st.data())
def test_one_more_of_a_finding_is_one_new(found: list[Finding], data: st.DataObject) -> None:
    again = data.draw(st.sampled_from(found))
    told = compare(found, [*found, replace(again, start=99, end=99)])
    assert [key_of(one) for one in told.new] == [key_of(again)]
    assert told.gone == ()


def test_the_one_that_was_added_is_called_new() -> None:
    old = finding(section="II", words="ocoop", before="sản phẩm ", start=50)
    added = finding(section="II", words="ocoop", before="các ", start=10)
    told = compare([old], [added, replace(old, start=80)])
    assert told.new == (added,)


def test_a_section_put_before_moves_the_others_on() -> None:
    before = [finding(section=f"{number}.1", words="ocoop") for number in ("I", "II")]
    after = [finding(section=f"{number}.1", words="ocoop") for number in ("II", "III")]
    assert compare(before, after).new == ()
    assert compare(before, [*after, finding(section="I.1", words="ocoop")]).gone == ()


def test_what_is_missing_is_known_by_its_section_when_its_line_was_rewritten() -> None:
    before, after = (
        replace(finding("recipients/missing", section="III"), identity=line)
        for line in ("đề nghị các đơn vị thực hiện.", "yêu cầu các đơn vị thực hiện.")
    )
    assert compare([before], [after]).unchanged == (after,)
    elsewhere = replace(after, section="II")
    assert compare([before], [elsewhere]).new == (elsewhere,)
    assert compare([before], [after, after]).new == (after,)


def test_what_has_no_words_is_known_by_its_rule_alone() -> None:
    before, after = finding(section="II"), finding(section="III")
    assert compare([before], [after]).unchanged == (after,)
    other = finding("spelling/term", section="II")
    assert compare([before], [other]).new == (other,)


def test_what_is_told_once_is_new_when_it_holds_for_more_places() -> None:
    few, many = finding(times=7), finding(times=9)
    assert compare([few], [many]).new == (many,)
    assert compare([few], [many]).gone == ()
    assert compare([many], [few]).unchanged == (few,)


@settings(max_examples=5, derandomize=True)
@given(st.sampled_from(LEGIBLE), st.lists(st.integers(0, 25), min_size=1, max_size=2))
def test_lines_put_between_change_nothing(check: Check, name: str, at: list[int]) -> None:
    text = seed(name)
    before = check(text).findings
    headings = [match.start() for match in HEADING.finditer(text)]
    for index in sorted(set(at), reverse=True):
        place = headings[index % len(headings)]
        text = text[:place] + HARMLESS * 5 + text[place:]
    told = compare(before, check(text).findings)
    assert (told.new, told.gone) == ((), ())


@settings(max_examples=3, derandomize=True)
@given(st.sampled_from(LEGIBLE), st.sets(st.integers(0, 80), min_size=1, max_size=5))
def test_lines_taken_out_change_nothing(check: Check, name: str, which: set[int]) -> None:
    lines = seed(name).splitlines(keepends=True)
    blank = [index for index, line in enumerate(lines) if not line.strip()]
    out = {blank[index % len(blank)] for index in which}
    text = "".join(line for index, line in enumerate(lines) if index not in out)
    told = compare(check(seed(name)).findings, check(text).findings)
    assert (told.new, told.gone) == ((), ())


def test_one_fault_more_is_the_only_new_one(check: Check) -> None:
    text = seed("nhi-chieu")
    worse = text.replace("sản phẩm OCOOP", "sản phẩm OCOOP, sản phẩm OCOOP")
    (new,) = [
        one
        for one in compare(check(text).findings, check(worse).findings).new
        if one.rule == "spelling/acronym"
    ]
    assert new.text == "OCOOP"


@pytest.mark.parametrize("name", LEGIBLE)
def test_a_mended_plan_has_nothing_left(check: Check, name: str) -> None:
    told = compare(check(seed(name)).findings, check(twin(name)).findings)
    assert not told.new
    assert not told.unchanged
    assert told.gone
