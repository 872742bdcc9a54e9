"""``check: unit-rivals``: two names where an office of this kind has only one such unit.

Keys
    stems        beginnings of names of which an office has only one ("trung tâm dịch vụ")
    except       words that make it another unit all the same ("việc làm")
    localities   level words of the own place for which this holds
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document, Unit
from checker.finding import Fact
from checker.text.words import sound


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("standard", "count")

    stems: tuple[str, ...]
    localities: tuple[str, ...]
    except_: tuple[str, ...] = ()

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        if document.locality.level not in self.localities:
            return
        excepted = tuple(_sounds(words) for words in self.except_)
        for stem in map(_sounds, self.stems):
            units = [
                unit
                for unit in document.units
                if unit.name.startswith(stem + " ")
                and not any(words in unit.name for words in excepted)
            ]
            yield from _rivals(units)


def _rivals(units: list[Unit]) -> Iterator[Fact]:
    counts = Counter(unit.name for unit in units)
    if len(counts) < 2:
        return
    name, count = counts.most_common(1)[0]
    standard = [unit.mention for unit in units if unit.name == name]
    shown = Counter(" ".join(mention.text.split()) for mention in standard).most_common(1)[0][0]
    for unit in units:
        if unit.name != name:
            yield Fact(
                unit.mention.start,
                unit.mention.end,
                {"standard": shown, "count": str(count)},
                (shown,),
                ((standard[0].start, standard[0].end),),
            )


def _sounds(words: str) -> str:
    return " ".join(sound(word) for word in words.split())
