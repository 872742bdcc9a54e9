"""What is left over from the writing, and what the properties of a file tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.linter import Linter
from tests.checks.layouts import PLAN
from tests.checks.test_format import found, rules


@pytest.mark.parametrize(
    ("kind", "rule", "draft"),
    [
        ("insertion", "tracked-changes", "warning"),
        ("deletion", "tracked-changes", "warning"),
        ("move", "tracked-changes", "warning"),
        ("format", "tracked-changes", "warning"),
        ("comment", "comments", "info"),
        ("hidden", "hidden-text", "warning"),
    ],
)
def test_marks(linter: Linter, kind: str, rule: str, draft: str) -> None:
    left = PLAN.but("Bảo đảm", marks=(kind,)).but("II. TỔ CHỨC", marks=(kind,))
    for stage, level in (("draft", draft), ("issued", "error")):
        (finding,) = found(linter, left, stage)
        assert (finding.rule, finding.level) == (f"hygiene/{rule}", level)
        assert finding.text == "Bảo đảm tiết kiệm, hiệu quả."
        assert len(finding.related) == 1
        assert " 2 " in finding.message
        assert ("(Lê Văn Nam)" in finding.message) is (kind != "hidden")


def test_mark_without_text_is_an_empty_place(linter: Linter) -> None:
    source = PLAN.but("Bảo đảm", marks=("deletion",)).source()
    assert source.layout
    (mark,) = source.layout.marks
    layout = replace(source.layout, marks=(mark._replace(end=mark.start),))
    (finding,) = found(linter, replace(source, layout=layout))
    assert finding.start == finding.end == source.raw.index("Bảo đảm")


def test_hidden_blanks_are_nothing(linter: Linter) -> None:
    source = PLAN.but("Bảo đảm", marks=("hidden",)).source()
    assert source.layout
    layout = replace(source.layout, marks=(source.layout.marks[0]._replace(text=" "),))
    assert rules(linter, replace(source, layout=layout)) == []


def test_highlight_is_told_and_left_to_a_person(linter: Linter) -> None:
    left = PLAN.but("Bảo đảm", highlight="yellow")
    (finding,) = found(linter, left)
    assert (finding.rule, finding.level) == ("hygiene/highlight", "info")
    assert not finding.setting
    assert rules(linter, PLAN.but("Bảo đảm", highlight="none")) == []


def test_shade_is_told_and_left(linter: Linter) -> None:
    (finding,) = found(linter, PLAN.but("Bảo đảm", highlight="#FFFF00"))
    assert (finding.rule, dict(finding.setting)) == ("hygiene/highlight", {})


@pytest.mark.parametrize(
    ("properties", "told"),
    [
        ({"author": "Lê Văn Nam", "last_editor": "Lê Văn Nam"}, "người soạn “Lê Văn Nam”."),
        ({"author": "Windows User", "last_editor": "Admin2"}, ""),
        ({"company": "Sở Tư pháp"}, ""),
        ({"company": "Microsoft Corporation"}, ""),
        ({"company": "UBND xã Đại Sơn"}, "cơ quan “UBND xã Đại Sơn”."),
        ({"template": "Normal.dotm"}, ""),
        ({"template": "file:///D:/M%E1%BA%ABu.dotx"}, "tệp mẫu “file:///D:/Mẫu.dotx”."),
        ({"title": "Kế hoạch"}, ""),
    ],
)
def test_properties(linter: Linter, properties: dict[str, str], told: str) -> None:
    findings = found(linter, replace(PLAN, properties=properties))
    assert [finding.rule for finding in findings] == (["hygiene/properties"] if told else [])
    assert all(told in finding.message for finding in findings)
