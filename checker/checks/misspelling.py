"""``check: misspelling``: what the speller finds.

Keys
    of   the kind of slip, as the finders of checker/spelling/ name it: ``keyboard`` (Telex and VNI
         typed out), ``glued`` (two words run together), ``split`` (a word with blanks in it),
         ``term`` (a fixed term with wrong diacritics), ``confusion`` (a listed phrase that people
         confuse with another), ``syllable`` (no Vietnamese syllable, one clear correction),
         ``odd-syllable`` (the same without one), ``real-word`` (a word that does not fit its
         neighbours), ``guess`` (the same with weak evidence), ``missing-word`` (a pair of words of
         which one is lacking)

One place is told once, by the surest kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.spelling.slip import Slip
from checker.spelling.speller import KINDS
from checker.spelling.tokens import prose_of

# Lines that are a name, or whose wording rules of their own compare.
_FIXED = frozenset(("NAME", "NATION", "MOTTO", "PARTY_NAME"))


@dataclass(frozen=True)
class Check:
    """``reason`` says in Vietnamese why, ``reason_en`` in English."""

    VALUES: ClassVar[tuple[str, ...]] = ("reason", "reason_en")

    of: str

    def __post_init__(self) -> None:
        one_of("of", self.of, KINDS)

    @property
    def local(self) -> bool:
        return self.of != "missing-word"

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        slips = context.keep("misspelling", lambda: _slips(document, context))
        for slip in slips:
            if slip.kind == self.of:
                yield Fact(slip.start, slip.end, slip.values, slip.suggestions)


def _slips(document: Document, context: Context) -> tuple[Slip, ...]:
    names = [(place.start, place.end) for place in document.places]
    names += [(line.start, line.end) for line in document.lines if line.kind in _FIXED]
    return context.registers.speller.slips(prose_of(document.text, names))
