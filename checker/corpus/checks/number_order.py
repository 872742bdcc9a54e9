"""``check: number-order``: a higher number of a series with an earlier date than a lower one.

Keys
    days    how many days a higher number may be dated earlier
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from checker.corpus.checks._number_series import (
    Numbered,
    Series,
    number_spots,
    series_of,
    whole_number,
)
from checker.corpus.finding import At, CorpusFact
from checker.text.dates import figures

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_MANY = 6  # documents; of which at most a third may be wrong, or they are not one series
_CONGRESS = 5  # the series of the Party begin anew with each congress: 2020, 2025 …


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("number", "day", "other", "other_day")

    days: int = 0

    def compare(self, corpus: Corpus, surroundings: Surroundings) -> Iterator[CorpusFact]:
        pairs = list(self._pairs(corpus, surroundings))
        spots = number_spots(corpus, (one.doc for pair in pairs for one in pair))
        for one, other in pairs:
            values = {
                "number": whole_number(corpus, one.doc),
                "day": figures(one.day) if one.day else "",
                "other": whole_number(corpus, other.doc),
                "other_day": figures(other.day) if other.day else "",
            }
            related = At(other.doc, spots[other.doc])
            yield CorpusFact(At(one.doc, spots[one.doc]), values, (related,))

    def _pairs(
        self, corpus: Corpus, surroundings: Surroundings
    ) -> Iterator[tuple[Numbered, Numbered]]:
        """Yield each document that breaks the order with one that it does not fit."""
        for series, numbered in series_of(corpus, surroundings.issuers).items():
            dated = [one for one in numbered if one.day and not one.letter]
            if len(dated) < 2 or _begins_anew(series, corpus, dated[0].doc):
                continue
            wrong = out_of_order(dated, self.days)
            if len(dated) >= _MANY and len(wrong) > len(dated) // 3:
                continue
            told = {one.doc for one in wrong}
            kept = [one for one in dated if one.doc not in told]
            for one in wrong:
                yield one, _nearest(one, kept, self.days)


def out_of_order(dated: Sequence[Numbered], days: int) -> list[Numbered]:
    """Return the fewest documents without which numbers and dates of a series go up together; a
    higher number may be up to ``days`` earlier. All must have a day."""
    ordered = sorted(dated, key=lambda one: (one.figure, _ordinal(one), one.doc))
    longest: dict[int, _Chain] = {0: _Chain(0, None, None)}  # by the latest day in it
    for one in ordered:
        day = _ordinal(one)
        chains = [
            (max(latest, day), _Chain(chain.length + 1, one, chain))
            for latest, chain in longest.items()
            if latest <= day + days
        ]
        for latest, chain in chains:
            if latest not in longest or chain.length > longest[latest].length:
                longest[latest] = chain
    best: _Chain | None = max(longest.values(), key=lambda chain: chain.length)
    kept = set()
    while best is not None and best.last is not None:
        kept.add(best.last.doc)
        best = best.before
    return [one for one in ordered if one.doc not in kept]


class _Chain(NamedTuple):
    """Documents in right order, from the last one back."""

    length: int
    last: Numbered | None
    before: _Chain | None


def _ordinal(one: Numbered) -> int:
    return (one.day or datetime.date.min).toordinal()


def _begins_anew(series: Series, corpus: Corpus, doc: int) -> bool:
    """Whether the office may have begun with number 1 once more in the year."""
    return corpus.documents[doc].regime == "party" and series.year % _CONGRESS == 0


def _nearest(one: Numbered, kept: Sequence[Numbered], days: int) -> Numbered:
    """The document in right order with the nearest number that this one does not fit."""
    against = [
        other
        for other in kept
        if (other.figure < one.figure and _ordinal(other) > _ordinal(one) + days)
        or (other.figure > one.figure and _ordinal(other) < _ordinal(one) - days)
    ]
    return min(against, key=lambda other: (abs(other.figure - one.figure), other.doc))
