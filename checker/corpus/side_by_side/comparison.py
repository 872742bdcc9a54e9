"""Two documents side by side: the passages that are the same, moved, changed, or of one only."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from checker.corpus.side_by_side.mentions import OnlyIn, differing
from checker.corpus.side_by_side.passages import ONCE, Passage, passages_of
from checker.corpus.side_by_side.wording import Run, runs_of
from checker.document import Document

SAME, MOVED, CHANGED = "same", "moved", "changed"
ONLY_FIRST, ONLY_SECOND = "only-first", "only-second"
STATES = (SAME, MOVED, CHANGED, ONLY_FIRST, ONLY_SECOND)

_LEAST_LIKENESS = 0.4
_SAME_HEADING = 0.5  # the likeness of passages under one heading, at the least
_SAME_PATH = 0.1  # what the same number adds to it
_LEAST_HEADING = 2  # words


class _Candidate(NamedTuple):
    """Passages that may stand for each other, by their indexes; the best comes first."""

    unlikeness: float  # from -1 - _SAME_PATH to 0
    apart: int
    at: int
    other: int


@dataclass(frozen=True)
class Match:
    """A passage of the first document and the one that stands for it in the second, either of them
    None where there is none. ``moved`` tells that it stands in another order among the others."""

    first: Passage | None
    second: Passage | None
    moved: bool = False

    @property
    def state(self) -> str:
        """One of STATES; a passage that is moved and changed as well is changed."""
        if self.first is None:
            return ONLY_SECOND
        if self.second is None:
            return ONLY_FIRST
        if self.first.words != self.second.words:
            return CHANGED
        return MOVED if self.moved else SAME

    @property
    def renumbered(self) -> bool:
        """Whether both have it, under another number."""
        return bool(self.first and self.second and self.first.path != self.second.path)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The two word by word, or the one as a whole."""
        if self.first is None or self.second is None:
            texts = [one.text if one else "" for one in (self.first, self.second)]
            return (Run(False, *texts),)
        if self.second.words < self.first.words:
            return tuple(run.mirrored for run in runs_of(self.second, self.first))
        return runs_of(self.first, self.second)


@dataclass(frozen=True)
class Comparison:
    """Two documents: their passages in the order of the first, those of the second alone after what
    they follow there; ``mentions`` are what only one of them names, by kind."""

    matches: tuple[Match, ...]
    mentions: Mapping[str, OnlyIn]

    @property
    def same(self) -> bool:
        """Whether the two say the same, in the same order and under the same numbers."""
        return all(one.state == SAME and not one.renumbered for one in self.matches)

    @property
    def counts(self) -> Counter[str]:
        """How many passages there are in each state."""
        return Counter(one.state for one in self.matches)

    @cached_property
    def likeness(self) -> float:
        """The share of their words that both have, from 0 to 1."""
        common = sum(
            len(run.first.split())
            for one in self.matches
            for run in (one.runs if one.state == CHANGED else ())
            if run.same
        )
        common += sum(_size(one.first) for one in self.matches if one.state in (SAME, MOVED))
        whole = sum(_size(one.first) + _size(one.second) for one in self.matches)
        return 2 * common / whole if whole else 1.0


def compare(first: Document, second: Document) -> Comparison:
    """Compare two documents; with the two exchanged, the same is found."""
    left, right = passages_of(first), passages_of(second)
    turned = _words(right) < _words(left)
    pairs = _pairs(right, left) if turned else _pairs(left, right)
    kept = _kept(pairs)
    if turned:
        kept = frozenset(pairs[at] for at in kept)
        pairs = {other: at for at, other in pairs.items()}
    return Comparison(tuple(_in_order(left, right, pairs, kept)), differing(first, second))


def _size(passage: Passage | None) -> int:
    return len(passage.text.split()) if passage else 0


def _words(passages: Sequence[Passage]) -> list[tuple[str, ...]]:
    return [one.words for one in passages]


def _pairs(left: Sequence[Passage], right: Sequence[Passage]) -> dict[int, int]:
    """Return the indexes of passages of ``left`` with those of ``right`` that they stand for."""
    pairs = dict(_equal(left, right))
    open_left = [at for at in range(len(left)) if at not in pairs]
    taken = set(pairs.values())
    open_right = [at for at in range(len(right)) if at not in taken]
    for one in sorted(_candidates(left, right, open_left, open_right)):
        if one.at not in pairs and one.other not in taken:
            pairs[one.at] = one.other
            taken.add(one.other)
    return pairs


def _equal(left: Sequence[Passage], right: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Passages with the same words, of several first those with the same number."""
    where: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for other, one in enumerate(right):
        where[one.words].append(other)
    waiting = []
    for at, one in enumerate(left):
        numbered = [other for other in where[one.words] if right[other].path == one.path]
        if numbered:
            where[one.words].remove(numbered[0])
            yield at, numbered[0]
        elif where[one.words]:
            waiting.append(at)
    for at in waiting:
        if where[left[at].words]:
            yield at, where[left[at].words].pop(0)


def _candidates(
    left: Sequence[Passage],
    right: Sequence[Passage],
    open_left: Sequence[int],
    open_right: Sequence[int],
) -> Iterator[_Candidate]:
    """Yield the passages that may stand for each other: with words, heading or zone in common."""
    where: defaultdict[object, list[int]] = defaultdict(list)
    for other in open_right:
        for trait in _traits(right[other]):
            where[trait].append(other)
    for at in open_left:
        one = left[at]
        shared = Counter(other for run in one.runs for other in where.get(run, ()))
        near = {other for trait in _traits(one) - one.runs for other in where.get(trait, ())}
        for other in shared.keys() | near:
            likeness = _likeness(one, right[other], shared[other])
            if likeness >= _LEAST_LIKENESS:
                yield _Candidate(-likeness, abs(at - other), at, other)


def _traits(passage: Passage) -> frozenset[object]:
    return passage.runs | {passage.zone if passage.zone in ONCE else passage.subject}


def _likeness(one: Passage, other: Passage, shared: int) -> float:
    if one.zone in ONCE or other.zone in ONCE:
        return float(one.zone == other.zone)
    likeness = 2 * shared / max(1, len(one.runs) + len(other.runs))
    same_subject = one.subject == other.subject
    if same_subject and len(one.subject.split()) >= _LEAST_HEADING:
        likeness = max(likeness, _SAME_HEADING)
    if likeness and (one.zone, one.path) == (other.zone, other.path):
        likeness += _SAME_PATH
    return likeness


def _in_order(
    left: Sequence[Passage],
    right: Sequence[Passage],
    pairs: Mapping[int, int],
    kept: frozenset[int],
) -> Iterator[Match]:
    """Yield the passages in the order of ``left``; what only ``right`` has stands before the next
    of those that are ``kept`` in their order."""
    taken = set(pairs.values())
    after = 0
    for at, one in enumerate(left):
        if at in kept:
            for other in range(after, pairs[at]):
                if other not in taken:
                    yield Match(None, right[other])
            after = pairs[at] + 1
        other_one = right[pairs[at]] if at in pairs else None
        yield Match(one, other_one, moved=at in pairs and at not in kept)
    for other in range(after, len(right)):
        if other not in taken:
            yield Match(None, right[other])


def _kept(pairs: Mapping[int, int]) -> frozenset[int]:
    """Return the most that stand in the same order in both, by their indexes in the first; the
    others are moved. (The longest increasing subsequence.)"""
    ends: list[int] = []
    last_at: list[int] = []
    before: dict[int, int] = {}
    for at in sorted(pairs):
        length = bisect_left(ends, pairs[at])
        before[at] = last_at[length - 1] if length else -1
        ends[length : length + 1] = [pairs[at]]
        last_at[length : length + 1] = [at]
    kept = []
    at = last_at[-1] if last_at else -1
    while at >= 0:
        kept.append(at)
        at = before[at]
    return frozenset(kept)
