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


def test_rules_say_why_and_on_what_they_rest() -> None:
    for rule in RULES:
        told = [words[lang] for words in (rule.common.message, rule.common.title) for lang in words]
        assert rule.all_bases() and len(rule.common.why) > 40 and all(told), rule.id
        assert {"vi", "en"} <= rule.common.message.keys() & rule.common.title.keys(), rule.id


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
