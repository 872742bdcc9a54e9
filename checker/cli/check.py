"""``soat check``: what is wrong with these documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from checker.cli.files import expand
from checker.cli.options import lang_option
from checker.finding import LEVELS
from checker.linter import FileReport, Linter

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
@click.option(
    "--stage",
    type=click.Choice(["draft", "issued"]),
    default="draft",
    show_default=True,
    help="draft: bản thảo, số và ngày được để trống; issued: bản đã ban hành.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"]),
    default="error",
    show_default=True,
    help="Mức thấp nhất làm lệnh kết thúc với mã 1.",
)
@lang_option
def command(paths: tuple[str, ...], form: str, stage: str, fail_on: str, lang: str) -> None:
    """Soát văn bản: tệp .docx, .txt, .md, cả thư mục, hoặc “-” là đầu vào chuẩn.

    Mã kết thúc: 0 không có lỗi từ mức --fail-on trở lên, 1 có lỗi, 2 có tệp không đọc được.
    """
    files = expand(paths)
    linter = Linter.load(lang)
    reports = _with_progress(files, linter, stage)
    if form == "json":
        from checker.reporting.json import write_json

        kept = list(reports)
        write_json(kept, sys.stdout, lang)
    else:
        from checker.reporting.terminal import TerminalReport

        kept = []
        terminal = TerminalReport(sys.stdout, lang)
        for report in reports:
            terminal.file(report)
            kept.append(report)
        terminal.summary(kept)
    sys.exit(_exit_code(kept, fail_on))


def _with_progress(files: list[str], linter: Linter, stage: str) -> Iterator[FileReport]:
    """Check the files; many of them on a terminal show a progress bar on standard error."""
    if len(files) < PROGRESS_FROM or not sys.stderr.isatty() or sys.stdout.isatty():
        for path in files:
            yield linter.check_file(path, stage)
        return
    from rich.console import Console
    from rich.progress import track

    for path in track(files, "Soát", console=Console(stderr=True), transient=True):
        yield linter.check_file(path, stage)


def _exit_code(reports: list[FileReport], fail_on: str) -> int:
    if any(report.error for report in reports):
        return 2
    if fail_on == "never":
        return 0
    counted = LEVELS[LEVELS.index(fail_on) :]
    return int(any(f.level in counted for report in reports for f in report.findings))
