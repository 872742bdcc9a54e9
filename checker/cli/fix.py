"""``soat fix``: what Soát can mend by itself."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from checker.annotating import WORD, Fixed, fix, open_draft
from checker.annotating.edit import Edit
from checker.annotating.fixes import apply_edits, find_edits
from checker.cli.options import lang_option, stage_option
from checker.cli.output import spare_inputs, write_in_place, write_output
from checker.errors import InputError, SoatError
from checker.phrases import say
from checker.project import Options, Project
from checker.reading import Source, load_bytes

_AROUND = 20
_BLANK = re.compile(r"\s")


@click.command("fix")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="TỆP...")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), metavar="TỆP", help="Tệp đã sửa sẽ ghi."
)
@click.option(
    "--in-place", is_flag=True, help="Sửa ngay trong (các) tệp, bản cũ được giữ bên cạnh."
)
@click.option(
    "--no-backup", is_flag=True, help="Cùng --in-place: không giữ bản cũ (khi đã lưu trong git)."
)
@click.option("--diff", is_flag=True, help="Chỉ cho xem sẽ sửa gì, không ghi tệp nào.")
@click.option("--accept", is_flag=True, help="Tệp Word: sửa hẳn, không để dạng theo dõi thay đổi.")
@click.option("--unsafe", is_flag=True, help="Sửa theo cả những gợi ý cần người xem lại.")
@click.option("--layout", is_flag=True, help="Tệp Word: sửa cả lề, phông, cỡ chữ, giãn dòng.")
@stage_option
@lang_option
def command(paths: tuple[str, ...], **options: Any) -> None:
    """Sửa những lỗi chắc chắn: dấu câu, khoảng trắng, viết hoa, chữ gõ sai.

    Tệp Word được sửa ở dạng theo dõi thay đổi để người soạn duyệt từng chỗ. Tệp .txt, .md không có
    -o thì bản đã sửa ra đầu ra chuẩn. Nhiều tệp một lúc thì dùng --in-place hoặc --diff; tệp không
    có gì phải sửa được giữ nguyên. Mã kết thúc 2: có tệp không sửa được, các tệp khác vẫn được sửa.
    """
    asked = _Asked(**options)
    _require_sound(paths, asked)
    project = Project(Options(asked.lang, asked.stage))
    if len(paths) == 1:
        _fix(paths[0], project, asked)
        return
    errors = [error for path in paths if (error := _failure(path, project, asked))]
    for error in errors:
        click.echo(error.message(asked.lang), err=True)
    sys.exit(2 if errors else 0)


@dataclass(frozen=True)
class _Asked:
    """What the user asks for, the same for every file."""

    out: Path | None
    in_place: bool
    no_backup: bool
    diff: bool
    accept: bool
    unsafe: bool
    layout: bool
    stage: str | None
    lang: str


def _require_sound(paths: Sequence[str], asked: _Asked) -> None:
    """Raise InputError for options that do not go together."""
    if asked.in_place and (asked.out or "-" in paths):
        raise InputError("one-output")
    if asked.diff and (asked.out or asked.in_place):
        raise InputError("diff-writes-nothing")
    if len(paths) > 1 and (asked.out or not (asked.in_place or asked.diff)):
        raise InputError("several-in-place")
    if asked.no_backup and not asked.in_place:
        raise InputError("no-backup-alone")
    if asked.out:
        spare_inputs(asked.out, paths)


def _failure(path: str, project: Project, asked: _Asked) -> InputError | None:
    """Fix one file of many and return what kept it from being fixed, which must not stop the
    others. Raises ConfigError, RuleError."""
    try:
        _fix(path, project, asked)
    except InputError as error:
        return error
    except SoatError:
        raise
    except Exception as error:
        return InputError("failed", path=path, reason=f"{type(error).__name__}: {error}")
    return None


def _fix(path: str, project: Project, asked: _Asked) -> None:
    """Fix one file and say what was done. Raises InputError, ConfigError, RuleError."""
    draft = open_draft(load_bytes(path), path)
    if draft.source.format in WORD and not (asked.out or asked.in_place or asked.diff):
        raise InputError("no-output", path=path)
    settings = project.settings(path)
    if asked.in_place and settings.ignored:
        click.echo(say("fix-ignored", asked.lang, path=path))
        return
    linter, stage = project.linter(path), settings.stage
    if asked.diff:
        edits = find_edits(draft.source, linter, stage, unsafe=asked.unsafe)
        _write_diff(draft.source, edits)
        return
    kinds = {"accept": asked.accept, "unsafe": asked.unsafe, "layout": asked.layout}
    fixed = fix(draft, linter, stage, str(asked.out or path), **kinds)
    if draft.source.format == "text" and not (asked.out or asked.in_place):
        sys.stdout.buffer.write(fixed.data)
        return
    _tell_edits(draft.source, fixed)
    if not fixed.edits and not fixed.settings:
        click.echo(say("nothing-to-fix", asked.lang, path=path))
        return
    _write(path, fixed, asked)
    if draft.source.format != "text" and not asked.accept:
        click.echo(say("review-changes", asked.lang))


def _write(path: str, fixed: Fixed, asked: _Asked) -> None:
    """Write the fixed file where it was asked for, and say how much was fixed. Raises
    InputError."""
    if asked.in_place and not asked.no_backup:
        backup = write_in_place(Path(path), fixed.data)
        click.echo(say("kept-before", asked.lang, path=backup))
    else:
        write_output(asked.out or Path(path), fixed.data)
    told = {"path": asked.out or path, "edits": len(fixed.edits), "settings": fixed.settings}
    click.echo(say("fixed-layout" if asked.layout else "fixed", asked.lang, **told))
    if fixed.left:
        click.echo(say("fixes-left", asked.lang, count=len(fixed.left)))


def _write_diff(source: Source, edits: Sequence[Edit]) -> None:
    """Write the edits as a unified diff of the text as read."""
    after = apply_edits(source.raw, edits)
    lines = difflib.unified_diff(
        source.raw.splitlines(), after.splitlines(), source.path, source.path, lineterm=""
    )
    for line in lines:
        click.echo(line)


def _tell_edits(source: Source, fixed: Fixed) -> None:
    """Write each change with the words that it touches; what touches the same words is one."""
    for edits in _by_words(source.raw, fixed.edits):
        line, column = source.position(edits[0].start)
        start, end = _around(source.raw, edits[0].start, edits[-1].end)
        moved = [Edit(edit.start - start, edit.end - start, edit.text) for edit in edits]
        old = source.raw[start:end]
        click.echo(f"  {f'{line}:{column}':>8}  «{old}» → «{apply_edits(old, moved)}»")


def _by_words(raw: str, edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    group: list[Edit] = []
    for edit in edits:
        if group and _BLANK.search(raw, group[-1].end, edit.start):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _around(raw: str, start: int, end: int) -> tuple[int, int]:
    """The span with the rest of the words that it touches, as far as they are not too long."""
    first, last = max(0, start - _AROUND), min(len(raw), end + _AROUND)
    while start > first and not raw[start - 1].isspace():
        start -= 1
    while end < last and not raw[end].isspace():
        end += 1
    return start, end
