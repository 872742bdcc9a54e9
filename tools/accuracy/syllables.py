"""Slips of the keyboard within one word, and blanks lacking or too many."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator

from checker.document import Document
from checker.spelling.syllables import TONES, is_syllable, split_tone
from tools.accuracy.defects import Defect, Generator, body, swap

_WORD = re.compile(r"(?<!\S)[^\W\d_]{3,}(?=[ ,.;]|$)", re.MULTILINE)
_PAIR = re.compile(r"(?<=[a-zà-ỹ] )[a-zà-ỹđ]{2,} [a-zà-ỹđ]{2,}(?= [a-zà-ỹđ])")
_TELEX_LETTERS = {
    "ă": "aw",
    "â": "aa",
    "ê": "ee",
    "ô": "oo",
    "ơ": "ow",
    "ư": "uw",
    "đ": "dd",
}
_TELEX_TONES = dict(zip(TONES, ("", "f", "r", "x", "s", "j"), strict=True))
_VNI_LETTERS = {"ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}
_VNI_TONES = dict(zip(TONES, ("", "2", "3", "4", "1", "5"), strict=True))
_VOWELS = "aăâeêioôơuưy"
_FOUND = ("spelling/syllable", "spelling/odd-syllable")
Slip = Callable[[str, random.Random], str]


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    yield "spelling: letter dropped", _FOUND, _slipped(_drop)
    yield "spelling: letter doubled", _FOUND, _slipped(_double)
    yield "spelling: letters transposed", _FOUND, _slipped(_transpose)
    yield "spelling: tone misplaced", _FOUND, _slipped(_misplace)
    yield "spelling: typed in Telex", ("spelling/keyboard",), _slipped(_telex)
    yield "spelling: typed in VNI", ("spelling/keyboard",), _slipped(_vni)
    yield "spelling: words glued", ("spelling/glued-words",), _glued
    yield "spelling: word split", ("spelling/split-word",), _split
    yield "spelling: tone placement mixed", ("spelling/tone-placement",), _mixed_placement


def _slipped(slip: Slip) -> Generator:
    """A generator that puts ``slip`` in a word of a sentence, so that no syllable is left."""

    def generate(text: str, _document: Document, chance: random.Random) -> Defect | None:
        at = text.index("\nI. ")
        words = [match for match in _WORD.finditer(body(text)) if match.group().islower()]
        for match in chance.sample(words, len(words)):
            wrong = slip(match.group(), chance)
            if wrong and wrong != match.group() and not is_syllable(wrong):
                return swap(text, at + match.start(), at + match.end(), wrong)
        return None

    return generate


def _drop(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _double(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at] + word[at:]


def _transpose(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _misplace(word: str, chance: random.Random) -> str:
    letters, tone = split_tone(word) or (word, "")
    places = [at for at, letter in enumerate(letters) if letter in _VOWELS]
    if not tone or len(places) < 2:
        return ""
    at = chance.choice(places)
    return unicodedata.normalize("NFC", letters[: at + 1] + tone + letters[at + 1 :])


def _telex(word: str, _chance: random.Random) -> str:
    return _typed(word, _TELEX_LETTERS, _TELEX_TONES)


def _vni(word: str, _chance: random.Random) -> str:
    typed = _typed(word, _VNI_LETTERS, _VNI_TONES)
    return typed if sum(letter.isdigit() for letter in typed) > 1 else ""


def _typed(word: str, keys: dict[str, str], tones: dict[str, str]) -> str:
    letters, tone = split_tone(word) or (word, "")
    typed = "".join(keys.get(letter, letter) for letter in letters) + tones[tone]
    return typed if typed != word else ""


def _glued(text: str, _document: Document, chance: random.Random) -> Defect | None:
    at = text.index("\nI. ")
    pairs = list(_PAIR.finditer(body(text)))
    for match in chance.sample(pairs, len(pairs)):
        wrong = match.group().replace(" ", "")
        if not is_syllable(wrong):
            return swap(text, at + match.start(), at + match.end(), wrong)
    return None


def _split(text: str, _document: Document, chance: random.Random) -> Defect | None:
    at = text.index("\nI. ")
    words = [match for match in _WORD.finditer(body(text)) if match.group().islower()]
    for match in chance.sample(words, len(words)):
        word = match.group()
        cut = chance.randrange(1, len(word))
        if not is_syllable(word[:cut]) or not is_syllable(word[cut:]):
            wrong = f"{word[:cut]} {word[cut:]}"
            return swap(text, at + match.start(), at + match.end(), wrong)
    return None


def _mixed_placement(text: str, _document: Document, chance: random.Random) -> Defect | None:
    other = {"òa": "oà", "óa": "oá", "ủy": "uỷ", "úy": "uý", "òe": "oè", "ỏe": "oẻ", "ùy": "uỳ"}
    other |= {new: old for old, new in other.items()}
    at = text.index("\nI. ")
    ends = "|".join(other)
    words = list(re.finditer(rf"(?<![^\W\d_])[b-hj-pr-xđ]+({ends})(?!\w)", body(text)))
    if not words:
        return None
    match = chance.choice(words)
    wrong = match.group()[: -len(match[1])] + other[match[1]]
    return swap(text, at + match.start(), at + match.end(), wrong)
