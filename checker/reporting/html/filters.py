"""The bar that chooses which findings of a page are shown; without scripts it is not there."""

from __future__ import annotations

from collections import Counter
from html import escape

from checker.finding import LEVELS
from checker.phrases import say
from checker.reporting.run import Run
from checker.rule import GROUPS


def filter_bar(run: Run) -> str:
    """Return the bar with a button for each level and group that was found, or nothing when there
    is nothing to choose. Its script is :mod:`checker.reporting.html.script`."""
    lang = run.lang
    findings = [finding for report in run.reports for finding in report.findings]
    if len(findings) < 2:
        return ""
    levels, groups = Counter(one.level for one in findings), Counter(one.group for one in findings)
    by_level = "".join(
        _button("muc", level, say(f"level-{level}", lang), levels[level])
        for level in reversed(LEVELS)
        if levels[level]
    )
    by_group = "".join(
        _button("nhom", group, say(f"group-{group}", lang), groups[group])
        for group in GROUPS
        if groups[group]
    )
    several = len(run.reports) > 1
    search = escape(say("html-search-many" if several else "html-search", lang))
    chips = _chips(say("html-by-level", lang), by_level)
    if len(groups) > 1:
        chips += _chips(say("html-by-group", lang), by_group)
    unfold = (
        f'<button type="button" id="unfold" data-close="{escape(say("html-close", lang))}">'
        f"{escape(say('html-open', lang))}</button>\n"
        if several
        else ""
    )
    return (
        f'<section id="filter" aria-label="{escape(say("html-filter", lang))}"'
        f"{_templates(lang, several)} hidden>\n"
        f'{chips}<p class="row"><label>{search} '
        '<input type="search" id="search" autocomplete="off"></label>\n'
        f'<span role="status" id="status"></span>\n'
        f'<button type="button" id="reset" hidden>{escape(say("html-reset", lang))}</button>\n'
        f"{unfold}</p>\n</section>\n"
    )


def _chips(name: str, buttons: str) -> str:
    return (
        f'<div class="row" role="group" aria-label="{escape(name)}">'
        f'<span class="name" aria-hidden="true">{escape(name)}</span>\n'
        f'<div class="chips">\n{buttons}</div></div>\n'
    )


def _button(key: str, value: str, name: str, count: int) -> str:
    return (
        f'<button type="button" class="chip {value}" aria-pressed="false" data-key="{key}"'
        f' data-value="{value}">{escape(name)} '
        f'<span class="number">{count}</span></button>\n'
    )


def _templates(lang: str, several: bool) -> str:
    """The sentences that the script fills, as attributes."""
    blanks = {name: f"{{{name}}}" for name in ("all", "shown", "files")}
    codes = {
        "all": "html-all",
        "some": "html-some-many" if several else "html-some",
        "none": "html-none-left",
        "here": "html-here",
    }
    return "".join(
        f' data-{name}="{escape(say(code, lang, **blanks))}"' for name, code in codes.items()
    )
