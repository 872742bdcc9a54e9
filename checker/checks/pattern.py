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

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import DecodingError
from checker.document import KIND_GROUPS, KINDS, Document, expand_kinds
from checker.finding import Fact
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
        kinds_of("in", self.in_)
        kinds_of("not_in", self.not_in)
        if not self.triggers or not all(self.triggers):
            raise DecodingError("wrong-value", "triggers", wanted='["…"]')

    def validate(self) -> None:
        """Raise DecodingError when ``suggest`` names a group that the pattern does not have."""
        if self.suggest is not None:
            try:
                re.compile(f"{self.pattern.pattern}|").sub(self.suggest, "")
            except (re.error, IndexError) as error:
                raise DecodingError("bad-pattern", "suggest", detail=str(error)) from None

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        wanted, unwanted = expand_kinds(self.in_), expand_kinds(self.not_in)
        for line in context.lines(document, self.triggers):
            if (wanted and line.kind not in wanted) or line.kind in unwanted:
                continue
            if self.unless and self.unless.search(line.text):
                continue
            for match in self.pattern.finditer(line.text):
                start, end = match.span("bad" if "bad" in self.pattern.groupindex else 0)
                if start < 0:
                    continue  # an alternative without the wrong part
                suggestions = (match.expand(self.suggest),) if self.suggest is not None else ()
                yield Fact(line.start + start, line.start + end, suggestions=suggestions)


def kinds_of(key: str, names: tuple[str, ...]) -> frozenset[str]:
    """Return the kinds of lines that ``names`` stand for; raises DecodingError for ``key`` when one
    is unknown."""
    try:
        return expand_kinds(names)
    except KeyError:
        wanted = ", ".join(sorted((*KINDS, *KIND_GROUPS)))
        raise DecodingError("wrong-value", key, wanted=wanted) from None
