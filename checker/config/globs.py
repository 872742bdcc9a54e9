"""Patterns of file names as in .gitignore, relative to the folder of soat.yml."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.decoding import DecodingError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_MOST_STARS = 4  # in a name, and of ** in a path: to match more may take for ever
_WINDOWS_PATH = re.compile(r"\\(?![#! \[\]])")


def make_spec(globs: Sequence[str]) -> GitIgnoreSpec:
    """Return what matches paths with ``globs``. Raises ValueError for one that is none."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(unicodedata.normalize("NFC", glob) for glob in globs)


def check_globs(globs: Sequence[str], key: str) -> None:
    """Raise DecodingError, with its place under ``key``, for a glob that cannot match."""
    for index, glob in enumerate(globs):
        try:
            sound = bool(glob.strip()) and not _WINDOWS_PATH.search(glob)
            if not sound or make_spec([glob]).patterns[0].include is None:
                raise ValueError
        except ValueError:
            raise DecodingError("bad-glob", key, where=(key, index), text=glob) from None
        if _has_many_stars(glob):
            told = {"text": glob, "most": _MOST_STARS}
            raise DecodingError("glob-stars", key, where=(key, index), **told)


def _has_many_stars(glob: str) -> bool:
    names = glob.split("/")
    most = max(len(re.findall(r"\*+", name)) for name in names)
    return max(most, names.count("**")) > _MOST_STARS


def path_below(folder: Path, path: str) -> str:
    """Return the path of a file as globs see it: from ``folder``, or from the root of the disk for
    one that is elsewhere."""
    full = Path(os.path.realpath(path))
    try:
        below = full.relative_to(folder)
    except ValueError:
        below = full.relative_to(full.anchor)
    return unicodedata.normalize("NFC", below.as_posix())
