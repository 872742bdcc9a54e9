"""``check: cited-time``: the dates of cited documents against the document's own.

Keys
    fault   later         a date after the document's own
            stale-header  the document's own date is a year too early for what it cites
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._values import values_of
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.text.dates import Date, figures

_TITLE_YEAR = re.compile(r"\bnăm ((?:19|20)\d\d)\b")
_STALE_MONTHS = 9  # later in the year a plan for the next is natural


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("date", "other")

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, ("later", "stale-header"))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        own = document.date
        if own is None:
            return
        later = _later(document, own)
        stale = _is_stale(document, own, later)
        if self.fault == "later" and not stale:
            for date in later:
                yield Fact(date.start, date.end, values_of(self, date=figures(own)))
        if self.fault == "stale-header" and stale:
            header = document.header.place_date
            at = header.text.rindex(str(own.year)) + header.start
            values = values_of(self, date=figures(own), other=str(own.year + 1))
            related = tuple((date.start, date.end) for date in later)
            yield Fact(at, at + 4, values, (), related)


def _later(document: Document, own: datetime.date) -> list[Date]:
    """The dates of cited documents that are after the document's own."""
    dates = (one.date for one in document.citations if one.number)
    return [date for date in dates if date and date.value and date.value > own]


def _is_stale(document: Document, own: datetime.date, later: list[Date]) -> bool:
    """Tell whether a plan for next year cites several documents of that year's first months."""
    years = {int(year) for year in _TITLE_YEAR.findall(document.title.text)}
    if years != {own.year + 1}:
        return False
    if len(later) < (1 if own.month <= _STALE_MONTHS else 2):
        return False
    return all(
        (own.year + 1, 1) <= (date.year, date.month) <= (own.year + 1, own.month) for date in later
    )
