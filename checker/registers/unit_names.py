"""What names of units are made of (unit-names.yml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from checker.text.words import sound, syllable, words_of

Key = tuple[str, ...]
_WORDS = re.compile(r"[^\W_]+")
AND = sound("và")


@dataclass(frozen=True)
class UnitNames:
    """``heads``, ``groups`` and ``not_units`` are tuples of words in the form of
    :func:`checker.text.words.syllable`, ``owners`` in that of :func:`checker.text.words.sound`;
    ``short`` maps the sound of one word to those that it stands for. ``official`` maps what
    identifies a unit to its name as it should be printed."""

    heads: frozenset[Key]
    groups: frozenset[Key]
    not_units: frozenset[Key]
    owners: frozenset[Key]
    short: dict[str, Key]
    official: dict[Key, str]

    def begins_unit(self, text: str) -> bool:
        """Tell whether ``text`` begins with the name of a unit ("Phòng Kinh tế", not "Phòng, chống
        dịch")."""
        return begins_with(text, self.heads) and not begins_with(text, self.not_units)

    def begins_group(self, text: str) -> bool:
        """Tell whether ``text`` begins with a group of units ("các phòng chuyên môn")."""
        return begins_with(text, self.groups)

    def key(self, mention: str) -> Key:
        """Return what identifies a unit: its words by sound, short forms written out, "và" and the
        words that only say whose it is left out."""
        sounds = [word.sound for word in words_of(mention)]
        while owner := self._owner(sounds):
            del sounds[-len(owner) :]
        return _spelled_out(sounds, self.short)

    def _owner(self, sounds: list[str]) -> Key | None:
        for owner in self.owners:
            if len(sounds) > len(owner) and tuple(sounds[-len(owner) :]) == owner:
                return owner
        return None


def begins_with(text: str, starts: frozenset[Key]) -> bool:
    """Tell whether ``text`` begins with one of ``starts`` (tuples of syllables)."""
    first = tuple(syllable(word) for word in _WORDS.findall(text[:40])[:3])
    return any(first[:size] in starts for size in range(1, len(first) + 1))


def make_unit_names(raw: dict[str, Any]) -> UnitNames:
    """Make the register of unit-names.yml."""
    short = {sound(word): _sounds(full) for word, full in raw["short"].items()}
    official = {_spelled_out(_sounds(name), short): name for name in reversed(raw["official"])}
    return UnitNames(
        frozenset(_syllables(name) for name in raw["heads"]),
        frozenset(_syllables(name) for name in raw["groups"]),
        frozenset(_syllables(name) for name in raw["not_units"]),
        frozenset(_sounds(name) for name in raw["owners"]),
        short,
        official,
    )


def _spelled_out(sounds: list[str] | Key, short: dict[str, Key]) -> Key:
    full: list[str] = []
    for one in sounds:
        if one != AND:
            full += short.get(one, (one,))
    return tuple(full)


def _syllables(name: str) -> Key:
    return tuple(syllable(word) for word in name.split())


def _sounds(name: str) -> Key:
    return tuple(word.sound for word in words_of(name))
