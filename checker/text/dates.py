"""Dates in Vietnamese text, with their spans.

All functions take text that is folded (see folding.py), so that a date is found however its marks
are written, and give offsets that hold in the text itself.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_MONTHS = range(1, 13)
_FULL_YEAR = 100
_LEAP_YEAR = 2000  # 29/02 is possible where no year is written


class Date(NamedTuple):
    """A date as written: a day or year that is not written is 0. ``style`` is ``words`` (05 tháng
    3 năm 2026), ``/``, ``-``, ``.``, or ``month`` when there is no day. The span leaves out the
    word "ngày"."""

    start: int
    end: int
    day: int
    month: int
    year: int
    style: str

    @property
    def value(self) -> datetime.date | None:
        """The date, or None when it is incomplete (a year of two figures, too) or impossible."""
        if self.year < _FULL_YEAR:
            return None
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def possible(self) -> bool:
        """Tell whether the calendar has such a day or month."""
        if self.month not in _MONTHS:
            return False
        if self.style == "month":
            return True
        return 1 <= self.day <= calendar.monthrange(self.year or _LEAP_YEAR, self.month)[1]

    @property
    def last_day(self) -> datetime.date | None:
        """The last day that the date can mean; None when it names no year or is impossible."""
        if not self.year or not self.possible:
            return None
        day = self.day or calendar.monthrange(self.year, self.month)[1]
        return datetime.date(self.year, self.month, day)


class Period(NamedTuple):
    """From one date, or one year, to another; the span covers both."""

    start: int
    end: int
    first: tuple[int, ...]
    last: tuple[int, ...]


_DATE = re.compile(
    r"\b[Nn]gay {1,3}(?:"
    r"(?P<wd>\d{1,2}),? {1,3}thang {1,3}(?P<wm>\d{1,2})(?!\d)"
    r"(?:(?:,? {1,3}nam {1,3}|/)(?P<wy>\d{4}))?(?!\d)"
    r"|(?P<sd>\d{1,2})/(?P<sm>\d{1,2})/(?P<sy>\d\d)(?![\w/-])"
    r"|(?P<pd>\d{1,2})/(?P<pm>\d{1,2})(?![\w/-])(?!,\d)(?: {1,3}nam {1,3}(?P<py>\d{4})(?!\d))?)"
    r"|(?<![\d/.])(?P<nd>\d{1,2})(?P<n>[/.-])(?P<nm>\d{1,2})(?P=n)(?P<ny>\d{4})(?![\w/])(?!-[A-Z])"
    r"|\b[Tt]hang {1,3}(?P<mm>\d{1,2})(?:(?: ?[/-] ?| {1,3}nam {1,3})(?P<my>\d{4}))(?!\d)"
)
_YEARS = re.compile(
    r"\b(?:giai doan|nhiem ky|nam hoc|nien khoa|nien do|thoi ky)"
    r"(?: tu)?(?: nam)? (?P<first>(?:19|20)\d\d)(?: ?- ?| den (?:het )?(?:nam )?)"
    r"(?P<last>(?:19|20)\d\d)\b(?!/)",
    re.IGNORECASE,
)
_TO = re.compile(
    r",? (?:cho )?(?:den|toi)(?: (?:het|truoc))?(?: ngay)? {1,3}| ?- ?(?:ngay {1,3})?",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:tu|giua)(?: (?:het|sau|dau|cuoi))?(?: ngay)? {1,3}$", re.IGNORECASE)


# Quarters of the year as they are written.
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
# What follows a date, folded and small, when it is told of and not set ("… đã hoàn thành").
DONE_AFTER = re.compile(r" ?,? ?(?:thi|ma|nhung|da|chua|duoc|dat|con|van|co|trong do)\b")


@lru_cache(maxsize=4)
def find_dates(folded: str) -> tuple[Date, ...]:
    """Return all dates in order: "ngày 05 tháng 3 năm 2026", "05/3/2026", "05-3-2026",
    "05.3.2026", "ngày 05/3/26" (the year is then 26), "ngày 05/3", "tháng 3/2026", "tháng 3 năm
    2026"; impossible ones as well."""
    return tuple(_date(match) for match in _DATE.finditer(folded))


def find_periods(folded: str) -> Iterator[Period]:
    """Yield the periods between two full dates or two months with their years ("từ ngày … đến ngày
    …", "từ tháng … đến tháng …"), and those between years ("giai đoạn 2021 - 2025")."""
    for first, last in pairwise(find_dates(folded)):
        between = folded[first.end : last.start]
        if len(between) > 20 or not _TO.fullmatch(between):
            continue
        if " " not in between and not first.style == last.style == "/":
            continue
        opened = _FROM.search(folded, max(0, first.start - 24), first.start)
        if not (opened or between.lstrip(" ,").startswith("-")):
            continue
        # within one month the year goes without saying: "từ ngày 05/5 đến ngày 20/5/2026"
        in_month = bool(first.day and last.day and first.month == last.month)
        if (first.year and last.year) or (in_month and not first.year):
            length = 3 if first.day and last.day else 2
            yield Period(
                first.start,
                last.end,
                (first.year or last.year, first.month, first.day)[:length],
                (last.year, last.month, last.day)[:length],
            )
    for match in _YEARS.finditer(folded):
        yield Period(
            match.start("first"), match.end("last"), (int(match["first"]),), (int(match["last"]),)
        )


def figures(date: datetime.date) -> str:
    """Write a date as "05/3/2026": days under 10 and the months 1 and 2 with a 0."""
    month = f"{date.month:02}" if date.month < 3 else str(date.month)
    return f"{date.day:02}/{month}/{date.year}"


def _date(match: re.Match[str]) -> Date:
    for name, style in (("w", "words"), ("s", "/"), ("p", "/"), ("n", match["n"])):
        if match[f"{name}d"]:
            day, month, year = (int(match[f"{name}{part}"] or 0) for part in "dmy")
            return Date(match.start(f"{name}d"), match.end(), day, month, year, style)
    return Date(match.start(), match.end(), 0, int(match["mm"]), int(match["my"] or 0), "month")
