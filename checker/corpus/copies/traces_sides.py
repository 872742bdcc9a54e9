"""One of two near-duplicates with all in it that can be a trace of the other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from checker.corpus.copies.differing import Wording
from checker.corpus.copies.pairs import wordings_of
from checker.corpus.records import (
    CitationRecord,
    DocumentRecord,
    PartRecord,
    PlaceRecord,
    SentenceRecord,
    Spot,
    UnitRecord,
)
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.store import Corpus

R = TypeVar("R", bound=Spot)

_WANTED: dict[Any, str] = {
    UnitRecord: "true",
    PlaceRecord: "true",
    CitationRecord: "figure <> ''",
    PartRecord: "part IN ('number', 'signer')",
}
_PERSON = re.compile(  # in folded text
    r"\b(?i:dong chi|d/c|ong|ba):? (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,4})(?!\w)"
)
TITLES = ("đồng chí", "đ/c", " ông ", " bà ")
_LOCAL_POST = re.compile(
    r"(?:chủ tịch|bí thư|trưởng phòng|chánh văn phòng|trưởng công an|giám đốc trung tâm|trưởng ban)"
    r"[^.;]{0,40}(?:xã|phường|đặc khu)\b|trưởng phòng|phó trưởng phòng|chánh văn phòng",
    re.IGNORECASE,
)
_HIGHER = re.compile(r"\b(?:tỉnh|thành phố|thành ủy|trung ương|chính phủ|bộ|sở)\b", re.IGNORECASE)


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
    def places_named(self) -> frozenset[str]:
        return frozenset(f"{one.level} {one.name}" for one in self.places)

    @cached_property
    def mentions(self) -> Counter[str]:
        return Counter(one.name for one in self.units)

    @cached_property
    def text(self) -> str:
        """All its sentences in small letters."""
        return "\n".join(one.sentence.words for one in self.told).lower()

    @cached_property
    def people_in(self) -> dict[int, list[Spot]]:
        """The people who are named with a post below the province, by sentence."""
        if not any(title in self.text for title in TITLES):
            return {}
        named = ((id(one.sentence), list(people_in(one.sentence))) for one in self.told)
        return {sentence: people for sentence, people in named if people}

    def with_words(self, words: str) -> Iterator[SentenceRecord]:
        """Yield the sentences that have some words, case aside."""
        if (small := words.lower()) in self.text:
            sentences = (one.sentence for one in self.told)
            yield from (one for one in sentences if small in one.words.lower())

    @property
    def place(self) -> str:
        """The name of the own place without its level."""
        return self.about.locality.removeprefix(self.about.level).strip()


def sides_of(corpus: Corpus, among: Iterable[int]) -> dict[int, Side]:
    """Return documents as sides, by their index."""
    docs = sorted(among)
    told = wordings_of(corpus, docs)
    records: dict[Any, dict[int, list[Any]]] = {}
    for record, of in _WANTED.items():
        rows = corpus.rows(record, f"doc IN (SELECT unnest(?::BIGINT[])) AND {of}", [list(docs)])
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


def people_in(sentence: SentenceRecord) -> Iterator[Spot]:
    """Yield the people whom a sentence names with a post below the province."""
    text = sentence.words
    lower = text.lower()
    if not any(title in lower for title in TITLES):
        return
    if _LOCAL_POST.search(text) and not _HIGHER.search(text):
        for match in _PERSON.finditer(fold(text)):
            yield spot_of(sentence, match.span("name"))


def spot_of(sentence: SentenceRecord, span: tuple[int, int]) -> Spot:
    """Return where the words of a sentence that stand in ``span`` are in the document, or the
    sentence if it goes over several lines."""
    start, end = span
    length = sentence.end_column - sentence.column
    place = (sentence.line, sentence.column, sentence.end_line, sentence.end_column)
    if sentence.line == sentence.end_line and length == len(sentence.words):
        place = (sentence.line, place[1] + start, sentence.line, place[1] + end)
    return Spot(*place, sentence.section, sentence.words[start:end])
