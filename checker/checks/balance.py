"""``check: balance``: an opening mark without its closing one, or the other way round.

Keys
    marks   ``brackets`` (round and square, within a paragraph or the next few) or ``quotes``
            (curly ones in the whole document, straight ones by paragraph)

Of a paragraph the first such mark is told. Left alone: the bracket of an enumeration ("a)", "1)",
"(i)"), quotations of whole paragraphs, marks of inches and seconds, table cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.kinds import Line, expand_kinds

_LEFT_OUT = expand_kinds(("HEADER", "RULE", "CELL"))
_NEAR = 3  # lines over which a bracket may reach, where a paragraph was cut
_PAIRS = {"(": ")", "[": "]", "“": "”"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_BRACKET = re.compile(r"[()\[\]]")
_COUNTED = re.compile(r"(?<![\w(])(?:[a-zđ]{1,4}\d?|[A-ZĐ]|\d{1,3}|[IVX]{1,5})$")
_QUOTE = re.compile(r"[“”]")
_STRAIGHT = re.compile(r'(?<!\d)"')
_PUNCTUATION = re.compile(r"[\s.;,:/]*")


@dataclass(frozen=True)
class Check:
    """``partner`` is the mark that is missing."""

    VALUES: ClassVar[tuple[str, ...]] = ("partner",)

    marks: str

    def __post_init__(self) -> None:
        one_of("marks", self.marks, ("brackets", "quotes"))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        lines = [line for line in document.lines if line.kind not in _LEFT_OUT]
        if self.marks == "brackets":
            places = [*_brackets(lines, "("), *_brackets(lines, "[")]
        else:
            places = [*_curly(lines), *_straight(lines)]
        told = -1
        for place in sorted(places):
            line = document.line_index_at(place)
            if line == told:
                continue
            told = line
            mark = document.text[place]
            partner = _PAIRS.get(mark) or _OPENING.get(mark, mark)
            yield Fact(place, place + 1, {"partner": partner})


def _brackets(lines: list[Line], opening: str) -> Iterator[int]:
    """Offsets of the brackets of one shape that lack their partner."""
    waiting: list[tuple[int, int]] = []  # the line and the offset of brackets still open
    for number, line in enumerate(lines):
        if opening not in line.text and _PAIRS[opening] not in line.text:
            continue
        opened, closed = _lonely(line, opening)
        for offset in closed:
            if waiting and number - waiting[-1][0] <= _NEAR:
                waiting.pop()
            else:
                yield offset
        waiting += [(number, offset) for offset in opened]
    yield from (offset for _, offset in waiting)


def _lonely(line: Line, opening: str) -> tuple[list[int], list[int]]:
    """Offsets of the opening and the closing brackets of one shape without a partner in the line.

    A bracket after a letter or a figure may close or count ("a)"): it is taken for what makes the
    line balanced.
    """
    opened: list[int] = []
    closed: list[int] = []
    borrowed = 0  # closing brackets that may have been counting
    for match in _BRACKET.finditer(line.text, line.marker):
        at = match.start()
        if match.group() == opening:
            opened.append(line.start + at)
        elif match.group() == _PAIRS[opening]:
            counts = _COUNTED.search(line.text, max(0, at - 6), at) is not None
            if opened:
                opened.pop()
                borrowed += counts
            elif not counts:
                if borrowed:
                    borrowed -= 1
                else:
                    closed.append(line.start + at)
    return opened, closed


def _curly(lines: list[Line]) -> Iterator[int]:
    """Offsets of curly quotes without a partner; one that opens or ends a paragraph may belong to
    a quotation of several."""
    waiting: list[tuple[int, bool]] = []
    for line in lines:
        for match in _QUOTE.finditer(line.text):
            at = match.start()
            if match.group() == "“":
                waiting.append((line.start + at, at <= line.marker))
            elif waiting:
                waiting.pop()
            elif not (line.text[at - 1 : at].isdigit() or _ends(line.text, match.end())):
                yield line.start + at
    yield from (offset for offset, opens_paragraph in waiting if not opens_paragraph)


def _straight(lines: list[Line]) -> Iterator[int]:
    """The offset of the last straight quote of the only paragraph that has an odd number of them;
    with two such paragraphs a quotation may reach from one to the other."""
    odd = []
    for line in lines:
        if '"' in line.text:
            places = [match.start() for match in _STRAIGHT.finditer(line.text)]
            if len(places) % 2:
                whole = places[0] <= line.marker or _ends(line.text, places[-1] + 1)
                odd.append((line.start + places[-1], whole))
    if len(odd) == 1 and not odd[0][1]:
        yield odd[0][0]


def _ends(text: str, offset: int) -> bool:
    """Tell whether nothing but punctuation follows in the line."""
    return _PUNCTUATION.fullmatch(text, offset) is not None
