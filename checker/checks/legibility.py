"""``check: legibility``: a text layer that cannot be read (junk OCR, text without diacritics)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        if not document.legible and document.lines:
            first = document.lines[0]
            yield Fact(first.start, first.end)
