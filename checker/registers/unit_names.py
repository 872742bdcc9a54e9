"""What names of units are made of (unit-names.yml)."""

from __future__ import annotations

from dataclasses import dataclass

from checker.data import load_yaml
from checker.registers import FOLDER
from checker.text.words import sound, syllable


@dataclass(frozen=True)
class UnitNames:
    """``heads`` and ``groups`` are tuples of words in the form of
    :func:`checker.text.words.syllable`, ``owners`` in that of :func:`checker.text.words.sound`;
    ``short`` maps the sound of one word to those that it stands for. ``official`` are names as they
    should be printed."""

    heads: frozenset[tuple[str, ...]]
    groups: frozenset[tuple[str, ...]]
    owners: frozenset[tuple[str, ...]]
    short: dict[str, tuple[str, ...]]
    official: tuple[str, ...]


def load_unit_names() -> UnitNames:
    """Read the register."""
    raw = load_yaml(FOLDER / "unit-names.yml")
    return UnitNames(
        frozenset(_syllables(name) for name in raw["heads"]),
        frozenset(_syllables(name) for name in raw["groups"]),
        frozenset(_words(name) for name in raw["owners"]),
        {sound(short): _words(full) for short, full in raw["short"].items()},
        tuple(raw["official"]),
    )


def _syllables(name: str) -> tuple[str, ...]:
    return tuple(syllable(word) for word in name.split())


def _words(name: str) -> tuple[str, ...]:
    return tuple(sound(word) for word in name.split())
