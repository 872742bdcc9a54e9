"""Words of a text with their places, and when two of them are the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 1 << 14  # words; a plan has some hundred different ones
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def _without_tone(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))


_LETTERS = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
_TONELESS = {
    ord(letter): _without_tone(letter) for letter in _LETTERS if _without_tone(letter) != letter
}


class Word(NamedTuple):
    """``text[start:end]``; ``sound`` is its form for comparing."""

    start: int
    end: int
    sound: str


@lru_cache(maxsize=_REMEMBERED)
def sound(word: str) -> str:
    """Return a word in lower case without its tone mark, vowel marks kept (``Cổng`` → ``công``):
    equal for ``hòa`` and ``hoà``, and for a word and its slip of tone."""
    lower = word.lower()
    return lower if lower.isascii() else lower.translate(_TONELESS)


@lru_cache(maxsize=_REMEMBERED)
def tone(word: str) -> str:
    """Return the tone mark of a syllable, wherever it is placed, or ``""``."""
    if word.isascii():
        return ""
    return "".join(c for c in unicodedata.normalize("NFD", word) if c in _TONES)


@lru_cache(maxsize=_REMEMBERED)
def syllable(word: str) -> str:
    """Return a syllable in lower case with its tone at the end: equal for ``hòa`` and ``hoà``, not
    for ``cổng`` and ``công``."""
    return sound(word) + tone(word.lower())


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order."""
    heard = text.lower().translate(_TONELESS)
    if len(heard) != len(text):  # a letter whose lower case is two characters
        heard = "".join(sound(char)[:1] for char in text)
    make = Word._make  # half the cost of calling the class, and there are thousands
    return [make((*match.span(), match.group())) for match in _WORD.finditer(heard)]
