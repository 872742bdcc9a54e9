"""``fix --layout`` on the family of Word fixtures: what it can set is right afterwards."""

from __future__ import annotations

import pytest

from checker.annotating import Fixed, fix, open_draft
from checker.finding import Finding
from checker.linter import Linter
from checker.reading import read_bytes
from tests.conftest import FIXTURES

FILES = sorted((FIXTURES / "layout").glob("*.docx"))


def fixed(name: str, linter: Linter, *, accept: bool) -> Fixed:
    data = (FIXTURES / "layout" / name).read_bytes()
    draft = open_draft(data, name)
    return fix(draft, linter, "draft", "out.docx", accept=accept, layout=True)


def layout_findings(data: bytes, linter: Linter) -> list[Finding]:
    report = linter.check(read_bytes(data, "a.docx"), "draft")
    return [finding for finding in report.findings if finding.group == "layout"]


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_what_can_be_set_is_right_afterwards(name: str, linter: Linter) -> None:
    data = (FIXTURES / "layout" / name).read_bytes()
    before = layout_findings(data, linter)
    if not any(one.setting for one in before):
        return
    after = fixed(name, linter, accept=True)
    assert after.settings
    left = layout_findings(after.data, linter)
    assert {one.rule for one in left} == {one.rule for one in before if not one.setting}


@pytest.mark.parametrize("name", [path.name for path in FILES[::3]])
def test_what_was_set_is_left_alone(name: str, linter: Linter) -> None:
    after = fixed(name, linter, accept=True)
    again = fix(open_draft(after.data, name), linter, "draft", "b.docx", accept=True, layout=True)
    assert (again.data, again.edits, again.settings) == (after.data, (), 0)


def test_sound_plan_stays_as_it_is(linter: Linter) -> None:
    data = (FIXTURES / "layout" / "plan.docx").read_bytes()
    assert fixed("plan.docx", linter, accept=True) == Fixed(data, (), (), 0)


def test_tracked_settings_leave_the_text_and_are_told(linter: Linter) -> None:
    after = fixed("margins.docx", linter, accept=False)
    source = read_bytes(after.data, "a.docx")
    assert source.raw == read_bytes((FIXTURES / "layout" / "margins.docx").read_bytes(), "a").raw
    assert source.layout is not None
    assert [(mark.kind, mark.author) for mark in source.layout.marks] == [("format", "Soát")]
