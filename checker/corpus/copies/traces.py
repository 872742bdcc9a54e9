"""Near-duplicates compared: in how many sentences they differ, and what of the original is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from checker.corpus.copies.differing import RECIPIENTS, Aligned, align
from checker.corpus.copies.pairs import CHUNK, Pair, find_pairs, same_office
from checker.corpus.copies.traces_belonging import belonging_elsewhere
from checker.corpus.copies.traces_found import PLACE, Trace, words_left
from checker.corpus.copies.traces_numbers import numbers_left
from checker.corpus.copies.traces_sides import Side, sides_of
from checker.corpus.copies.traces_sources import possible_sources

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
    in_pairs: list[Trace] = []
    in_clusters: list[Trace] = []
    counts: dict[Pair, int] = {}
    for tasks in _chunks(_tasks(corpus)):
        sides = sides_of(corpus, {doc for one in tasks for doc in one[:2]})
        for original, copy, pair in ((sides[a], sides[b], pair) for a, b, pair in tasks):
            aligned = align(original.told, copy.told)
            if pair:
                counts[pair] = sum(not one.same and not _is_of_recipients(one) for one in aligned)
            if _are_one(original, copy):
                continue
            if pair:
                in_pairs += _traces_of(original, copy, aligned)
                in_pairs += _traces_of(copy, original, [Aligned(b, a) for a, b in aligned])
            else:
                in_clusters += _traces_of(original, copy, aligned)
    return belonging_elsewhere(corpus, [*in_pairs, *in_clusters]), counts


def _tasks(corpus: Corpus) -> list[tuple[int, int, Pair | None]]:
    """What is compared: originals and copies that are a pair, and those that may be a source. All
    of one copy stand together, as documents are read once for several."""
    pairs = [(one.first, one.second, one) for one in find_pairs(corpus)]
    sources = [(one.original, one.copy, None) for one in possible_sources(corpus)]
    return sorted([*pairs, *sources], key=lambda one: (one[1], one[2] is None, one[0]))


def _traces_of(original: Side, copy: Side, aligned: Sequence[Aligned]) -> Iterator[Trace]:
    """Yield what of ``original`` was left in ``copy``; a place in a number is told with that."""
    numbers = list(numbers_left(original, copy))
    words = (
        one
        for one in words_left(original, copy, aligned)
        if one.kind != PLACE or not any(_is_in(one, cited) for cited in numbers)
    )
    yield from dict.fromkeys((*words, *numbers))


def _is_in(one: Trace, other: Trace) -> bool:
    place, around = one.spot, other.spot
    return (around.line, around.column) <= (place.line, place.column) and (
        (place.end_line, place.end_column) <= (around.end_line, around.end_column)
    )


def _chunks(some: Sequence[T]) -> Iterator[Sequence[T]]:
    return (some[start : start + CHUNK] for start in range(0, len(some), CHUNK))


def _is_of_recipients(one: Aligned) -> bool:
    told = one.second or one.first
    return told is not None and told.sentence.zone == RECIPIENTS


def _are_one(first: Side, second: Side) -> bool:
    """Whether two documents are of one office, or the same file; of an appendix only the place is
    known."""
    same_file = bool(first.about.digest) and first.about.digest == second.about.digest
    offices = {first.about.office, second.about.office}
    same_place = "" in offices and first.about.locality == second.about.locality
    return same_file or same_place or same_office(first.about, second.about)


def _once(found: Sequence[Trace]) -> tuple[Trace, ...]:
    by_place: dict[tuple[object, ...], Trace] = {}
    for one in found:
        place = (one.second, one.spot.line, one.spot.column, one.kind, one.spot.words)
        by_place.setdefault(place, one)
    return tuple(by_place[place] for place in sorted(by_place))
