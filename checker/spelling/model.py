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
_REMEMBERED = 1 << 18  # pairs


class Model:
    """``layers`` are bodies of texts, whose counts are added."""

    def __init__(self, layers: Sequence[Counts]) -> None:
        self._layers = tuple(layers)
        self._logs: dict[tuple[str, str], float] = {}

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
        return sum(layer.count(form) for layer in self._layers)

    def pair(self, left: str, right: str) -> int:
        """Return how often ``right`` stands right after ``left``."""
        return sum(layer.pair(left, right) for layer in self._layers)

    def bond(self, left: str, right: str) -> float:
        """Return how many times more often than by chance two words stand side by side."""
        chance = self.count(left) * self.count(right) / self.total
        return self.pair(left, right) / chance if chance else 0.0

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
        contexts = sum(layer.contexts(word) for layer in self._layers)
        shares = contexts / self._pairs + self.count(word) / self.total
        return 0.49 * shares + _UNSEEN

    def _share_after(self, left: str, word: str) -> float:
        total = self.count(left)
        followers = sum(layer.followers(left) for layer in self._layers)
        if not followers:
            return self._share(word)
        seen = max(self.pair(left, word) - _DISCOUNT, 0.0)
        return (seen + _DISCOUNT * followers * self._share(word)) / total
