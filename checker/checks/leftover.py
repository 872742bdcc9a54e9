"""``check: leftover``: what is left over in the file from the writing.

Keys
    marks       kinds of marks: insertion, deletion, move, format, comment, hidden
    highlight   true: letters marked with a marker's colour, or with a vivid shade behind them
    suppressions  true: of the comments only those that suppress findings ("soat: ignore …"), which
                are else left out

All places are one finding; where shades are among them it asks for no change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._layout import Looks, Span, looks_of
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.reading.layout import Mark
from checker.suppressing.directive import read_directive

_MARKS = ("insertion", "deletion", "move", "format", "comment", "hidden")
_NO_COLOUR = (None, "", "none", "white")
_TOLD = 3


@dataclass(frozen=True)
class Check:
    """``who`` lists who left the marks, in brackets and with a blank before, or is empty."""

    VALUES: ClassVar[tuple[str, ...]] = ("who",)

    marks: tuple[str, ...] = ()
    highlight: bool = False
    suppressions: bool = False

    def __post_init__(self) -> None:
        for mark in self.marks:
            one_of("marks", mark, _MARKS)

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        looks = looks_of(document, context)
        if looks is None:
            return
        marks = [
            mark for mark in looks.layout.marks if mark.kind in self.marks and self._counts(mark)
        ]
        places = [(looks.offset(mark.start), looks.offset(mark.end)) for mark in marks]
        if self.highlight:
            places += _highlighted(looks)
        if not places:
            return
        # the end of a mark in a place that has no text may lie before its start
        (start, end), *related = sorted((start, max(start, end)) for start, end in places)
        who = list(dict.fromkeys(mark.author for mark in marks if mark.author))
        shown = ", ".join(who[:_TOLD]) + (", …" if len(who) > _TOLD else "")
        values = {"who": f" ({shown})" if shown else "", "times": str(len(places))}
        yield Fact(start, end, values, related=tuple(related))

    def _counts(self, mark: Mark) -> bool:
        if mark.kind == "comment":
            return (read_directive(mark.text) is not None) == self.suppressions
        return mark.kind != "hidden" or bool(mark.text.strip())


def _highlighted(looks: Looks) -> list[Span]:
    if all(look.highlight in _NO_COLOUR for look in looks.formats):
        return []
    raw = looks.document.source.raw
    return looks.spans(
        run
        for run in looks.layout.runs
        if run.format.highlight not in _NO_COLOUR and raw[run.start : run.end].strip()
    )
