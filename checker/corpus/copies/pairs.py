"""Near-duplicates: which documents are copies of one another, and where they differ.

Candidates are documents whose MinHash signatures agree in a band; of those in a band each is only
compared with the ones next to it when they are sorted by their further hashes, and with the oldest,
so that the work grows as the number of documents does. Candidates are then verified by their words.
"""

from __future__ import annotations

import heapq
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from operator import eq, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from checker.corpus.copies.differing import (
    PROSE,
    RECIPIENTS,
    OwnNames,
    Wording,
    align,
    plain_words,
    wordings,
)
from checker.corpus.records import DocumentRecord, SentenceRecord

if TYPE_CHECKING:
    from checker.corpus.store import Corpus

LEAST_SIMILARITY = 0.6  # below it plans of one kind are alike without being copied
CHUNK = 150  # documents whose sentences are held at once, with those that they are like

_ROWS = 3  # hashes of a band: half of what a document has is found in a band of 42 for sure
_BANDS = 6  # sorted at once
_FURTHER = 12  # hashes by which the documents of a band are sorted
_CANDIDATES = 2
_HELD = 2000  # signatures read at once
_LEAST_SHARED = 40  # runs of words
_MANY = 20  # documents, of which stock sentences are told from own ones
_STOCK = 0.3  # share of documents
_STOCK_WORDS = 15
_REMEMBERED = 1 << 15  # sentences, and their runs of words
_AMONG = "doc IN (SELECT unnest(?::BIGINT[])) AND zone IN (SELECT unnest(?::VARCHAR[]))"


@dataclass(frozen=True)
class Pair:
    """Two near-duplicates, the older ``first``; ``similarity`` from 0 to 1 is the share of the runs
    of words of the shorter one that the other has, too."""

    first: int
    second: int
    similarity: float


class Difference(NamedTuple):
    """A sentence of the first document and what stands for it in the second; None where the other
    has nothing."""

    first: SentenceRecord | None
    second: SentenceRecord | None


def find_pairs(corpus: Corpus) -> tuple[Pair, ...]:
    """Return each near-duplicate with the documents that it is most like of those before it: one of
    its own office and one of another. A document without a date comes after those that have one.
    Made once for the corpus."""
    return corpus.keep("pairs", lambda: tuple(_found(corpus)))


def find_clusters(corpus: Corpus) -> tuple[tuple[int, ...], ...]:
    """Return the groups of documents that are joined by pairs, the largest first."""
    return corpus.keep("clusters", lambda: tuple(_clusters(find_pairs(corpus))))


def differences(corpus: Corpus, pair: Pair) -> tuple[Difference, ...]:
    """Return the sentences in which two documents differ, in the order of the second; such as
    differ in nothing but the names of the own places are left out."""
    told = wordings_of(corpus, (pair.first, pair.second))
    return tuple(differing(told[pair.first], told[pair.second]))


def differing(first: Sequence[Wording], second: Sequence[Wording]) -> Iterator[Difference]:
    """Yield the sentences of prose in which two documents differ."""
    prose = ([one for one in some if one.sentence.zone != RECIPIENTS] for some in (first, second))
    for one in align(*prose):
        if not one.same:
            yield Difference(
                one.first.sentence if one.first else None,
                one.second.sentence if one.second else None,
            )


def wordings_of(corpus: Corpus, docs: Sequence[int]) -> dict[int, list[Wording]]:
    """Return the sentences of documents as compared."""
    rows = corpus.query(
        'SELECT doc, line, "column", end_line, end_column, section, words, zone FROM sentences'
        f" WHERE {_AMONG} ORDER BY doc, seq",
        [list(docs), sorted((*PROSE, RECIPIENTS))],
    )
    told: dict[int, list[Wording]] = {doc: [] for doc in docs}
    plain = _plain_words(corpus)
    for doc, group in groupby(rows, key=itemgetter(0)):
        sentences = (SentenceRecord(*fields) for _, *fields in group)
        told[doc] = wordings(sentences, _own_names(corpus.documents[doc]), plain)
    return told


def _plain_words(corpus: Corpus) -> Callable[[str], str]:
    """The words of a text; those of models, which many documents have, are remembered."""
    return corpus.keep("plain_words", lambda: lru_cache(_REMEMBERED)(plain_words))


def _own_names(about: DocumentRecord) -> OwnNames:
    return OwnNames.of(about.locality, about.province)


def same_office(first: DocumentRecord, second: DocumentRecord) -> bool:
    """Whether two documents are of one office, as far as is known."""
    return bool(first.office) and first.office == second.office


def by_date(about: DocumentRecord) -> tuple[str, str]:
    """The key by which documents are sorted, those without a date last."""
    return about.day or "9", about.path


def _found(corpus: Corpus) -> Iterator[Pair]:
    order = _order(corpus)
    candidates = _candidates(corpus, order)
    stock = _stock(corpus)
    later = sorted(candidates)
    same_file = _same_file(corpus, order)
    for start in range(0, len(later), CHUNK):
        docs = later[start : start + CHUNK]
        needed = {*docs, *(other for doc in docs for other in candidates[doc])}
        runs = _runs(corpus, sorted(needed), stock)
        for doc in docs:
            for other in candidates[doc]:
                same_file.setdefault((doc, other), _similarity(runs[doc], runs[other]))
    best: dict[tuple[int, bool], tuple[float, int, int]] = {}
    for (doc, other), similarity in same_file.items():
        kind = same_office(corpus.documents[doc], corpus.documents[other])
        rank = (similarity, -order[other], other)
        if similarity >= LEAST_SIMILARITY and rank > best.get((doc, kind), (0.0, 0, 0)):
            best[doc, kind] = rank
    for (doc, _), (similarity, _, other) in sorted(best.items()):
        yield Pair(other, doc, similarity)


def _runs(corpus: Corpus, docs: Sequence[int], stock: set[str]) -> dict[int, set[int]]:
    """The runs of words of documents, as hashes, without those of stock sentences. In an appendix
    that is a file of its own, and has no type, it is the fields that are not of the model."""
    from checker.corpus.signature import FIELD, ZONES, runs_of

    rows = corpus.query(
        f"SELECT doc, words, zone FROM sentences WHERE {_AMONG} ORDER BY doc",
        [list(docs), sorted((*ZONES, FIELD))],
    )
    plain = _plain_words(corpus)
    hashed: Callable[[str], tuple[int, ...]] = corpus.keep(
        "runs", lambda: lru_cache(_REMEMBERED)(lambda text: tuple(map(hash, runs_of(text))))
    )
    found: dict[int, set[int]] = {doc: set() for doc in docs}
    for doc, group in groupby(rows, key=itemgetter(0)):
        about = corpus.documents[doc]
        masked = _own_names(about).masked
        told = {masked(plain(words)) for _, words, zone in group if zone in ZONES or not about.type}
        found[doc].update(*map(hashed, told - stock))
    return found


def _similarity(first: set[int], second: set[int]) -> float:
    shared = len(first & second)
    return shared / min(len(first), len(second)) if shared >= _LEAST_SHARED else 0.0


def _order(corpus: Corpus) -> list[int]:
    """The rank of each document by its date."""
    documents = corpus.documents
    oldest_first = sorted(range(len(documents)), key=lambda doc: by_date(documents[doc]))
    ranks = [0] * len(documents)
    for rank, doc in enumerate(oldest_first):
        ranks[doc] = rank
    return ranks


def _same_file(corpus: Corpus, order: Sequence[int]) -> dict[tuple[int, int], float]:
    """Files with the same content: each but the first, with the first."""
    same: dict[str, list[int]] = defaultdict(list)
    for doc, about in corpus.plans:
        if about.digest and not about.error:
            same[about.digest].append(doc)
    found: dict[tuple[int, int], float] = {}
    for docs in same.values():
        first, *others = sorted(docs, key=order.__getitem__)
        found.update(((doc, first), 1.0) for doc in others)
    return found


def _candidates(corpus: Corpus, order: Sequence[int]) -> dict[int, list[int]]:
    """For each document those before it whose signatures are most like its own, of its own office
    and of others."""
    signatures = _signatures(corpus)
    bands = range(0, max(map(len, signatures.values()), default=0) - _ROWS + 1, _ROWS)
    best: dict[tuple[int, bool], list[tuple[int, int, int]]] = defaultdict(list)
    for at in range(0, len(bands), _BANDS):
        for one, other in _neighbours(corpus, bands[at : at + _BANDS], order):
            doc, earlier = (one, other) if order[one] > order[other] else (other, one)
            kind = same_office(corpus.documents[doc], corpus.documents[earlier])
            kept = best[doc, kind]
            if any(known == earlier for _, _, known in kept):
                continue
            equal = sum(map(eq, signatures[doc], signatures[earlier]))
            heapq.heappush(kept, (equal, -order[earlier], earlier))
            if len(kept) > _CANDIDATES:
                heapq.heappop(kept)
    found: dict[int, list[int]] = defaultdict(list)
    for (doc, _), kept in best.items():
        found[doc] += [earlier for _, _, earlier in kept]
    return found


def _signatures(corpus: Corpus) -> dict[int, array[int]]:
    found: dict[int, array[int]] = {}
    for start in range(0, len(corpus.documents), _HELD):
        rows = corpus.query(
            "SELECT doc, hashes FROM signatures WHERE len(hashes) > 0 AND doc BETWEEN ? AND ?"
            " ORDER BY doc",
            [start, start + _HELD - 1],
        )
        found.update((doc, array("I", hashes)) for doc, hashes in rows)
    return found


def _neighbours(
    corpus: Corpus, bands: Sequence[int], order: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield documents that agree in a band and are neighbours there, and each with the oldest."""
    plans = len(corpus.documents) - len(corpus.superiors)
    rows = corpus.query(
        "SELECT doc, (band, bucket) FROM (SELECT doc, band, further, hash(further[1:$1]) AS bucket,"
        " count(*) OVER (PARTITION BY band, further[1:$1]) AS members FROM"
        " (SELECT doc, band, list_concat(hashes[band + 1:], hashes[1:band])[1:$2] AS further"
        " FROM signatures, unnest($3::BIGINT[]) AS bands(band)"
        " WHERE len(hashes) > 0 AND doc < $4))"
        " WHERE members > 1 ORDER BY band, further, doc",
        [_ROWS, _FURTHER, list(bands), plans],
    )
    for _, group in groupby(rows, key=itemgetter(1)):
        docs = [doc for doc, _ in group]
        yield from pairwise(docs)
        oldest = min(docs, key=order.__getitem__)
        yield from ((doc, oldest) for doc in docs if doc != oldest)


def _stock(corpus: Corpus) -> set[str]:
    """The sentences that copy nobody: those of the superiors' plans, and in a large corpus short
    ones that many documents have."""
    above = wordings_of(corpus, corpus.superiors)
    stock = {one.text for told in above.values() for one in told}
    plans = len(corpus.documents) - len(corpus.superiors)
    if plans < _MANY:
        return stock
    found = corpus.query(
        "SELECT min(words) FROM sentences WHERE doc < ? AND"
        " len(string_split(words, ' ')) <= ? GROUP BY hash(lower(words))"
        " HAVING count(DISTINCT doc) >= ? ORDER BY 1",
        [plans, _STOCK_WORDS, max(_MANY, _STOCK * plans)],
    )
    return stock | {plain_words(words) for (words,) in found}


def _clusters(pairs: Sequence[Pair]) -> Iterator[tuple[int, ...]]:
    above: dict[int, int] = {}

    def root(doc: int) -> int:
        while above.setdefault(doc, doc) != doc:
            above[doc] = above[above[doc]]
            doc = above[doc]
        return doc

    for pair in pairs:
        first, second = root(pair.first), root(pair.second)
        above[max(first, second)] = min(first, second)
    groups: dict[int, list[int]] = defaultdict(list)
    for doc in sorted(above):
        groups[root(doc)].append(doc)
    yield from sorted(map(tuple, groups.values()), key=lambda docs: (-len(docs), docs))
