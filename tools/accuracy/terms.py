"""Defects of terms: a mark that is lacking, wrong, or one too many."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import checker.spelling
from checker.data import parse_yaml
from checker.document import Document
from checker.spelling.syllables import TONES, canonical, is_syllable, split_tone
from checker.spelling.terms import Terms, make_terms
from checker.spelling.tokens import tokens_of
from checker.text.folding import fold
from tools.accuracy.defects import Defect, Generator, body, swap

_HATS = {"a": "aăâ", "d": "dđ", "e": "eê", "o": "oôơ", "u": "uư"}


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator."""
    yield "spelling: term with wrong diacritics", ("spelling/term",), _wrong_term


def _wrong_term(text: str, _document: Document, chance: random.Random) -> Defect | None:
    prose, shift = body(text), text.index("\nI. ")
    found = [
        (start, end)
        for term, start, end in _terms().stretches(prose)
        if len(term.forms) > 2 and prose[start:end].lower() == term.text.lower()
    ]
    if not found:
        return None
    start, end = chance.choice(found)
    word = chance.choice(tokens_of(prose[start:end]))
    wrongs = sorted(_wrongs(word.text))
    if not wrongs:
        return None
    at = start + word.start
    return swap(text, shift + at, shift + at + len(word.text), chance.choice(wrongs))


@cache
def _terms() -> Terms:
    path = Path(checker.spelling.__file__).parent / "terms.yml"
    return make_terms(parse_yaml(path.read_text(encoding="utf-8")))


def _wrongs(word: str) -> set[str]:
    """The syllables that differ from ``word`` in the tone or in the mark on one letter."""
    bare, _ = split_tone(word) or (word, "")
    wrongs = {_with_tone(bare, tone) for tone in TONES}
    for index, letter in enumerate(word):
        for hat in _HATS.get(fold(letter).lower(), ""):
            tone = "".join(mark for mark in unicodedata.normalize("NFD", letter) if mark in TONES)
            changed = unicodedata.normalize("NFC", hat + tone)
            changed = changed.upper() if letter.isupper() else changed
            wrongs.add(word[:index] + changed + word[index + 1 :])
    return {wrong for wrong in wrongs if is_syllable(wrong) and canonical(wrong) != canonical(word)}


def _with_tone(bare: str, tone: str) -> str:
    """``bare`` with the tone on the vowel that bears it, or unchanged where none may."""
    for index in reversed(range(len(bare))):
        toned = bare[:index] + unicodedata.normalize("NFC", bare[index] + tone) + bare[index + 1 :]
        if len(toned) == len(bare) and is_syllable(toned):
            return toned
    return bare
