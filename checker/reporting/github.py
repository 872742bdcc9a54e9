"""Workflow commands of GitHub Actions, which become annotations of the files of a change.

They are escaped as docs.github.com, “Workflow commands for GitHub Actions”, says and as
actions/toolkit does it (packages/core/src/command.ts).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.file_report import FileReport
from checker.finding import Finding
from checker.phrases import say
from checker.reporting.locations import has_lines, message_with_place, posix_path
from checker.reporting.remarks import remarks
from checker.reporting.run import Run
from checker.reporting.sound_text import encoded, for_terminal

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(run: Run) -> bytes:
    """Return one command a line: for each finding, each file that cannot be read and each remark
    on what was not run."""
    lines = (line for report in run.reports for line in _file(report, run))
    return encoded("".join(f"{line}\n" for line in lines))


def _file(report: FileReport, run: Run) -> Iterator[str]:
    file = {"file": posix_path(report.path)}
    if report.error:
        title = say("level-unreadable", run.lang)
        yield _command("error", {**file, "title": title}, report.error.message(run.lang))
    for finding in report.findings:
        place = _place(finding) if has_lines(report) else {}
        message = message_with_place(finding, report, run.lang)
        if finding.basis:
            message += "\n" + say("note-basis", run.lang, basis=finding.basis, rule=finding.rule)
        told = {**file, **place, "title": _title(finding, run)}
        yield _command(_COMMANDS[finding.level], told, message)
    for remark in remarks(report, run.lang):
        title = say(remark.level, run.lang)
        yield _command("notice", {**file, "title": title}, remark.words)


def _title(finding: Finding, run: Run) -> str:
    rule = run.rules.get(finding.rule)
    level = say(f"level-{finding.level}", run.lang)
    return f"{level}: {rule.common.title[run.lang] if rule else finding.rule}"


def _place(finding: Finding) -> dict[str, str]:
    """Lines, and columns where the place lies on one line: GitHub takes them only there."""
    place = finding.place
    told = {"line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:
        told |= {"col": str(place.column), "endColumn": str(place.end_column)}
    return told


def _command(name: str, properties: Mapping[str, str], message: str) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{_data(message)}"


def _data(text: str) -> str:
    text = for_terminal(text).replace("%", "%25")
    return text.replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
