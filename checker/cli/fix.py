"""``soat fix``: what Soát can mend by itself."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from checker.annotating import WORD, Fixed, fix, open_draft
from checker.annotating.edit import Edit
from checker.annotating.fixes import apply_edits, find_edits
from checker.cli.options import lang_option, stage_option
from checker.cli.output import spare_inputs, write_in_place, write_output
from checker.errors import InputError
from checker.linter import Linter
from checker.phrases import say
from checker.reading import Source, load_bytes

_AROUND = 20
_BLANK = re.compile(r"\s")


@click.command("fix")
@click.argument("path", metavar="TỆP")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Tệp đã sửa sẽ ghi.")
@click.option("--in-place", is_flag=True, help="Sửa ngay trong tệp, bản cũ được giữ bên cạnh.")
@click.option("--diff", is_flag=True, help="Chỉ cho xem sẽ sửa gì, không ghi tệp nào.")
@click.option("--accept", is_flag=True, help="Tệp Word: sửa hẳn, không để dạng theo dõi thay đổi.")
@click.option("--unsafe", is_flag=True, help="Sửa theo cả những gợi ý cần người xem lại.")
@click.option("--layout", is_flag=True, help="Tệp Word: sửa cả lề, phông, cỡ chữ, giãn dòng.")
@stage_option
@lang_option
def command(
    path: str,
    out: Path | None,
    in_place: bool,
    diff: bool,
    accept: bool,
    unsafe: bool,
    layout: bool,
    stage: str,
    lang: str,
) -> None:
    """Sửa những lỗi chắc chắn: dấu câu, khoảng trắng, viết hoa, chữ gõ sai.

    Tệp Word được sửa ở dạng theo dõi thay đổi để người soạn duyệt từng chỗ. Tệp .txt, .md không có
    -o thì bản đã sửa ra đầu ra chuẩn.
    """
    if in_place and (out or path == "-"):
        raise InputError("one-output")
    if out:
        spare_inputs(out, [path])
    draft = open_draft(load_bytes(path), path)
    if draft.source.format in WORD and not (out or in_place or diff):
        raise InputError("no-output", path=path)
    linter = Linter.load(lang).beside(path)
    if diff:
        _write_diff(draft.source, find_edits(draft.source, linter, stage, unsafe=unsafe))
        return
    target = str(out or path)
    fixed = fix(draft, linter, stage, target, accept=accept, unsafe=unsafe, layout=layout)
    if draft.source.format == "text" and not (out or in_place):
        sys.stdout.buffer.write(fixed.data)
        return
    _tell_edits(draft.source, fixed)
    if not fixed.edits and not fixed.settings:
        click.echo(say("nothing-to-fix", lang, path=path))
        return
    if out:
        write_output(out, fixed.data)
    else:
        backup = write_in_place(Path(path), fixed.data)
        click.echo(say("kept-before", lang, path=backup))
    code = "fixed-layout" if layout else "fixed"
    click.echo(say(code, lang, path=target, edits=len(fixed.edits), settings=fixed.settings))
    if fixed.left:
        click.echo(say("fixes-left", lang, count=len(fixed.left)))
    if draft.source.format != "text" and not accept:
        click.echo(say("review-changes", lang))


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
