"""``check: cited-apart``: documents that cite one document, and do not agree on it.

Keys
    fault   date     two dates of one number
            issuer   two bodies that issued one number on one day
            title    titles of other words
            type     two types that both have the code of the number, or two types with their codes
                     of one figure, date, issuer and title
    clear   true: only where at least three files, and three times as many, say the same; false:
            only where it is not so; without it both
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from checker.corpus.checks._number_series import NEW_COMMUNES
from checker.corpus.checks._types_cited import types_of, types_with
from checker.corpus.cited.citations import Day, without_marks
from checker.corpus.cited.documents import CitedDocument, agree, are_same, group, years_in
from checker.corpus.cited.headers import cited_headers
from checker.corpus.cited.records import (
    CitedNumber,
    Told,
    codes_apart,
    issuers_apart,
    spots_of,
    told_apart,
)
from checker.corpus.finding import CorpusFact
from checker.decoding import one_of
from checker.registers.issuers import Issuers
from checker.registers.known_documents import KnownDocument
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.cited.citations import Row
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

FAULTS = ("date", "issuer", "title", "type")
_CLEAR = 3  # files that say the same, and times as many as say another thing
_LEAST_WORDS = 4  # of titles that are compared
_AMENDING = ("sua", "bo", "thay", "bai", "dieu")  # the title after it is often that of the amended
_SHOWN = 120  # characters of a title in a message
_PARTY_BODIES = ("bo chinh tri", "ban bi thu", "ban chap hanh", "bch")

Said = Mapping[str, Mapping[int, Told]]  # what is told: in which documents, the first place in each


class Apart(NamedTuple):
    """What does not agree: ``told`` in a document says ``said``, ``others`` of the files
    ``usual``."""

    fault: str
    clear: bool
    told: Told
    other: Told
    values: Mapping[str, str]


@dataclass(frozen=True)
class Check:
    """What the register knows, and documents that are at hand themselves, are told by others
    (known-document, cited-header); so is what a document says in two ways (cited-twice)."""

    VALUES: ClassVar[tuple[str, ...]] = ("head", "said", "count", "usual", "usual_count")

    fault: str
    clear: bool | None = None

    def __post_init__(self) -> None:
        one_of("fault", self.fault, FAULTS)

    def compare(self, corpus: Corpus, surroundings: Surroundings) -> Iterator[CorpusFact]:
        found = corpus.keep("cited-apart", lambda: list(_found(corpus, surroundings)))
        mine = [one for one in found if one.fault == self.fault and self.clear in (None, one.clear)]
        where = spots_of(corpus, (told for one in mine for told in (one.told, one.other)))
        for one in mine:
            yield CorpusFact(where[one.told], one.values, (where[one.other],))


def _found(corpus: Corpus, near: Surroundings) -> Iterator[Apart]:
    at_hand = {(one.key, one.who, one.province, one.day[:4]) for one in cited_headers(corpus)}
    for number in told_apart(corpus):
        told = {one.row: one.told for one in number.variants}
        for document in group(told, near.documents):
            series = (number.key, number.who, number.province)
            if any((*series, f"{row.said.date[0]}") in at_hand for row in document.rows):
                continue
            known = _known(document, near)
            said = {
                "date": {} if _is_known(known, "date") else _dates(document, number, told),
                "title": {} if _is_known(known, "title") else _titles(document, told),
                "type": _types(document, told, near.issuers),
                "issuer": {} if _is_known(known, "issuer") else _bodies(document, told),
            }
            for fault, sayings in said.items():
                yield from _apart(fault, document, sayings)
    for number in issuers_apart(corpus):
        yield from _issuers(number)
    for number in codes_apart(corpus):
        yield from _codes(number, at_hand)


def _known(document: CitedDocument, near: Surroundings) -> list[KnownDocument]:
    """What the register has of the number in one of the years in which it is said to be."""
    years = {row.said.date[0] for row in document.rows}
    return [
        one
        for one in near.documents.find(document.number)
        if one.confidence != "L" and (one.date is None or one.date.year in years)
    ]


def _is_known(known: Sequence[KnownDocument], what: str) -> bool:
    return any(getattr(one, what) for one in known)


def _apart(fault: str, document: CitedDocument, said: Said) -> Iterator[Apart]:
    """Tell of all files that do not say what most do; of the first one where that is unclear. A
    file that says both is left out."""
    files = Counter(doc for places in said.values() for doc in places)
    left = {
        text: {doc: told for doc, told in places.items() if files[doc] == 1}
        for text, places in said.items()
    }
    ranked = sorted(
        ((text, places) for text, places in left.items() if places),
        key=lambda one: (-len(one[1]), min(one[1])),
    )
    for text, places in ranked[1:]:
        usual, most = ranked[0]
        clear = len(most) >= _CLEAR * max(1, len(places))
        values = {
            "head": " ".join(f"{document.type} số {document.number}".split()),
            "said": text,
            "count": str(len(places)),
            "usual": usual,
            "usual_count": str(len(most)),
        }
        told = sorted(places.values())
        for one in told if clear else told[:1]:
            yield Apart(fault, clear, one, min(most.values()), values)


def _places(rows: Sequence[Row], told: Mapping[Row, Sequence[Told]]) -> dict[int, Told]:
    """The first place in each document in which one of the rows stands."""
    places: dict[int, Told] = {}
    for one in sorted(one for row in rows for one in told[row]):
        places.setdefault(one.doc, one)
    return places


def _dates(
    document: CitedDocument, number: CitedNumber, told: Mapping[Row, Sequence[Told]]
) -> dict[str, dict[int, Told]]:
    usual = document.date
    said = {}
    for day, rows in document.dates.items():
        if _may_be_one(usual, day, rows, document, local=bool(number.who)):
            said[f"{day[2]:02}/{day[1]}/{day[0]}"] = _places(rows, told)
    return said


def _may_be_one(
    usual: Day, day: Day, rows: Sequence[Row], document: CitedDocument, *, local: bool
) -> bool:
    """Whether two dates are surely meant of one document: of two years only with one title, of
    the year in which communes and provinces were made anew only of the same part."""
    if day == usual:
        return True
    if day[0] != usual[0]:
        titles = [row.subject for row in document.dates[usual]]
        return any(
            len(row.subject) >= _LEAST_WORDS
            and len(title) >= _LEAST_WORDS
            and agree(title, row.subject)
            and years_in(title) == years_in(row.subject)
            for row in rows
            for title in titles[:_CLEAR]
        )
    parts = {f"{year}-{month:02}-{date:02}" < NEW_COMMUNES for year, month, date in (usual, day)}
    return not local or f"{day[0]}" != NEW_COMMUNES[:4] or len(parts) == 1


def _titles(
    document: CitedDocument, told: Mapping[Row, Sequence[Told]]
) -> dict[str, dict[int, Told]]:
    """The titles with one date, those that no other is like."""
    rows = tuple(
        row
        for row in document.dates.get(document.date, ())
        if len(row.subject) >= _LEAST_WORDS and not row.amended and row.subject[0] not in _AMENDING
    )
    if len(rows) < 2:
        return {}
    titles = CitedDocument(rows, document.known).titles
    usual = next(iter(titles.values()), ())
    return {
        _short(title): _places(same, told)
        for title, same in titles.items()
        if same is usual or not any(agree(a.subject, b.subject) for a in usual for b in same)
    }


def _short(title: str) -> str:
    return title if len(title) <= _SHOWN else title[:_SHOWN].rpartition(" ")[0] + "…"


def _types(
    document: CitedDocument, told: Mapping[Row, Sequence[Told]], issuers: Issuers
) -> dict[str, dict[int, Told]]:
    """The types, of those that have the code of the number; another one is told by cited-number."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in document.dates.get(document.date, ()):
        rows[row.said.type].append(row)
    if len(rows) < 2:
        return {}
    number = next(row.said.number for row in document.rows)
    fit = types_with(number, issuers) if number else ()
    return {name: _places(same, told) for name, same in rows.items() if name in fit}


def _bodies(
    document: CitedDocument, told: Mapping[Row, Sequence[Told]]
) -> dict[str, dict[int, Told]]:
    """The central bodies of the Party that share one series of numbers."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in document.dates.get(document.date, ()):
        words = fold(row.said.issuer).lower()
        body = next((one for one in _PARTY_BODIES if words.startswith(one)), "")
        if body and row.said.number and row.said.number.issuer == "TW":
            rows["ban chap hanh" if body == "bch" else body].append(row)
    return {_fullest(same): _places(same, told) for same in rows.values()}


def _issuers(number: CitedNumber) -> Iterator[Apart]:
    """Two issuers of the same code, as UBND of two provinces, for one number, date and title."""
    told = {one.row: one.told for one in number.variants}
    first, rows = number.variants[0].row, defaultdict(list)
    code = _code(first)
    for row in told:
        alike = len(row.subject) >= _LEAST_WORDS and agree(first.subject, row.subject)
        if alike and _code(row) == code:
            rows[row.who].append(row)
    said = {_fullest(same): _places(same, told) for same in rows.values()}
    yield from _apart("issuer", CitedDocument(tuple(told), None), said)


def _codes(number: CitedNumber, at_hand: Collection[tuple[str, ...]]) -> Iterator[Apart]:
    """Numbers of two types for what is one document by its title."""
    told = {one.row: one.told for one in number.variants}
    for rows in _by_title(told):
        said: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            said[f"{row.said.type} số {row.said.number}"].append(row)
        keys = {without_marks(row.said.number) for row in rows if row.said.number}
        year = f"{rows[0].said.date[0]}"
        if not any((key, number.who, number.province, year) in at_hand for key in keys):
            places = {text: _places(same, told) for text, same in said.items()}
            yield from _apart("type", CitedDocument(tuple(rows), None), places)


def _by_title(cited: Iterable[Row]) -> list[list[Row]]:
    """The citations of each title, without those of a type that has not the code of its number,
    which are told by cited-number."""
    titles: list[list[Row]] = []
    for row in cited:
        if row.said.number and row.said.type in types_of(row.said.number.code):
            same = next((rows for rows in titles if are_same(rows[0].subject, row.subject)), None)
            if same is None:
                titles.append([row])
            else:
                same.append(row)
    return titles


def _code(row: Row) -> str:
    return (row.who or "").partition("|")[0]


def _fullest(rows: Sequence[Row]) -> str:
    """The longest name of an issuer, with its place."""
    return max((row.said.issuer for row in rows), key=lambda name: (len(name), name))
