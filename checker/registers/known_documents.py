"""Documents that are known by their number: documents.yml (written by hand) and documents.tsv
(built by tools/build_documents.py)."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from checker.data import load_yaml
from checker.decoding import Decoder, DecodingError, one_of
from checker.registers import FOLDER, read_table, rows_of

TABLE = FOLDER / "documents.tsv"
CURATED = FOLDER / "documents.yml"
COLUMNS = (
    "key",
    "number",
    "type",
    "date",
    "issuer",
    "title",
    "articles",
    "until",
    "replaced by",
    "source",
    "confidence",
)
CONFIDENCES = ("H", "M", "L")

_LOOKALIKES = str.maketrans("АВЕКМНОРСТХÐ‐‑‒–—−", "ABEKMHOPCTXĐ------")
_FIGURE = re.compile(r"\A0+(?=\d)")
_NUMBER = re.compile(
    r"\d{1,5}(?:\.\d{1,2})?[A-Za-z]?(?:/(?P<year>(?:19|20)\d\d))?[-/][A-ZĐ][\w&]*(?:[-/][\w&]+)*"
)


class KnownDocument(NamedTuple):
    """A document in the register. What is not known is empty, None or 0.

    ``date`` is the day of signing, of a law that of its adoption. ``title`` of a law begins with
    its type ("Luật Đất đai"), that of others is what follows the issuer in a citation ("quy định
    chi tiết thi hành"); a long one is cut at a word and ends with "…". ``until`` is exclusive: the
    first day on which the document is no more in force; ``replaced_by`` may be known without it.
    ``confidence``: H = two kinds of sources agree, M = one kind, L = a single citation that fits
    into the order of numbers. ``own`` marks what an office added.
    """

    number: str
    type: str
    date: datetime.date | None
    issuer: str
    title: str
    articles: int
    until: datetime.date | None
    replaced_by: str
    source: str
    confidence: str
    own: bool = False

    def in_force(self, day: datetime.date) -> bool:
        """Tell whether nothing known ended the document by ``day``; before its own date it is not
        in force either."""
        return (not self.date or self.date <= day) and (not self.until or day < self.until)


@dataclass(frozen=True)
class _Entry:
    number: str
    type: str
    source: str
    confidence: str
    date: datetime.date | None = None
    issuer: str = ""
    title: str = ""
    articles: int = 0
    until: datetime.date | None = None
    replaced_by: str = ""


_decode = Decoder(_Entry)


def make_documents(raw: list[dict[str, Any]]) -> tuple[KnownDocument, ...]:
    """Make the documents of a YAML list. Raises DecodingError for unknown, missing and unfit keys,
    a number that is none, and a year in it that is not that of the date."""
    documents = []
    for mapping in raw:
        entry = _decode(mapping)
        one_of("confidence", entry.confidence, CONFIDENCES)
        match = _NUMBER.fullmatch(entry.number)
        if not match:
            raise DecodingError("not-a-number", "number", text=entry.number)
        if match["year"] and entry.date and entry.date.year != int(match["year"]):
            raise DecodingError("wrong-value", "date", wanted=match["year"])
        documents.append(
            KnownDocument(
                entry.number,
                entry.type,
                entry.date,
                entry.issuer,
                entry.title,
                entry.articles,
                entry.until,
                entry.replaced_by,
                entry.source,
                entry.confidence,
            )
        )
    return tuple(documents)


def number_key(number: str) -> str:
    """Return what identifies a number: NFC, without blanks, "&" and leading zeros, dashes and
    letters that look alike made one, case aside."""
    plain = "".join(unicodedata.normalize("NFC", number).split()).translate(_LOOKALIKES)
    plain = _FIGURE.sub("", plain.replace("&", ""))
    # without blanks, marks that stood apart may compose or change places
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", plain).casefold())


class KnownDocuments:
    """Finds documents by number. The table is read when a number is first asked for."""

    def __init__(self, curated: Iterable[KnownDocument] = (), table: Path = TABLE) -> None:
        self._curated = tuple(curated)
        self._path = table

    @staticmethod
    def load(cache: Path | None = None) -> KnownDocuments:
        """Load the register; ``cache`` is a folder that keeps parsed YAML between runs."""
        return KnownDocuments(make_documents(load_yaml([CURATED], cache)[CURATED]))

    def with_own(self, documents: Iterable[KnownDocument]) -> KnownDocuments:
        """Return a register that also knows ``documents``, which go before all others."""
        own = (document._replace(own=True) for document in documents)
        return KnownDocuments((*own, *self._curated), self._path)

    def find(self, number: str) -> tuple[KnownDocument, ...]:
        """Return the documents of this number: none, one, or several, as when it bears no year. A
        document that several entries tell of is one, an office's own word first, the table's
        last."""
        key = number_key(number)
        found: list[KnownDocument] = []
        for document in (*self._by_key.get(key, ()), *map(_document, rows_of(self._table, key))):
            for index, other in enumerate(found):
                if _same(other, document):
                    found[index] = _joined(other, document)
                    break
            else:
                found.append(document)
        return tuple(found)

    def numbers(self) -> Iterator[str]:
        """Yield every number once, as :func:`number_key` writes it."""
        keys = (*self._by_key, *(row.partition("\t")[0] for row in self._table))
        yield from dict.fromkeys(keys)

    @cached_property
    def _by_key(self) -> dict[str, list[KnownDocument]]:
        by_key: dict[str, list[KnownDocument]] = {}
        for document in self._curated:
            by_key.setdefault(number_key(document.number), []).append(document)
        return by_key

    @cached_property
    def _table(self) -> list[str]:
        return read_table(self._path)


def _same(one: KnownDocument, other: KnownDocument) -> bool:
    """Tell whether two entries of one number may be of one document."""
    return one.type == other.type and (not one.date or not other.date or one.date == other.date)


def _joined(one: KnownDocument, other: KnownDocument) -> KnownDocument:
    """What is known of a document, ``one`` being believed where both tell something; as sure as the
    one that tells the date."""
    told = {name: value for name, value in other._asdict().items() if not getattr(one, name)}
    if "date" in told and other.date:
        told["confidence"] = other.confidence
    return one._replace(**told)


def _document(row: str) -> KnownDocument:
    _, number, type_, date, issuer, title, articles, until, by, source, confidence = row.split("\t")
    return KnownDocument(
        number,
        type_,
        datetime.date.fromisoformat(date) if date else None,
        issuer,
        title,
        int(articles or 0),
        datetime.date.fromisoformat(until) if until else None,
        by,
        source,
        confidence,
    )
