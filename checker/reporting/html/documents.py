"""What a page says of each document: what it was taken for, its findings, its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from checker.file_report import FileReport
from checker.finding import LEVELS, Finding
from checker.phrases import said_lines, say
from checker.reporting.html.findings import list_findings, list_suppressed
from checker.reporting.html.texts import Text
from checker.reporting.marked_text import MarkedText, Spot, shown
from checker.reporting.run import Run


def write_alone(report: FileReport, text: Text, run: Run) -> str:
    """Return the section of the only document of a page, which is headed by its name already."""
    return f'<section class="doc">\n{_content(report, text, run, "")}</section>\n'


def write_folded(number: int, report: FileReport, text: Text, run: Run) -> str:
    """Return one of several documents, folded under its name and counts; its ids are led by
    ``d7-``, when ``number`` is 7."""
    prefix = f"d{number}-"
    path = escape(shown(report.path))
    counts = count_levels((report,), run)
    return (
        f'<details class="doc" id="{prefix}doc" data-path="{path}">\n'
        f'<summary><span class="path">{path}</span> {counts}<span class="here"></span></summary>\n'
        f"{_content(report, text, run, prefix)}</details>\n"
    )


def count_levels(reports: Iterable[FileReport], run: Run) -> str:
    """Return how many findings of each level are told, or that there are none."""
    counts: Counter[str] = Counter()
    left_out = 0
    for report in reports:
        counts.update(finding.level for finding in report.findings)
        left_out += report.left_out
    if not counts:
        code = "html-no-new" if run.compared else "clean"
        code = "findings-left-out" if left_out else code
        return f'<span class="counts">{escape(say(code, run.lang, count=left_out))}</span>'
    told = (
        f'<mark class="{level}">'
        f"{escape(say(f'count-{level}', run.lang, count=counts[level]))}</mark>"
        for level in reversed(LEVELS)
        if counts[level]
    )
    return f'<span class="counts">{" ".join(told)}</span>'


def _content(report: FileReport, text: Text, run: Run, prefix: str) -> str:
    about = "".join(f"<p>{one}</p>\n" for one in _about(report, text, run))
    suppressed = list_suppressed(report.suppressed, run.lang)
    return f'<div class="about">\n{about}{suppressed}</div>\n{_body(report, text, run, prefix)}'


def _about(report: FileReport, text: Text, run: Run) -> Iterator[str]:
    lang, about = run.lang, report.about
    understood = say(
        "understood",
        lang,
        type=about.type_name or say("no-type", lang),
        regime=say(f"regime-{about.regime}", lang),
        place=about.locality or say("no-place", lang),
    )
    stage = say("html-stage", lang, stage=say(f"stage-{report.stage}", lang))
    yield escape(shown(f"{understood[:1].upper()}{understood[1:]}; {stage}."))
    for skipped in report.skipped:
        told = say(
            f"skipped-{skipped.reason}",
            lang,
            groups=", ".join(say(f"group-{group}", lang) for group in skipped.groups),
            lines=said_lines(skipped.lines),
            pages=said_lines(skipped.pages),
        )
        yield f"<strong>{escape(told)}</strong>"
    for code, findings in (("html-unchanged", report.unchanged), ("html-absent", report.absent)):
        if findings:
            yield escape(say(code, lang, count=len(findings)))
    if report.left_out and report.findings:
        yield f"<strong>{escape(say('findings-left-out', lang, count=report.left_out))}</strong>"
    if text.missing:
        yield escape(say(text.missing, lang))


def _body(report: FileReport, text: Text, run: Run, prefix: str) -> str:
    """The findings beside the text, numbered by their place."""
    spans = text.spans or ((0, 0),) * len(report.findings)
    placed = sorted(zip(report.findings, spans, strict=True), key=lambda pair: _place(pair[0]))
    listed = ""
    if placed:
        numbered = enumerate((finding for finding, _ in placed), 1)
        items = list_findings(numbered, prefix, run, linked=text.source is not None)
        head = escape(say("html-findings", run.lang))
        listed = f'<section class="list" aria-label="{head}">\n{items}</section>\n'
    if text.source is None:
        return listed
    spots = [Spot(number, one.level, *span) for number, (one, span) in enumerate(placed, 1)]
    marked = MarkedText(text.source, spots, run.lang, prefix=prefix)
    style = "text-pane lines" if marked.is_wrapped else "text-pane"
    head = escape(say("html-text", run.lang))
    return (
        f'<div class="panes">\n{listed}<section class="{style}" lang="vi" aria-label="{head}">\n'
        f"{''.join(marked.blocks())}</section>\n</div>\n"
    )


def _place(finding: Finding) -> tuple[int, int, int, int]:
    """Sorts by where a finding begins, the longest first."""
    place = finding.place
    return place.line, place.column, -place.end_line, -place.end_column
