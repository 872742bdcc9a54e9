"""``soat check``: what is wrong with these documents."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from checker.cli.files import expand
from checker.cli.options import guesses_option, lang_option, ocr_option, stage_option
from checker.file_report import FileReport
from checker.finding import LEVELS
from checker.linter import Linter

if TYPE_CHECKING:
    from rich.console import Console

PROGRESS_FROM = 20


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="ĐƯỜNG_DẪN...")
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
    help="Mức thấp nhất làm lệnh kết thúc với mã 1.",
)
@guesses_option
@ocr_option
@lang_option
def command(
    paths: tuple[str, ...],
    form: str,
    stage: str,
    fail_on: str,
    guesses: bool,
    ocr: bool,
    lang: str,
) -> None:
    """Soát văn bản: tệp Word, OpenDocument, PDF, .txt, .md, cả thư mục, hoặc “-” là đầu vào chuẩn.

    Mã kết thúc: 0 không có lỗi từ mức --fail-on trở lên, 1 có lỗi, 2 có tệp không đọc được.
    """
    files, errors = expand(paths)
    linter = Linter.load(lang, guesses=guesses)
    kept = [FileReport(str(error.values["path"]), stage, error=error) for error in errors]
    if form == "json":
        from checker.reporting.formats import render
        from checker.reporting.run import Run

        kept.extend(_checked(files, linter, stage, ocr))
        rules = {rule.id: rule for rule in linter.rules}
        sys.stdout.write(render(form, Run(tuple(kept), rules, lang)).decode())
    else:
        from checker.reporting.terminal import TerminalReport

        terminal = TerminalReport(sys.stdout, lang)
        for report in kept:
            terminal.file(report)
        for report in _checked(files, linter, stage, ocr, terminal.console):
            terminal.file(report)
            kept.append(report)
        terminal.summary(kept)
    sys.exit(_exit_code(kept, fail_on))


def _checked(
    files: list[str],
    linter: Linter,
    stage: str,
    ocr: bool,
    console: Console | None = None,
) -> Iterator[FileReport]:
    """Check the files one by one. Many of them show a progress bar, below what ``console`` writes
    when that is a terminal, else on standard error when that is one."""
    files_left: Iterable[str] = files
    if len(files) >= PROGRESS_FROM and (sys.stdout.isatty() or sys.stderr.isatty()):
        from rich.console import Console
        from rich.progress import track

        if console is None or not console.is_terminal:
            console = Console(stderr=True)
        files_left = track(files, "Soát", console=console, transient=True)
    for path in files_left:
        yield linter.check_file(path, stage, ocr=ocr)


def _exit_code(reports: list[FileReport], fail_on: str) -> int:
    if any(report.error for report in reports):
        return 2
    if fail_on == "never":
        return 0
    counted = LEVELS[LEVELS.index(fail_on) :]
    return int(any(f.level in counted for report in reports for f in report.findings))
