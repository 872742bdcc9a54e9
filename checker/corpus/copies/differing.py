"""The sentences of two documents side by side: which of them say the same, and which do not.

Words are compared without case and punctuation, and without what must differ: each document's own
place, its level word and its province are the same as those of the other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from checker.corpus.records import SentenceRecord
from checker.office import split_place
from checker.text.words import syllable

PROSE = frozenset(("opening", "heading", "body", "field", "closing", "appendix"))
RECIPIENTS = "recipients"
BETWEEN = "\x1f"  # words

# "xã hội" has no level word in it.
_WORD = re.compile(
    r"(?:xã (?:hội|viên|luận|tắc)|hợp tác xã|(?:thị|làng) xã)(?!\w)|[^\W_]+", re.IGNORECASE
)
_OWN_LEVEL, _OWN_NAME, _OWN_PROVINCE = "#", "@", "%"
_LEVELS = frozenset(map(syllable, ("xã", "phường")))
_ANY = frozenset(map(syllable, ("các", "cấp", "mỗi", "từng", "những", "liên")))
_LEAST_LIKENESS = 0.4
_REMEMBERED = 1 << 12  # sentences


class OwnNames(NamedTuple):
    """The names of a document's own place, in syllables with ``BETWEEN`` them; each may be
    empty."""

    level: str
    name: str
    province_level: str
    province: str

    @staticmethod
    def of(locality: str, province: str) -> OwnNames:
        """Make them of "phường Nhị Chiểu" and "thành phố Hải Phòng"."""
        level, name, _ = split_place(locality)
        above, province_name, _ = split_place(province)
        told = (level, name or locality, above, province_name or province)
        return OwnNames(*map(plain_words, told))

    def masked(self, text: str) -> str:
        """Put masks in the place of the names in a text of words with ``BETWEEN`` them."""
        text = _alone(text)
        if self.province and self.province in text:
            whole = f"{self.province_level}{BETWEEN}{self.province}"
            for name in (whole, self.province):
                text = text.replace(_alone(name), _alone(_OWN_PROVINCE))
        if self.name and self.name in text:
            text = text.replace(_alone(self.name), _alone(_OWN_NAME))
        if self.level and self.level in text:
            text = _with_own_level(text, self.level)
        return text[1:-1]


def plain_words(text: str) -> str:
    """Return the words of a text as compared, before own names are masked, with ``BETWEEN``
    them."""
    return BETWEEN.join(map(syllable, _WORD.findall(text)))


class Wording(NamedTuple):
    """A sentence and its words as compared, with ``BETWEEN`` them."""

    sentence: SentenceRecord
    text: str

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text.split(BETWEEN))


class Aligned(NamedTuple):
    """A sentence of the first document and the one that stands for it in the second, if any."""

    first: Wording | None
    second: Wording | None

    @property
    def same(self) -> bool:
        return bool(self.first and self.second and self.first.text == self.second.text)


def wordings(
    sentences: Iterable[SentenceRecord],
    own: OwnNames,
    plain: Callable[[str], str] = plain_words,
) -> list[Wording]:
    """Return the sentences of prose and the recipients with their words; ``plain`` is
    :func:`plain_words`, or one that remembers what it gave."""
    masked = own.masked
    told = (
        Wording(one, masked(words))
        for one in sentences
        if (one.zone in PROSE or one.zone == RECIPIENTS) and (words := plain(one.words))
    )
    return list(told)


def align(first: Sequence[Wording], second: Sequence[Wording]) -> list[Aligned]:
    """Return the sentences of two documents side by side, in the order of the second; what only the
    first has stands where it was left out."""
    matcher = SequenceMatcher(None, [one.text for one in first], [one.text for one in second])
    aligned: list[Aligned] = []
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        left, right = first[start:end], second[other_start:other_end]
        if tag == "equal":
            aligned += map(Aligned, left, right)
        else:
            aligned += _side_by_side(left, right)
    return _with_moved(aligned)


def _alone(words: str) -> str:
    return f"{BETWEEN}{words}{BETWEEN}"


def _with_own_level(text: str, level: str) -> str:
    """Mask a level word where it is not one of several ("các xã, phường")."""
    pieces = text.split(_alone(level))
    told = pieces[:1]
    for left, right in pairwise(pieces):
        before, after = left.rpartition(BETWEEN)[2], right.partition(BETWEEN)[0]
        several = before in _ANY or before in _LEVELS or after in _LEVELS
        told += [_alone(level if several else _OWN_LEVEL), right]
    return "".join(told)


def _side_by_side(left: Sequence[Wording], right: Sequence[Wording]) -> Iterator[Aligned]:
    """Yield sentences that are not the same, each of the second with the one most like it."""
    partner = dict(_partners(left, right))
    taken = set(partner.values())
    yield from (Aligned(one, None) for at, one in enumerate(left) if at not in taken)
    for at, one in enumerate(right):
        yield Aligned(left[partner[at]] if at in partner else None, one)


def _partners(left: Sequence[Wording], right: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of sentences of ``right`` with those of ``left`` that they are like."""
    if not left:
        return
    runs = [_pairs_of_words(one.text) for one in left]
    where: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, some in enumerate(runs):
        for run in some:
            where[run].append(at)
    found: list[tuple[float, int, int, int]] = []
    for other, one in enumerate(right):
        own = _pairs_of_words(one.text)
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


@lru_cache(_REMEMBERED)
def _pairs_of_words(text: str) -> frozenset[tuple[str, ...]]:
    words = text.split(BETWEEN)
    return frozenset(pairwise(words)) or frozenset([tuple(words)])


def _with_moved(aligned: list[Aligned]) -> list[Aligned]:
    """Bring together sentences that stand elsewhere in the other document, word for word."""
    alone: dict[str, list[Wording]] = defaultdict(list)
    for one in aligned:
        if one.first and not one.second:
            alone[one.first.text].append(one.first)
    moved: set[int] = set()
    joined: list[Aligned] = []
    for one in aligned:
        if one.second and not one.first and (some := alone.get(one.second.text)):
            first = some.pop(0)
            moved.add(id(first))
            joined.append(Aligned(first, one.second))
        else:
            joined.append(one)
    return [one for one in joined if one.second or id(one.first) not in moved]
