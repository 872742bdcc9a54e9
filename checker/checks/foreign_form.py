"""``check: foreign-form``: elements of the other law of form, told once.

Keys
    regime   the document's regime (``state`` or ``party``); the other's elements are foreign: Quốc
             hiệu or the Party heading, the form of the number, TM. or T/M
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.text.part import Part

_FOREIGN_AUTHORITY = {
    "state": re.compile(r"[TK]/[MTL]\b"),
    "party": re.compile(r"(?:TM|KT|TL|TUQ)\b"),
}


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("elements",)

    regime: str

    def __post_init__(self) -> None:
        one_of("regime", self.regime, _FOREIGN_AUTHORITY)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        if document.regime != self.regime:
            return
        found = list(self._foreign(document))
        if found:
            elements = ", ".join(f"“{' '.join(part.text.split())}”" for part in found)
            related = tuple((part.start, part.end) for part in found[1:])
            yield Fact(found[0].start, found[0].end, {"elements": elements}, (), related)

    def _foreign(self, document: Document) -> Iterator[Part]:
        header = document.header
        headings = (header.party_name,) if self.regime == "state" else (header.nation, header.motto)
        yield from (part for part in headings if part)
        if header.number.regime not in ("", self.regime):
            yield header.number
        wrong = _FOREIGN_AUTHORITY[self.regime]
        yield from (part for part in document.signature.authority if wrong.match(part.text))
