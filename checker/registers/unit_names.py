"""What names of units are made of (unit-names.yml)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checker.text.words import sound, syllable, words_of

Key = tuple[str, ...]
AND = sound("và")


@dataclass(frozen=True)
class UnitNames:
    """``heads`` and ``groups`` are tuples of words in the form of
    :func:`checker.text.words.syllable`, ``owners`` in that of :func:`checker.text.words.sound`;
    ``short`` maps the sound of one word to those that it stands for. ``official`` maps what
    identifies a unit to its name as it should be printed."""

    heads: frozenset[Key]
    groups: frozenset[Key]
    owners: frozenset[Key]
    short: dict[str, Key]
    official: dict[Key, str]

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


def make_unit_names(raw: dict[str, Any]) -> UnitNames:
    """Make the register of unit-names.yml."""
    short = {sound(word): _sounds(full) for word, full in raw["short"].items()}
    official = {_spelled_out(_sounds(name), short): name for name in reversed(raw["official"])}
    return UnitNames(
        frozenset(_syllables(name) for name in raw["heads"]),
        frozenset(_syllables(name) for name in raw["groups"]),
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
