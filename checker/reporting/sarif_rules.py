"""Rules as SARIF describes them (2.1.0, section 3.49): why, the clause, bad and good examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from checker.example_layout import shown_layout
from checker.phrases import say

if TYPE_CHECKING:
    from checker.rule import Rule

SARIF_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_TICKS = re.compile("`+")


def descriptor(rule_id: str, rule: Rule | None, lang: str) -> dict[str, Any]:
    """Return what is told of a rule; of one that is known no more (as a baseline may have it) only
    its id. The level is that for drafts: each result has its own."""
    if rule is None:
        return {"id": rule_id}
    common = rule.common
    told: dict[str, Any] = {"id": rule_id, "name": _name(rule_id)}
    if common.aliases:
        told["deprecatedIds"] = list(common.aliases)
    return told | {
        "shortDescription": {"text": common.title[lang]},
        "fullDescription": {"text": common.why.strip()},
        "help": {"text": _text(rule, lang), "markdown": _markdown(rule, lang)},
        "defaultConfiguration": {"level": SARIF_LEVELS[rule.level("draft")]},
        "properties": {"tags": [rule.group]},
    }


def _name(rule_id: str) -> str:
    """Return the id as one word: locality/other-place is LocalityOtherPlace."""
    return "".join(word.capitalize() for word in re.split(r"[^A-Za-z0-9]+", rule_id))


def _text(rule: Rule, lang: str) -> str:
    told = [rule.common.why.strip(), _basis(rule, lang)]
    told += [f"{head}\n{words}" for head, words in _examples(rule, lang)]
    return "\n\n".join(told)


def _markdown(rule: Rule, lang: str) -> str:
    told = [rule.common.why.strip(), _basis(rule, lang)]
    for head, words in _examples(rule, lang):
        fence = max(["```", *(f"{ticks}`" for ticks in _TICKS.findall(words))], key=len)
        told.append(f"**{head}**\n\n{fence}text\n{words}\n{fence}")
    return "\n\n".join(told)


def _basis(rule: Rule, lang: str) -> str:
    return f"{say('explain-basis', lang)}: {rule.all_bases()}"


def _examples(rule: Rule, lang: str) -> Iterator[tuple[str, str]]:
    for example in rule.examples:
        for key in ("fail", "fix", "pass"):
            if key in example:
                yield _head(example, key, lang), str(example[key]).rstrip()


def _head(example: Mapping[str, Any], key: str, lang: str) -> str:
    return say(f"example-{key}", lang) + shown_layout(example)
