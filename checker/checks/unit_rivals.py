"""``check: unit-rivals``: two names where an office of this kind has only one such unit.

The standard is a name that the law or the office's own list gives, else the commonest.

Keys
    stems        beginnings of names of which an office has only one ("trung tâm dịch vụ"); those
                 that cannot be together are divided by ``|``
    names        whole names that cannot be together, divided by ``|``
    except       words that make it another unit all the same ("việc làm")
    localities   level words of the own place for which this holds
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks.unit_names import best_writing
from checker.context import Context
from checker.document import Document, Unit
from checker.finding import Fact
from checker.registers.unit_names import UnitNames
from checker.text.words import sound

_OF_ANOTHER_LEVEL = re.compile(r"\s*\(?(?:tỉnh|[Tt]hành phố|TP|huyện|quận|[Tt]rung ương|TW)\b")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("standard", "count")

    stems: tuple[str, ...]
    localities: tuple[str, ...]
    names: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        if document.locality.level not in self.localities:
            return
        names = context.registers.unit_names
        excepted = tuple(_sounds(words) for words in self.except_)
        units = [
            unit
            for unit in document.units
            if not any(words in unit.name for words in excepted)
            and not _OF_ANOTHER_LEVEL.match(document.text, unit.mention.end)
            and not ((agency := names.agencies.of(unit.name)) and agency.until)
        ]
        for stem in self.stems:
            stems = tuple(_sounds(one) + " " for one in stem.split("|"))
            yield from _rivals([unit for unit in units if unit.name.startswith(stems)], names)
        for several in self.names:
            wanted = {_sounds(one) for one in several.split("|")}
            yield from _rivals([unit for unit in units if unit.name in wanted], names)


def _rivals(units: list[Unit], names: UnitNames) -> Iterator[Fact]:
    counts = Counter(unit.name for unit in units)
    if len(counts) < 2:
        return
    name = max(counts, key=lambda name: (_official(name, names), counts[name]))
    standard = [unit for unit in units if unit.name == name]
    form = Counter(unit.form for unit in standard).most_common(1)[0][0]
    known = names.agencies.forms.get(tuple(form.split()))
    alike = [unit for unit in standard if unit.form == form]
    shown = best_writing(alike, known.writings if known else (), names)
    for unit in units:
        if unit.name != name:
            yield Fact(
                unit.mention.start,
                unit.mention.end,
                {"standard": shown, "count": str(len(standard))},
                (shown,),
                ((standard[0].mention.start, standard[0].mention.end),),
            )


def _official(name: str, names: UnitNames) -> bool:
    agency = names.agencies.of(name)
    return agency is not None and (agency.own or (agency.level == "commune" and agency.sure))


def _sounds(words: str) -> str:
    return " ".join(sound(word) for word in words.split())
