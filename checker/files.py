"""The documents that a user names: files, folders, standard input."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from checker.errors import InputError

# Names that look like documents; what a file really is, reading finds out from its content.
DOCUMENT_SUFFIXES = frozenset((".docx", ".docm", ".doc", ".rtf", ".odt", ".pdf", ".txt", ".md"))
BACKUP = "truoc-khi-sua"  # stands in the name of what "soat fix" keeps of a file


def expand(paths: Iterable[str]) -> tuple[list[str], list[InputError]]:
    """Return the files that ``paths`` stand for, and what is wrong with some of the paths.

    A folder stands for all documents under it, hidden ones, Word's lock files (``~$…``), the
    copies that ``soat fix`` keeps and what is no file (a pipe) left out; a folder in it that cannot
    be opened is an error. ``-`` is standard input.
    """
    files: dict[str, None] = {}
    errors: list[InputError] = []
    for path in paths:
        if not path:
            errors.append(InputError("no-path", path=path))
        elif path != "-" and os.path.isdir(path):  # noqa: PTH112 (never raises)
            before = len(errors)
            found = _documents(path, errors)
            files.update(dict.fromkeys(found))
            if not found and len(errors) == before:
                errors.append(InputError("no-documents", path=path))
        else:
            files[path] = None
    return list(files), errors


def shown_path(path: str) -> str:
    """Return a path as it can be written down: bytes of a name that are no UTF-8 as ``\\udce9``."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def is_document(name: str) -> bool:
    """Tell whether a file of this name, in a folder, is taken for a document."""
    path = Path(name)
    hidden = name.startswith((".", "~$")) or f".{BACKUP}" in path.stem
    return not hidden and path.suffix.lower() in DOCUMENT_SUFFIXES


def _documents(folder: str, errors: list[InputError]) -> list[str]:
    def unopened(error: OSError) -> None:
        reason = error.strerror or str(error)
        errors.append(InputError("unreadable-folder", path=error.filename, reason=reason))

    found: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=unopened):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        listed = (Path(parent, name) for name in sorted(names) if is_document(name))
        found += [str(path) for path in listed if not _is_endless(path)]
    return found


def _is_endless(path: Path) -> bool:
    """Whether a path is that of a pipe or a device, at which reading waits for ever."""
    try:
        mode = path.stat().st_mode
    except OSError:  # what is wrong with it is told when it is read
        return False
    return not stat.S_ISREG(mode)
