"""Acronyms that a text explains: ``Ban Chỉ đạo (BCĐ)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.registers.acronyms import letters_of, spelled_by
from checker.spelling.syllables import canonical
from checker.text.folding import fold

LETTERS = r"[A-ZĐ](?:[&-]?[A-ZĐ]){2,11}"
_IN_BRACKETS = re.compile(
    rf"\((?:(?:sau đây )?(?:được )?(?:viết tắt|gọi tắt|gọi chung|gọi)(?: tắt)?(?: là)?:? )?"
    rf"[“\"]?(?P<acronym>{LETTERS})[”\"]?\)"
)
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_END = re.compile(r"[.;:()!?“”\"\n]")
_REACH = 160  # characters before a bracket in which its words are looked for


class Explanation(NamedTuple):
    """``text[start:end]`` is the acronym; ``words`` stand before it, ``chosen`` are the indexes of
    those that spell it, empty when they do not."""

    acronym: str
    start: int
    end: int
    words: tuple[str, ...]
    chosen: tuple[int, ...]

    @property
    def phrase(self) -> str:
        """The words that the acronym stands for, from the first that it spells."""
        return " ".join(self.words[self.chosen[0] :]) if self.chosen else ""

    @property
    def spelled(self) -> tuple[str, ...]:
        """The words whose initials are its letters, in a form to compare."""
        return tuple(canonical(self.words[index]) for index in self.chosen)


def find_explanations(text: str) -> Iterator[Explanation]:
    """Yield the acronyms of three letters and more that stand in brackets behind their words."""
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        words = tuple(_WORD.findall(_CLAUSE_END.split(before.rstrip())[-1]))
        acronym = match["acronym"]
        letters = letters_of(acronym)
        words = words[-2 * len(letters) - 1 :]
        chosen = spelled_by(letters, words)
        yield Explanation(acronym, *match.span("acronym"), words, chosen)


def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two explanations of an acronym mean the same: no word that it spells differs but by
    its diacritics."""
    return all(fold(a) == fold(b) for a, b in zip(one, other, strict=True))
