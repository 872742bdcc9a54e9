"""``check: mixture``: one thing written in two ways in one document.

Keys
    forms      two or more regular expressions, one for each way of writing
    triggers   literals of which one stands in every line that can fit a form
    in         kinds of lines to look at, or groups of them; all when absent
    not_in     kinds of lines to leave out
    unless     lines that this fits are left alone
    keep       ``most`` (the form written most often is kept; of two equal ones the first) or
               ``first`` (the first form is kept, however rare)
    suggest    what to write in each form, in the order of ``forms``, with ``\\g<name>`` for the
               groups, which all forms must have

Silent while the document keeps to one form. What does not have the kept form is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from checker.checks._lines import lines_of, validate_lines, validate_template
from checker.context import Context
from checker.decoding import DecodingError, one_of
from checker.document import Document
from checker.finding import Fact
from checker.text.regex import Regex

_KEEP = ("most", "first")


@dataclass(frozen=True)
class Check:
    """``kept`` is the first place in the kept form, ``kept_times`` the number of such places."""

    VALUES: ClassVar[tuple[str, ...]] = ("kept", "kept_times")

    forms: tuple[str, ...]
    triggers: tuple[str, ...]
    in_: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    unless: Regex | None = None
    keep: str = "most"
    suggest: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        validate_lines(self.triggers, self.in_, self.not_in)
        one_of("keep", self.keep, _KEEP)
        if len(self.forms) < 2 or len(self.suggest) not in (0, len(self.forms)):
            raise DecodingError("wrong-value", "forms", wanted="[…, …]")

    def validate(self) -> None:
        """Raise DecodingError when a form is no regular expression, or ``suggest`` names a group
        that one of them does not have."""
        for pattern in self._patterns:
            try:
                pattern.compiled  # noqa: B018
            except re.error as error:
                raise DecodingError("bad-pattern", "forms", detail=str(error)) from None
            for template in self.suggest:
                validate_template(pattern, template)

    @cached_property
    def _patterns(self) -> tuple[Regex, ...]:
        return tuple(map(Regex, self.forms))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        found = self._found(document, context)
        if sum(map(bool, found)) < 2:
            return
        kept = max(range(len(found)), key=lambda form: (len(found[form]), -form))
        if self.keep == "first" and found[0]:
            kept = 0
        values = {
            "kept": found[kept][0][1].group().strip(),
            "kept_times": str(len(found[kept])),
        }
        others = [one for form, ones in enumerate(found) if form != kept for one in ones]
        for offset, match in others:
            suggestions = (match.expand(self.suggest[kept]),) if self.suggest else ()
            yield Fact(offset + match.start(), offset + match.end(), values, suggestions)

    def _found(self, document: Document, context: Context) -> list[list[tuple[int, re.Match[str]]]]:
        """For each form its places, as the offset of the line and the match in it."""
        found: list[list[tuple[int, re.Match[str]]]] = [[] for _ in self.forms]
        for line in lines_of(document, context, self.triggers, self.in_, self.not_in, self.unless):
            for form, pattern in enumerate(self._patterns):
                found[form] += [(line.start, match) for match in pattern.finditer(line.text)]
        return found
