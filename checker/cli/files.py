"""The documents that a user names: files, folders, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from checker.errors import InputError

# Names that look like documents; what a file really is, reading finds out from its content.
DOCUMENT_SUFFIXES = frozenset((".docx", ".txt", ".md", ".doc", ".odt", ".pdf", ".rtf"))


def expand(paths: Iterable[str]) -> list[str]:
    """Return the files that ``paths`` stand for: a folder stands for all documents under it,
    hidden ones and Word's lock files (``~$…``) left out; ``-`` is standard input.

    Raises InputError ``no-documents`` for a folder without documents.
    """
    files: dict[str, None] = {}
    for path in paths:
        if path != "-" and Path(path).is_dir():
            found = _documents(path)
            if not found:
                raise InputError("no-documents", path=path)
            files.update(dict.fromkeys(found))
        else:
            files[path] = None
    return list(files)


def _documents(folder: str) -> list[str]:
    found: list[str] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            str(Path(parent, name))
            for name in sorted(names)
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in DOCUMENT_SUFFIXES
        ]
    return found
