"""``check: scan``: the pages are pictures without text. It has no keys."""

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
        if document.source.scan:
            yield Fact(0, 0)
