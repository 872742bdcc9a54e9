"""``check: last-line``: how the text ends, above Nơi nhận and the signature.

Keys
    expect   regular expression that the last line of the text must fit
    suggest  what to write in place of its last mark
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.kinds import expand_kinds
from checker.text.regex import Regex

_KINDS = expand_kinds(("PROSE",)) - {"CELL"}
_MARKS = re.compile(r"[\s.;:,/…]*$")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    expect: Regex
    suggest: str | None = None

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        tail = document.recipients.label or document.signature.role
        if not tail or not document.body:
            return
        above = [line for line in document.lines if line.end <= tail.start and line.kind in _KINDS]
        if not above or self.expect.search(above[-1].text):
            return
        line = above[-1]
        marks = _MARKS.search(line.text)
        start = line.start + (marks.start() if marks else len(line.text))
        yield Fact(start, line.end, suggestions=(self.suggest,) if self.suggest else ())
