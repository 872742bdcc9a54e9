"""``check: own-superior``: the body above the issuer against the one that the office names in its
soat.yml.

Two bodies of different kinds (UBND, Sở, Đảng bộ), or one of a commune and one that is of none, are
not compared: the document is then by another office, as one under this.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.registers.agencies import Key, Short, same_tones, spelled_out, tones_of
from checker.registers.places import COMMUNE
from checker.text.words import sound

_COMMUNE = [tuple(sound(word) for word in level.split()) for level in sorted(COMMUNE)]
_CITY = {"tp": (sound("thành"), sound("phố"))}


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("superior",)

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        told = document.header.superior
        own = unicodedata.normalize("NFC", context.registers.superior)
        if not told or not own:
            return
        short = {**context.registers.unit_names.short, **_CITY}
        if _may_be_meant(told.text, own, short):
            yield Fact(told.start, told.end, {"superior": own}, (own.upper(),))


def _may_be_meant(told: str, own: str, short: Short) -> bool:
    """Tell whether the body ``told``, which stands in the document, is a slip for ``own``: of the
    same kind and level, and another word or tone, short forms aside."""
    words, right = spelled_out(told, short), spelled_out(own, short)
    if words[:1] != right[:1] or _is_of_commune(words) != _is_of_commune(right):
        return False
    return words != right or not same_tones(tones_of(told, short), tones_of(own, short))


def _is_of_commune(words: Key) -> bool:
    return any(
        words[index : index + len(level)] == level
        for level in _COMMUNE
        for index in range(len(words))
    )
