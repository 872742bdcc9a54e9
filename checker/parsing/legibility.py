"""Which parts of a document cannot be read."""

from __future__ import annotations

from functools import cache

from checker.spelling.syllables import ONSETS, RIMES, is_syllable
from checker.text.folding import fold
from checker.text.legibility import illegible_spans, is_legible


def find_illegible(text: str) -> tuple[bool, tuple[tuple[int, int], ...]]:
    """Return whether a text (NFC) can be read as a whole, and its stretches that cannot; none when
    the whole cannot."""
    spans = illegible_spans(text, is_syllable, _is_stripped)
    legible = is_legible(text) and 2 * sum(end - start for start, end in spans) <= len(text)
    return legible, spans if legible else ()


@cache
def _plain_syllables() -> frozenset[str]:
    return frozenset(fold(onset + rime) for onset in (*ONSETS, "") for rime in RIMES)


def _is_stripped(word: str) -> bool:
    """Whether the word may be a syllable that lost its diacritics."""
    return word.lower() in _plain_syllables()
