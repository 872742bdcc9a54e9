"""Every rule's own examples, and the rule set as data."""

from __future__ import annotations

import pytest

from checker import data
from checker.linter import Linter
from checker.rule_examples import run_examples
from checker.ruleset import Rule, load_rules

RULES = load_rules(data.folder("rules"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_hold(rule: Rule, linter: Linter) -> None:
    assert list(run_examples(rule, linter)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_says_why_and_on_what_it_rests(rule: Rule) -> None:
    assert rule.all_bases()
    assert len(rule.common.why) > 40
    assert all(rule.common.message[lang] and rule.common.title[lang] for lang in ("vi", "en"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_example_that_does_not_hold_is_noticed(rule: Rule, linter: Linter) -> None:
    """Swap fail and pass: the runner must object, or it could not fail at all."""
    failing = next(one for one in rule.examples if "fail" in one)
    setting = {
        key: failing[key] for key in ("office", "layout", "against", "due") if key in failing
    }
    if "expect" in failing:
        setting["expect"] = [_unmarked(office) for office in failing["expect"]]
    unmarked = _unmarked(failing["fail"])
    broken = Rule(rule.id, rule.path, rule.common, rule.check, ({**setting, "pass": unmarked},))
    assert [failure.code for failure in run_examples(broken, linter)][:1] == ["example-fires"]


def _unmarked(told: str | dict[str, str]) -> str | dict[str, str]:
    if isinstance(told, str):
        return told.replace("«", "").replace("»", "")
    return {name: text.replace("«", "").replace("»", "") for name, text in told.items()}
