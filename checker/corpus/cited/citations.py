"""The documents that a file cites, one by one: ``soat citations``."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.citations.citation import Citation, Cited
from checker.citations.number import DocumentNumber
from checker.document import Document, Locality, Place
from checker.errors import InputError
from checker.office import split_place
from checker.registers.issuers import Issuers
from checker.registers.known_documents import number_key
from checker.registers.places import PROVINCE, place_key
from checker.text.folding import fold

Day = tuple[int, int, int]
NO_DAY: Day = (0, 0, 0)

_WORD = re.compile(r"\w+")
# What only a title begins with, and what no title goes on with.
_TITLED = re.compile(
    r"(?:ve (?:viec )?|v/v )|(?=(?:phe duyet|ban hanh|quy dinh|huong dan|sua doi|bo sung|thay the|"
    r"bai bo|cong bo|thong qua|kien toan|thanh lap)\b)"
)
_TITLE_END = re.compile(
    r"\(| (?:het|co) hieu luc| tiep tuc co| (?:da )?duoc (?:sua|bo sung|thay)| nhu sau| can cu luat"
)
_COMMUNE = re.compile(r"\b(?:xa|phuong|dac khu|dang uy|chi bo)\b")
_DISTRICT = re.compile(r"\b(?:huyen|quan|thi xa)\b")
_LEVEL = re.compile(r"\W*(?:tinh|thanh pho|tp|huyen|quan|thi xa|thi tran|xa|phuong|dac khu)\b")
_MANY = ("ĐU", "CB")  # codes of several bodies in one commune
_ISSUER_WORDS = 8
_LONGEST_TITLE = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """A citation and where it stands. ``who`` tells whose series its number belongs to (code of
    the body, ``|``, ``place_key``): empty for a central issuer, None when nothing tells;
    ``subject`` are the words of the title that are compared, none where it is not sure to be one;
    ``own`` tells that the document cites itself; ``day`` is that whose law it is under."""

    path: str
    line: int
    column: int
    section: str
    said: Cited
    inside: bool
    amended: bool
    own: bool
    who: str | None
    subject: tuple[str, ...]
    day: datetime.date | None


@dataclass(frozen=True)
class FileCitations:
    """What a file cites; nothing when its text is not ``legible``, or with the ``error`` that says
    why it could not be read."""

    path: str
    rows: tuple[Row, ...] = ()
    legible: bool = True
    error: InputError | None = None


def rows_of(document: Document, issuers: Issuers) -> Iterator[Row]:
    """Yield the citations of a document in reading order."""
    places = sorted(document.places, key=lambda place: place.start)
    starts = [place.start for place in places]
    for one in document.citations:
        first, last = (bisect_left(starts, at) for at in (one.issuer.start, one.issuer.end))
        start, _ = document.view.raw_span(one.start, one.end)
        said = one.value
        yield Row(
            document.source.path,
            *document.source.position(start),
            document.path_at(one.start),
            said,
            one.inside,
            one.amended,
            _is_own(said, document),
            _who(one, places[first:last], document, issuers),
            _subject(one, document),
            document.law_date,
        )


def _is_own(said: Cited, document: Document) -> bool:
    own, number, date = document.header.number, said.number, document.date
    return (
        number is not None
        and date is not None
        and said.date == (date.year, date.month, date.day)
        and bool(own.figure)
        and own.figure.lstrip("0") == number.figure.lstrip("0")
        and (own.type_code, own.issuer_code) == (number.code, number.issuer)
    )


def _who(one: Citation, named: Sequence[Place], document: Document, issuers: Issuers) -> str | None:
    number, said = one.number, fold(one.issuer.text).lower()
    if number is None or number.assembly or (number.year and number.code in ("NĐ", "TT")):
        return ""
    coded = issuers.of(number.issuer) or issuers.of(number.issuer.partition("-")[2])
    if (coded and coded.central) or said.startswith(("bo ", "bo truong ")):
        return ""
    if not said:
        return None
    place = place_key(named[-1].level, named[-1].name) if named else ""
    place = place or _place_meant(said, document.locality)
    return f"{_body(said, issuers)}|{place or document.source.path}"


def _body(said: str, issuers: Issuers) -> str:
    """The code of a body, or its words. "Đảng ủy Ủy ban nhân dân xã" is not the Đảng ủy of it."""
    found = issuers.said(said)
    if found:
        issuer, end = found
        if issuer.code not in _MANY or not said[end:] or _LEVEL.match(said, end):
            return issuer.code
    return " ".join(said.split()[:_ISSUER_WORDS])


def _place_meant(said: str, own: Locality) -> str:
    """The place of "UBND tỉnh", "Đảng ủy xã" with its level: that of the document itself or its
    province."""
    if _DISTRICT.search(said):
        return ""
    if _COMMUNE.search(said):
        return place_key(own.level, own.name)
    if own.level in PROVINCE:
        return place_key(own.level, own.name)
    return place_key(*split_place(own.province)[:2])


def _subject(one: Citation, document: Document) -> tuple[str, ...]:
    """The words of the title of a document that is cited in full, without "về việc" and what the
    sentence says of it; none otherwise, as what follows a number alone may be no title."""
    if one.name or not (one.date and one.date.value and one.issuer):
        return ()
    end = min(one.title.end, one.title.start + _LONGEST_TITLE)
    text = _TITLE_END.split(document.folded[one.title.start : end].lower(), maxsplit=1)[0]
    opening = _TITLED.match(text)
    return tuple(_WORD.findall(text, opening.end())) if opening else ()


def title_words(title: str) -> tuple[str, ...]:
    """Return the words of the title in a document's header as those of a citation's subject."""
    text = fold(title).lower()
    opening = _TITLED.match(text)
    return tuple(_WORD.findall(text, opening.end() if opening else 0))


def without_marks(number: DocumentNumber) -> str:
    """A number without its marks, as these may be wrong."""
    return number_key(str(number)).replace("/", "-")
