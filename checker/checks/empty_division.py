"""``check: empty-division``: a heading under which nothing stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.text.folding import fold

_GREAT = ("part", "chapter", "section")
_ELSEWHERE = re.compile(r"\b(?:phu luc|kem theo|dinh kem|bieu)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        sections = document.sections
        for index, section in enumerate(sections):
            if section.children:
                continue
            heading = section.heading
            following = sections[index + 1] if index + 1 < len(sections) else None
            # after a colon a list may follow whose marks are of a higher level
            promises = heading.text.endswith(":") and (
                following is None or following.level == section.level
            )
            bare = section.level in _GREAT and not heading.text.endswith((".", ";"))
            if (promises or bare) and not _ELSEWHERE.search(fold(heading.text)):
                yield Fact(section.start, heading.end)
