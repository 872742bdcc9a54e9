"""The documents in the open folders by their numbers, to go to one that is cited.

Only the head of each file is read, and kept until the file changes.
"""

from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lsprotocol import types

from checker.citations.citation import Citation
from checker.files import is_document
from checker.lsp.positions import Positions
from checker.parsing import Grammar, parse
from checker.reading import read_bytes
from checker.registers.known_documents import number_key

MOST_FILES = 2000
MOST_BYTES = 20_000_000  # of one file
_HEAD_LINES = 60
_SUFFIXES = (".txt", ".md", ".docx")
_MOST_ENTRIES = 50_000  # names looked at in search of documents


@dataclass(frozen=True)
class Listed:
    """A file with its size and time of change, by which it is known to be the same."""

    path: str
    size: int
    changed: int


@dataclass(frozen=True)
class Header:
    """The number of a document as :func:`number_key` writes it, its date if it is full, and where
    the number stands in the file."""

    key: str
    date: datetime.date | None
    place: types.Range


class CitedFiles:
    """What is known of the files. ``encoding`` is that of the client's positions."""

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        self._headers: dict[Listed, Header | None] = {}

    def keep(self, listed: Iterable[Listed]) -> list[Listed]:
        """Forget the files that are not ``listed``; return those that are to be read."""
        wanted = dict.fromkeys(listed)
        self._headers = {one: head for one, head in self._headers.items() if one in wanted}
        return [one for one in wanted if one not in self._headers]

    def read(self, files: Sequence[Listed], grammar: Grammar) -> None:
        """Read the heads of files; what cannot be read has none."""
        for one in files:
            self._headers[one] = _header(one.path, grammar, self.encoding)

    def find(self, citation: Citation) -> list[tuple[str, types.Range]]:
        """Return paths and places of the documents that a citation may mean: those with its number
        and, where both are told in full, its date."""
        if citation.number is None or not citation.number.figure:
            return []
        key = number_key(str(citation.number))
        date = citation.date.value if citation.date else None
        return sorted(
            (
                (one.path, head.place)
                for one, head in self._headers.items()
                if head and head.key == key and (not head.date or not date or head.date == date)
            ),
            key=lambda found: found[0],
        )


def documents_below(folders: Iterable[str], *, deep: bool = True) -> list[Listed]:
    """Return the documents in folders, and unless not ``deep`` in those below, hidden ones left
    out, at most 2,000."""
    found: dict[str, Listed] = {}
    seen = 0
    for folder in folders:
        for parent, inner, names in os.walk(folder):
            inner[:] = sorted(filter(_may_hold_documents, inner)) if deep else []
            seen += len(inner) + len(names)
            for one in _listed(parent, names):
                found[one.path] = one
            if len(found) >= MOST_FILES or seen > _MOST_ENTRIES:
                return list(found.values())[:MOST_FILES]
    return list(found.values())


def _may_hold_documents(name: str) -> bool:
    return not name.startswith(".") and name not in ("node_modules", "__pycache__")


def _listed(parent: str, names: Iterable[str]) -> Iterator[Listed]:
    for name in sorted(names):
        if is_document(name) and name.lower().endswith(_SUFFIXES):
            path = Path(parent, name)
            with contextlib.suppress(OSError):
                stat = path.stat()
                if path.is_file() and 0 < stat.st_size <= MOST_BYTES:
                    yield Listed(str(path), stat.st_size, stat.st_mtime_ns)


def _header(path: str, grammar: Grammar, encoding: str) -> Header | None:
    """The header of a file; None for one that has no number or, for whatever reason, cannot be
    read: it must not stop the others."""
    try:
        source = read_bytes(Path(path).read_bytes(), path)
        document = parse(replace(source, lines=source.lines[:_HEAD_LINES]), grammar)
    except Exception:
        return None
    number = document.header.number
    if not number.figure:
        return None
    top = types.Position(0, 0)
    place = types.Range(top, top)
    if source.format == "text":
        span = document.view.raw_span(number.start, number.end)
        place = Positions(source.raw, encoding).range(*span)
    return Header(number_key(number.text[number.text.index(number.figure) :]), document.date, place)
