"""What a reader of an audit should look at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.corpus.superior.coverage import MISSING
from checker.phrases import say
from checker.reporting.audit.overview import (
    ILLEGIBLE,
    LATE,
    NO_PLAN,
    UNREAD,
    Overview,
    Plan,
    percent,
    standing,
)

_NAMED = 5  # offices without a plan, or late
_WORST = 3  # plans with most errors, and rules broken most


class Look(NamedTuple):
    """Something to look at first, in words; ``part`` is where more is told of it (plans, unread,
    findings, pairs, coverage, expected)."""

    words: str
    part: str


def looks_of(overview: Overview) -> Iterator[Look]:
    """Yield what to look at first, in this order."""
    lang = overview.audit.lang
    for state in (UNREAD, ILLEGIBLE):
        if count := len(overview.in_state(state)):
            yield Look(say(f"audit-look-{state}", lang, count=count), "unread")
    for state in (NO_PLAN, LATE):
        names = [one.name for one in overview.expected if standing(one) == state]
        if names:
            told = say(f"audit-look-{state}", lang, count=len(names), names=_named(names, lang))
            yield Look(told, "expected")
    if overview.pairs:
        alike = percent(overview.pairs[0].similarity)
        told = say("audit-look-pairs", lang, count=len(overview.pairs), similarity=alike)
        yield Look(told, "pairs")
    yield from _errors_between(overview)
    yield from _least_answered(overview)
    worst = [plan for plan in overview.ranked[:_WORST] if plan.of_level("error")]
    if worst:
        told = "; ".join(_with_errors(overview, plan) for plan in worst)
        yield Look(say("audit-look-worst", lang, names=told), "plans")


def _named(names: Sequence[str], lang: str) -> str:
    told = "; ".join(names[:_NAMED])
    left = len(names) - _NAMED
    return say("audit-look-more", lang, names=told, count=left) if left > 0 else told


def _errors_between(overview: Overview) -> Iterator[Look]:
    rules = Counter(one.rule for one in overview.findings if one.level == "error")
    if rules:
        most = "; ".join(
            f"{overview.title_of(rule)} ({count})" for rule, count in rules.most_common(_WORST)
        )
        lang, code = overview.audit.lang, "audit-look-findings"
        yield Look(say(code, lang, count=rules.total(), most=most), "findings")


def _least_answered(overview: Overview) -> Iterator[Look]:
    missing = [(states[MISSING], -number) for number, states in enumerate(overview.answered)]
    count, place = max(missing, default=(0, 0))
    if count:
        title, of = overview.coverage.requirements[-place].title, len(overview.coverage.covers)
        lang, code = overview.audit.lang, "audit-look-coverage"
        yield Look(say(code, lang, title=title, count=count, of=of), "coverage")


def _with_errors(overview: Overview, plan: Plan) -> str:
    told = say("audit-errors", overview.audit.lang, count=plan.of_level("error"))
    named = ", ".join(filter(None, (plan.office, plan.number or overview.file_to_tell(plan))))
    return f"{named} ({told})"
