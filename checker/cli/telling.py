"""What ``soat check`` writes to standard output, as it goes or at the end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from checker.file_report import FileReport
from checker.reporting.formats import STREAMED, TERMINAL, render
from checker.reporting.run import Run

if TYPE_CHECKING:
    from rich.console import Console

    from checker.reporting.terminal import TerminalReport


class Telling:
    """One of the forms on standard output. ``quiet`` says nothing of clean files and no last line,
    ``statistics`` counts by rule instead of telling each finding."""

    def __init__(self, form: str, lang: str, *, quiet: bool, statistics: bool) -> None:
        self.form = form
        self.lang = lang
        self.quiet = quiet
        self.statistics = statistics
        self._terminal: TerminalReport | None = None
        if form == TERMINAL:
            from checker.reporting.terminal import TerminalReport

            self._terminal = TerminalReport(sys.stdout, lang)

    @property
    def console(self) -> Console | None:
        """The terminal, where that is the form."""
        return self._terminal.console if self._terminal else None

    def file(self, report: FileReport) -> None:
        """Tell of a file, in a form that does so one by one."""
        if self.form in STREAMED:
            from checker.reporting.jsonl import render_file

            sys.stdout.write(render_file(report, self.lang))
        elif self._terminal:
            clean = not (report.findings or report.error)
            if not (self.statistics and not report.error) and not (self.quiet and clean):
                self._terminal.file(report)

    def end(self, run: Run) -> None:
        """Tell what is told of all files together."""
        if self._terminal:
            if self.statistics:
                from checker.reporting.statistics import statistics_lines

                for line in statistics_lines(run):
                    click.echo(line)
            if not self.quiet:
                self._terminal.summary(run)
        elif self.form not in STREAMED:
            sys.stdout.write(render(self.form, run).decode())
