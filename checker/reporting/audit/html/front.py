"""The top of the page: what was audited, in numbers, what to look at first, charts."""

from __future__ import annotations

from collections.abc import Iterator

from checker.corpus.superior.coverage import COVERED, MISSING, PARTLY
from checker.phrases import say
from checker.reporting.audit.charts import Bar, Series, chart
from checker.reporting.audit.html.page import Page
from checker.reporting.audit.looks import looks_of
from checker.reporting.audit.overview import (
    IN_TIME,
    LATE,
    LEVELS_DOWN,
    NO_PLAN,
    about_lines,
    numbers_of,
    standing,
)

_STEPS = ((0, 0), (1, 2), (3, 5), (6, 10), (11, 20))  # errors of a plan
_MOST_TASKS = 40  # of the chart
_PARTS = {"plans": "ranking"}
_MARKED = {
    "error": "error",
    "warning": "warning",
    "info": "info",
    "unread": "error",
    "missing": "error",
}


def write_front(page: Page) -> str:
    about = "".join(f"<p>{page.text(line)}</p>\n" for line in about_lines(page.overview))
    tiles = "".join(
        f'<div class="tile {_MARKED.get(name, "")}"><dt>{page.text(label)}</dt>'
        f"<dd>{count}</dd></div>\n"
        for name, label, count in numbers_of(page.overview)
    )
    return (
        f'{about}<dl class="tiles">\n{tiles}</dl>\n'
        f'<section class="first">\n<h2>{page.say("audit-first")}</h2>\n{_looks(page)}</section>\n'
    )


def _looks(page: Page) -> str:
    items = "".join(
        f'<li><a href="#{_PARTS.get(look.part, look.part)}">{page.text(look.words)}</a></li>\n'
        for look in looks_of(page.overview)
    )
    return f"<ol>\n{items}</ol>\n" if items else f"<p>{page.say('audit-first-none')}</p>\n"


def write_charts(page: Page) -> str:
    charts = "".join(_charts(page))
    if not charts:
        return ""
    return (
        f'<section id="charts">\n<h2>{page.say("audit-heading-charts")}</h2>\n'
        f'<div class="charts">\n{charts}</div>\n</section>\n'
    )


def _charts(page: Page) -> Iterator[str]:
    lang, overview = page.lang, page.overview
    if overview.groups:
        levels = [Series(say(f"audit-head-{level}", lang), level) for level in LEVELS_DOWN]
        bars = [
            Bar(
                say(f"group-{group}", lang),
                tuple(overview.counts[group, level] for level in LEVELS_DOWN),
            )
            for group in overview.groups
        ]
        bars.sort(key=lambda bar: -sum(bar.counts))
        yield chart(say("audit-chart-groups", lang), say("audit-head-group", lang), levels, bars)
    if overview.ranked:
        one = [Series(say("audit-count", lang), "plain")]
        yield chart(
            say("audit-chart-errors", lang), say("audit-head-error", lang), one, _by_errors(page)
        )
    if overview.answered:
        yield _tasks(page)
    if overview.expected:
        states = [standing(one) for one in overview.expected]
        colours = {IN_TIME: "covered", LATE: "partly", NO_PLAN: "missing"}
        series = [
            Series(say(f"audit-state-{state}", lang), colour) for state, colour in colours.items()
        ]
        bar = Bar(say("audit-head-all", lang), tuple(map(states.count, colours)))
        title = say("audit-chart-expected", lang)
        yield chart(title, say("audit-head-name", lang), series, [bar])


def _by_errors(page: Page) -> list[Bar]:
    lang = page.lang
    errors = [plan.of_level("error") for plan in page.overview.ranked]
    last = _STEPS[-1][1]
    bars = [
        Bar(
            say("audit-errors-range", lang, first=first, last=most)
            if most
            else say("audit-errors-none", lang),
            (sum(first <= count <= most for count in errors),),
        )
        for first, most in _STEPS
    ]
    over = sum(count > last for count in errors)
    return [*bars, Bar(say("audit-errors-over", lang, count=last), (over,))]


def _tasks(page: Page) -> str:
    lang, overview = page.lang, page.overview
    colours = {COVERED: "covered", PARTLY: "partly", MISSING: "missing"}
    series = [
        Series(say(f"audit-cover-{state}", lang), colour) for state, colour in colours.items()
    ]
    asked = zip(overview.coverage.requirements, overview.answered, strict=True)
    bars = [
        Bar(f"{number}. {one.title}", tuple(counted[state] for state in colours))
        for number, (one, counted) in enumerate(asked, 1)
    ]
    bars.sort(key=lambda bar: -bar.counts[-1])
    title = say("audit-chart-tasks", lang)
    return chart(title, say("audit-head-task", lang), series, bars[:_MOST_TASKS])
