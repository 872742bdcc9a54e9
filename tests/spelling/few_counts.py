"""Counts of a handful of words, so that a test says itself what is frequent."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from checker.spelling.candidates import Vocabulary

TIMES = 1000


class FewCounts:
    """Every word and pair of words of ``phrases`` occurs a thousand times as often as in them."""

    def __init__(self, *phrases: str) -> None:
        self._words: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        for phrase in phrases:
            words = phrase.split()
            self._words.update(words)
            self._pairs.update(pairwise(words))

    @property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(self._words)

    def count(self, form: str) -> int:
        return self._words[form] * TIMES

    def pair(self, left: str, right: str) -> int:
        return self._pairs[left, right] * TIMES
