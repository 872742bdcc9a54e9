"""``check: date-fault``: dates that cannot be, or that are written in an unusual way.

Keys
    fault   impossible     no such day, month or quarter
            year           a year of a wrong number of digits, or of another age
            weekday        the day of the week is another
            short-year     a year of two figures
            unpadded       day with 0, month 1 or 2 without
            mixed          dates in figures and dates in words, or several marks between figures
    except  words (folded) before a date or name that make it right
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._values import values_of
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.kinds import Line
from checker.text.dates import QUARTERS, find_dates

_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_GREGORIAN = 1900  # from here on the days of the week are sure
_DAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
_MONTH_ALONE = re.compile(
    r"\b(?:trong|vao|dau|cuoi|giua|den|tu|het|truoc) thang (\d{1,2})(?= *(?:[.;)]|,(?!\d)|$))"
)
_QUARTER = re.compile(r"\b[Qq]uý {1,2}([IVX]+|\d{1,2})(?![\w.])(?= *(?:[/,;.)]|năm\b|-|và\b|$))")
_ODD_YEAR = re.compile(
    r"\b(?:ngay {1,2}\d{1,2}[/-]\d{1,2}[/-]|thang \d{1,2}/)(?P<year>\d{3}|\d{5})(?![\w/-])"
    r"|\bnam (?P<lone>2\d{4})(?= *(?:[.,;:)](?!\d)|$)| (?:cua|tren|va|tai|cho|theo|den)\b)"
)
_ADDRESS = re.compile(r"\b(?:so|so nha|ngo|ngach|hem|kiet|ty le|duong)[: ]*$")
_WEEKDAY = re.compile(
    r"(?:^|[(,;:–-] ?|\b(?:vao|sang|chieu|toi|trua|dem|phut|gio|tu|den|va|h|h\d\d) (?:ngay )?)"
    r"(?P<name>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)(?: ?, ?| ?\(| )(?:ngay {1,2})?$"
)
_ANY_WEEKDAY = re.compile(r"\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b")
_WEEKDAY_AFTER = re.compile(r" ?[(,] ?(?P<name>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b")
_WEEKDAYS = {
    "thu hai": 0,
    "thu ba": 1,
    "thu tu": 2,
    "thu nam": 3,
    "thu sau": 4,
    "thu bay": 5,
    "chu nhat": 6,
} | {f"thu {day}": day - 2 for day in range(2, 8)}
_ENUMERATED = re.compile(r"\bthu nhat\b")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("wanted", "other")

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, _FAULTS)

    @property
    def local(self) -> bool:
        return self.fault != "mixed"

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        yield from _FAULTS[self.fault](document)


def _impossible(document: Document) -> Iterator[Fact]:
    folded = document.folded
    for date in find_dates(folded):
        if date.possible or _ADDRESS.search(folded[max(0, date.start - 12) : date.start].lower()):
            continue
        yield _fact(date.start, date.end)
    for match in _MONTH_ALONE.finditer(folded):
        if not 1 <= int(match[1]) <= 12:
            yield _fact(match.start(1) - len("thang "), match.end())
    for match in _QUARTER.finditer(document.text):
        if match[1] not in QUARTERS and match[1].lstrip("0") not in QUARTERS:
            yield _fact(*match.span())


def _year(document: Document) -> Iterator[Fact]:
    folded = document.folded
    for match in _ODD_YEAR.finditer(folded):
        yield _fact(*match.span("year" if match["year"] else "lone"))
    for date in find_dates(folded):
        if date.year > 99 and not _FIRST_YEAR <= date.year <= _LAST_YEAR:
            yield _fact(date.end - 4, date.end)


def _weekday(document: Document) -> Iterator[Fact]:
    folded = document.folded.lower()
    enumerated = bool(_ENUMERATED.search(folded))
    for date in find_dates(document.folded):
        value = date.value
        if value is None or date.year < _GREGORIAN:
            continue
        line = document.line_at(date.start)
        start = max(line.start + line.marker, date.start - 40)
        before = _WEEKDAY.search(folded[start : date.start])
        after = _WEEKDAY_AFTER.match(folded, date.end)
        if len(_ANY_WEEKDAY.findall(folded, max(line.start, date.start - 80), date.start)) > 1:
            continue  # "thứ Ba và thứ Tư, ngày 08 và ngày 09": each has its own
        if before:
            at = start + before.start("name")
            if enumerated and at <= line.start + line.marker + 1:
                continue
            span = at, start + before.end("name")
        elif after:
            span = after.span("name")
        else:
            continue
        if _WEEKDAYS[folded[slice(*span)]] != value.weekday():
            day = value.weekday()
            wanted = "Chủ nhật" if day == 6 else f"thứ {_DAYS[day]}"
            if document.text[span[0]].isupper():
                wanted = wanted[0].upper() + wanted[1:]
            yield _fact(*span, wanted=wanted, other=document.text[date.start : date.end])


def _short_year(document: Document) -> Iterator[Fact]:
    for date in find_dates(document.folded):
        if 0 < date.year < 100:
            text = document.text[date.start : date.end]
            century = "20" if date.year < 50 else "19"
            yield Fact(
                date.start, date.end, values_of(Check), (f"{text[:-2]}{century}{text[-2:]}",)
            )


_UNPADDED = re.compile(r"0\d([/.-])[12]\1\d{4}")


def _unpadded(document: Document) -> Iterator[Fact]:
    for date in find_dates(document.folded):
        text = document.text[date.start : date.end]
        if _UNPADDED.fullmatch(text):
            yield Fact(date.start, date.end, values_of(Check), (f"{text[:3]}0{text[3:]}",))


def _mixed(document: Document) -> Iterator[Fact]:
    """The dates in the style that fewer of them have, when there is more than one style."""
    dates = [
        date
        for date in find_dates(document.folded)
        if date.day and date.year > 99 and _is_prose(document.line_at(date.start))
    ]
    counts = Counter(date.style for date in dates)
    if len(counts) < 2:
        return
    usual = next(date for date in dates if date.style == counts.most_common(1)[0][0])
    for date in dates:
        if date.style != usual.style:
            shown = document.text[usual.start : usual.end]
            yield _fact(date.start, date.end, other=shown)


def _is_prose(line: Line) -> bool:
    """Tell whether a line is free text: no header, căn cứ, cell, or "(Kèm theo …)"."""
    return (
        line.kind not in ("PLACE_DATE", "NUMBER", "AGENCY", "BASIS", "CELL", "APPENDIX")
        and "èm theo" not in line.text[:20]
    )


def _fact(start: int, end: int, **values: str) -> Fact:
    return Fact(start, end, values_of(Check, **values))


_FAULTS = {
    "impossible": _impossible,
    "year": _year,
    "weekday": _weekday,
    "short-year": _short_year,
    "unpadded": _unpadded,
    "mixed": _mixed,
}
