"""The sentences of two documents side by side: which of them say the same, and which do not.

Words are compared without case and punctuation, and without what must differ: each document's own
place, its level word and its province are the same as those of the other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from checker.corpus.records import SentenceRecord
from checker.office import split_place
from checker.text.words import syllable

PROSE = frozenset(("opening", "heading", "body", "field", "closing", "appendix"))
RECIPIENTS = "recipients"

# "xã hội" has no level word in it.
_WORD = re.compile(
    r"(?:xã (?:hội|viên|luận|tắc)|hợp tác xã|(?:thị|làng) xã)(?!\w)|[^\W_]+", re.IGNORECASE
)
_OWN_LEVEL, _OWN_NAME, _OWN_PROVINCE = "#", "@", "%"
_LEVELS = frozenset(map(syllable, ("xã", "phường")))
_ANY = frozenset(map(syllable, ("các", "cấp", "mỗi", "từng", "những", "liên")))
_LEAST_LIKENESS = 0.4


class OwnNames(NamedTuple):
    """The names of a document's own place, in syllables; each may be empty."""

    level: tuple[str, ...]
    name: tuple[str, ...]
    province_level: tuple[str, ...]
    province: tuple[str, ...]

    @staticmethod
    def of(locality: str, province: str) -> OwnNames:
        """Make them of "phường Nhị Chiểu" and "thành phố Hải Phòng"."""
        level, name, _ = split_place(locality)
        above, province_name, _ = split_place(province)
        told = (level, name or locality, above, province_name or province)
        return OwnNames(*(tuple(map(syllable, _WORD.findall(one))) for one in told))

    @property
    def masks(self) -> list[tuple[tuple[str, ...], str]]:
        """The names with what stands for each, the longest first."""
        told = [
            (self.province_level + self.province if self.province else (), _OWN_PROVINCE),
            (self.province, _OWN_PROVINCE),
            (self.name, _OWN_NAME),
            (self.level, _OWN_LEVEL),
        ]
        return [(name, mask) for name, mask in told if name]


class Wording(NamedTuple):
    """A sentence and its words as compared."""

    sentence: SentenceRecord
    words: tuple[str, ...]


class Aligned(NamedTuple):
    """A sentence of the first document and the one that stands for it in the second, if any."""

    first: Wording | None
    second: Wording | None

    @property
    def same(self) -> bool:
        return bool(self.first and self.second and self.first.words == self.second.words)


def wordings(sentences: Iterable[SentenceRecord], own: OwnNames) -> list[Wording]:
    """Return the sentences of prose and the recipients with their words."""
    names = own.masks
    told = (
        Wording(one, _masked(tuple(map(syllable, _WORD.findall(one.words))), names))
        for one in sentences
        if one.zone in PROSE or one.zone == RECIPIENTS
    )
    return [one for one in told if one.words]


def align(first: Sequence[Wording], second: Sequence[Wording]) -> list[Aligned]:
    """Return the sentences of two documents side by side, in the order of the second; what only the
    first has stands where it was left out."""
    matcher = SequenceMatcher(None, [one.words for one in first], [one.words for one in second])
    aligned: list[Aligned] = []
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        left, right = first[start:end], second[other_start:other_end]
        if tag == "equal":
            aligned += map(Aligned, left, right)
        else:
            aligned += _side_by_side(left, right)
    return _with_moved(aligned)


def _masked(
    words: tuple[str, ...], names: Sequence[tuple[tuple[str, ...], str]]
) -> tuple[str, ...]:
    """Put masks for own names in the place of their words."""
    firsts = {name[0] for name, _ in names}
    if firsts.isdisjoint(words):
        return words
    masked: list[str] = []
    at = 0
    while at < len(words):
        size, mask = _own_at(words, at, names) if words[at] in firsts else (1, words[at])
        masked.append(mask)
        at += size
    return tuple(masked)


def _own_at(
    words: tuple[str, ...], at: int, names: Sequence[tuple[tuple[str, ...], str]]
) -> tuple[int, str]:
    """How many words at a place are an own name, and what stands for them."""
    for name, mask in names:
        end = at + len(name)
        if words[at:end] == name and (mask != _OWN_LEVEL or _is_own_level(words, at, end)):
            return len(name), mask
    return 1, words[at]


def _is_own_level(words: tuple[str, ...], start: int, end: int) -> bool:
    """Whether a level word is not one of several ("các xã, phường")."""
    before, after = {*words[max(0, start - 1) : start]}, {*words[end : end + 1]}
    return not (before & _ANY or (before | after) & _LEVELS)


def _side_by_side(left: Sequence[Wording], right: Sequence[Wording]) -> Iterator[Aligned]:
    """Yield sentences that are not the same, each of the second with the one most like it."""
    partner = dict(_partners(left, right))
    taken = set(partner.values())
    yield from (Aligned(one, None) for at, one in enumerate(left) if at not in taken)
    for at, one in enumerate(right):
        yield Aligned(left[partner[at]] if at in partner else None, one)


def _partners(left: Sequence[Wording], right: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of sentences of ``right`` with those of ``left`` that they are like."""
    runs = [_pairs_of_words(one.words) for one in left]
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, some in enumerate(runs):
        for run in some:
            where[run].append(at)
    found: list[tuple[float, int, int, int]] = []
    for other, one in enumerate(right):
        own = _pairs_of_words(one.words)
        shared = Counter(at for run in own for at in where.get(run, ()))
        for at, count in shared.items():
            likeness = 2 * count / (len(own) + len(runs[at]))
            if likeness >= _LEAST_LIKENESS:
                found.append((-likeness, abs(at - other), other, at))
    taken: set[int] = set()
    given: set[int] = set()
    for _, _, other, at in sorted(found):
        if at not in taken and other not in given:
            taken.add(at)
            given.add(other)
            yield other, at


def _pairs_of_words(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[at : at + 2] for at in range(max(1, len(words) - 1))}


def _with_moved(aligned: list[Aligned]) -> list[Aligned]:
    """Bring together sentences that stand elsewhere in the other document, word for word."""
    alone: dict[tuple[str, ...], list[Wording]] = defaultdict(list)
    for one in aligned:
        if one.first and not one.second:
            alone[one.first.words].append(one.first)
    moved: set[int] = set()
    joined: list[Aligned] = []
    for one in aligned:
        if one.second and not one.first and (some := alone.get(one.second.words)):
            first = some.pop(0)
            moved.add(id(first))
            joined.append(Aligned(first, one.second))
        else:
            joined.append(one)
    return [one for one in joined if one.second or id(one.first) not in moved]
