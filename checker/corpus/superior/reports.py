"""Reports that a plan sends, or asks for: to whom, how often, by which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.text.dates import find_dates
from checker.text.folding import fold

_REPORT = re.compile(r"\bbao cao\b", re.IGNORECASE)
# Whom a report goes to, in folded text: a name begins with a capital letter.
_RECEIVER = re.compile(
    r"\b(?:[Vv]e|[Gg]ui|[Cc]ho|[Ll]en|qua|[Bb]ao cao)(?: (?:ve|cho|qua|bang van ban))? "
    r"(?P<who>(?:Ban|So|Uy [Bb]an|UBND|Van [Pp]hong|Thuong truc|Bo|Thanh uy|Tinh uy|Chi cuc|Cuc|"
    r"Cong an|Mat tran|Dang uy|Phong|Trung tam|Tinh doan|Thanh doan)\b[^.;:()]{0,120})"
)
_WHO_END = re.compile(
    r",? \b(?:de|truoc|dinh ky|hang|hoac|dong thoi|theo|cham nhat|muon nhat|ket qua|tinh hinh|vao|"
    r"tong hop|xem xet|chi dao|khi|trong|nham|xong|bao cao|tham muu|ngay|qua|thong qua|"
    r"va (?:bao cao|cac|gui|UBND))\b.*$|, (?=[a-z]).*$",
    re.DOTALL,
)
_ABOVE = re.compile(
    r"^so\b|\btinh\b|\bthanh pho\b|\b(?:thanh|tinh) (?:uy|doan)\b|\btrung uong\b|^bo\b"
)
_BELOW = re.compile(r"\b(?:xa|phuong|dac khu)\b")
_PERIODS = re.compile(
    r"\b(?:dinh ky|hang|moi)(?: (?:hang|moi))?"
    r"(?P<list>(?:(?:,| va|/|;| hoac)? ?(?:(?:hang|moi) )?"
    r"(?:(?:0?6|sau) thang(?: dau nam)?|thang|quy|nam))+)\b"
)
_PERIOD = re.compile(r"(?P<half>(?:0?6|sau) thang)|(?P<month>thang)|(?P<quarter>quy)|(?P<year>nam)")
_MONTHLY_BY = re.compile(
    r"\b(?:truoc|cham nhat|muon nhat)(?: vao| la)?(?: ngay)? (?P<day>\d{1,2})"
    r" (?:hang thang|moi thang|cua thang|thang cuoi)"
)
_BEFORE = re.compile(
    r"\b(?:truoc|cham nhat|muon nhat)(?: vao| la)?(?: ngay)? {0,2}$", re.IGNORECASE
)
_SHORT = {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "mttq": "mat tran to quoc"}
_JOINING = frozenset(("va", "cua", "thanh", "pho", "tinh"))
_ACRONYM = re.compile(r"\b(?!UBND|HDND|MTTQ)[A-Z][A-Z&]{1,}\b")
_ONE_REPORT = 3  # months between its days, at most: that of the half-year is another
_SAME = 0.7  # of the words of the shorter name


class Report(NamedTuple):
    """A report. ``receiver`` is as written, empty where none is told; ``times`` are the periods:
    month, quarter, half, year; ``day`` is the last day of each month, ``date`` the last date as
    (year, month, day), the year 0 where it is each year's; 0 where none is told."""

    receiver: str
    times: frozenset[str]
    day: int
    date: tuple[int, int, int]

    @property
    def above(self) -> bool:
        """Whether it goes to an office above a commune."""
        folded = fold(self.receiver).lower()
        return bool(_ABOVE.search(folded)) and not _BELOW.search(folded)

    @property
    def spelled_out(self) -> bool:
        """Whether its receiver is named without short forms that could stand for anything."""
        return bool(self.receiver) and not _ACRONYM.search(fold(self.receiver))

    def same_receiver(self, other: Report) -> bool:
        """Whether both go to one office; names may be written shorter."""
        one, two = _words(self.receiver), _words(other.receiver)
        return bool(one and two) and len(one & two) >= _SAME * min(len(one), len(two))

    @property
    def due(self) -> str:
        """The last day as it is written, empty where none is told: "ngày 15/11/2026"."""
        year, month, day = self.date
        if self.day:
            return f"ngày {self.day:02} hằng tháng"
        if not day:
            return ""
        shown = f"{day:02}/{month:02}" if month < 3 else f"{day:02}/{month}"
        return f"ngày {shown}/{year}" if year else f"ngày {shown} hằng năm"

    def same_as(self, asked: Report) -> bool:
        """Whether this is the report that is asked for, with a day of the same kind: of the same
        office, and as often, as far as both are told."""
        if self.receiver and not (self.above and self.same_receiver(asked)):
            return False
        if self.times and asked.times and not self.times & asked.times:
            return False
        years = {self.date[0], asked.date[0]} - {0}
        return bool(self.day and asked.day) or (
            bool(self.date[2] and asked.date[2])
            and len(years) < 2
            and _months_apart(self, asked) <= _ONE_REPORT
        )

    def later_than(self, asked: Report) -> bool:
        """Whether it is due on a later day than one :meth:`same_as` it."""
        return self.day > asked.day or self.date[1:] > asked.date[1:]

    def answers(self, asked: Report) -> bool:
        """Whether this is the report that is asked for."""
        return self.same_receiver(asked) or (not self.receiver and bool(self.times & asked.times))


def _months_apart(one: Report, other: Report) -> int:
    return abs(one.date[1] - other.date[1])


def reports_in(text: str) -> Iterator[Report]:
    """Yield the reports that a sentence tells of, one for each receiver; one without a receiver
    where it names none."""
    folded = fold(text)
    begins = _REPORT.search(folded)
    if not begins:
        return
    times, day, date = _times(folded.lower()), _monthly_day(folded.lower()), _date(folded)
    receivers = [
        (match.start("who"), _WHO_END.sub("", match["who"], count=1).rstrip(" ,-"))
        for match in _RECEIVER.finditer(folded)
    ]
    for start, who in receivers or [(0, "")]:
        yield Report(text[start : start + len(who)], times, day, date)


def _times(folded: str) -> frozenset[str]:
    return frozenset(
        str(one.lastgroup)
        for found in _PERIODS.finditer(folded)
        for one in _PERIOD.finditer(found["list"])
    )


def _monthly_day(folded: str) -> int:
    found = _MONTHLY_BY.search(folded)
    return int(found["day"]) if found else 0


def _date(folded: str) -> tuple[int, int, int]:
    """The date by which something is due; none where several are set."""
    dates = [
        (one.year, one.month, one.day)
        for one in find_dates(folded)
        if one.day and one.possible and _BEFORE.search(folded[: one.start])
    ]
    return dates[0] if len(dates) == 1 else (0, 0, 0)


def _words(receiver: str) -> frozenset[str]:
    words = " ".join(_SHORT.get(word, word) for word in re.findall(r"\w+", fold(receiver).lower()))
    return frozenset(words.split()) - _JOINING
