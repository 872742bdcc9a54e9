"""The documents of one office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.corpus.records import PartRecord
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.store import Corpus

OfficeYear = tuple[str, int]


def by_office(corpus: Corpus) -> dict[OfficeYear, list[int]]:
    """Return the documents of each office and year that has several, by day; what is undated comes
    last, of documents with one title, which are versions of one, only the first is taken. Communes
    of two provinces may have one name: offices whose province is not known are left out."""
    return corpus.keep("same-office", lambda: _by_office(corpus))


def _by_office(corpus: Corpus) -> dict[OfficeYear, list[int]]:
    found: dict[OfficeYear, dict[str, int]] = defaultdict(dict)
    for doc, one in corpus.plans:
        if one.year and one.legible and _is_placed(one.office):
            title = " ".join(fold(one.title).lower().split())
            found[one.office, one.year].setdefault(title or one.digest or str(doc), doc)
    return {
        key: sorted(docs.values(), key=lambda doc: (_day(corpus, doc), doc))
        for key, docs in sorted(found.items())
        if len(docs) > 1
    }


def part_spots(corpus: Corpus, part: str, docs: Sequence[int]) -> Mapping[int, PartRecord]:
    """Return where a part of each of the documents stands."""
    where = "part = ? AND doc IN (SELECT unnest(?::BIGINT[]))"
    return dict(corpus.rows(PartRecord, where, [part, sorted(docs)]))


def _is_placed(office: str) -> bool:
    _, _, where = office.partition("|")
    place, _, province = where.partition("|")
    return bool(province) or place.startswith(("tinh ", "thanh pho "))


def _day(corpus: Corpus, doc: int) -> str:
    return corpus.documents[doc].day or "9999"
