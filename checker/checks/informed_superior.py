"""``check: informed-superior``: a superior whose document is carried out, and who is not among the
recipients.

Keys
    superiors   the words that name a superior in the bases, with the words of which one must stand
                among the recipients, divided by ``|``; without diacritics
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.text.folding import fold


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    superiors: dict[str, str]

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        recipients = document.recipients
        if not recipients.label or not recipients.items:
            return
        told = " ; ".join(fold(part.text).lower() for part in (recipients.label, *recipients.items))
        for line in (*document.bases, *document.opening):
            for superior, words in self.superiors.items():
                match = re.search(
                    rf"\b(?:thuc hien|trien khai)\b.{{0,300}}?\bcua (?P<superior>{superior})\b",
                    document.folded[line.start : line.end].lower(),
                )
                if match and not re.search(rf"\b(?:{words})\b", told):
                    start, end = match.span("superior")
                    yield Fact(line.start + start, line.start + end)
                    return
