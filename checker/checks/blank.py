"""``check: blank``: a part that is there but not filled in.

Keys
    part    ``number`` (no figure before the symbol) or ``date`` (no day, month or year)
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

    part: str

    def __post_init__(self) -> None:
        one_of("part", self.part, ("number", "date"))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        number, date = document.header.number, document.header.place_date
        if self.part == "number" and number and not number.figure:
            yield Fact(number.start, number.end)
        if self.part == "date" and date and not (date.day and date.month and date.year):
            yield Fact(date.start, date.end)
