"""``check: form``: lines of a kind must have a form.

Keys
    in       kinds of lines (grammar/lines.yml), or groups of them
    expect   regular expression that a whole line must fit, outer blanks aside
    unless   lines that this fits are left alone
    suggest  what to write instead
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._lines import validate_lines
from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.kinds import expand_kinds
from checker.text.regex import Regex


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    in_: tuple[str, ...]
    expect: Regex
    unless: Regex | None = None
    suggest: str | None = None

    def __post_init__(self) -> None:
        validate_lines(None, self.in_)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        kinds = expand_kinds(self.in_)
        for line in document.lines:
            if line.kind not in kinds or self.expect.fullmatch(line.text.strip()):
                continue
            if self.unless and self.unless.search(line.text):
                continue
            suggestions = (self.suggest,) if self.suggest is not None else ()
            yield Fact(line.start, line.end, suggestions=suggestions)
