"""``check: place-case``: a place's name with its level word ("xã Bình Thành") in wrong capitals.

Keys
    part     ``level`` (the level word has a capital inside a sentence) or ``name`` (the document's
             own place, its name partly in small letters)
    except   beginnings of names before which the level word rightly has a capital: those of persons
             and events, and special ones; names with figures always are such
    also     names of one syllable that are looked at; others may be the first word of a sentence
    not_in   kinds of lines to leave out, or groups of them
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._lines import validate_lines
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.kinds import expand_kinds

_PARTS = ("level", "name")
_NEAR = 5  # characters in which the end of the word before stands


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()
    local: ClassVar[bool] = True

    part: str
    except_: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        validate_lines(None, not_in=self.not_in)
        one_of("part", self.part, _PARTS)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        unwanted = expand_kinds(self.not_in)
        facts = self._levels(document) if self.part == "level" else _names(document)
        for fact in facts:
            if document.line_at(fact.start).kind not in unwanted:
                yield fact

    def _levels(self, document: Document) -> Iterator[Fact]:
        text = document.text
        special = tuple(f"{name} " for name in self.except_)
        for place in document.places:
            level = text[place.start : place.start + len(place.level)]
            if level.lower() != place.level.lower():
                continue  # "TP."
            if not level[0].isupper() or any(map(str.isupper, place.level)) or level.isupper():
                continue
            if any(map(str.isdigit, place.name)) or f"{place.name} ".startswith(special):
                continue
            if " " not in place.name and place.name not in self.also:
                continue
            start = max(document.line_at(place.start).start, place.start - _NEAR)
            before = text[start : place.start].rstrip()[-1:]
            if before.isalnum() or before == ",":
                right = place.level + text[place.start + len(level) : place.end]
                yield Fact(place.start, place.end, suggestions=(right,))


def _names(document: Document) -> Iterator[Fact]:
    own = document.locality
    syllables = own.name.split()
    if own.confidence < 0.5 or len(syllables) < 2 or not all(s[0].isupper() for s in syllables):
        return
    mention = re.compile(
        rf"\b(?i:{re.escape(own.level)}) (?P<name>(?i:{re.escape(own.name)}))(?!\w)"
    )
    for match in mention.finditer(document.text):
        shown = match["name"]
        if shown != own.name and not shown.isupper():
            yield Fact(*match.span("name"), suggestions=(own.name,))
