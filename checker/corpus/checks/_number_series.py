"""The documents that one office numbers in one series."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from checker.corpus.records import DocumentRecord, PartRecord
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.store import Corpus
    from checker.registers.issuers import Issuers

NEW_COMMUNES = "2025-07-01"  # provinces and communes were made anew and began with number 1
_FIGURE = re.compile(r"(?P<figure>\d+)(?P<letter>[A-Za-z]?)(?P<tail>\s*[-/].+)")


class Numbered(NamedTuple):
    """A document with the figure of its number, ``letter`` as in "12a"; ``day`` is None where the
    date is blank."""

    doc: int
    figure: int
    letter: str
    day: datetime.date | None


class Series(NamedTuple):
    """What makes one series: ``tail`` is the number without its figure ("/KH-UBND"), ``issuer``
    the words of the header, empty where the register knows the office by its code; ``renewed``
    tells that it began in the middle of the year."""

    office: str
    issuer: str
    tail: str
    year: int
    renewed: bool


def series_of(corpus: Corpus, issuers: Issuers) -> Mapping[Series, list[Numbered]]:
    """Return the documents with number, year and a known office, by series."""
    return corpus.keep("number-series", lambda: _series(corpus, issuers))


def number_spots(corpus: Corpus, docs: Iterable[int]) -> dict[int, PartRecord]:
    """Return where the numbers of documents stand."""
    where = "part = 'number' AND doc IN (SELECT unnest(?::BIGINT[]))"
    return dict(corpus.rows(PartRecord, where, [sorted(set(docs))]))


def whole_number(corpus: Corpus, doc: int) -> str:
    """Return the number of a document from its figure on: "138/KH-UBND"."""
    about = corpus.documents[doc]
    return about.number[about.number.find(about.figure) :]


def _series(corpus: Corpus, issuers: Issuers) -> Mapping[Series, list[Numbered]]:
    headers = dict(
        corpus.query("SELECT doc, words FROM parts WHERE part = 'issuer' ORDER BY doc, seq DESC")
    )
    found: dict[Series, list[Numbered]] = defaultdict(list)
    for doc, about in enumerate(corpus.documents):
        match = _FIGURE.search(about.number)
        if not match or not about.figure or not about.year or not _is_placed(about, issuers):
            continue
        if about.year == int(NEW_COMMUNES[:4]) and not about.day:
            continue
        renewed = about.year == int(NEW_COMMUNES[:4]) and about.day >= NEW_COMMUNES
        series = Series(
            about.office,
            _issuer_words(about, headers.get(doc, ""), issuers),
            "".join(match["tail"].upper().split()),
            about.year,
            renewed,
        )
        day = datetime.date.fromisoformat(about.day) if about.day else None
        found[series].append(Numbered(doc, int(match["figure"]), match["letter"].lower(), day))
    return found


def _is_placed(about: DocumentRecord, issuers: Issuers) -> bool:
    """Whether the office is known for sure: communes of two provinces may have one name."""
    code, _, rest = about.office.partition("|")
    place, _, province = rest.partition("|")
    issuer = issuers.of(code)
    if issuer and issuer.central:
        return True
    return bool(province) or place.startswith(("tinh ", "thanh pho "))


def _issuer_words(about: DocumentRecord, header: str, issuers: Issuers) -> str:
    """The words of the header, unless the code of the number tells who issued it: several bodies of
    the Party in one commune have the code ĐU."""
    coded = issuers.of(about.issuer_code)
    same = coded is not None and coded.code == about.office.partition("|")[0]
    return "" if same and about.regime == "state" else " ".join(fold(header).lower().split())
