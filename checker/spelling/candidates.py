"""Words that differ from a word by one slip of the hand or of the ear."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple, Protocol

from checker.spelling.syllables import TONES, canonical, is_syllable, split_tone

_REMEMBERED = 1 << 10  # words, of some 50 candidates each
# How many times likelier such a slip is than another: nobody doubles a letter for another reason.
_USUAL = {"doubled": 50, "transposed": 5}
_UNMARKED = str.maketrans("ăâđêôơư", "aadeoou")
_VOWELS = "aăâeêioôơuưy"
# What is heard or written one for the other.
_ONSETS = (
    ("s", "x"),
    ("tr", "ch"),
    ("d", "gi"),
    ("d", "r"),
    ("gi", "r"),
    ("l", "n"),
    ("ng", "ngh"),
    ("g", "gh"),
    ("c", "k"),
)
_FINALS = (("n", "ng"), ("n", "nh"), ("ng", "nh"), ("c", "t"), ("c", "ch"), ("t", "ch"))
_TONES_OF_LETTERS = {
    unicodedata.normalize("NFC", letter + tone): tone for letter in _VOWELS for tone in TONES[1:]
}
_TONELESS = {
    ord(unicodedata.normalize("NFC", letter + tone)): letter
    for letter in _VOWELS
    for tone in TONES[1:]
}


class Candidate(NamedTuple):
    """``kind`` names the slip by which the word came about that stands in the text: ``tone``,
    ``diacritic``, ``stroke`` (đ and d), ``marks`` (several of these), ``onset``, ``final``,
    ``dropped`` (the text lacks a letter), ``doubled``, ``inserted`` (it has one too many),
    ``transposed`` or ``wrong letter``."""

    form: str
    kind: str


class Statistics(Protocol):
    """How often words and pairs of words occur, as :class:`checker.spelling.counts.Counts`."""

    def count(self, form: str) -> int: ...

    def pair(self, left: str, right: str) -> int: ...


class Vocabulary:
    """The words that may be meant, in canonical form; ``spelled`` are their letters without
    tone."""

    def __init__(self, forms: Iterable[str]) -> None:
        listed = list(forms)
        letters = "\n".join(listed).translate(_TONELESS).split("\n") if listed else []
        self.spelled: dict[str, list[str]] = {}
        for plain, form in zip(letters, listed, strict=True):
            self.spelled.setdefault(plain, []).append(form)

    def with_letters(self, plain: str) -> list[str]:
        """Return the words whose letters without tone are ``plain``."""
        return self.spelled.get(plain, [])

    @cached_property
    def unmarked(self) -> dict[str, list[str]]:
        """Letters without tone, by the same letters without any mark."""
        found: dict[str, list[str]] = {}
        for plain in self.spelled:
            found.setdefault(plain.translate(_UNMARKED), []).append(plain)
        return found

    @cached_property
    def shortened(self) -> dict[str, list[str]]:
        """Letters without tone, by what is left of them when one is cut out."""
        found: dict[str, list[str]] = {}
        for plain in self.spelled:
            for shorter in {plain[:at] + plain[at + 1 :] for at in range(len(plain))}:
                found.setdefault(shorter, []).append(plain)
        return found


@lru_cache(maxsize=_REMEMBERED)
def candidates(form: str, words: Vocabulary) -> tuple[Candidate, ...]:
    """Return the words one slip away from ``form`` (lower case, NFC), each once, those by the most
    usual kind of slip first."""
    found: dict[str, str] = {}
    for candidate in _all_candidates(form, words):
        if candidate.form != form:
            found.setdefault(candidate.form, candidate.kind)
    return tuple(Candidate(word, kind) for word, kind in found.items())


class Ranked(NamedTuple):
    """``left`` and ``right`` tell how often the word stands beside its neighbours, ``times`` how
    often at all."""

    form: str
    kind: str
    left: int
    right: int
    times: int

    @property
    def support(self) -> int:
        """How often the word stands beside its neighbours, both together."""
        return self.left + self.right

    @property
    def weight(self) -> int:
        """How well the word fits both neighbours and how usual the slip is."""
        return (1 + self.left) * (1 + self.right) * _USUAL.get(self.kind, 1)


def ranked(form: str, left: str, right: str, counts: Statistics, words: Vocabulary) -> list[Ranked]:
    """Return the syllables one slip away from ``form``, the best first: those that occur beside
    ``left`` and ``right`` (forms of the neighbours, or empty), then those that are frequent."""
    entries = [
        Ranked(
            word,
            kind,
            counts.pair(left, word) if left else 0,
            counts.pair(word, right) if right else 0,
            counts.count(word),
        )
        for word, kind in candidates(form, words)
        if is_syllable(word)
    ]
    entries.sort(key=_worth, reverse=True)
    return entries


def in_case_of(text: str, form: str) -> str:
    """Return ``form`` (lower case) in the letter case of ``text``."""
    if len(text) > 1 and text.isupper():
        return form.upper()
    return form[0].upper() + form[1:] if text[0].isupper() else form


def _worth(entry: Ranked) -> tuple[int, int]:
    return entry.weight, entry.times


def _all_candidates(form: str, words: Vocabulary) -> Iterator[Candidate]:
    parts = split_tone(form)
    if parts:
        plain, tone = parts
        yield from _other_marks(plain, tone, words)
        for kind, letters in _other_letters(plain, words):
            for word in words.with_letters(letters):
                if _tone_of(word) == tone or (kind == "dropped" and _is_dropped(plain, word)):
                    yield Candidate(word, kind)
    else:
        yield from _with_one_tone(form, words)
    for at in range(len(form)):
        shorter = form[:at] + form[at + 1 :]
        double = form[at] in (form[at - 1 : at], form[at + 1 : at + 2])
        for word in words.with_letters(shorter.translate(_TONELESS)):
            if word == canonical(shorter):
                yield Candidate(word, "doubled" if double else "inserted")


def _with_one_tone(form: str, words: Vocabulary) -> Iterator[Candidate]:
    """The words of ``đựợc``, whose tone was typed twice."""
    for at, letter in enumerate(form):
        other = canonical(form[:at] + letter.translate(_TONELESS) + form[at + 1 :])
        if other in words.with_letters(other.translate(_TONELESS)):
            yield Candidate(other, "tone")


def _other_marks(plain: str, tone: str, words: Vocabulary) -> Iterator[Candidate]:
    for letters in words.unmarked.get(plain.translate(_UNMARKED), ()):
        for word in words.with_letters(letters):
            yield Candidate(word, _kind_of_marks(plain, letters, tone != _tone_of(word)))


def _kind_of_marks(plain: str, letters: str, other_tone: bool) -> str:
    differing = [(a, b) for a, b in zip(plain, letters, strict=True) if a != b]
    stroke = any("đ" in pair for pair in differing)
    diacritic = any("đ" not in pair for pair in differing)
    if stroke + diacritic + other_tone > 1:
        return "marks"
    return "stroke" if stroke else "diacritic" if diacritic else "tone"


def _other_letters(plain: str, words: Vocabulary) -> Iterator[tuple[str, str]]:
    for pair in _ONSETS:
        for old, new in (pair, pair[::-1]):
            if plain.startswith(old):
                yield "onset", new + plain[len(old) :]
    for pair in _FINALS:
        for old, new in (pair, pair[::-1]):
            if plain.endswith(old):
                yield "final", plain[: -len(old)] + new
    for at in range(len(plain) - 1):
        yield "transposed", plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]
    for letters in words.shortened.get(plain, ()):
        yield "dropped", letters
    for at in range(len(plain)):
        head, tail = plain[:at], plain[at + 1 :]
        for letters in words.shortened.get(head + tail, ()):
            if letters.startswith(head) and letters.endswith(tail) and len(letters) == len(plain):
                yield "wrong letter", letters


def _is_dropped(plain: str, word: str) -> bool:
    """Tell whether ``plain`` is what is left of ``word`` when its letter with the tone is gone."""
    return any(word[:at] + word[at + 1 :] == plain for at in range(len(word)))


def _tone_of(word: str) -> str:
    for letter in word:
        if letter in _TONES_OF_LETTERS:
            return _TONES_OF_LETTERS[letter]
    return ""
