"""``check: cited-number``: documents cited by number, and what does not agree in them.

Keys
    fault   separators    Party form with the state's marks (45/NQ-TW) or the other way round
            type          the word before the number is not what its code says
            issuer        who stands after "của" does not issue documents of this code
            year          the year in the number is not that of the date
            no-year       Nghị định, Thông tư without a year in the number
            idle-year     a year in the number of a kind of document that has none
            two-dates     one number with two dates
            ministry      a ministry that did not exist on the date
            term          a term of the National Assembly that does not fit the year
            spelling      code in wrong case or without diacritics (``codes``: wrong → right)
            blanks        blanks inside the number
            no-figure     the number is blank though the date is there
            old-code      a code out of use on the date (``codes``)
            undated       a căn cứ without the date of a numbered document
            unsigned      a căn cứ without who issued it
            later         a date after the document's own
            stale-header  the document's own date is a year too early for what it cites
    codes   wrong codes with the right ones
    from    the day from which ``old-code`` holds
"""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.registers.issuers import (
    ACTS,
    BODIES,
    DISSOLVED,
    FOUNDED,
    MERGER,
    NAMES,
    TERMS,
)
from checker.text.citations import PARTY, STATE, TYPE_CODES, Citation, find_citations
from checker.text.dates import figures

_OLD_FORMS = 2005  # state offices wrote "12-QĐ/UB" in earlier years
_YEAR_COMES = 1997  # Nghị định and Thông tư bear no year before it

_PATTERNS = tuple(
    (code, re.compile(rf"(?:(?:bo|thu) truong )?(?:{pattern})\b")) for code, pattern, _ in BODIES
)
_NAMES_OF = {code: name for code, _, name in BODIES}
_ASSEMBLY = re.compile(r"(QH|UBTVQH)(\d*)")
_ONE_REGISTER = frozenset(("CP", "TTg", "QH", "UBTVQH"))

_CODES = "|".join(sorted(TYPE_CODES, key=len, reverse=True))
_SPACED = re.compile(
    rf"\b[Ss]ố:? (\d{{1,5}}(?: ?/ ?(?:19|20)\d\d)? ?[-/] ?(?:{_CODES}) ?[-/] ?[A-ZĐ][A-Za-zĐ]+"
    r"(?:-[A-ZĐ][A-Za-zĐ]*)*)(?!\w)"
)
_NO_FIGURE = re.compile(
    rf"\b[Ss]ố:? {{0,8}}[.…_]*( {{0,8}}[-/](?:{_CODES})[-/][A-ZĐ][\w-]*),? ngày \d{{1,2}}"
    r"(?:/\d{1,2}/\d{4}|\s+tháng)"
)
_ATTACHED = re.compile(r"\b[Kk]èm theo\b")
_TITLE_YEAR = re.compile(r"\bnăm ((?:19|20)\d\d)\b")
_NAMED_FIRST = re.compile(r"-? ?(?:Căn cứ|Thực hiện|Triển khai|Theo|Xét)\b")
_CLAUSE_DATED = re.compile(r"\bngày \d|\btháng \d|\d/\d{1,2}/\d{4}|\bngày *[.…_/]")
_SIGNED = re.compile(r"\bcủa\b", re.IGNORECASE)
_HEADER = ("NUMBER", "AGENCY", "STAMP")
_NEAR = 80
_STALE_MONTHS = 9  # later in the year a plan for the next is natural


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("type", "issuer", "wanted", "date", "other")

    fault: str
    codes: dict[str, str] = field(default_factory=dict)
    from_: datetime.date | None = None

    def __post_init__(self) -> None:
        one_of("fault", self.fault, _FAULTS)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        yield from _FAULTS[self.fault](self, document)

    def separators(self, document: Document) -> Iterator[Fact]:
        for one in _cited(document):
            year = one.year or (one.date.year if one.date else 0)
            right = _with_right_marks(one)
            if right and (one.party or not 0 < year < _OLD_FORMS):
                yield _fact(one, right)

    def type(self, document: Document) -> Iterator[Fact]:
        for one in _cited(document):
            names = TYPE_CODES.get(one.code, ()) or ACTS.get(_issuer_code(one), ())
            if one.type and one.issuer and names and one.type not in names:
                if one.code == "QĐ" and one.type in ("de an", "chuong trinh", "du an", "phuong an"):
                    continue  # called by the decision that approves it
                near = max(0, one.start - _NEAR)
                at = near + document.folded[near : one.start].lower().rindex(one.type)
                shown = document.text[at : at + len(one.type)]
                yield Fact(at, one.end, {**_VALUES, "type": shown, "wanted": _wanted(one)})

    def issuer(self, document: Document) -> Iterator[Fact]:
        for one in _cited(document):
            code = _issuer_code(one)
            said = _said(one.who)
            # without a date "của" may say whose plan it is that carries the document out
            if one.date and said and code in _NAMES_OF and code != said[0]:
                if _is_untimely(code, one.date.value):
                    continue  # the ministry itself is out of time: its own finding
                after = document.folded[one.date.end : one.date.end + _NEAR].lower()
                at = one.date.end + after.index(one.who)
                end = at + said[1]
                shown = {"issuer": document.text[at:end], "wanted": _NAMES_OF[code]}
                values = {**_VALUES, **shown, "other": document.text[one.start : one.end]}
                yield Fact(at, end, values, (), ((one.start, one.end),))

    def year(self, document: Document) -> Iterator[Fact]:
        for one in _cited(document):
            if one.year and one.date and one.date.year > 99 and one.date.year != one.year:
                shown = document.text[one.date.start : one.date.end]
                yield Fact(one.start, one.date.end, {**_VALUES, "date": shown})

    def no_year(self, document: Document) -> Iterator[Fact]:
        for one in _cited(document):
            if one.code not in ("NĐ", "TT") or one.year or not one.issuer or not one.state:
                continue
            if one.separators != STATE[1:] or one.type not in ("", "nghi dinh", "thong tu"):
                continue
            year = one.date.year if one.date else 0
            if not 0 < year < _YEAR_COMES:
                right = (f"{one.figure}/{year}/{one.code}-{one.issuer}",) if year > 99 else ()
                yield Fact(one.start, one.end, _VALUES, right)

    def idle_year(self, document: Document) -> Iterator[Fact]:
        for one in _cited(document):
            if one.year and one.code in ("KH", "BC", "TB", "TTr", "CTr", "CV") and one.state:
                yield _fact(one, f"{one.figure}/{one.code}-{one.issuer}")

    def two_dates(self, document: Document) -> Iterator[Fact]:
        groups: dict[tuple[str, ...], list[Citation]] = defaultdict(list)
        for one in _cited(document):
            if one.date and one.date.value:
                groups[_register(one)].append(one)
        for key, same in groups.items():
            if key and len({one.date for one in same}) > 1:
                yield from _two_dates(same, document)

    def ministry(self, document: Document) -> Iterator[Fact]:
        for one in _cited(document):
            date = one.date.value if one.date else None
            code = one.issuer if one.known else one.code
            if _is_untimely(code, date):
                shown = document.text[one.date.start : one.date.end] if one.date else ""
                yield Fact(one.start, one.end, {**_VALUES, "issuer": code, "date": shown})

    def term(self, document: Document) -> Iterator[Fact]:
        for one in _cited(document):
            match = _ASSEMBLY.fullmatch(one.issuer)
            if not match or not match[2] or int(match[2]) not in TERMS:
                continue
            first, last = TERMS[int(match[2])]
            dated = one.date if one.date and one.date.year > 99 else None
            if dated and one.year and dated.year != one.year:
                continue  # the year is in doubt: a finding of its own
            if dated:
                fits = first <= (dated.year, dated.month) <= last
            else:
                fits = not one.year or first[0] <= one.year <= last[0]
            if not fits:
                yield Fact(one.start, one.end, {**_VALUES, "issuer": one.issuer})

    def spelling(self, document: Document) -> Iterator[Fact]:
        for one in _cited(document):
            if not one.issuer:
                continue
            code, issuer = (self.codes.get(part, part) for part in (one.code, one.issuer))
            if (code, issuer) == (one.code, one.issuer) or not one.type:
                continue
            if document.text[max(0, one.start - 4) : one.start].isupper():
                continue  # a title in capitals
            shown = document.text[one.start : one.end]
            at = shown.index(one.code)
            right = shown[at:].replace(one.code, code, 1).replace(one.issuer, issuer, 1)
            yield _fact(one, shown[:at] + right)

    def blanks(self, document: Document) -> Iterator[Fact]:
        for match in _SPACED.finditer(document.text):
            if " " in match[1] and document.line_at(match.start()).kind not in _HEADER:
                yield Fact(*match.span(1), _VALUES, (_tidy(match[1]),))

    def no_figure(self, document: Document) -> Iterator[Fact]:
        for match in _NO_FIGURE.finditer(document.text):
            line = document.line_at(match.start())
            before = document.text[max(line.start, match.start() - 40) : match.start()]
            if line.kind not in _HEADER and not _ATTACHED.search(before):
                start, end = match.span(1)
                start += len(match[1]) - len(match[1].lstrip())
                yield Fact(start, end, _VALUES)

    def old_code(self, document: Document) -> Iterator[Fact]:
        for one in find_citations(document.text):
            in_header = document.line_at(one.start).kind == "NUMBER"
            date = document.date if in_header else one.date.value if one.date else None
            if one.code in self.codes and self.from_ and date and date >= self.from_:
                yield _fact(one, f"{one.figure}-{self.codes[one.code]}/{one.issuer}")

    def undated(self, document: Document) -> Iterator[Fact]:
        for one in _bases(document):
            if not one.date and not _CLAUSE_DATED.search(_clause(one, document)):
                yield Fact(one.start, one.end, _VALUES)

    def unsigned(self, document: Document) -> Iterator[Fact]:
        for one in _bases(document):
            if one.date:
                line = document.line_at(one.start)
                around = document.text[line.start : min(line.end, one.date.end + _NEAR)]
                if not _SIGNED.search(around):
                    yield Fact(one.start, one.date.end, _VALUES)

    def later(self, document: Document) -> Iterator[Fact]:
        own = document.date
        if own is None or any(self.stale_header(document)):
            return
        for one in _later(document, own):
            if one.date:
                yield Fact(one.date.start, one.date.end, {**_VALUES, "date": figures(own)})

    def stale_header(self, document: Document) -> Iterator[Fact]:
        own = document.date
        years = {int(year) for year in _TITLE_YEAR.findall(document.title.text)}
        if own is None or years != {own.year + 1}:
            return
        later = _later(document, own)
        if len(later) < (1 if own.month <= _STALE_MONTHS else 2):
            return
        cited = [one.date.value for one in later if one.date and one.date.value]
        if all(
            (own.year + 1, 1) <= (date.year, date.month) <= (own.year + 1, own.month)
            for date in cited
        ):
            header = document.header.place_date
            related = tuple((one.start, one.end) for one in later)
            at = header.text.rindex(str(own.year)) + header.start
            values = {**_VALUES, "date": figures(own), "other": str(own.year + 1)}
            yield Fact(at, at + 4, values, (), related)


_VALUES = dict.fromkeys(Check.VALUES, "")
_FAULTS = {
    "separators": Check.separators,
    "type": Check.type,
    "issuer": Check.issuer,
    "year": Check.year,
    "no-year": Check.no_year,
    "idle-year": Check.idle_year,
    "two-dates": Check.two_dates,
    "ministry": Check.ministry,
    "term": Check.term,
    "spelling": Check.spelling,
    "blanks": Check.blanks,
    "no-figure": Check.no_figure,
    "old-code": Check.old_code,
    "undated": Check.undated,
    "unsigned": Check.unsigned,
    "later": Check.later,
    "stale-header": Check.stale_header,
}


def _cited(document: Document) -> Iterator[Citation]:
    for one in find_citations(document.text):
        if document.line_at(one.start).kind not in _HEADER:
            yield one


def _bases(document: Document) -> Iterator[Citation]:
    """The first document that each line of căn cứ names, if it is no law."""
    done = -1
    for one in _cited(document):
        line = document.line_at(one.start)
        if line.kind != "BASIS" or line.start == done:
            continue
        done = line.start
        if one.code and one.issuer and one.type and _NAMED_FIRST.match(line.text):
            yield one


def _clause(one: Citation, document: Document) -> str:
    """The words from the line's start to the first semicolon after the number."""
    line = document.line_at(one.start)
    return line.text[: one.end - line.start] + line.text[one.end - line.start :].partition(";")[0]


def _later(document: Document, own: datetime.date) -> list[Citation]:
    return [one for one in _cited(document) if one.date and one.date.value and one.date.value > own]


def _is_untimely(code: str, date: datetime.date | None) -> bool:
    """Tell whether the ministry did not exist on that date."""
    if date is None:
        return False
    return (code in DISSOLVED and date >= MERGER) or (code in FOUNDED and date < MERGER)


def _said(who: str) -> tuple[str, int] | None:
    """The code of the body that ``who`` begins with, and how long its name is."""
    for code, pattern in _PATTERNS:
        if match := pattern.match(who):
            return code, match.end()
    return None


def _issuer_code(one: Citation) -> str:
    match = _ASSEMBLY.fullmatch(one.issuer)
    return match[1] if match else one.issuer


def _register(one: Citation) -> tuple[str, ...]:
    """What makes a number unique within a year: a central issuer, or the same words after "của";
    empty when it cannot be told."""
    whole = (one.figure.lstrip("0"), str(one.year), one.code, one.issuer)
    if (one.year and one.code in ("NĐ", "TT", "")) or _issuer_code(one) in _ONE_REGISTER:
        return whole
    said = " ".join(one.who.split()[:8])
    return (*whole, said) if said else ()


def _two_dates(same: list[Citation], document: Document) -> Iterator[Fact]:
    counts = Counter(one.date._replace(start=0, end=0, style="") for one in same if one.date)
    usual = counts.most_common(1)[0][0]
    standard = next(o.date for o in same if o.date and o.date[2:5] == usual[2:5])
    for one in same:
        date = one.date
        if not date or not standard or date[2:5] == usual[2:5]:
            continue
        if one.year and date.year != one.year:
            continue  # the number itself tells that this date is wrong
        if date.year == usual.year or date[2:4] == usual[2:4]:
            values = {**_VALUES, "date": document.text[date.start : date.end]}
            values["other"] = document.text[standard.start : standard.end]
            yield Fact(date.start, date.end, values, (), ((standard.start, standard.end),))


def _tidy(number: str) -> str:
    """The number without blanks, its marks those of its regime."""
    tidy = number.replace(" ", "")
    found = find_citations(tidy)
    return (_with_right_marks(found[0]) if found else "") or tidy


def _with_right_marks(one: Citation) -> str:
    """The number with the marks of its regime; empty when they are right or cannot be told."""
    if not one.known or one.code == "TTLT" or "-" in one.issuer:
        return ""
    if one.party and (one.year or one.separators != PARTY):
        return f"{one.figure}-{one.code}/{one.issuer}"
    if one.state and one.separators != (STATE if one.year else STATE[1:]):
        figure = f"{one.figure}/{one.year}" if one.year else one.figure
        return f"{figure}/{one.code}-{one.issuer}"
    return ""


def _fact(one: Citation, right: str) -> Fact:
    return Fact(one.start, one.end, _VALUES, (right,))


def _wanted(one: Citation) -> str:
    return NAMES.get(one.code) or NAMES.get(_issuer_code(one), one.code)
