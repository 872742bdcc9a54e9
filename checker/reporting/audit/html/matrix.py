"""The heat map: which plan answers which task of the superior."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker.corpus.superior.coverage import COVERED, MISSING, OUTSIDE, PARTLY, Cover
from checker.phrases import say
from checker.reporting.audit.html.page import Page

MOST_ROWS = 300
_MOST_TASKS = 60
_MOST_LEFT_OUT = 100
_MOST_OPEN = 20  # tasks that are listed unfolded
_SIGNS = {COVERED: "●", PARTLY: "◐", MISSING: "○", OUTSIDE: "–"}


def write_matrix(page: Page) -> str:
    found = page.overview.coverage
    if not found.requirements:
        return ""
    docs = sorted(found.covers, key=lambda doc: (*_weakness(found.covers[doc]), doc))
    cut = ""
    if len(docs) > MOST_ROWS:
        told = page.say("audit-more-matrix", shown=MOST_ROWS, count=len(docs))
        cut = f'<p class="cut">{told}</p>\n'
    kept = found.requirements[:_MOST_TASKS]
    heads = "".join(
        f'<th scope="col" title="{page.text(one.title)}">{number}</th>'
        for number, one in enumerate(kept, 1)
    )
    rows = "".join(_row(page, doc, found.covers[doc]) for doc in docs[:MOST_ROWS])
    legend = " ".join(
        f'<span class="cell {state}">{sign} {page.say(f"audit-cover-{state}")}</span>'
        for state, sign in _SIGNS.items()
        if state != OUTSIDE or any(counted[OUTSIDE] for counted in page.overview.answered)
    )
    return (
        f'<p class="legend">{legend}</p>\n<p class="quiet">{page.say("audit-guide")}</p>\n'
        f"{_tasks(page)}{cut}"
        f'<div class="wide" tabindex="0">\n<table class="matrix">\n<thead><tr><th scope="col">'
        f"{page.say('audit-head-plans')}</th>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n"
        f"</table>\n</div>\n{_left_out(page)}"
    )


def _weakness(covers: Sequence[Cover]) -> tuple[int, int]:
    states = Counter(cover.state for cover in covers)
    return -states[MISSING], -states[PARTLY]


def _row(page: Page, doc: int, covers: Sequence[Cover]) -> str:
    cells = "".join(_cell(page, cover) for cover in covers[:_MOST_TASKS])
    return f'<tr class="item"><th scope="row">{page.link(doc)}</th>{cells}</tr>\n'


def _cell(page: Page, cover: Cover) -> str:
    told = say(f"audit-cover-{cover.state}", page.lang)
    if cover.spots:
        spot = cover.spots[0]
        section = say("audit-in-section", page.lang, section=spot.section) if spot.section else ""
        line = say("html-line", page.lang, line=spot.line)
        told = ", ".join(filter(None, (told, section, line)))
    told = page.text(told)
    sign = _SIGNS[cover.state]
    return f'<td class="cell {cover.state}" title="{told}" aria-label="{told}">{sign}</td>'


def _tasks(page: Page) -> str:
    """The tasks in full, by the numbers that the columns have."""
    found = page.overview.coverage
    items = "".join(
        f'<li>{page.text(one.title)} <span class="quiet">'
        f"({page.text(_where(page, one.spot.section, one.spot.line))})</span></li>\n"
        for one in found.requirements[:_MOST_TASKS]
    )
    left = len(found.requirements) - _MOST_TASKS
    more = f"<p>{page.say('audit-columns-left', count=left)}</p>\n" if left > 0 else ""
    opened = " open" if len(found.requirements) <= _MOST_OPEN else ""
    return (
        f'<details class="tasks"{opened}><summary>{page.say("audit-tasks-of")}</summary>\n'
        f"<ol>\n{items}</ol>\n{more}</details>\n"
    )


def _where(page: Page, section: str, line: int) -> str:
    if section:
        return say("audit-in-section", page.lang, section=section)
    return say("html-line", page.lang, line=line)


def _left_out(page: Page) -> str:
    left_out = page.overview.coverage.left_out
    items = "".join(
        f"<li>{page.link(doc)}: {page.say(f'audit-cover-{left_out[doc]}')}</li>\n"
        for doc in sorted(left_out)[:_MOST_LEFT_OUT]
    )
    left = len(left_out) - _MOST_LEFT_OUT
    if left > 0:
        items += f"<li>{page.say('audit-more-documents', count=left)}</li>\n"
    if not items:
        return ""
    told = page.say("audit-left-out", count=len(left_out))
    return f"<details><summary>{told}</summary>\n<ul>\n{items}</ul>\n</details>\n"
