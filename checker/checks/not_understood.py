"""``check: not-understood``: what the program could not make out, said once for the document.

Keys
    what   ``text`` (junk OCR, text without diacritics), ``part`` (the same in parts of a text that
           is else good) or ``regime`` (neither a state nor a Party document by what it shows)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.phrases import said_lines


@dataclass(frozen=True)
class Check:
    """``lines`` are those of all parts."""

    VALUES: ClassVar[tuple[str, ...]] = ("lines",)

    what: str

    def __post_init__(self) -> None:
        one_of("what", self.what, ("text", "part", "regime"))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        if self.what == "part":
            yield from _parts(document)
            return
        lacking = not document.legible if self.what == "text" else document.regime == "unknown"
        if lacking and document.lines:
            first = document.lines[0]
            yield Fact(first.start, first.end)


def _parts(document: Document) -> Iterator[Fact]:
    """Each part by its first line."""
    lines = said_lines(document.raw_lines(*span) for span in document.illegible)
    for start, end in document.illegible:
        yield Fact(start, min(end, document.line_at(start).end), {"lines": lines})
