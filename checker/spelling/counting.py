"""Counting words and pairs of words in texts: only counts leave a text."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from checker.spelling.counts import COMMA, EDGE
from checker.spelling.links import gap
from checker.spelling.syllables import is_syllable
from checker.spelling.tokens import Token, tokens_of

LEAST_WORD = 3  # mentions in small letters; what is rarer may be a name
LEAST_FOREIGN = 20  # the same of what is no Vietnamese syllable
_FEWEST_MARKED = 0.3  # share of words with diacritics in Vietnamese prose
_SHORT = 8  # words


class Counting:
    """Counts paragraph by paragraph."""

    def __init__(self) -> None:
        self._words: Counter[str] = Counter()
        self._lower: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self.running = 0

    def add(self, paragraph: str) -> None:
        """Count a paragraph of Vietnamese; one of another language or in capitals is left out."""
        text = unicodedata.normalize("NFC", paragraph)
        tokens = tokens_of(text)
        if not tokens:
            return
        if not is_vietnamese(tokens):
            return
        if 2 * sum(token.is_upper for token in tokens) > len(tokens):
            return  # a heading, in which names do not stand out
        self.running += len(tokens)
        before, capital_before = EDGE, False
        for at, token in enumerate(tokens):
            if at and not token.joined:
                between = gap(text, tokens[at - 1], token)
                self._pair(before, between)
                before, capital_before = between, False
            if not (token.is_capital and capital_before):
                self._pair(before, token.form)
            self._words[token.form] += 1
            self._lower[token.form] += not token.is_capital
            before, capital_before = token.form, token.is_capital
        self._pair(before, EDGE)

    def _pair(self, left: str, right: str) -> None:
        self._pairs[left, right] += 1
        if right in (EDGE, COMMA):
            self._words[right] += 1

    def result(self) -> tuple[dict[str, int], dict[tuple[str, str], int]]:
        """Return the counts of words and of pairs of words, without the rare words."""
        words = {
            form: number
            for form, number in self._words.items()
            if form in (EDGE, COMMA) or self._lower[form] >= _least(form)
        }
        pairs = {
            pair: n for pair, n in self._pairs.items() if pair[0] in words and pair[1] in words
        }
        return words, pairs


def is_vietnamese(tokens: Sequence[Token]) -> bool:
    """Tell by the diacritics of a paragraph whether it is Vietnamese; a short one always is."""
    marked = sum(not token.text.isascii() for token in tokens)
    return len(tokens) < _SHORT or marked >= _FEWEST_MARKED * len(tokens)


def _least(form: str) -> int:
    return LEAST_WORD if is_syllable(form) else LEAST_FOREIGN
