"""The figures that a document states with what they measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from checker.document import Document
from checker.kinds import KIND_GROUPS
from checker.text.amounts import Amount, per_what
from checker.text.folding import fold
from checker.text.measures import Measured, find_measured, find_ties, ties_above

_KINDS = KIND_GROUPS["PROSE"] - {"BASIS", "CELL"}
_MARKS = " ,:;.-–"
_LEADS_TO_NAME = re.compile(r"^(?:t[yi] le |so |cac )+")
_LEADS_TO_FIGURE = re.compile(
    r"(?: (?:phan dau|dat|con|tren|duoi|la|it nhat|toi thieu|toi da|khoang|tu|xuong|len))+$"
)


class Figure(NamedTuple):
    """``text[start:end]`` of the document is the figure; the other fields are those of
    ``FigureRecord``."""

    start: int
    end: int
    what: str
    value: str
    unit: str
    ties: tuple[str, ...]


def find_figures(document: Document) -> Iterator[Figure]:
    """Yield the figures of a document's prose that say what they measure, in order."""
    above: list[frozenset[str]] = []
    for index, line in enumerate(document.lines):
        if line.kind not in _KINDS:
            continue
        for one in find_measured(document.text, document.folded, line.start, line.end):
            above = above or _ties_above(document)
            what = plain_measure(document.folded[slice(*one.words)])
            amount = one.amount
            unit = amount.unit + fold(per_what(amount, document.text)).lower()
            ties = tuple(sorted({fold(tie) for tie in _own_ties(one, document) | above[index]}))
            yield Figure(amount.start, amount.end, what, written(amount), unit, ties)


def plain_measure(words: str) -> str:
    """Return folded words of a measure, small, without those that only lead up to it or to its
    figure ("tỷ lệ", "đạt", "trên")."""
    small = " ".join(words.lower().split()).strip(_MARKS)
    return _LEADS_TO_FIGURE.sub("", _LEADS_TO_NAME.sub("", small)).strip(_MARKS)


def _own_ties(one: Measured, document: Document) -> frozenset[str]:
    """The ties in the sentence of a figure, but for those among the words of what it measures."""
    (start, end), (first, last) = one.sentence, one.words
    return find_ties(document.text[start:first]) | find_ties(document.text[last:end])


def _ties_above(document: Document) -> list[frozenset[str]]:
    """For each line the ties in the headings of the body that it stands under."""
    first = document.body[0].start if document.body else 0
    return ties_above(
        (line.kind, line.text if line.start >= first else "") for line in document.lines
    )


def written(amount: Amount) -> str:
    """Return the value of an amount as a decimal, "1500" for "1.500" and "2.5" for "2,5"."""
    value = amount.usual if amount.usual is not None else amount.other
    return f"{(value or Decimal(0)).normalize():f}"
