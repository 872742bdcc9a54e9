"""What a clerk reads: each finding with its place quoted, what to write instead, and the clause."""

from __future__ import annotations

import re
from typing import TextIO

from rich.console import Console
from rich.text import Text

from checker.file_report import FileReport
from checker.finding import LEVELS, Finding
from checker.phrases import said_lines, say
from checker.reporting.run import Run
from checker.reporting.understood import understood

_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
_GRAVEST_FIRST = tuple(reversed(LEVELS))
_MOST_LINES = 12
_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]")


class TerminalReport:
    """Writes reports one by one; colours only when ``out`` is a terminal."""

    def __init__(self, out: TextIO, lang: str) -> None:
        self.lang = lang
        self.console = Console(file=out, highlight=False, soft_wrap=True)

    def file(self, report: FileReport) -> None:
        """Write what is said of one file."""
        if report.error:
            self._line(
                Text("✗ ", _STYLES["error"]) + Text(_one_line(report.error.message(self.lang)))
            )
            self._line(Text())
            return
        self._line(
            Text(_one_line(report.path), "bold")
            + Text("  " + understood(report.about, self.lang), "dim")
        )
        for finding in report.findings:
            self._finding(finding)
        for skipped in report.skipped:
            told = self._say(
                f"skipped-{skipped.reason}",
                groups=", ".join(skipped.groups),
                lines=said_lines(skipped.lines),
                pages=said_lines(skipped.pages),
            )
            self._line(Text("  " + told, "dim"))
        if not report.findings and not report.left_out:
            clean = "html-no-new" if report.unchanged else "clean"
            self._line(Text("  " + self._say(clean), "green"))
        self._line(Text())

    def summary(self, run: Run) -> None:
        """Write the last line: how many files, how many findings of each level, how many that are
        not told."""
        reports = run.reports
        counts = [self._say(f"count-{level}", count=run.counts[level]) for level in _GRAVEST_FIRST]
        text = self._say("summary", files=len(reports), counts=", ".join(counts))
        broken = sum(1 for report in reports if report.error)
        if broken:
            text += self._say("summary-broken", count=broken)
        left_out = sum(report.left_out for report in reports)
        if left_out:
            text += self._say("count-left-out", count=left_out)
        suppressed = sum(len(report.suppressed) for report in reports)
        if suppressed:
            text += self._say("count-suppressed", count=suppressed)
        if run.compared:
            text += self._say(
                "count-compared",
                new=sum(len(report.findings) + report.left_out for report in reports),
                unchanged=sum(len(report.unchanged) for report in reports),
                absent=sum(len(report.absent) for report in reports),
            )
        self._line(Text(text, "bold"))

    def _finding(self, finding: Finding) -> None:
        place = f"{finding.place.line}:{finding.place.column}"
        page = f" · {self._say('page', page=finding.page)}" if finding.page else ""
        section = f" · {self._say('section', path=finding.section)}" if finding.section else ""
        head = Text(f"  {place:>8}  ")
        head.append(self._say(f"level-{finding.level}"), _STYLES[finding.level])
        head.append(f"{page}{section}  ", "dim")
        head.append(finding.message)
        self._line(head)
        if finding.quote.words:
            self._line(Text(" " * 12) + _quoted(finding))
        if finding.times > 1:
            self._elsewhere(finding)
        self._line(Text(f"{' ' * 12}{finding.basis}  [{finding.rule}]", "dim"))

    def _elsewhere(self, finding: Finding) -> None:
        """Write on which other lines the same is the case."""
        lines = sorted({place.line for place in finding.related} - {finding.place.line})
        if lines:
            told = ", ".join(map(str, lines[:_MOST_LINES])) + (" …" if lines[_MOST_LINES:] else "")
            self._line(Text(" " * 12 + self._say("elsewhere", lines=told), "dim"))

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.lang, **values)

    def _line(self, text: Text) -> None:
        self.console.print(shown(text))


def shown(text: Text) -> Text:
    """Return ``text`` with control characters made visible, as a document must not steer the
    terminal."""
    if _CONTROL.search(text.plain):
        text.plain = _CONTROL.sub("\ufffd", text.plain)
    return text


def _one_line(text: str) -> str:
    """Names of files may hold line ends, and are not to look like lines of the report."""
    return text.replace("\n", "\ufffd")


def _quoted(finding: Finding) -> Text:
    """The place with some words around it, the wrong ones marked."""
    before, words, after = finding.quote
    quoted = Text(before, "dim")
    quoted.append("«", _STYLES[finding.level])
    quoted.append(words, "bold underline")
    quoted.append("»", _STYLES[finding.level])
    quoted.append(after, "dim")
    return quoted
