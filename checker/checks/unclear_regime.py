"""``check: unclear-regime``: neither a state nor a Party document by what it shows."""

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
        if document.regime == "unknown" and document.lines:
            first = document.lines[0]
            yield Fact(first.start, first.end)
