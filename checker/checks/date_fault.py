"""``check: date-fault``: dates that cannot be, or that do not agree with each other.

Keys
    fault   impossible     no such day, month or quarter
            year           a year of a wrong number of digits, or of another age
            weekday        the day of the week is another
            reversed       a period ends before it begins
            anniversary    "kỷ niệm N năm" with years that give another number
            deadline       to be done before the document was issued
            own-year       the document's own name with another year than its title
            short-year     a year of two figures
            unpadded       day with 0, month 1 or 2 without
            mixed          dates in figures and dates in words, or several marks between figures
    except  words (folded) before a date or name that make it right
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.kinds import Line
from checker.text.dates import figures, find_dates, find_periods
from checker.text.folding import fold

_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_GREGORIAN = 1900  # from here on the days of the week are sure
_DAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
_MONTH_ALONE = re.compile(
    r"\b(?:trong|vao|dau|cuoi|giua|den|tu|het|truoc) thang (\d{1,2})(?= *(?:[.;)]|,(?!\d)|$))"
)
_QUARTER = re.compile(r"\b[Qq]uý {1,2}([IVX]+|\d{1,2})(?![\w.])(?= *(?:[/,;.)]|năm\b|-|và\b|$))")
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_DATED_QUARTER = re.compile(r"\b[Qq]uý {1,2}(IV|I{1,3}|[1-4])(?:/| năm )(\d{4})\b")
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
_DONE_AFTER = re.compile(r" ?,? ?(?:thi|ma|nhung|da|chua|duoc|dat|con|van|co|trong do)\b")
_YEAR = re.compile(r"\bnam ((?:19|20)\d\d)\b(?! ?-|/)")
_NAME_WORDS = 4  # words of a title that make a name of it
_RESULT = re.compile(
    r"\b(?:ket qua|tong ket|so ket|danh gia|so voi|bao cao|da|con lai|tiep tuc|thay the|phat huy|"
    r"kinh nghiem|hoan thanh|duoc|theo(?! doi)|du toan|quyet toan|cac nam|bai bo|chuyen tiep|"
    r"so \d+\S*)\b"
)
_OWN_NAME = re.compile(
    r"\b(?:tren day la|ban hanh|xay dung|kem theo|thuc hien) (?:noi dung )?"
    r"(?:ke hoach|chuong trinh|phuong an|thong bao|huong dan)(?: nay)?\b[^.;]{0,40}$"
)
_ENACTS = re.compile(
    r", (?!ve )[^,]{3,80} (?:ban hanh|xay dung) (?:ke hoach|chuong trinh|phuong an)\b[^.;]{0,40}$"
)
_CLOSING = re.compile(
    r"tren day la (?:ke hoach|chuong trinh|phuong an|huong dan)\b(?!.*\bso \d)[^.;,]*"
)
_PLACE = re.compile(
    r"\b(?:(?:tren dia ban|cua|tai|o) )?(?:(?:ubnd|dang bo|dang uy) )?"
    r"(?:xa|phuong|dac khu|tinh|thanh pho|quan|huyen)\b.*$"
)
_NEAR = 160


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("wanted", "own", "other")

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, _FAULTS)

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
        if match[1] not in _QUARTERS and match[1].lstrip("0") not in _QUARTERS:
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
            and not _DONE_AFTER.match(folded, date.end)
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
    month = 3 * _QUARTERS[match[1]]
    try:
        return datetime.date(int(match[2]), month, 31 if month in (3, 12) else 30)
    except ValueError:
        return None


def _own_year(document: Document) -> Iterator[Fact]:
    title = fold(document.title.text).lower()
    years = list(_YEAR.finditer(title))
    if len(years) != 1 or re.search(r"\d{4} ?- ?\d{4}", title):
        return
    name = _name(title[: years[0].start()])
    if not name:
        return
    folded = document.folded.lower()
    for match in _YEAR.finditer(folded, document.title.end):
        if match[1] == years[0][1] or _is_of_a_law(match.start(), document):
            continue
        line = document.line_at(match.start())
        before = " ".join(folded[max(line.start, match.start() - _NEAR) : match.start()].split())
        clause = re.split(r"[.;]", before)[-1]
        if line.kind == "BASIS":
            # what the căn cứ cites may be of another year, what the issuer then enacts may not
            stale = before.endswith(name) and bool(_ENACTS.search(clause[: -len(name)]))
        elif before.endswith(name) and match[1] < years[0][1]:
            past = _RESULT.search(clause) or _DONE_AFTER.match(folded, match.end())
            stale = not past or bool(_OWN_NAME.search(clause[: -len(name)]))
        else:
            stale = line.kind == "CLOSING" and bool(_CLOSING.fullmatch(before))
        if not stale:
            continue
        yield Fact(
            match.start(1),
            match.end(1),
            {**_VALUES, "wanted": years[0][1]},
            (years[0][1],),
            ((document.title.start, document.title.end),),
        )


def _is_of_a_law(offset: int, document: Document) -> bool:
    return any(one.name.start <= offset < one.end for one in document.citations if one.name)


def _name(title: str) -> str:
    """The last words of a folded title before its year that make a name of it, with the place that
    may follow them; empty when they are too few to tell it from other phrases."""
    place = _PLACE.search(title)
    core = title[: place.start()] if place else title
    words = core.split()
    if len(words) < _NAME_WORDS:
        return ""
    return " ".join(words[-_NAME_WORDS:] + (place[0].split() if place else []))


def _short_year(document: Document) -> Iterator[Fact]:
    for date in find_dates(document.folded):
        if 0 < date.year < 100:
            text = document.text[date.start : date.end]
            century = "20" if date.year < 50 else "19"
            yield Fact(date.start, date.end, _VALUES, (f"{text[:-2]}{century}{text[-2:]}",))


_UNPADDED = re.compile(r"0\d([/.-])[12]\1\d{4}")


def _unpadded(document: Document) -> Iterator[Fact]:
    for date in find_dates(document.folded):
        text = document.text[date.start : date.end]
        if _UNPADDED.fullmatch(text):
            yield Fact(date.start, date.end, _VALUES, (f"{text[:3]}0{text[3:]}",))


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
    return Fact(start, end, {**_VALUES, **values})


_VALUES = dict.fromkeys(Check.VALUES, "")
_FAULTS = {
    "impossible": _impossible,
    "year": _year,
    "weekday": _weekday,
    "reversed": _reversed,
    "anniversary": _anniversary,
    "deadline": _deadline,
    "own-year": _own_year,
    "short-year": _short_year,
    "unpadded": _unpadded,
    "mixed": _mixed,
}
