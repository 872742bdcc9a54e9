"""An audit as one page for the browser and for paper. It loads nothing, and only its own script can
run in it; without scripts all is there but the search."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from html import escape

from checker import __version__
from checker.corpus.auditing.audit import Audit
from checker.phrases import say
from checker.reporting.audit.html.compared import write_expected, write_findings
from checker.reporting.audit.html.copies import write_copies
from checker.reporting.audit.html.each_plan import write_plans
from checker.reporting.audit.html.front import write_charts, write_front
from checker.reporting.audit.html.matrix import write_matrix
from checker.reporting.audit.html.page import Page
from checker.reporting.audit.html.ranking import write_ranking, write_unread
from checker.reporting.audit.html.script import SCRIPT
from checker.reporting.audit.html.style import STYLE
from checker.reporting.audit.overview import overview_of

_SCRIPT_HASH = b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; "
    f"script-src 'sha256-{_SCRIPT_HASH}'; base-uri 'none'; form-action 'none'"
)
_PARTS = {
    "ranking": write_ranking,
    "unread": write_unread,
    "pairs": write_copies,
    "coverage": write_matrix,
    "expected": write_expected,
    "findings": write_findings,
    "each": write_plans,
}


def render(audit: Audit) -> bytes:
    page = Page(overview_of(audit))
    lang = audit.lang
    title = page.text(say("audit-title", lang, count=len(page.overview.plans)))
    parts = {name: write(page) for name, write in _PARTS.items()}
    whole = (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f'<header id="top">\n<h1>{title}</h1>\n{write_front(page)}</header>\n'
        f"{_ways(page, parts)}{write_charts(page)}{_filter(page)}"
        f"<main>\n{''.join(_sections(page, parts))}</main>\n"
        f'<footer><a href="#top">{page.say("html-top")}</a> · Soát {__version__} · '
        f"{page.say('audit-print')}</footer>\n<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )
    return whole.encode()


def _sections(page: Page, parts: dict[str, str]) -> Iterator[str]:
    for name, content in parts.items():
        if content:
            yield f'<section id="{name}">\n<h2>{page.say(f"audit-heading-{name}")}</h2>\n'
            yield f"{content}</section>\n"


def _ways(page: Page, parts: dict[str, str]) -> str:
    """The ways to the parts."""
    links = "".join(
        f'<li><a href="#{name}">{page.say(f"audit-heading-{name}")}</a></li>\n'
        for name, content in parts.items()
        if content
    )
    return f'<nav aria-label="{page.say("audit-go")}"><ul>\n{links}</ul></nav>\n'


def _filter(page: Page) -> str:
    """The search, which is there with scripts only."""
    chips = "".join(
        f'<button type="button" class="chip {level}" aria-pressed="false" data-value="{level}">'
        f"{page.say(f'level-{level}')}</button>\n"
        for level in page.levels
    )
    by_level = (
        f'<div class="row" role="group" aria-label="{page.say("html-by-level")}">'
        f'<span class="name" aria-hidden="true">{page.say("html-by-level")}</span>\n'
        f'<div class="chips">\n{chips}</div></div>\n'
    )
    found = escape(say("audit-found", page.lang, shown="{shown}"))
    none = page.say("audit-found-none")
    return (
        f'<section id="filter" aria-label="{page.say("html-filter")}" data-some="{found}"'
        f' data-none="{none}" hidden>\n<p class="row"><label>{page.say("audit-search")} '
        '<input type="search" id="search" autocomplete="off"></label></p>\n'
        f"{by_level if chips else ''}"
        '<p class="row"><span role="status" id="status"></span>\n'
        f'<button type="button" id="reset" hidden>{page.say("html-reset")}</button></p>\n'
        "</section>\n"
    )
