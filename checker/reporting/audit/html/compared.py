"""What was found between documents, rule by rule, and the offices that should have a plan."""

from __future__ import annotations

from collections import defaultdict

from checker.corpus.finding import CorpusFinding
from checker.phrases import say
from checker.reporting.audit.html.page import Page
from checker.reporting.audit.overview import (
    IN_TIME,
    LATE,
    LEVELS_DOWN,
    NO_PLAN,
    Overview,
    day_told,
    standing,
)
from checker.reporting.audit.places_told import place_told

MOST_FINDINGS = 600
_MOST_RELATED = 6
_MOST_OFFICES = 500
_STATES = {NO_PLAN: ("missing", "○"), LATE: ("partly", "◐"), IN_TIME: ("covered", "●")}


def write_findings(page: Page) -> str:
    told = page.overview.findings
    by_rule: dict[str, list[CorpusFinding]] = defaultdict(list)
    for one in told[:MOST_FINDINGS]:
        by_rule[one.rule].append(one)
    totals = _totals(page.overview)
    left = len(told) - MOST_FINDINGS
    more = ""
    if left > 0:
        more = f'<p class="cut">{page.say("audit-more-findings", count=left)}</p>\n'
    order = sorted(
        by_rule, key=lambda rule: (LEVELS_DOWN.index(by_rule[rule][0].level), -totals[rule], rule)
    )
    rules = "".join(_rule(page, rule, by_rule[rule], totals[rule]) for rule in order)
    return more + rules


def corpus_item(page: Page, one: CorpusFinding, *, named: bool) -> str:
    """Return a finding with the places in other documents; ``named`` tells which it is of."""
    about = ""
    if named and one.doc >= 0:
        about = f"{page.link(one.doc)}: "
    quote = ""
    if one.spot.words:
        words = page.text(one.spot.words)
        quote = f'<p class="quote" lang="vi"><mark class="{one.level}">{words}</mark></p>\n'
    where = page.text(place_told(one.path, one.spot, page.lang)) if one.doc >= 0 else ""
    others = "".join(
        f"<li>{page.text(place_told(other.path, other.spot, page.lang))}"
        f"{_words(page, other.spot.words)}</li>\n"
        for other in one.related[:_MOST_RELATED]
    )
    left = len(one.related) - _MOST_RELATED
    if left > 0:
        others += f"<li>{page.say('audit-more-places', count=left)}</li>\n"
    if others:
        others = f'<div class="where">{page.say("audit-with")}:<ul>\n{others}</ul></div>\n'
    return (
        f'<li class="finding {one.level}" data-muc="{one.level}">\n'
        f'<p><span class="label">{page.say(f"level-{one.level}")}</span> {about}'
        f'{page.text(one.message)}</p>\n{quote}<p class="where">{where}</p>\n{others}</li>\n'
    )


def _words(page: Page, words: str) -> str:
    return f': <span class="quote" lang="vi">“{page.text(words)}”</span>' if words else ""


def _totals(overview: Overview) -> dict[str, int]:
    totals: dict[str, int] = defaultdict(int)
    for one in overview.findings:
        totals[one.rule] += 1
    return totals


def _rule(page: Page, rule: str, some: list[CorpusFinding], total: int) -> str:
    known = page.overview.audit.rules.get(rule)
    title = page.overview.title_of(rule)
    why = page.text(known.common.why.strip()) if known else ""
    items = "".join(corpus_item(page, one, named=True) for one in some)
    return (
        f'<details class="of-rule"><summary><strong>{page.text(title)}</strong> '
        f'<span class="counts"><mark class="{some[0].level}">{total}</mark></span></summary>\n'
        f'<p class="quiet" lang="vi">{why} <span class="rule">[{page.text(rule)}]</span></p>\n'
        f'<ol class="findings">\n{items}</ol>\n</details>\n'
    )


def write_expected(page: Page) -> str:
    expected = page.overview.expected
    if not expected:
        return ""
    rows = []
    for one in expected[:_MOST_OFFICES]:
        state, sign = _STATES[standing(one)]
        documents = page.overview.audit.corpus.documents
        plans = "; ".join(f"{page.link(doc)} {day_told(documents[doc].day)}" for doc in one.docs)
        told = page.say(f"audit-state-{standing(one)}")
        rows.append(
            f'<tr class="item"><th scope="row">{page.text(one.name)}</th>'
            f'<td class="cell {state}">{sign} {told}</td><td>{plans}</td></tr>\n'
        )
    left = len(expected) - _MOST_OFFICES
    more = f"<p>{page.say('audit-more-offices', count=left)}</p>\n" if left > 0 else ""
    heads = "".join(
        f'<th scope="col">{page.text(say(f"audit-head-{name}", page.lang))}</th>'
        for name in ("name", "state", "plans")
    )
    return (
        f'<div class="wide" tabindex="0">\n<table class="data offices">\n<thead><tr>{heads}</tr>'
        f"</thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>\n</div>\n{more}"
    )
