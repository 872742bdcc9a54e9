"""One of two near-duplicates with all in it that can be a trace of the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from checker.corpus.differing import Wording
from checker.corpus.pairs import wordings_of
from checker.corpus.records import (
    CitationRecord,
    DocumentRecord,
    PartRecord,
    PlaceRecord,
    SentenceRecord,
    Spot,
    UnitRecord,
)

if TYPE_CHECKING:
    from checker.corpus.store import Corpus

R = TypeVar("R", bound=Spot)


@dataclass(frozen=True)
class Side:
    """One of two documents with what can be a trace."""

    doc: int
    about: DocumentRecord
    told: Sequence[Wording]
    units: Sequence[UnitRecord]
    places: Sequence[PlaceRecord]
    citations: Sequence[CitationRecord]
    parts: Sequence[PartRecord]

    @cached_property
    def units_in(self) -> dict[int, list[UnitRecord]]:
        return _by_sentence(self.told, self.units)

    @cached_property
    def places_in(self) -> dict[int, list[PlaceRecord]]:
        return _by_sentence(self.told, self.places)

    @cached_property
    def mentions(self) -> Counter[str]:
        return Counter(one.name for one in self.units)

    @property
    def place(self) -> str:
        """The name of the own place without its level."""
        return self.about.locality.removeprefix(self.about.level).strip()


def sides_of(corpus: Corpus, among: Iterable[int]) -> dict[int, Side]:
    """Return documents as sides, by their index."""
    docs = sorted(among)
    told = wordings_of(corpus, docs)
    records: dict[Any, dict[int, list[Any]]] = {}
    for record in (UnitRecord, PlaceRecord, CitationRecord, PartRecord):
        rows = corpus.rows(record, "doc IN (SELECT unnest(?::BIGINT[]))", [list(docs)])
        groups = groupby(rows, key=itemgetter(0))
        records[record] = {doc: [one for _, one in group] for doc, group in groups}
    return {
        doc: Side(
            doc,
            corpus.documents[doc],
            told[doc],
            *(records[kind].get(doc, []) for kind in records),
        )
        for doc in docs
    }


def _by_sentence(told: Sequence[Wording], records: Sequence[R]) -> dict[int, list[R]]:
    """Put records, in the order of their places, to the sentences in which they stand, these by
    their identity."""
    found: dict[int, list[R]] = defaultdict(list)
    sentences = iter(sorted((one.sentence for one in told), key=_start))
    sentence = next(sentences, None)
    for record in sorted(records, key=_start):
        while sentence and (sentence.end_line, sentence.end_column) <= _start(record):
            sentence = next(sentences, None)
        if sentence and _start(sentence) <= _start(record):
            found[id(sentence)].append(record)
    return found


def _start(spot: Spot) -> tuple[int, int]:
    return spot.line, spot.column


def spot_of(sentence: SentenceRecord, span: tuple[int, int]) -> Spot:
    """Return where the words of a sentence that stand in ``span`` are in the document, or the
    sentence if it goes over several lines."""
    start, end = span
    length = sentence.end_column - sentence.column
    place = (sentence.line, sentence.column, sentence.end_line, sentence.end_column)
    if sentence.line == sentence.end_line and length == len(sentence.words):
        place = (sentence.line, place[1] + start, sentence.line, place[1] + end)
    return Spot(*place, sentence.section, sentence.words[start:end])
