"""``soat diff``: the findings that a revision brings, mends and leaves."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker import __version__
from checker.cli.checking import with_progress
from checker.cli.options import (
    config_option,
    guesses_option,
    lang_option,
    ocr_option,
    stage_option,
)
from checker.comparing import Comparison, compare, groups_not_run
from checker.errors import InputError
from checker.file_report import FileReport
from checker.files import expand
from checker.finding import LEVELS, Finding
from checker.phrases import say
from checker.project import Options, Project

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True)
class Revision:
    """What is said of a document before and after."""

    old: FileReport
    new: FileReport

    @property
    def error(self) -> InputError | None:
        return self.old.error or self.new.error

    @cached_property
    def comparison(self) -> Comparison:
        """What changed; nothing when one of the two could not be read."""
        if self.error:
            return Comparison()
        hidden = compare(self.old.suppressed, self.new.suppressed).new
        return compare(self.old.findings, self.new.findings, self.only_old, hidden)

    @property
    def only_old(self) -> frozenset[str]:
        """The groups of rules that ran on the old text only."""
        return self._not_run(self.new) - self._not_run(self.old)

    @property
    def only_new(self) -> frozenset[str]:
        """The groups of rules that ran on the new text only."""
        return self._not_run(self.old) - self._not_run(self.new)

    @staticmethod
    def _not_run(report: FileReport) -> frozenset[str]:
        return groups_not_run(report, partly=True)

    @property
    def findings(self) -> dict[str, tuple[Finding, ...]]:
        """The findings that the revision mends, brings and leaves, those of which it is not known,
        as the new text could not be checked for them, and those that are suppressed now."""
        told = self.comparison
        return {
            "mended": told.gone,
            "brought": told.new,
            "left": told.unchanged,
            "unknown": told.unknown,
            "suppressed": told.suppressed,
        }

    def fails(self, fail_on: str) -> bool:
        """Tell whether a finding of this level or a graver one is new."""
        counted = () if fail_on == "never" else LEVELS[LEVELS.index(fail_on) :]
        return any(finding.level in counted for finding in self.comparison.new)

    def as_json(self, lang: str) -> dict[str, Any]:
        """Return it in the form of the output contract."""
        told: dict[str, Any] = {"old": self.old.path, "new": self.new.path}
        if self.error:
            told["error"] = {"code": self.error.code, "message": self.error.message(lang)}
        for name, findings in self.findings.items():
            told[name] = [finding.as_json() for finding in findings]
        return told


@dataclass(frozen=True)
class Matched:
    """The files to be compared, old and new, and the names of those that only one folder has."""

    pairs: tuple[tuple[str, str], ...]
    only_old: tuple[str, ...] = ()
    only_new: tuple[str, ...] = ()


@click.command("diff")
@click.argument("old", metavar="BẢN_CŨ")
@click.argument("new", metavar="BẢN_MỚI")
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="Dạng kết quả (output format).",
)
@stage_option
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"]),
    default="error",
    show_default=True,
    help="Mức thấp nhất của lỗi mới làm lệnh kết thúc với mã 1.",
)
@config_option
@guesses_option
@ocr_option
@lang_option
def command(old: str, new: str, form: str, fail_on: str, lang: str, **asked: Any) -> None:
    """So bản mới với bản cũ: lỗi nào đã sửa, lỗi nào còn, lỗi nào mới.

    Hai bản có thể khác định dạng (.docx, .txt …). Hai thư mục thì so các tệp cùng tên. Muốn so
    lời văn (mục giống, khác, chuyển chỗ), dùng “soat compare”. Mã kết thúc: 0 không có lỗi mới từ
    mức --fail-on trở lên, 1 có lỗi mới, 2 có tệp không đọc được.
    """
    project = Project(Options(lang=lang, **asked))
    matched = _matched(old, new, project)
    paths = [path for pair in matched.pairs for path in pair]
    reports = list(with_progress(project.check_all(paths), len(paths), None))
    revisions = [Revision(*pair) for pair in zip(reports[::2], reports[1::2], strict=True)]
    if form == "json":
        _write_json(revisions, matched, lang)
    else:
        _write_terminal(revisions, matched, lang)
    if any(revision.error for revision in revisions):
        sys.exit(2)
    sys.exit(int(any(revision.fails(fail_on) for revision in revisions)))


def _matched(old: str, new: str, project: Project) -> Matched:
    """Return what is to be compared with what. Raises InputError ``no-such-file``,
    ``no-documents``, ``diff-kinds`` or ``diff-one-input``, and ConfigError."""
    if old == new == "-":
        raise InputError("diff-one-input")
    for path in (old, new):
        if path != "-" and not Path(path).exists():
            raise InputError("no-such-file", path=path)
    folders = [path != "-" and Path(path).is_dir() for path in (old, new)]
    if not any(folders):
        return Matched(((old, new),))
    if not all(folders):
        raise InputError("diff-kinds", old=old, new=new)
    before, after = _documents(old, project), _documents(new, project)
    return Matched(
        tuple((path, after[name]) for name, path in before.items() if name in after),
        tuple(name for name in before if name not in after),
        tuple(name for name in after if name not in before),
    )


def _documents(folder: str, project: Project) -> dict[str, str]:
    """Return the documents of a folder, but those that a soat.yml says to ignore, by their path in
    it. Raises InputError and ConfigError."""
    files, errors = expand([folder])
    if errors:
        raise errors[0]
    documents: dict[str, str] = {}
    for path in files:
        if not project.settings(path).ignored:
            name = Path(path).relative_to(folder).as_posix()
            documents[unicodedata.normalize("NFC", name)] = path
    return documents


def _write_json(revisions: Sequence[Revision], matched: Matched, lang: str) -> None:
    told = {
        "tool": "soat",
        "version": __version__,
        "files": [revision.as_json(lang) for revision in revisions],
        "only_old": matched.only_old,
        "only_new": matched.only_new,
        "summary": _summed(revisions),
    }
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def _summed(revisions: Iterable[Revision]) -> dict[str, int]:
    summed = {"mended": 0, "brought": 0, "left": 0, "unknown": 0, "suppressed": 0}
    for revision in revisions:
        for name, findings in revision.findings.items():
            summed[name] += len(findings)
    return summed


def _write_terminal(revisions: Sequence[Revision], matched: Matched, lang: str) -> None:
    from rich.console import Console

    terminal = _Terminal(Console(file=sys.stdout, highlight=False, soft_wrap=True), lang)
    for revision in revisions:
        terminal.revision(revision)
    for name in matched.only_old:
        terminal.line(say("diff-only-old", lang, name=name))
    for name in matched.only_new:
        terminal.line(say("diff-only-new", lang, name=name))
    if len(revisions) != 1 or matched.only_old or matched.only_new:
        counts = _summed(revisions)
        terminal.line(say("diff-summary", lang, files=len(revisions), **counts), "bold")


@dataclass(frozen=True)
class _Terminal:
    console: Console
    lang: str

    def revision(self, revision: Revision) -> None:
        """Write what a revision brings and mends, with a blank line after it."""
        if revision.error:
            self.line("✗ " + revision.error.message(self.lang), "bold red")
            self.line()
            return
        self.line(f"{revision.old.path} → {revision.new.path}", "bold")
        self.line(say("diff-counts", self.lang, **_summed([revision])))
        self._not_compared(revision)
        told = revision.comparison
        for code, findings, style in (
            ("diff-brought", told.new, "bold red"),
            ("diff-mended", told.gone, "bold green"),
        ):
            if findings:
                self.line()
                self.line(say(code, self.lang, count=len(findings)), style)
                self._by_section(findings)
        self.line()

    def _not_compared(self, revision: Revision) -> None:
        """Write what is suppressed now, and what only one of the two could be checked for."""
        told = revision.comparison
        if told.suppressed:
            self.line(say("diff-suppressed", self.lang, count=len(told.suppressed)), "yellow")
        for code, findings, groups in (
            ("diff-unknown", told.unknown, revision.only_old),
            ("diff-old-not-run", told.new, revision.only_new),
        ):
            kept = [finding.group for finding in findings if finding.group in groups]
            if kept:
                names = ", ".join(sorted(set(kept)))
                self.line(say(code, self.lang, count=len(kept), groups=names), "yellow")

    def _by_section(self, findings: Iterable[Finding]) -> None:
        sections: dict[str, list[Finding]] = {}
        for finding in findings:
            sections.setdefault(finding.section, []).append(finding)
        for section, kept in sections.items():
            said = say("section", self.lang, path=section) if section else self._outside()
            self.line(f"  {said}", "bold")
            for finding in kept:
                self._finding(finding)

    def _outside(self) -> str:
        return say("diff-outside", self.lang)

    def _finding(self, finding: Finding) -> None:
        place = f"{finding.place.line}:{finding.place.column}"
        level = say(f"level-{finding.level}", self.lang)
        self.line(f"  {place:>8}  {level} · {finding.message}  [{finding.rule}]")
        before, words, after = finding.quote
        if words:
            self.line(f"{' ' * 12}{before}«{words}»{after}", "dim")

    def line(self, said: str = "", style: str = "") -> None:
        from rich.text import Text

        from checker.reporting.terminal import shown

        self.console.print(shown(Text(said, style)))
