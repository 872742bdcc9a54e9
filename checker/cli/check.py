"""``soat check``: what is wrong with these documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from checker.cli.checking import Checking, Wanted, exit_code, with_progress
from checker.cli.completion import complete_rule_lists
from checker.cli.options import config_option, guesses_option, lang_option, ocr_option, stage_option
from checker.cli.output import Output, output_option, spare_inputs, write_output
from checker.cli.telling import Telling
from checker.errors import InputError
from checker.files import expand
from checker.finding import LEVELS
from checker.phrases import say
from checker.project import Options
from checker.reporting.formats import BINARY, FORMATS, TERMINAL, render

F = TypeVar("F", bound=Callable[..., Any])

HEAD = "HEAD"


def _rules_option(flag: str, told: str) -> Callable[[F], F]:
    """Make an option that takes names of rules, divided by commas or given one by one."""
    return click.option(
        flag,
        multiple=True,
        callback=_split,
        shell_complete=complete_rule_lists,
        metavar="QUY_TẮC,…",
        help=told,
    )


def _split(_context: object, _option: object, told: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for one in told for name in one.split(",") if name.strip())


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="ĐƯỜNG_DẪN...")
@click.option(
    "--format",
    "form",
    type=click.Choice([form for form in FORMATS if form not in BINARY]),
    default=TERMINAL,
    show_default=True,
    help="Dạng kết quả trên màn hình (output format).",
)
@output_option
@stage_option
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"]),
    help="Mức thấp nhất làm lệnh kết thúc với mã 1 (mặc định: error).",
)
@_rules_option("--select", "Chỉ báo các quy tắc hoặc nhóm này.")
@_rules_option("--ignore", "Không báo các quy tắc hoặc nhóm này.")
@click.option(
    "--max-findings",
    type=click.IntRange(min=0),
    metavar="N",
    help="Báo nhiều nhất N chỗ mỗi văn bản, nặng trước.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="TỆP",
    help="Chỉ báo những gì chưa có trong tệp mốc (do “soat baseline create” tạo).",
)
@click.option(
    "--changed",
    is_flag=False,
    flag_value=HEAD,
    metavar="[BẢN]",
    help="Chỉ soát tệp khác với bản đã lưu trong git (mặc định: HEAD).",
)
@click.option("--watch", is_flag=True, help="Soát lại mỗi khi tệp được lưu; Ctrl+C để dừng.")
@click.option("--quiet", "-q", is_flag=True, help="Chỉ in lời báo, không in gì về tệp sạch.")
@click.option("--statistics", is_flag=True, help="Đếm theo quy tắc thay cho từng lời báo.")
@config_option
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    metavar="N",
    help="Số tiến trình chạy cùng lúc (mặc định: tự chọn khi có trên 50 tệp).",
)
@click.option("--no-cache", is_flag=True, help="Soát lại từ đầu, không dùng kết quả lần trước.")
@guesses_option
@ocr_option
@lang_option
def command(
    paths: tuple[str, ...],
    form: str,
    output: tuple[Output, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    max_findings: int | None,
    baseline: Path | None,
    changed: str | None,
    watch: bool,
    quiet: bool,
    statistics: bool,
    jobs: int | None,
    no_cache: bool,
    **asked: Any,
) -> None:
    """Soát văn bản: tệp Word, OpenDocument, PDF, .txt, .md, cả thư mục, hoặc “-” là đầu vào chuẩn.

    Mã kết thúc: 0 không có lỗi từ mức --fail-on trở lên, 1 có lỗi, 2 có tệp không đọc được.
    """
    if statistics and form != TERMINAL:
        raise click.UsageError(say("statistics-only-here", asked["lang"]))
    if watch and changed:
        raise click.UsageError(say("watch-all", asked["lang"]))
    options = Options(cache=not no_cache, **asked)
    wanted = Wanted(select, ignore, baseline, max_findings)
    telling = Telling(form, options.lang, quiet=quiet, statistics=statistics)
    work = _Work(options, wanted, telling, output, jobs)
    if watch:
        _keep_checking(work, paths)
    else:
        files, errors = _files(paths, changed)
        if changed and not files and not quiet:
            click.echo(say("nothing-changed", options.lang), err=True)
        sys.exit(work.do(files, errors))


@dataclass(frozen=True)
class _Work:
    """What is done with files: how they are checked and where it is told."""

    options: Options
    wanted: Wanted
    telling: Telling
    outputs: Sequence[Output]
    jobs: int | None

    def do(self, files: Sequence[str], errors: Sequence[InputError] = ()) -> int:
        """Check the files, tell of them and of the paths that stand for none; return the exit
        code."""
        for one in self.outputs:
            spare_inputs(one.path, files)
        checking = Checking(self.options, self.wanted, files)
        if checking.ignored and not self.telling.quiet:
            count = len(checking.ignored)
            click.echo(say("ignored-files", self.options.lang, count=count), err=True)
        told = [checking.unread(error) for error in errors]
        for report in told:
            self.telling.file(report)
        reports = checking.reports(self.jobs)
        if not self.telling.quiet:
            reports = with_progress(reports, len(checking.files), self.telling.console)
        for report in reports:
            self.telling.file(report)
            told.append(report)
        run = checking.run(told)
        self.telling.end(run)
        for one in self.outputs:
            write_output(one.path, render(one.form, run))
        return exit_code(told, checking.failed)


def _files(paths: Sequence[str], changed: str | None) -> tuple[list[str], list[InputError]]:
    """The files to check, and what is wrong with some of the paths; ``changed`` is the revision
    that they are not as in."""
    if changed is None:
        if not paths:
            raise click.UsageError(say("no-paths"))
        return expand(paths)
    from checker.changed import changed_files

    if changed != HEAD and Path(changed).exists():
        paths, changed = (changed, *paths), HEAD  # "--changed THƯ_MỤC"
    return changed_files(paths, changed), []


def _keep_checking(work: _Work, paths: Sequence[str]) -> None:
    """Check the files, and again those that are saved, until the user ends it."""
    from checker.watching import watch

    files, errors = _files(paths, None)
    if errors:
        sys.exit(work.do(files, errors))
    try:
        for saved in watch(lambda: expand(paths)[0]):
            work.do(saved)
            click.echo(say("watching", work.options.lang), err=True)
    except KeyboardInterrupt:
        sys.exit(0)
