"""What is said of one document, wherever it is cited, put together: ``soat citations``."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from checker.citations.number import YEAR
from checker.corpus.cited.citations import NO_DAY, Day, Row, without_marks
from checker.registers.known_documents import KnownDocument, KnownDocuments
from checker.text.folding import fold

T = TypeVar("T")

_LEAST_WORDS = 3  # of a title that can be compared
_SURE_WORDS = 4  # of a title that tells a document
_MOST_TITLES = 20
_SAME_TITLE = 0.6  # share of the shorter title's words that the other has, too
_AS_LONG = 0.8  # two titles of about one length should name the same years


@dataclass(frozen=True)
class CitedDocument:
    """A document and all that is said of it; ``known`` is what the register has."""

    rows: tuple[Row, ...]
    known: KnownDocument | None

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.path for row in self.rows))

    @property
    def number(self) -> str:
        return _commonest(str(row.said.number) for row in self.rows if row.said.number)

    @property
    def type(self) -> str:
        return _commonest(row.said.type for row in self.rows if row.said.type)

    @property
    def name(self) -> str:
        return _commonest(row.said.name for row in self.rows if row.said.name)

    @property
    def issuer(self) -> str:
        return _commonest(row.said.issuer for row in self.rows if row.said.issuer)

    @cached_property
    def dates(self) -> dict[Day, tuple[Row, ...]]:
        """The full dates that are told, the commonest first."""
        dates: dict[Day, list[Row]] = defaultdict(list)
        for row in self.rows:
            if all(row.said.date):
                dates[row.said.date].append(row)
        return _most_first(dates)

    @property
    def date(self) -> Day:
        """The commonest date; without a full one the most that is told."""
        return next(iter(self.dates), max(row.said.date for row in self.rows))

    @cached_property
    def titles(self) -> dict[str, tuple[Row, ...]]:
        """The titles that are told, those that differ in little made one, the commonest first; of
        very many different ones the first."""
        alike: list[list[Row]] = []
        for row in self.rows:
            if len(row.subject) < _LEAST_WORDS:
                continue
            for rows in alike:
                if agree(rows[0].subject, row.subject):
                    rows.append(row)
                    break
            else:
                if len(alike) < _MOST_TITLES:
                    alike.append([row])
        shown = {_commonest(row.said.title for row in rows): rows for rows in alike}
        return _most_first(shown)

    @cached_property
    def title_of(self) -> dict[Row, str]:
        """The one of ``titles`` that each citation tells."""
        return {row: title for title, rows in self.titles.items() for row in rows}

    @property
    def title(self) -> str:
        short = (row.said.title for row in self.rows if row.said.title)
        return next(iter(self.titles), "") or next(short, "")

    @cached_property
    def conflicts(self) -> tuple[str, ...]:
        """What does not agree: ``date`` and ``title`` between the citations, ``register`` when
        they agree on a date, but the register knows another."""
        found = []
        if len(self.dates) > 1:
            found.append("date")
        elif self.dates and any(self.sure_date) and self.sure_date not in self.dates:
            found.append("register")
        if len(self.titles) > 1:
            found.append("title")
        return tuple(found)

    @property
    def sure_date(self) -> Day:
        """The date in the register, unless a single citation is all that it rests on."""
        known = self.known
        return _day(known.date) if known and known.date and known.confidence != "L" else NO_DAY


def group(rows: Iterable[Row], known: KnownDocuments) -> list[CitedDocument]:
    """Put together what is said of one document, in the order in which the documents are first
    cited.

    The numbers of a central issuer are one series, those of others one in each place. A number
    without a year is that of another document in another year, unless day and month are the same:
    then one of the years is taken for a slip.
    """
    cited = list(rows)
    order = {row: index for index, row in enumerate(cited)}
    series: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row, who in zip(cited, _issuers_meant(cited), strict=True):
        series[_key(row), who].append(row)
    groups = _laws_joined([rows for same in series.values() for rows in _by_year(same)])
    for same_document in groups:
        same_document.sort(key=order.__getitem__)
    groups.sort(key=lambda rows: order[rows[0]])
    return [CitedDocument(tuple(rows), _known(rows, known)) for rows in groups]


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two titles, as words, may be of one document; each may be shortened or worded
    freely."""
    short, long = sorted((one, other), key=len)
    if sum((Counter(short) & Counter(long)).values()) < _SAME_TITLE * len(short):
        return False
    if len(short) < _AS_LONG * len(long):
        return True
    years, others = years_in(short), years_in(long)
    return years <= others or others <= years


def are_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two titles, as words, are surely of one document."""
    enough = min(len(one), len(other)) >= _SURE_WORDS
    return enough and agree(one, other) and years_in(one) == years_in(other)


def years_in(title: Iterable[str]) -> set[str]:
    """Return the years among the words of a title."""
    return {word for word in title if YEAR.fullmatch(word)}


def _key(row: Row) -> str:
    said = row.said
    if said.number is None:
        return _law(row)
    number = without_marks(said.number)
    return number if said.number.figure else f"{number} {row.path}:{row.line}:{row.column}"


def _issuers_meant(rows: Sequence[Row]) -> Iterator[str]:
    """Yield whose series each number belongs to: where no issuer is told that of the others of the
    number in the same file; what is still unknown is a series of its own."""
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        if row.who is not None:
            told[row.path, _key(row)].add(row.who)
    for row in rows:
        others = told[row.path, _key(row)]
        if row.who is not None:
            yield row.who
        else:
            yield next(iter(others)) if len(others) == 1 else f"? {row.path}"


def _by_year(rows: list[Row]) -> list[list[Row]]:
    """Divide the citations of one number, or law, by year; those without a date go to the only
    document that they can mean."""
    number = rows[0].said.number
    if number and number.year:
        return [rows]
    by_year: dict[int, list[Row]] = {}
    days: dict[tuple[int, int], list[Row]] = {}  # the document of each day and month
    for row in rows:
        year, *day = row.said.date
        if not year:
            continue
        same = days.get((day[0], day[1]), []) if all(day) else []
        chosen = by_year.setdefault(year, same)
        chosen.append(row)
        if all(day):
            days.setdefault((day[0], day[1]), chosen)
    dated = list({id(chosen): chosen for chosen in by_year.values()}.values())
    paths = [{row.path for row in chosen} for chosen in dated]
    rest: list[Row] = []
    for row in rows:
        if not row.said.date[0]:
            here = [one for one, among in zip(dated, paths, strict=True) if row.path in among]
            meant = dated if len(dated) == 1 else here
            (meant[0] if len(meant) == 1 else rest).append(row)
    return [*dated, rest] if rest else dated


def _laws_joined(groups: list[list[Row]]) -> list[list[Row]]:
    """Add the citations of a law without its number to those with it."""
    numbered: dict[str, list[list[Row]]] = defaultdict(list)
    for rows in groups:
        for name in {_law(row) for row in rows if row.said.number and row.said.name}:
            numbered[name].append(rows)
    left = []
    for rows in groups:
        first, year = rows[0], max(row.said.date[0] for row in rows)
        same = [] if first.said.number else numbered[_law(first)]
        same = [others for others in same if not year or year in _years(others)]
        if len(same) == 1:
            same[0].extend(rows)
        else:
            left.append(rows)
    return left


def _law(row: Row) -> str:
    return fold(f"{row.said.type} {row.said.name}").lower()


def _years(rows: Iterable[Row]) -> set[int]:
    return {row.said.number.year if row.said.number else row.said.date[0] for row in rows}


def _known(rows: Sequence[Row], known: KnownDocuments) -> KnownDocument | None:
    """The only document in the register that can be meant: that of the date; else that of the
    number when it bears a year, or, of a central body of the state, that of the number and year."""
    number = next((row.said.number for row in rows if row.said.number), None)
    if number is None or not number.figure:
        return None
    found = known.find(str(number))
    days = {row.said.date for row in rows}
    fit: Sequence[KnownDocument] = [one for one in found if one.date and _day(one.date) in days]
    if not fit and number.year:
        fit = found
    elif not fit and rows[0].who == "" and number.marks == "/-":
        years = {year for year, month, day in days if day}
        fit = [one for one in found if one.date and one.date.year in years]
    return fit[0] if len(fit) == 1 else None


def _day(date: datetime.date) -> Day:
    return date.year, date.month, date.day


def _commonest(said: Iterable[str]) -> str:
    """The commonest, of those equally common the first; empty when there is none."""
    return next((one for one, _ in Counter(said).most_common(1)), "")


def _most_first(found: Mapping[T, list[Row]]) -> dict[T, tuple[Row, ...]]:
    return {key: tuple(rows) for key, rows in sorted(found.items(), key=lambda one: -len(one[1]))}
