"""``check: place-of-issue``: the place in the date line is not that of the issuer.

Only where the issuer's own name ends with a commune or a province. Source: Nghị định 30/2020/NĐ-CP,
Phụ lục I, mục II.4.a.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.parsing.places import place_of_agency
from checker.registers.places import same_name


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("own",)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        line, issuer = document.header.place_date, document.header.issuer
        level, name = place_of_agency(issuer.text)
        if not line.place or not name or document.locality.name.isupper():
            return
        place = line.place
        for word in (level, "TP.", "TP", "ĐK"):
            if place.lower().startswith(f"{word.lower()} "):
                place = place[len(word) + 1 :]
        if same_name(place, name):
            return
        own = document.locality
        shown = own.name if same_name(own.name, name) else name.title()
        if shown[0].isdigit():  # Phụ lục II, mục III.1.b
            level = level.capitalize()
            shown = f"{level} {shown}"
        start = line.start + line.text.index(line.place)
        yield Fact(
            start,
            start + len(line.place),
            {"own": shown if shown.startswith(level) else f"{level} {shown}"},
            (shown,),
        )
