"""Files that a command writes: whole or not at all, and never the user's own unless asked."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from checker.data import write_whole
from checker.errors import InputError

_BACKUP = "truoc-khi-sua"


def spare_inputs(out: Path, inputs: Iterable[str]) -> None:
    """Raise InputError ``out-is-input`` when ``out`` is one of the files that are read."""
    if any(_is_same(out, name) for name in inputs):
        raise InputError("out-is-input", path=out)


def write_output(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``. Raises InputError ``cannot-write``."""
    try:
        write_whole(path, content)
    except OSError as error:
        raise _unwritable(path, error) from None


def write_in_place(path: Path, content: bytes) -> Path:
    """Put ``content`` in the place of ``path`` and return the copy of what was there, which stands
    beside it under a name of its own. Raises InputError ``cannot-write``."""
    backup = path.with_name(f"{path.stem}.{_BACKUP}{path.suffix}")
    number = 2
    while backup.exists():
        backup = path.with_name(f"{path.stem}.{_BACKUP}-{number}{path.suffix}")
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
