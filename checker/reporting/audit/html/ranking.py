"""The plans in the order of their findings, and those that could not be checked."""

from __future__ import annotations

from checker.phrases import say
from checker.reporting.audit.html.page import Page
from checker.reporting.audit.overview import ILLEGIBLE, LEVELS_DOWN, UNREAD, Plan, day_told

_MOST_UNREAD = 300
_HEADS = ("rank", "office", "number", "day", "signer", *LEVELS_DOWN)


def write_ranking(page: Page) -> str:
    if not page.plans:
        return ""
    heads = "".join(f'<th scope="col">{page.say(f"audit-head-{name}")}</th>' for name in _HEADS)
    rows = "".join(_row(page, number, plan) for number, plan in enumerate(page.plans, 1))
    return (
        f'{more_plans(page)}<div class="wide" tabindex="0">\n<table class="data ranking">\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
    )


def more_plans(page: Page) -> str:
    """Return a line that says that not all plans are shown, or nothing."""
    count = len(page.overview.ranked)
    if count == len(page.plans):
        return ""
    return (
        f'<p class="cut">{page.say("audit-more-plans", shown=len(page.plans), count=count)}</p>\n'
    )


def write_unread(page: Page) -> str:
    plans = (*page.overview.in_state(UNREAD), *page.overview.in_state(ILLEGIBLE))
    items = "".join(
        f'<li class="item">{_reason(page, plan)}</li>\n' for plan in plans[:_MOST_UNREAD]
    )
    if len(plans) > _MOST_UNREAD:
        items += f"<li>{page.say('audit-more-findings', count=len(plans) - _MOST_UNREAD)}</li>\n"
    return f'<ul class="unread">\n{items}</ul>\n' if items else ""


def _reason(page: Page, plan: Plan) -> str:
    """Why a document was not checked, with its path."""
    state = f"{plan.record.path}: {say(f'audit-is-{plan.state}', page.lang)}"
    return page.text(plan.record.error or state)


def _row(page: Page, number: int, plan: Plan) -> str:
    record = plan.record
    counts = "".join(
        f'<td class="count {level if plan.of_level(level) else ""}">{plan.of_level(level)}</td>'
        for level in LEVELS_DOWN
    )
    file = page.text(page.overview.file_to_tell(plan))
    file = f'<span class="quiet file">{file}</span>' if file else ""
    return (
        f'<tr class="item" data-find="{page.text(find_words(plan))}">'
        f'<td class="count">{number}</td>'
        f'<th scope="row"><a href="#k{plan.doc}">{page.text(plan.office)}</a>{file}</th>'
        f"<td>{page.text(record.number)}</td><td>{day_told(record.day)}</td>"
        f"<td>{page.text(record.signer)}</td>{counts}</tr>\n"
    )


def find_words(plan: Plan) -> str:
    """Return the words by which a plan is found."""
    one = plan.record
    told = (one.office_name, one.locality, one.province, one.number, one.signer, one.title)
    return " ".join((*filter(None, told), one.path))
