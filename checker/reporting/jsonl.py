"""One finding a line as JSON, for programs that read while files are being checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checker.file_report import FileReport
from checker.reporting.run import Run
from checker.reporting.sound_text import encoded, json_line


def render(run: Run) -> bytes:
    """Return the lines of all files; docs/json.md tells what is in a line."""
    return encoded("".join(render_file(report, run.lang) for report in run.reports))


def render_file(report: FileReport, lang: str) -> str:
    """Return the lines of one file, each with its line end: one for a file that cannot be read."""
    return "".join(f"{json_line(line)}\n" for line in _lines(report, lang))


def _lines(report: FileReport, lang: str) -> Iterator[dict[str, Any]]:
    if report.error:
        reason = {"code": report.error.code, "message": report.error.message(lang)}
        yield {"path": report.path, "error": reason}
    for finding in report.findings:
        yield {"path": report.path, **finding.as_json()}
