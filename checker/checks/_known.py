"""Which document in the register a citation means; none when there is doubt."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from checker.citations.citation import LAWS, Citation
from checker.citations.number import DocumentNumber
from checker.context import Registers
from checker.document import Document
from checker.registers.issuers import Issuers
from checker.registers.known_documents import KnownDocument, KnownDocuments
from checker.spelling.syllables import canonical
from checker.text.folding import fold

_TERM = 5  # Party congresses begin a new series of numbers: 2011, 2016, 2021, 2026
_LIKE_TITLE = 0.75
_LEAST_WORDS = 3
_WORD = re.compile(r"[^\W_]+")
# Words that titles of all kinds have, or that come and go in them.
_IDLE = re.compile(
    r"ve|viec|v|quy|dinh|chi|tiet|mot|so|dieu|va|cac|nhung|cua|bien|phap|thi|hanh|huong|dan|thuc|"
    r"hien|ban|phe|duyet|cho|trong|theo|doi|voi|den|nam|tai|to|chuc|sua|bo|sung|luat|lenh|nghi|"
    r"quyet|thong|tu|trien|khai|tiep|tuc|cong|tac|ngay|thang"
)


class Known(NamedTuple):
    """A citation and the document that it means; ``dated`` tells that the date says so, too."""

    one: Citation
    document: KnownDocument
    dated: bool


def known_citations(document: Document, registers: Registers) -> list[Known]:
    """Return the citations of a document whose number, with its year or date, can only mean one
    document in the register, in order."""
    found = []
    for one in document.citations:
        if one.number is None or not one.number.figure:
            continue
        candidates = [
            known
            for known in registers.documents.find(str(one.number))
            if _is_of_type(known, one) and _may_be_by(known, one, registers.issuers)
        ]
        meant = _meant(one, one.number, candidates, registers.issuers)
        if meant:
            day = one.date.value if one.date else None
            found.append(Known(one, meant, day is not None and day == meant.date))
    return found


def known_laws(document: Document, registers: Registers) -> list[Known]:
    """Return the citations of laws without their number whose name and year mean one law in the
    register ("Luật Đất đai năm 2013")."""
    found = []
    for one in document.citations:
        year = one.year or (one.date.year if one.date else 0)
        if one.type not in LAWS or one.number or not one.name or not year:
            continue
        name = " ".join(fold(f"{one.type} {one.name.text}").lower().split())
        laws = _laws_by_name(registers.documents).get(name, ())
        meant = [law for law in laws if f"/{year}/" in law.number]
        if len(meant) == 1:
            found.append(Known(one, meant[0], dated=True))
    return found


def title_words(title: str) -> list[str]:
    """The words of a title that tell what it is about, small, their tones at one place."""
    words = _WORD.findall(title.lower())
    return [canonical(word) for word in words if not _IDLE.fullmatch(fold(word))]


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the words of the shorter title that the other has, too."""
    short, long = sorted((set(one), set(other)), key=len)
    return len(short & long) / len(short) if short else 0.0


def may_be_titled(one: Citation, known: KnownDocument) -> bool:
    """Tell whether a citation's title, which may be shortened, is surely that of a document."""
    said, right = title_words(one.title.text), title_words(known.title)
    enough = said == right or min(len(said), len(right)) >= _LEAST_WORDS
    return enough and likeness(said, right) >= _LIKE_TITLE and _figures(said) <= _figures(right)


def _figures(words: Sequence[str]) -> set[str]:
    return {word for word in words if word.isdigit()}


def _is_of_type(known: KnownDocument, one: Citation) -> bool:
    if known.type in LAWS and one.type in LAWS:
        return True
    if one.type:
        return known.type == one.type
    return not (one.number and one.number.assembly)


def _may_be_by(known: KnownDocument, one: Citation, issuers: Issuers) -> bool:
    """Tell whether the number is of the series of the known issuer: a central one, or the same
    words after "của"."""
    if one.number is None:
        return False
    issuer = issuers.of(one.number.issuer)
    if issuer and issuer.central:
        return True
    said, right = (" ".join(fold(who).lower().split()) for who in (one.issuer.text, known.issuer))
    mine, theirs = issuers.said(said), issuers.said(right)
    if not mine or not theirs or mine[0].code != theirs[0].code:
        return bool(said) and said == right
    place, known_place = said[mine[1] :].strip(), right[theirs[1] :].strip()
    return bool(place) and f"{known_place} ".startswith(f"{place} ")


def _meant(
    one: Citation, number: DocumentNumber, found: Sequence[KnownDocument], issuers: Issuers
) -> KnownDocument | None:
    own = [known for known in found if known.own]
    if number.year or number.assembly:
        found = own or found
        return found[0] if len(found) == 1 else _of_day(one, found)
    return _of_day(one, found) or _of_year(one, number, found, issuers)


def _of_day(one: Citation, found: Sequence[KnownDocument]) -> KnownDocument | None:
    day = one.date.value if one.date else None
    same = [known for known in found if day and known.date == day]
    return same[0] if len(same) == 1 else None


def _of_year(
    one: Citation, number: DocumentNumber, found: Sequence[KnownDocument], issuers: Issuers
) -> KnownDocument | None:
    """The document of a number without a year that was given once in the year of the date; one of
    another year only when day, month and title are the same."""
    day = one.date.value if one.date else None
    if day is None:
        return None
    party = issuers.regime(number.issuer) == "party"
    for known in found:
        if known.date is None:
            continue
        if known.date.year == day.year and not (party and day.year % _TERM == 1):
            return known
        if (known.date.month, known.date.day) == (day.month, day.day) and may_be_titled(one, known):
            return known
    return None


@lru_cache(maxsize=4)
def _laws_by_name(documents: KnownDocuments) -> Mapping[str, tuple[KnownDocument, ...]]:
    laws: dict[str, tuple[KnownDocument, ...]] = {}
    for known in _laws(documents):
        name = fold(known.title).lower()
        laws[name] = (*laws.get(name, ()), known)
    return laws


def _laws(documents: KnownDocuments) -> Iterator[KnownDocument]:
    for number in documents.numbers():
        if "qh" in number:
            yield from (one for one in documents.find(number) if one.type in LAWS and one.title)


def first_day(document: Document) -> datetime.date | None:
    """The day whose law a document is under; of a draft with blanks, or a date that cannot be, the
    first that its date can become, None when not even the year is told."""
    dated = document.header.place_date
    if document.law_date or not 0 < dated.year <= datetime.MAXYEAR:
        return document.law_date
    month = dated.month if 1 <= dated.month <= 12 else 1
    return datetime.date(dated.year, month, 1)
