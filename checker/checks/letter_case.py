"""``check: letter-case``: letters that a regular expression finds in the wrong case.

Keys
    pattern    what is wrong; group ``bad`` is the wrong part, and the first letters of the groups
               inside it whose names begin with ``up`` should be capitals, with ``low`` small
    triggers   literals of which one stands in every line that can fit (case and diacritics aside)
    not_in     kinds of lines to leave out, or groups of them
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from checker.checks._lines import lines_of, validate_lines
from checker.context import Context
from checker.decoding import DecodingError
from checker.document import Document
from checker.finding import Fact
from checker.text.regex import Regex


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()
    local: ClassVar[bool] = True

    pattern: Regex
    triggers: tuple[str, ...]
    not_in: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        validate_lines(self.triggers, not_in=self.not_in)

    def validate(self) -> None:
        """Raise DecodingError when the pattern lacks its groups."""
        if "bad" not in self.pattern.groupindex or not self._letters:
            raise DecodingError("bad-pattern", "pattern", detail="(?P<bad>…(?P<up>…|?P<low>…))")

    @cached_property
    def _letters(self) -> tuple[str, ...]:
        return tuple(name for name in self.pattern.groupindex if name.startswith(("up", "low")))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        for line in lines_of(document, context, self.triggers, not_in=self.not_in):
            for match in self.pattern.finditer(line.text):
                start, end = match.span("bad")
                yield Fact(line.start + start, line.start + end, suggestions=(self._mended(match),))

    def _mended(self, match: re.Match[str]) -> str:
        letters = list(match["bad"])
        for name in self._letters:
            if match.start(name) >= 0:
                at = match.start(name) - match.start("bad")
                up = name.startswith("up")
                letters[at] = letters[at].upper() if up else letters[at].lower()
        return "".join(letters)
