"""One page for the browser and for paper: what was found, filtered at will, beside the texts.

The page is one file. It loads nothing, and only its own script can run in it; without scripts all
is there but the filters.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from pathlib import PurePath

from checker import __version__
from checker.phrases import say
from checker.reporting.html.documents import count_levels, write_alone, write_folded
from checker.reporting.html.filters import filter_bar
from checker.reporting.html.script import SCRIPT
from checker.reporting.html.style import STYLE
from checker.reporting.html.texts import Text, find_texts
from checker.reporting.marked_text import shown
from checker.reporting.run import Run

_SCRIPT_HASH = b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; "
    f"script-src 'sha256-{_SCRIPT_HASH}'; base-uri 'none'; form-action 'none'"
)


def render(run: Run) -> bytes:
    """Return the page of a run. Texts of files that are not at hand are read again; a file that
    cannot be read any more, or was changed, is shown without its text."""
    title = escape(shown(_title(run)))
    texts = tuple(find_texts(run.reports))
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(run.lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f'<header id="top">\n<h1>{title}</h1>\n{"".join(_head(run, texts))}</header>\n'
        f"{filter_bar(run)}<main>\n{''.join(_documents(run, texts))}</main>\n"
        f'<footer><a href="#top">{escape(say("html-top", run.lang))}</a> · Soát {__version__}'
        f"</footer>\n<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )
    return page.encode()


def _title(run: Run) -> str:
    if not run.reports:
        return say("html-title-none", run.lang)
    if len(run.reports) > 1:
        return say("html-title", run.lang, files=len(run.reports))
    return say("html-title-one", run.lang, name=PurePath(run.reports[0].path).name)


def _head(run: Run, texts: tuple[Text, ...]) -> Iterator[str]:
    """What was checked in all, and what could not be read."""
    lang, several = run.lang, len(run.reports) > 1
    findings = [finding for report in run.reports for finding in report.findings]
    read = [report for report in run.reports if not report.error]
    if read:
        yield f"<p>{count_levels(read, run)}</p>\n"
    told = []
    if findings and any(text.source for text in texts):
        told.append(say("html-how" if several else "html-how-one", lang))
    clean = sum(not report.findings and not report.left_out for report in read)
    if several and findings and clean:
        told.insert(0, say("html-clean", lang, count=clean))
    if run.compared and findings:
        told.append(say("html-only-new", lang))
    if several:
        told += _sums(run)
    left_out = sum(text.missing == "html-too-long" for text in texts)
    if left_out:
        told.append(say("html-left-out", lang, count=left_out))
    yield "".join(f"<p>{escape(one)}</p>\n" for one in told)
    unread = [report.error.message(lang) for report in run.reports if report.error]
    if unread:
        items = "".join(f"<li>{escape(shown(message))}</li>\n" for message in unread)
        head = escape(say("html-unread", lang, count=len(unread)))
        yield f'<section class="unread">\n<h2>{head}</h2>\n<ul>\n{items}</ul>\n</section>\n'


def _sums(run: Run) -> Iterator[str]:
    """How many findings of all documents are not told."""
    for code, count in (
        ("html-suppressed", sum(len(report.suppressed) for report in run.reports)),
        ("html-unchanged", sum(len(report.unchanged) for report in run.reports)),
        ("html-absent", sum(len(report.absent) for report in run.reports)),
        ("findings-left-out", sum(report.left_out for report in run.reports)),
    ):
        if count:
            yield say(code, run.lang, count=count)


def _documents(run: Run, texts: tuple[Text, ...]) -> Iterator[str]:
    several = len(run.reports) > 1
    if several:
        yield f"<h2>{escape(say('html-documents', run.lang))}</h2>\n"
    for number, (report, text) in enumerate(zip(run.reports, texts, strict=True), 1):
        if report.error:
            continue
        yield write_folded(number, report, text, run) if several else write_alone(report, text, run)
