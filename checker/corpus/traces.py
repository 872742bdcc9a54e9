"""Near-duplicates compared: in how many sentences they differ, and what of the original is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from checker.corpus.differing import RECIPIENTS, Aligned, align
from checker.corpus.pairs import CHUNK, Pair, find_pairs, same_office
from checker.corpus.traces_found import Trace, traces_of
from checker.corpus.traces_sides import Side, sides_of
from checker.corpus.traces_sources import possible_sources

if TYPE_CHECKING:
    from checker.corpus.store import Corpus

T = TypeVar("T")


def find_traces(corpus: Corpus) -> tuple[Trace, ...]:
    """Return the traces in near-duplicates of different offices, one for each place, in the order
    of documents and places; made once for the corpus.

    They are looked for in both of a pair, as a plan goes round before it is dated, and against the
    other documents of a cluster whose names a document has.
    """
    return corpus.keep("traces", lambda: _once(_compared(corpus)[0]))


def count_differing(corpus: Corpus) -> Mapping[Pair, int]:
    """Return in how many sentences of prose near-duplicates differ, made once for the corpus."""
    return _compared(corpus)[1]


def _compared(corpus: Corpus) -> tuple[list[Trace], dict[Pair, int]]:
    return corpus.keep("compared_pairs", lambda: _compare(corpus))


def _compare(corpus: Corpus) -> tuple[list[Trace], dict[Pair, int]]:
    found: list[Trace] = []
    counts: dict[Pair, int] = {}
    pairs = find_pairs(corpus)
    for some in _chunks(pairs):
        sides = sides_of(corpus, {doc for one in some for doc in (one.first, one.second)})
        for pair in some:
            first, second = sides[pair.first], sides[pair.second]
            aligned = align(first.told, second.told)
            counts[pair] = sum(not one.same and not _is_of_recipients(one) for one in aligned)
            if not _are_one(first, second):
                found += traces_of(first, second, aligned)
                found += traces_of(second, first, [Aligned(b, a) for a, b in aligned])
    for sources in _chunks(possible_sources(corpus)):
        sides = sides_of(corpus, {doc for one in sources for doc in one})
        for original, copy in ((sides[one.original], sides[one.copy]) for one in sources):
            if not _are_one(original, copy):
                found += traces_of(original, copy, align(original.told, copy.told))
    return found, counts


def _chunks(some: Sequence[T]) -> Iterator[Sequence[T]]:
    return (some[start : start + CHUNK] for start in range(0, len(some), CHUNK))


def _is_of_recipients(one: Aligned) -> bool:
    told = one.second or one.first
    return told is not None and told.sentence.zone == RECIPIENTS


def _are_one(first: Side, second: Side) -> bool:
    """Whether two documents are of one office, or the same file."""
    same_file = bool(first.about.digest) and first.about.digest == second.about.digest
    return same_file or same_office(first.about, second.about)


def _once(found: Sequence[Trace]) -> tuple[Trace, ...]:
    by_place: dict[tuple[object, ...], Trace] = {}
    for one in found:
        place = (one.second, one.spot.line, one.spot.column, one.kind, one.spot.words)
        by_place.setdefault(place, one)
    return tuple(by_place[place] for place in sorted(by_place))
