"""Slips of the hand and of the ear in one syllable, for measuring the speller."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

from checker.spelling.syllables import TONES, Syllable, analyse, canonical

_HOOK, _TILDE = TONES[2], TONES[3]
_SHAPES = ("aăâ", "eê", "oôơ", "uư")
_FINALS = (
    ("ng", "n"),
    ("nh", "n"),
    ("n", "ng"),
    ("n", "nh"),
    ("c", "t"),
    ("t", "c"),
    ("ch", "t"),
    ("m", "n"),
)
_TELEX_TONES = dict(zip(TONES, ("", "f", "r", "x", "s", "j"), strict=True))
_TELEX_LETTERS = {"\u0302": "", "\u0306": "w", "\u031b": "w"}
_STOPS = ("c", "ch", "p", "t")
Slip = Callable[[str, Syllable, random.Random], str]


def slips() -> dict[str, Slip]:
    """Return the kinds of slip: each makes of a word in small letters the wrong one, or an empty
    text where it does not apply."""
    return {
        "tone": _tone,
        "hỏi/ngã": _hook_and_tilde,
        "diacritic": _diacritic,
        "đ/d": _stroke,
        "final consonant": _final,
        "letter dropped": _dropped,
        "letter doubled": _doubled,
        "letters transposed": _transposed,
        "Telex": _telex,
    }


def slipped(word: str, slip: Slip, chance: random.Random) -> str:
    """Return a word in small letters with a slip, or an empty text when there is none to make."""
    parts = analyse(word)
    wrong = slip(word, parts, chance) if parts else ""
    return wrong if canonical(wrong) != canonical(word) else ""


def _tone(_word: str, parts: Syllable, chance: random.Random) -> str:
    tones = TONES[4:] if parts.rime.endswith(_STOPS) else TONES
    return str(parts._replace(tone=chance.choice([one for one in tones if one != parts.tone])))


def _hook_and_tilde(_word: str, parts: Syllable, _chance: random.Random) -> str:
    other = {_HOOK: _TILDE, _TILDE: _HOOK}.get(parts.tone)
    return str(parts._replace(tone=other)) if other else ""


def _diacritic(_word: str, parts: Syllable, chance: random.Random) -> str:
    places = [(i, shape) for i, c in enumerate(parts.rime) for shape in _SHAPES if c in shape]
    if not places:
        return ""
    at, shape = chance.choice(places)
    other = chance.choice([letter for letter in shape if letter != parts.rime[at]])
    return str(parts._replace(rime=parts.rime[:at] + other + parts.rime[at + 1 :]))


def _stroke(_word: str, parts: Syllable, _chance: random.Random) -> str:
    other = {"d": "đ", "đ": "d"}.get(parts.onset)
    return str(parts._replace(onset=other)) if other else ""


def _final(_word: str, parts: Syllable, chance: random.Random) -> str:
    rime = parts.rime
    fitting = [
        (old, new)
        for old, new in _FINALS
        if rime.endswith(old) and not (old == "n" and rime.endswith(("ng", "nh")))
    ]
    if not fitting:
        return ""
    old, new = chance.choice(fitting)
    return str(parts._replace(rime=rime.removesuffix(old) + new))


def _dropped(word: str, _parts: Syllable, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at + 1 :] if len(word) > 2 else ""


def _doubled(word: str, _parts: Syllable, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at] + word[at:]


def _transposed(word: str, _parts: Syllable, chance: random.Random) -> str:
    if len(word) < 2:
        return ""
    at = chance.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _telex(word: str, parts: Syllable, _chance: random.Random) -> str:
    typed = ""
    for letter in unicodedata.normalize("NFD", word.replace("đ", "dd")):
        if letter == "\u0302":
            typed += typed[-1]
        elif letter not in TONES[1:]:
            typed += _TELEX_LETTERS.get(letter, letter)
    return typed + _TELEX_TONES[parts.tone]
