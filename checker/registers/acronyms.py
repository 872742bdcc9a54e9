"""Acronyms that readers of administrative documents know, those seen in print, and how an acronym
is made of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from checker.registers import load_words
from checker.text.folding import fold


@dataclass(frozen=True)
class Acronyms:
    """``meanings`` maps known acronyms to what they stand for; ``common`` are those of them that
    everybody writes, which a slip is likely to be meant for; ``seen`` are all capitals that occur
    in print often enough to be no slip; ``slips`` maps known slips to what is meant."""

    meanings: dict[str, str]
    common: frozenset[str]
    seen: frozenset[str]
    slips: dict[str, str]

    def is_known(self, acronym: str) -> bool:
        """Tell whether the acronym needs no explanation, with or without ``-``, ``&``."""
        plain = letters_of(acronym)
        return plain in self.meanings or acronym in self.seen or plain in self.seen


def make_acronyms(raw: dict[str, Any]) -> Acronyms:
    """Make the register of acronyms.yml (curated) and acronyms-seen.txt (counted by
    tools/build_registers.py)."""
    common = raw["acronyms"]
    meanings = {**raw["others"], **common}
    return Acronyms(meanings, frozenset(common), load_words("acronyms-seen.txt"), raw["slips"])


def letters_of(acronym: str) -> str:
    """Return an acronym without the signs in it: ``KH&CN`` gives ``KHCN``."""
    return acronym.replace("-", "").replace("&", "")


def initial(word: str) -> str:
    """Return the letter that stands for a word in an acronym: ``Ủy`` gives U, ``đảng`` gives Đ."""
    letter = word[0].upper()
    return letter if letter == "Đ" else fold(letter)


def spelled_by(acronym: str, words: Sequence[str]) -> tuple[int, ...]:
    """Return the indexes of the words whose initials are the letters of ``acronym`` (without
    signs), in order, words between them left out; of several choices the one that begins last.
    Empty when the words do not spell it."""
    firsts = [initial(word) for word in words]
    at = len(firsts)
    for letter in reversed(acronym):
        at -= 1
        while at >= 0 and firsts[at] != letter:
            at -= 1
        if at < 0:
            return ()
    chosen = []
    for letter in acronym:
        at = firsts.index(letter, at)
        chosen.append(at)
        at += 1
    return tuple(chosen)
