"""``check: not-understood``: what the program could not make out, said once for the document.

Keys
    what   ``text`` (junk OCR, text without diacritics) or ``regime`` (neither a state nor a Party
           document by what it shows)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    what: str

    def __post_init__(self) -> None:
        one_of("what", self.what, ("text", "regime"))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        lacking = not document.legible if self.what == "text" else document.regime == "unknown"
        if lacking and document.lines:
            first = document.lines[0]
            yield Fact(first.start, first.end)
