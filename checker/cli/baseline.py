"""``soat baseline``: the findings that an office knows of and lets stand."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from checker.baseline import Baseline, read_baseline
from checker.cli.checking import Checking, Wanted, with_progress
from checker.cli.options import (
    config_option,
    guesses_option,
    lang_option,
    ocr_option,
    stage_option,
)
from checker.cli.output import write_output
from checker.errors import InputError
from checker.file_report import FileReport
from checker.files import expand
from checker.finding import Finding
from checker.phrases import say
from checker.project import Options
from checker.rule_names import RuleNames


@click.group("baseline")
def command() -> None:
    """Tệp mốc: ghi lại các lời báo đã biết, để từ đó “soat check --baseline” chỉ báo cái mới."""


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    return stage_option(config_option(guesses_option(ocr_option(lang_option(function)))))


_file_argument = click.argument("file", type=click.Path(path_type=Path), metavar="TỆP_MỐC")
_paths_argument = click.argument("paths", nargs=-1, metavar="[ĐƯỜNG_DẪN...]")


@command.command("create")
@_file_argument
@_paths_argument
@_options
def create(file: Path, paths: tuple[str, ...], **asked: Any) -> None:
    """Soát các văn bản rồi ghi mọi lỗi vào TỆP_MỐC (nên đặt tên soat-baseline.json).

    Không ghi đường dẫn thì soát cả thư mục chứa TỆP_MỐC. Tệp mốc đã có thì không ghi đè. Mã kết
    thúc: 0, hoặc 2 khi có tệp không đọc được.
    """
    if file.exists() or file.is_symlink():
        raise InputError("baseline-exists", path=file)
    checked = _checked(paths or (str(file.parent),), asked)
    baseline = Baseline(file.parent, {}).with_reports(checked.reports)
    write_output(file, baseline.as_bytes())
    _tell("baseline-created", file, baseline, asked["lang"])
    _end(checked, asked["lang"])


@command.command("update")
@_file_argument
@_paths_argument
@_options
def update(file: Path, paths: tuple[str, ...], **asked: Any) -> None:
    """Ghi lại TỆP_MỐC theo tình trạng hiện nay: lỗi đã sửa thì bỏ, lỗi mới thì thêm.

    Không ghi đường dẫn thì soát lại các tệp có trong TỆP_MỐC. Tệp không soát lần này giữ nguyên,
    tệp đã xóa thì bỏ. Mã kết thúc: 0, hoặc 2 khi có tệp không đọc được.
    """
    lang = asked["lang"]
    before = read_baseline(file)
    held = {name: before.path(name) for name in before.files}
    paths = paths or tuple(str(path) for path in held.values() if path)
    if not paths:
        raise InputError("baseline-without-files", path=file)
    checked = _checked(paths, asked)
    before = before.renamed(checked.names)
    deleted = [name for name, path in held.items() if path is None]
    after = before.with_reports(checked.reports).without(deleted)
    write_output(file, after.as_bytes())
    for name in deleted:
        count = len(before.files[name])
        click.echo(say("baseline-deleted-file", lang, name=name, count=count))
    found = [before.comparison(report) for report in checked.reports]
    new = sum(len(one.new) for one in found)
    gone = sum(len(one.gone) + len(one.suppressed) for one in found)
    gone += sum(len(before.files[name]) for name in deleted)
    _tell("baseline-updated", file, after, lang, new=new, gone=gone, same=after.count - new)
    _end(checked, lang)


@command.command("show")
@_file_argument
@lang_option
def show(file: Path, lang: str) -> None:
    """Cho xem các lời báo đã biết trong TỆP_MỐC, theo từng tệp và từng quy tắc."""
    from rich.console import Console
    from rich.text import Text

    from checker.reporting.terminal import shown

    baseline = read_baseline(file)
    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    for name, findings in sorted(baseline.files.items()):
        if not findings:
            continue
        console.print(shown(Text(f"{name}: {len(findings)}", "bold")))
        rules = Counter(finding.rule for finding in findings)
        for rule, count in sorted(rules.items()):
            console.print(shown(Text(f"  {rule}: {count}")))
            for told in _told([one for one in findings if one.rule == rule], lang):
                console.print(shown(Text(f"    {told}", "dim")))
    console.print(shown(Text(_said("baseline-count", file, baseline, lang), "bold")))


def _told(findings: Sequence[Finding], lang: str) -> list[str]:
    """What is said of findings of one rule: section and message, how often if more than once."""
    told = Counter(
        f"{say('section', lang, path=one.section)}: {one.message}" if one.section else one.message
        for one in findings
    )
    return [f"{said} ×{count}" if count > 1 else said for said, count in told.items()]


@dataclass(frozen=True)
class _Checked:
    """The files that could be read, why others could not, and the names of the rules."""

    reports: tuple[FileReport, ...]
    errors: tuple[InputError, ...]
    names: RuleNames


def _checked(paths: Sequence[str], asked: Mapping[str, Any]) -> _Checked:
    """Check the documents at ``paths`` as ``asked``. Raises InputError when not one can be read,
    and what Checking raises."""
    if "-" in paths:
        raise InputError("baseline-of-input")
    files, errors = expand(paths)
    checking = Checking(Options(**asked), Wanted(), files)
    reports = list(with_progress(checking.reports(None), len(checking.files), None))
    errors += [report.error for report in reports if report.error]
    readable = tuple(report for report in reports if not report.error)
    if errors and not readable:
        raise errors[0]
    names = RuleNames(checking.project.rules.values())
    return _Checked(readable, tuple(errors), names)


def _tell(code: str, file: Path, baseline: Baseline, lang: str, **values: object) -> None:
    click.echo(_said(code, file, baseline, lang, **values))


def _said(code: str, file: Path, baseline: Baseline, lang: str, **values: object) -> str:
    counts = {"count": baseline.count, "files": len(baseline.files)}
    return say(code, lang, path=file, **counts, **values)


def _end(checked: _Checked, lang: str) -> None:
    for error in checked.errors:
        click.echo(error.message(lang), err=True)
    sys.exit(2 if checked.errors else 0)
