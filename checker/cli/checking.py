"""What ``soat check`` does with the files of one run: check, compare, narrow, tell."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.errors import InputError
from checker.file_report import FileReport
from checker.finding import LEVELS
from checker.narrowing import at_most, of_rules
from checker.phrases import say
from checker.project import Options, Project
from checker.reporting.run import Run

if TYPE_CHECKING:
    from rich.console import Console

    from checker.baseline import Baseline

PROGRESS_FROM = 20


@dataclass(frozen=True)
class Wanted:
    """Which findings are told: of the rules ``select`` (names; none is all) but ``ignore``, new
    against ``baseline``, at most ``most`` a file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    most: int | None = None


class Checking:
    """The files of a run under their soat.yml files. Raises ConfigError for a soat.yml with a
    mistake, InputError for a baseline that cannot be read, click.UsageError for a rule that there
    is not."""

    def __init__(self, options: Options, wanted: Wanted, files: Iterable[str]) -> None:
        self.options = options
        self.wanted = wanted
        self.project = Project(options)
        self.files, self.ignored = self._parted(files)
        self.failed = False
        self._baseline: Baseline | None = None
        if wanted.baseline:
            from checker.baseline import read_baseline
            from checker.rule_names import RuleNames

            names = RuleNames(self.project.rules.values())
            self._baseline = read_baseline(wanted.baseline).renamed(names)
        self._selected = self._ids(wanted.select) if wanted.select else None
        self._left_out = self._ids(wanted.ignore)

    def reports(self, jobs: int | None) -> Iterator[FileReport]:
        """Yield what is to be told of each file; ``failed`` is then whether something in it counts
        as a failure."""
        for whole in self.project.check_all(self.files, jobs):
            compared = self._baseline.compare(whole) if self._baseline else whole
            report = of_rules(compared, self._selected, self._left_out)
            self.failed = self.failed or _fails(report)
            yield report if self.wanted.most is None else at_most(report, self.wanted.most)

    def run(self, reports: Sequence[FileReport]) -> Run:
        """Return what reports of them are made of."""
        compared = self._baseline is not None
        return Run(tuple(reports), self.project.rules, self.options.lang, compared)

    def unread(self, error: InputError) -> FileReport:
        """Return the report on a path that stands for no file."""
        return FileReport(str(error.values["path"]), self.options.stage or "draft", error=error)

    def _parted(self, files: Iterable[str]) -> tuple[list[str], list[str]]:
        """The files to check, and those that a soat.yml says to ignore."""
        parted: tuple[list[str], list[str]] = [], []
        for path in files:
            parted[self.project.settings(path).ignored].append(path)
        return parted

    def _ids(self, names: Iterable[str]) -> frozenset[str]:
        if not names:
            return frozenset()
        from checker.rule_names import RuleNames, UnknownRule

        known = RuleNames(self.project.rules.values())
        try:
            return frozenset().union(*(known.ids(name) for name in names))
        except UnknownRule as unknown:
            near = ", ".join(unknown.near) or "–"
            told = say("unknown-rule", self.options.lang, rule=unknown.name, near=near)
            raise click.UsageError(told) from None


def with_progress(
    reports: Iterator[FileReport], number: int, console: Console | None
) -> Iterator[FileReport]:
    """Yield the reports; many show a progress bar, below what ``console`` writes when that is a
    terminal, else on standard error when that is one."""
    if number < PROGRESS_FROM or not (sys.stdout.isatty() or sys.stderr.isatty()):
        return reports
    from rich.console import Console
    from rich.progress import track

    if console is None or not console.is_terminal:
        console = Console(stderr=True)
    return iter(track(reports, "Soát", total=number, console=console, transient=True))


def exit_code(reports: Iterable[FileReport], failed: bool) -> int:
    """Return 2 when a file could not be read, 1 when something failed, else 0."""
    return 2 if any(report.error for report in reports) else int(failed)


def _fails(report: FileReport) -> bool:
    """Whether a finding has the level from which the command fails."""
    if report.fail_on == "never":
        return False
    counted = LEVELS[LEVELS.index(report.fail_on) :]
    return any(finding.level in counted for finding in report.findings)
