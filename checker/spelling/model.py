"""How likely a word is after another: bigrams with absolute discounting.

Ney, Essen and Kneser, On structuring probabilistic dependences in stochastic language modelling
(1994). What the shipped counts know is added to what an office's own archive knows.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property

from checker.spelling.candidates import Vocabulary
from checker.spelling.counts import Counts

_DISCOUNT = 0.75
_UNSEEN = 1e-7  # share of a word that never occurs
_REMEMBERED = 1 << 16  # pairs


class Model:
    """``layers`` are bodies of texts, whose counts are added."""

    def __init__(self, layers: Sequence[Counts]) -> None:
        self._layers = tuple(layers)
        self._logs: dict[tuple[str, str], float] = {}
        self._counts: dict[str, int] = {}
        self._shares: dict[str, float] = {}
        self._before: dict[str, tuple[int, int]] = {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words that may be meant."""
        return Vocabulary(dict.fromkeys(form for layer in self._layers for form in layer.words))

    @cached_property
    def total(self) -> int:
        """Number of running words."""
        return sum(layer.total for layer in self._layers)

    @cached_property
    def _pairs(self) -> int:
        return sum(layer.pairs for layer in self._layers)

    def count(self, form: str) -> int:
        """Return how often a word occurs, 0 for a rare one."""
        known = self._counts.get(form)
        if known is None:
            known = sum(layer.count(form) for layer in self._layers)
            if known:
                self._counts[form] = known
        return known

    def pair(self, left: str, right: str) -> int:
        """Return how often ``right`` stands right after ``left``."""
        first, *others = self._layers
        times = first.pair(left, right)
        for layer in others:
            times += layer.pair(left, right)
        return times

    def bond(self, left: str, right: str) -> float:
        """Return how many times more often than by chance two words stand side by side."""
        chance = self.chance(left, right)
        return self.pair(left, right) / chance if chance else 0.0

    def chance(self, left: str, right: str) -> float:
        """Return how often two words would stand side by side by chance."""
        return self.count(left) * self.count(right) / self.total

    def log(self, left: str, word: str) -> float:
        """Return the natural logarithm of the share of ``word`` among all that stands after
        ``left``; either may be EDGE or COMMA."""
        key = (left, word)
        known = self._logs.get(key)
        if known is None:
            if len(self._logs) >= _REMEMBERED:
                self._logs.clear()
            known = self._logs[key] = math.log(self._share_after(left, word))
        return known

    def log_alone(self, word: str) -> float:
        """Return the same wherever the word stands."""
        return math.log(self._share(word))

    def _share(self, word: str) -> float:
        known = self._shares.get(word)
        if known is None:
            number = self.count(word)
            if not number:
                return _UNSEEN
            contexts = sum(layer.contexts(word) for layer in self._layers)
            known = 0.49 * (contexts / self._pairs + number / self.total) + _UNSEEN
            self._shares[word] = known
        return known

    def _share_after(self, left: str, word: str) -> float:
        known = self._before.get(left)
        if known is None:
            followers = sum(layer.followers(left) for layer in self._layers)
            known = self.count(left), followers
            if followers:
                self._before[left] = known
        total, followers = known
        share = self._shares.get(word) or self._share(word)
        if not followers:
            return share
        times = self.pair(left, word)
        seen = times - _DISCOUNT if times else 0.0
        return (seen + _DISCOUNT * followers * share) / total
