"""``soat audit``: many documents, checked and compared."""

from __future__ import annotations

import contextlib
import datetime
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO

import click

from checker.cli.options import config_option, guesses_option, lang_option, ocr_option
from checker.errors import InputError
from checker.finding import LEVELS
from checker.phrases import say
from checker.project import Options, Project

if TYPE_CHECKING:
    from checker.corpus.auditing.audit import Audit, AuditOptions
    from checker.corpus.auditing.engines import Engine

_STOPPED = 130  # as shells tell of a command that Ctrl+C ended
_INTERRUPTED = "Query interrupted"  # what DuckDB makes of Ctrl+C
_STAGE = "issued"  # of documents that no soat.yml tells it of
_COMMUNES_OF = "communes-of"
_POOL, _SEQUENTIAL, _DASK = "pool", "sequential", "dask"


class _Command(click.Command):
    """Takes ``--expect communes-of "Hải Phòng"``, an option of two words."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        joined: list[str] = []
        for word in args:
            if joined and joined[-1].removeprefix("--expect=") == _COMMUNES_OF:
                joined[-1] += f" {word}"
            else:
                joined.append(word)
        return super().parse_args(context, joined)


@click.command("audit", cls=_Command)
@click.argument("paths", nargs=-1, type=click.Path(), metavar="ĐƯỜNG_DẪN...")
@click.option(
    "--against",
    multiple=True,
    type=click.Path(),
    metavar="TỆP",
    help="Kế hoạch của cấp trên mà các kế hoạch phải thực hiện; dùng được nhiều lần.",
)
@click.option(
    "--expect",
    multiple=True,
    metavar='communes-of "TỈNH"|TỆP',
    help="Các cơ quan phải có kế hoạch: mọi xã, phường của một tỉnh, hoặc tệp mỗi dòng một tên.",
)
@click.option(
    "--due",
    type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
    metavar="NGÀY",
    help="Hạn ban hành kế hoạch: 31/3/2026 hoặc 2026-03-31.",
)
@click.option(
    "--out",
    "-o",
    type=click.Path(),
    metavar="THƯ_MỤC",
    help="Nơi ghi báo cáo và phần đã soát; chạy lại thì làm tiếp. Không có: chỉ in ra màn hình.",
)
@click.option(
    "--engine",
    type=click.Choice([_POOL, _SEQUENTIAL, _DASK]),
    default=_POOL,
    show_default=True,
    help="Cách chạy: nhiều tiến trình, một tiến trình, hoặc cụm máy Dask (soat[cluster]).",
)
@click.option(
    "--scheduler",
    metavar="ĐỊA_CHỈ",
    help="Bộ điều phối Dask có sẵn; mọi máy phải thấy văn bản và THƯ_MỤC kết quả cùng đường dẫn.",
)
@click.option(
    "--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="Số tiến trình chạy cùng lúc."
)
@click.option(
    "--stage",
    type=click.Choice(["draft", "issued"]),
    help="issued (mặc định, nếu soat.yml không ghi): bản đã ban hành; draft: bản thảo.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"]),
    help="Mức thấp nhất làm lệnh kết thúc với mã 1 (mặc định: error).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="In tóm tắt, hoặc toàn bộ kết quả dạng JSON.",
)
@click.option("--no-cache", is_flag=True, help="Soát lại từ đầu, không dùng kết quả lần trước.")
@config_option
@guesses_option
@ocr_option
@lang_option
def command(
    paths: tuple[str, ...],
    against: tuple[str, ...],
    expect: tuple[str, ...],
    due: datetime.datetime | None,
    out: str | None,
    engine: str,
    scheduler: str | None,
    jobs: int | None,
    stage: str | None,
    fail_on: str | None,
    form: str,
    no_cache: bool,
    config: Path | None,
    guesses: bool,
    ocr: bool,
    lang: str,
) -> None:
    """Soát nhiều văn bản và đối chiếu chúng với nhau, với kế hoạch của cấp trên.

    ĐƯỜNG_DẪN là tệp, thư mục, hoặc địa chỉ như s3://kho/ke-hoach (cần soat[cluster]). Mã kết thúc:
    0 không có lỗi từ mức --fail-on trở lên, 1 có lỗi, 2 có tệp không đọc được.
    """
    if not paths:
        raise click.UsageError(say("audit-no-paths", lang))
    if scheduler and engine != _DASK:
        raise click.UsageError(say("scheduler-without-dask", lang))
    if scheduler and not out:
        raise click.UsageError(say("scheduler-needs-out", lang))
    options = Options(lang, stage, fail_on, guesses, config, ocr, not no_cache, _STAGE)
    work = _Work(options, _engine(engine, scheduler, jobs), _folder(out), form)
    try:
        sys.exit(work.do(paths, against, expect, due.date() if due else None))
    except (KeyboardInterrupt, RuntimeError) as error:
        if isinstance(error, RuntimeError) and str(error) != _INTERRUPTED:
            raise
        stopped = "audit-stopped" if out else "audit-stopped-unkept"
        click.echo(say(stopped, lang, out=out), err=True)
        sys.exit(_STOPPED)


@dataclass(frozen=True)
class _Work:
    """An audit: how it is done and where it is told; without ``out`` nothing is kept of it."""

    options: Options
    engine: Engine
    out: Path | None
    form: str

    def do(
        self,
        paths: Sequence[str],
        against: Sequence[str],
        expect: Sequence[str],
        due: datetime.date | None,
    ) -> int:
        """Audit the documents and write the reports; return the exit code."""
        from checker.cli.audit_inputs import expected_of, inputs_of
        from checker.corpus.auditing.audit import AuditOptions, opened

        project = Project(self.options)
        expected = tuple(dict.fromkeys(name for one in expect for name in expected_of(one)))
        given = inputs_of(paths, against, self.out, project)
        for error in given.errors:
            click.echo(error.message(self.options.lang), err=True)
        if given.ignored:
            told = say("ignored-files", self.options.lang, count=given.ignored)
            click.echo(told, err=True)
        if not given.files:
            if not given.errors and not given.ignored:
                raise InputError("audit-all-superiors")
            return 2 if given.errors else 0
        asked = AuditOptions(self.options, given.superiors, expected, due)
        with contextlib.ExitStack() as open_:
            out = self.out or Path(open_.enter_context(TemporaryDirectory(prefix="soat-")))
            open_.enter_context(opened(out))
            code, tell = self._audit(given.files, asked, project, out)
        tell()
        return 2 if given.errors else code

    def _audit(
        self, files: Sequence[str], asked: AuditOptions, project: Project, out: Path
    ) -> tuple[int, Callable[[], None]]:
        """Audit the documents in the folder ``out``; return the exit code and what tells of it, for
        when all is closed: a reader that leaves early ends the process."""
        from checker.cli.audit_listing import list_findings
        from checker.cli.audit_reports import spooled, write_reports
        from checker.cli.audit_telling import follow, summary
        from checker.corpus.auditing.audit import compare, keep, run_batches

        lang, number = self.options.lang, len(files) + len(asked.against)
        follow(run_batches(files, asked, out, self.engine), number, lang)
        if sys.stderr.isatty():
            click.echo(say("audit-comparing", lang), err=True)
        audit = compare(files, asked, out)
        reports = write_reports(audit, out) if self.out else []
        code = _exit_code(audit, project)
        if self.form == "json":
            file = reports[-1].open("rb") if reports else spooled(audit)
            keep(audit, out)
            return code, partial(_print, file)
        told = list(summary(audit, reports))
        keep(audit, out)
        listed = [] if reports else [one for one in audit.findings if not one.reason]

        def tell() -> None:
            list_findings(listed, sys.stdout, lang)
            click.echo("\n".join(told))

        return code, tell


def _print(file: BinaryIO) -> None:
    with file:
        shutil.copyfileobj(file, sys.stdout.buffer)


def _engine(name: str, scheduler: str | None, jobs: int | None) -> Engine:
    from checker.corpus.auditing.engines import Pool, Sequential

    if name == _DASK:
        from checker.corpus.auditing.engines.dask_cluster import DaskCluster

        return DaskCluster(scheduler, jobs)
    return Pool(jobs) if name == _POOL else Sequential()


def _folder(out: str | None) -> Path | None:
    from checker.remote import is_remote

    if not out:
        return None
    if is_remote(out):
        raise InputError("out-is-remote", path=out)
    return Path(out)


def _exit_code(audit: Audit, project: Project) -> int:
    """Return 2 when a file could not be read, 1 when something has the level from which the
    command fails for its document, else 0."""
    if any(one.error for one in audit.corpus.documents):
        return 2
    levels = [(one.path, one.level) for one in audit.elsewhere]
    for doc, counts in audit.counts.items():
        levels += [(audit.corpus.documents[doc].path, level) for _, level in counts]
    return int(any(_fails(project.settings(path).fail_on, level) for path, level in levels))


def _fails(fail_on: str, level: str) -> bool:
    return fail_on != "never" and level in LEVELS[LEVELS.index(fail_on) :]
