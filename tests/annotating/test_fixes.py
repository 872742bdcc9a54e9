"""Fixes: what is safe, what follows from what, and that nothing else changes."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.annotating.edit import Edit
from checker.annotating.fixes import Choice, apply_edits, apply_to_source, chosen_edits, find_edits
from checker.linter import Linter
from checker.reading import read_bytes
from tests.conftest import SEEDS, TWINS, seed, twin

_WORDS = st.sampled_from(
    ["Phòng", "Kinh tế", "ngày 5", "điều 3", "OCOOP", " ", "  ", ";", ".", "...", "\n", "- ", "xã"]
)


def fixed(text: str, linter: Linter, *, unsafe: bool = False) -> str:
    source = read_bytes(text.encode(), "a.txt")
    return apply_edits(source.raw, find_edits(source, linter, "draft", unsafe=unsafe))


def plan(line: str) -> str:
    """A sound plan with one more line in its body."""
    before, heading, after = twin("binh-thanh").partition("\nII.")
    return f"{before}\n{line}\n{heading}{after}"


def test_only_safe_fixes_are_made_unless_asked(linter: Linter) -> None:
    safe = fixed(seed("nhi-chieu"), linter)
    assert "OCOOP" not in safe
    assert "Cổng Thông tin điện tử" in safe
    assert "phường Nghị Quyết" in safe
    assert "phường Nghị Quyết" not in fixed(seed("nhi-chieu"), linter, unsafe=True)


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("unsafe", [False, True])
def test_fixing_twice_changes_nothing(name: str, unsafe: bool, linter: Linter) -> None:
    once = fixed(seed(name), linter, unsafe=unsafe)
    assert fixed(once, linter, unsafe=unsafe) == once


@pytest.mark.parametrize("name", TWINS)
def test_sound_plans_stay_as_they_are(name: str, linter: Linter) -> None:
    assert fixed(twin(name), linter) == twin(name)


def test_one_fix_may_call_for_another(linter: Linter) -> None:
    assert fixed(plan("Giao Phòng Kinh tế ,Công an xã  phối hợp  thực hiện."), linter) == plan(
        "Giao Phòng Kinh tế, Công an xã phối hợp thực hiện."
    )


def test_every_place_of_a_rule_that_speaks_once_is_fixed(linter: Linter) -> None:
    assert fixed(plan("Thực hiện  tốt  các  việc được giao."), linter) == plan(
        "Thực hiện tốt các việc được giao."
    )


def test_words_cut_by_a_line_end_are_fixed_and_the_line_end_stays(linter: Linter) -> None:
    wrapped = "\n".join(textwrap.wrap(seed("nhi-chieu").replace("OCOOP", "OCOOP OCOOP"), 60))
    once = fixed(wrapped, linter)
    assert "OCOOP" not in once
    assert once.count("\n") == wrapped.count("\n")


def test_neighbours_change_together(linter: Linter) -> None:
    source = read_bytes(seed("nhi-chieu").encode(), "a.txt")
    edits = find_edits(source, linter, "draft", unsafe=True)
    assert ("Nghị Quyết", "Nhị Chiểu") in [(source.raw[e.start : e.end], e.text) for e in edits]


@given(words=st.lists(_WORDS, max_size=40))
@settings(max_examples=40)
def test_fixes_are_idempotent(words: list[str], linter: Linter) -> None:
    text = "KẾ HOẠCH\n" + " ".join(words) + "\nNơi nhận:\n"
    once = fixed(text, linter, unsafe=True)
    assert fixed(once, linter, unsafe=True) == once


@given(st.data())
def test_edited_source_has_the_lines_of_the_edited_text(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab |\n\t", min_size=1).filter(str.strip))
    source = read_bytes(text.encode(), "a.txt")
    spots = data.draw(st.sets(st.integers(0, len(text)), max_size=6))
    spans = zip(sorted(spots)[::2], sorted(spots)[1::2], strict=False)
    edits = [Edit(a, b, "xy") for a, b in spans if "\n" not in text[a:b]]
    edits = [
        edit
        for edit in edits
        if any(line.start <= edit.start and edit.end <= line.end for line in source.lines)
    ]
    after = apply_to_source(source, edits)
    assert after.raw == apply_edits(text, edits)
    for old, new in zip(source.lines, after.lines, strict=True):
        own = [e for e in edits if old.start <= e.start and e.end <= old.end]
        moved = [Edit(e.start - old.start, e.end - old.start, e.text) for e in own]
        assert after.raw[new.start : new.end] == apply_edits(text[old.start : old.end], moved)


def test_a_choice_holds_for_all_places_that_the_finding_is_told_for(linter: Linter) -> None:
    wrong, right = "Ban chỉ huy Quân sự", "Ban Chỉ huy Quân sự"
    leads = [right, wrong, right, wrong, right]
    text = plan("\n".join(f"* Đơn vị chủ trì: {lead} xã." for lead in leads))
    report = linter.check(read_bytes(text.encode(), "a.txt"), "draft")
    (finding,) = [one for one in report.findings if one.rule == "units/capitals"]
    assert report.document
    choices = [Choice(finding, finding.suggestions[0])]
    edits = chosen_edits(report.document, linter, "draft", choices)
    assert apply_edits(text, edits) == text.replace(wrong, right)
