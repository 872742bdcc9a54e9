"""``check: pattern``: a regular expression over lines.

Keys
    pattern    what is wrong; group ``bad`` is the wrong part, the whole match without it
    triggers   literals of which one stands in every line that can fit (case and diacritics aside)
    in         kinds of lines to look at (grammar/lines.yml), or groups of them (HEADER, DIVISIONS,
               PROSE, SIGNATURE); all when absent
    not_in     kinds of lines to leave out
    unless     lines that this fits are left alone
    suggest    what to write instead, with ``\\1`` and ``\\g<name>`` for groups of the pattern
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._lines import lines_of, validate_lines, validate_template
from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.kinds import DIVISIONS, LIST_LINES, expand_kinds
from checker.text.regex import Regex


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    pattern: Regex
    triggers: tuple[str, ...]
    in_: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    unless: Regex | None = None
    suggest: str | None = None

    def __post_init__(self) -> None:
        validate_lines(self.triggers, self.in_, self.not_in)

    def validate(self) -> None:
        """Raise DecodingError when ``suggest`` names a group that the pattern does not have."""
        if self.suggest is not None:
            validate_template(self.pattern, self.suggest)

    @property
    def local(self) -> bool:
        """Whether the lines it looks at are told by their own words: what a header, a list of
        recipients or a signature is, the lines around it tell."""
        return not self.in_ or bool(expand_kinds(self.in_) & (DIVISIONS | LIST_LINES))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        for line in lines_of(document, context, self.triggers, self.in_, self.not_in, self.unless):
            for match in self.pattern.finditer(line.text):
                start, end = match.span("bad" if "bad" in self.pattern.groupindex else 0)
                if start < 0:
                    continue  # an alternative without the wrong part
                suggestions = (match.expand(self.suggest),) if self.suggest is not None else ()
                yield Fact(line.start + start, line.start + end, suggestions=suggestions)
