"""``check: part``: a regular expression over one part of the document.

Keys
    part      the part, by its name in the model (``header.issuer``)
    pattern   what is wrong; group ``bad`` is the wrong part, the whole match without it. A part of
              several lines has ``\\n`` between them
    suggest   what to write instead, with ``\\g<name>`` for groups of the pattern
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import ClassVar

from checker.checks.missing import check_parts
from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.text.regex import Regex


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    part: str
    pattern: Regex
    suggest: str | None = None

    def __post_init__(self) -> None:
        check_parts("part", (self.part,))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        part = attrgetter(self.part)(document)
        match = self.pattern.search(document.text[part.start : part.end]) if part else None
        if match:
            start, end = match.span("bad" if "bad" in self.pattern.groupindex else 0)
            suggestions = (match.expand(self.suggest),) if self.suggest is not None else ()
            yield Fact(part.start + start, part.start + end, suggestions=suggestions)
