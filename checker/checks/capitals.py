"""``check: capitals``: lines of a kind that must be written in capitals.

Keys
    in    kinds of lines (grammar/lines.yml), or groups of them; the number of a heading, and what
          stands in brackets or quotes, do not count
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._lines import validate_lines
from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.kinds import expand_kinds

_ASIDE = re.compile(r"\([^)]*\)|[\"“][^\"”]*[\"”]|\S*[/\d]\S*")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    in_: tuple[str, ...]

    def __post_init__(self) -> None:
        validate_lines(None, self.in_)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        kinds = expand_kinds(self.in_)
        for line in document.lines:
            if line.kind not in kinds:
                continue
            start = line.start + line.marker
            heading = document.text[start : line.end]
            start += len(heading) - len(heading.lstrip())
            if any(char.islower() for char in _ASIDE.sub("", heading)):
                yield Fact(start, line.end, suggestions=(heading.strip().upper(),))
