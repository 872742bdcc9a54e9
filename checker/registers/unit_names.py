"""What names of units are made of (unit-names.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from checker.registers.agencies import AND as AND
from checker.registers.agencies import Agencies, make_agencies, spelled_out, with_own
from checker.registers.agencies import Key as Key
from checker.text.words import Word, sound, syllable, words_of

_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class UnitNames:
    """``heads``, ``groups`` and ``not_units`` are tuples of words in the form of
    :func:`checker.text.words.syllable`, ``owners`` in that of :func:`checker.text.words.sound`;
    ``short`` maps the sound of one word to those that it stands for; ``agencies`` is the register
    of those that are known by name."""

    heads: frozenset[Key]
    groups: frozenset[Key]
    not_units: frozenset[Key]
    owners: frozenset[Key]
    short: dict[str, Key]
    agencies: Agencies

    def begins_unit(self, text: str) -> bool:
        """Tell whether ``text`` begins with the name of a unit ("Phòng Kinh tế", not "Phòng, chống
        dịch")."""
        return begins_with(text, self.heads) and not begins_with(text, self.not_units)

    def begins_group(self, text: str) -> bool:
        """Tell whether ``text`` begins with a group of units ("các phòng chuyên môn")."""
        return begins_with(text, self.groups)

    def key(self, mention: str) -> Key:
        """Return what identifies a unit: its words by sound, short forms written out, "và" and the
        words that only say whose it is ("xã", "xã Hưng Đạo") left out."""
        words = words_of(mention)
        names_end = len(words)
        while names_end and mention[words[names_end - 1].start].isupper():
            names_end -= 1
        if names_end < len(words) and self._owner_before(words, names_end):
            del words[names_end:]
        while size := self._owner_before(words, len(words)):
            del words[-size:]
        kept = mention[words[0].start : words[-1].end] if words else ""
        return spelled_out(kept, self.short)

    def with_own(self, names: Sequence[str]) -> UnitNames:
        """Return the register with the names that an office gives its own units; they count as
        official."""
        return replace(self, agencies=with_own(self.agencies, names, self.short))

    def owner_at(self, words: Sequence[Word], index: int) -> bool:
        """Tell whether words that say whose a unit is stand at ``words[index]``."""
        return any(
            tuple(word.sound for word in words[index : index + len(owner)]) == owner
            for owner in self.owners
        )

    def _owner_before(self, words: Sequence[Word], end: int) -> int:
        """The number of words before ``words[end]`` that say whose a unit is; never all."""
        for owner in self.owners:
            first = end - len(owner)
            if first > 0 and tuple(word.sound for word in words[first:end]) == owner:
                return len(owner)
        return 0

    @cached_property
    def long_heads(self) -> frozenset[Key]:
        """The heads of two words and more: they begin a unit in lower case as well."""
        return frozenset(head for head in self.heads if len(head) > 1)


def begins_with(text: str, starts: frozenset[Key]) -> bool:
    """Tell whether ``text`` begins with one of ``starts`` (tuples of syllables)."""
    first = tuple(syllable(word) for word in _WORDS.findall(text[:40])[:3])
    return any(first[:size] in starts for size in range(1, len(first) + 1))


def make_unit_names(raw: dict[str, Any], agencies: Iterable[dict[str, Any]]) -> UnitNames:
    """Make the register of unit-names.yml with that of agencies.yml."""
    short = {sound(word): _sounds(full) for word, full in raw["short"].items()}
    return UnitNames(
        frozenset(_syllables(name) for name in raw["heads"]),
        frozenset(_syllables(name) for name in raw["groups"]),
        frozenset(_syllables(name) for name in raw["not_units"]),
        frozenset(_sounds(name) for name in raw["owners"]),
        short,
        make_agencies(agencies, short),
    )


def _syllables(name: str) -> Key:
    return tuple(syllable(word) for word in name.split())


def _sounds(name: str) -> Key:
    return tuple(word.sound for word in words_of(name))
