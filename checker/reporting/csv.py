"""One finding a line as CSV, for Excel: UTF-8 with byte order mark, commas, CR LF."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from checker.file_report import FileReport
from checker.finding import Finding
from checker.phrases import say
from checker.reporting.remarks import remarks
from checker.reporting.run import Run
from checker.reporting.spreadsheet import inert

COLUMNS = (
    "file",
    "line",
    "column",
    "page",
    "section",
    "level",
    "rule",
    "group",
    "message",
    "text",
    "suggestion",
    "basis",
    "context",
)


def render(run: Run) -> bytes:
    """Return a head and a line for each finding, each file that cannot be read and each remark on
    what was not run."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(say(f"head-{name}", run.lang) for name in COLUMNS)
    for report in run.reports:
        for line in _lines(report, run.lang):
            writer.writerow(inert(line.get(name, "")) for name in COLUMNS)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _lines(report: FileReport, lang: str) -> Iterator[dict[str, str]]:
    file = {"file": report.path}
    if report.error:
        level = say("level-unreadable", lang)
        code, message = report.error.code, report.error.message(lang)
        yield {**file, "level": level, "rule": code, "message": message}
    for finding in report.findings:
        yield {**file, **values(finding, lang)}
    for remark in remarks(report, lang):
        yield {**file, "level": say(remark.level, lang), "message": remark.words}


def values(finding: Finding, lang: str) -> dict[str, str]:
    """Return the values of a finding by the names of ``COLUMNS``, without the file."""
    return {
        "line": str(finding.place.line),
        "column": str(finding.place.column),
        "page": str(finding.page or ""),
        "section": finding.section,
        "level": say(f"level-{finding.level}", lang),
        "rule": finding.rule,
        "group": finding.group,
        "message": finding.message,
        "text": finding.text,
        "suggestion": finding.suggestions[0] if finding.suggestions else "",
        "basis": finding.basis,
        "context": "".join(finding.quote),
    }
