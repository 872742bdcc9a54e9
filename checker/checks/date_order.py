"""``check: date-order``: dates that do not agree with each other or with the document's own.

Keys
    fault   reversed       a period ends before it begins
            anniversary    "kỷ niệm N năm" with years that give another number
            deadline       to be done before the document was issued
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._values import values_of
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.text.dates import DONE_AFTER, QUARTERS, figures, find_dates, find_periods

_ANNIVERSARY = re.compile(
    r"\b(?:ky niem(?: lan thu)? (?P<count>\d{1,4})(?: nam| ngay|(?= ))|(?P<years>\d{1,4}) nam "
    r"(?=ngay|quoc khanh|thanh lap|truyen thong|chien thang|cach mang|giai phong))"
    r"[^.;()\n]{0,120}\((?P<first>[\d/-]{4,10}) ?(?:-|den) ?(?P<last>[\d/-]{4,10})\)"
)
_DUE = re.compile(
    r"\b(?:(?:cham|muon) nhat(?: la| den| vao| trong)*(?: truoc| het)?"
    r"|(?:hoan thanh|xong|gui ve|bao cao|thoi han|han)\b[^.;:]{0,100}"
    r"\b(?:truoc|den het|trong)(?: het)?)(?: ngay)? {1,2}$"
)
_DONE = re.compile(
    r"\b(?:da|duoc|tinh|neu|truong hop|ho so|hieu luc|den nay|so voi|ke tu|hop dong|"
    r"chuyen tiep|khoi cong|phe duyet)\b"
)
_OPEN_ENDED = re.compile(
    r"^[Tt]ừ\b(?!.*\bđến\b)|\bkể từ\b|\bsố \d|\bnăm 20|tiếp theo|[Tt]hường xuyên|\bh[ằà]ng\b"
)
_DATED_QUARTER = re.compile(r"\b[Qq]uý {1,2}(IV|I{1,3}|[1-4])(?:/| năm )(\d{4})\b")
_NEAR = 160


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("wanted", "own", "other")

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, _FAULTS)

    @property
    def local(self) -> bool:
        return self.fault != "deadline"

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        yield from _FAULTS[self.fault](document)


def _reversed(document: Document) -> Iterator[Fact]:
    for period in find_periods(document.folded):
        if period.last < period.first:
            yield _fact(period.start, period.end)


def _anniversary(document: Document) -> Iterator[Fact]:
    for match in _ANNIVERSARY.finditer(document.folded.lower()):
        first, last = (re.split("[/-]", match[name]) for name in ("first", "last"))
        if first[:-1] != last[:-1] and [int(n) for n in first[:-1]] != [int(n) for n in last[:-1]]:
            continue
        if not (len(first[-1]) == len(last[-1]) == 4):
            continue
        years = int(last[-1]) - int(first[-1])
        name = "count" if match["count"] else "years"
        if years != int(match[name]) and years > 0:
            shown = f"{document.text[match.start('first') : match.end('last')]}"
            yield _fact(*match.span(name), wanted=str(years), other=shown)


def _deadline(document: Document) -> Iterator[Fact]:
    own = _earliest(document)
    if own is None:
        return
    folded = document.folded.lower()
    times = dict.fromkeys((task.time.start, task.time.end) for task in document.tasks if task.time)
    for start, end in times:
        yield from _over(start, end, own, document)
    for date in find_dates(document.folded):
        last = date.last_day
        if last is None or last >= own or last.year < own.year - 2:
            continue
        line = document.line_at(date.start)
        if line.kind == "BASIS" or any(start <= date.start < end for start, end in times):
            continue
        at = max(line.start, date.start - _NEAR)
        clause = re.split(r"[.;:]", folded[at : date.start].replace("thang ", ""))[-1]
        if (
            _DUE.search(clause)
            and not _DONE.search(clause)
            and not DONE_AFTER.match(folded, date.end)
        ):
            yield _fact(date.start, date.end, own=_shown(document, own))


def _over(start: int, end: int, own: datetime.date, document: Document) -> Iterator[Fact]:
    """The time of a task, when all that it names is over before ``own``."""
    dates = find_dates(document.folded)
    dates = dates[bisect_left(dates, (start,)) : bisect_left(dates, (end,))]
    quarters = [_quarter_end(match) for match in _DATED_QUARTER.finditer(document.text, start, end)]
    ends = [date.last_day for date in dates] + quarters
    known = [one for one in ends if one is not None]
    if known and len(known) == len(ends) and max(known) < own:
        text = document.text[start:end]
        if not _OPEN_ENDED.search(text):
            yield _fact(start, end, own=_shown(document, own))


def _quarter_end(match: re.Match[str]) -> datetime.date | None:
    month = 3 * QUARTERS[match[1]]
    try:
        return datetime.date(int(match[2]), month, 31 if month in (3, 12) else 30)
    except ValueError:
        return None


def _earliest(document: Document) -> datetime.date | None:
    """The first day on which the document can have been issued, as far as its date is filled in."""
    date = document.header.place_date
    try:
        return datetime.date(date.year, date.month or 1, date.day or 1)
    except ValueError:
        return None


def _shown(document: Document, own: datetime.date) -> str:
    if document.date:
        return figures(own)
    month = document.header.place_date.month
    return f"tháng {own.month}/{own.year}" if month else f"năm {own.year}"


def _fact(start: int, end: int, **values: str) -> Fact:
    return Fact(start, end, values_of(Check, **values))


_FAULTS = {"reversed": _reversed, "anniversary": _anniversary, "deadline": _deadline}
