"""The key ``layout`` of the examples of rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import RuleError
from checker.example_layout import read_layout
from checker.linter import Linter
from checker.reading import read_bytes
from checker.rule_examples import run_examples
from checker.ruleset import load_rules

RULE = """\
title: {vi: Tiêu ngữ, en: Motto}
level: warning
basis: Nghị định
why: Tiêu ngữ đậm
message: {vi: "{fault}", en: "{fault_en}"}
check: format
zones: [motto]
bold: true
examples:
  - fail: «Độc lập - Tự do - Hạnh phúc»
    layout: {bold: false}
  - pass: Độc lập - Tự do - Hạnh phúc
    layout: {bold: true}
"""


def load(folder: Path, text: str) -> Linter:
    path = folder / "layout" / "vi-du.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Linter.load(rules=load_rules(folder))


def codes(linter: Linter) -> list[str]:
    return [failure.code for failure in run_examples(linter.rules[0], linter)]


def test_examples_hold_and_fail(tmp_path: Path) -> None:
    assert codes(load(tmp_path, RULE)) == []
    swapped = RULE.replace("{bold: false}", "{bold: null}").replace("{bold: true}", "{bold: false}")
    assert codes(load(tmp_path, swapped)) == ["example-silent", "example-fires"]


@pytest.mark.parametrize(
    ("layout", "code"),
    [
        ("{bolt: true}", "unknown-key"),
        ("{bold: sai}", "wrong-type"),
        ("{size: true}", "wrong-type"),
        ("đậm", "wrong-type"),
        ("{mark: coment}", "wrong-value"),
        ("{page: {left: trái}}", "wrong-type"),
        ("{page: {lft: 3}}", "unknown-key"),
        ("{page: {number: {size: 13}}}", "missing-key"),
        ("{page: {number: {where: header, format: 1}}}", "unknown-key"),
        ("{properties: {author: 1}}", "wrong-type"),
        ("{printed_pages: nhiều}", "wrong-type"),
    ],
)
def test_mistake_is_told_with_its_line(tmp_path: Path, layout: str, code: str) -> None:
    with pytest.raises(RuleError) as caught:
        load(tmp_path, RULE.replace("{bold: false}", layout))
    assert caught.value.code == code
    assert caught.value.values["line"] == 11


def test_fix_and_layout_do_not_go_together(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load(tmp_path, RULE.replace("    layout: {bold: false}", "    fix: a\n    layout: {}"))
    assert caught.value.code == "wrong-value"


def test_marked_words_are_set_and_nothing_else_is_known() -> None:
    source = read_bytes("Một hai ba\nbốn".encode(), "x")
    raw = {"size": 13, "before": 6, "mark": "comment", "page": {"left": 30}, "printed_pages": 2}
    layout = read_layout(raw).over(source, [(4, 7)]).layout
    assert layout is not None
    assert [(run.start, run.end, run.format.size) for run in layout.runs] == [(4, 7, 13.0)]
    assert [one.format.before for one in layout.paragraphs] == [6.0, None]
    assert [(one.kind, one.text) for one in layout.marks] == [("comment", "hai")]
    assert (layout.pages[0].left, layout.printed_pages) == (30.0, 2)
