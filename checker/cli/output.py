"""Files that a command writes: whole or not at all, and never the user's own unless asked."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from checker.data import write_whole
from checker.errors import InputError
from checker.files import BACKUP
from checker.phrases import say
from checker.reporting.formats import FORMATS, TERMINAL

F = TypeVar("F", bound=Callable[..., Any])


class Output(NamedTuple):
    """A file that a run is written to, in one of the forms."""

    form: str
    path: Path


def output_option(function: F) -> F:
    return click.option(
        "--output",
        "-o",
        multiple=True,
        callback=_outputs,
        metavar="DẠNG=TỆP",
        help="Ghi kết quả ra tệp, ví dụ html=ket-qua.html, xlsx=ket-qua.xlsx; dùng được nhiều lần.",
    )(function)


def _outputs(
    context: click.Context, _parameter: click.Parameter, told: Sequence[str]
) -> tuple[Output, ...]:
    """Read ``DẠNG=TỆP``, or a file whose ending tells the form."""
    outputs = []
    for one in told:
        form, divided, name = one.partition("=")
        if not divided:
            form, name = Path(one).suffix.lstrip(".").lower(), one
        if form not in FORMATS or form == TERMINAL or not name:
            known = ", ".join(known for known in FORMATS if known != TERMINAL)
            lang = context.params.get("lang", "vi")
            raise click.BadParameter(say("unknown-form", lang, told=one, known=known))
        outputs.append(Output(form, Path(name)))
    return tuple(outputs)


def spare_inputs(out: Path, inputs: Iterable[str]) -> None:
    """Raise InputError when nothing can be written to ``out``: ``out-is-folder``,
    ``cannot-write``, or ``out-is-input`` for one of the files that are read."""
    if out.is_dir():
        raise InputError("out-is-folder", path=out)
    if not out.parent.is_dir():
        raise InputError("cannot-write", reason=f"{out.parent}: {os.strerror(errno.ENOENT)}")
    if any(_is_same(out, name) for name in inputs):
        raise InputError("out-is-input", path=out)


def write_output(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``: into the file that a link leads to, and into what is no file
    (a pipe, ``/dev/null``). Who may read the file stays. Raises InputError ``cannot-write``."""
    try:
        if path.is_file():
            mode = stat.S_IMODE(path.stat().st_mode)
            write_whole(path.resolve(), content)
            path.chmod(mode)
        elif path.exists():
            path.write_bytes(content)
        else:
            write_whole(path, content)
    except OSError as error:
        raise _unwritable(path, error) from None


def write_in_place(path: Path, content: bytes) -> Path:
    """Put ``content`` in the place of ``path`` and return the copy of what was there, which stands
    beside it under a name of its own. Raises InputError ``cannot-write``."""
    backup = path.with_name(f"{path.stem}.{BACKUP}{path.suffix}")
    number = 2
    while backup.exists():
        backup = path.with_name(f"{path.stem}.{BACKUP}-{number}{path.suffix}")
        number += 1
    try:
        shutil.copy2(path, backup)
    except OSError as error:
        raise _unwritable(backup, error) from None
    write_output(path, content)
    return backup


def _is_same(out: Path, name: str) -> bool:
    try:
        return out.samefile(name)
    except OSError:
        return False


def _unwritable(path: Path, error: OSError) -> InputError:
    return InputError("cannot-write", reason=f"{path}: {error.strerror or error}")
