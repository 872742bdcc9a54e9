"""Stretches of a page's text → rows, and the pieces of a row that wide gaps divide.

Lengths are points, measured from the top left corner of the page.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.reading.pdf.page import Box, Fragment
from checker.reading.source import Cell

_SAME_ROW = 0.4  # em between baselines
_GLUED = 0.12  # em; no blank where less lies between
_WIDE = 1.5  # em; more divides columns
_NARROW = 0.5  # em; more divides columns before what begins the right one of a header
_RIGHT_COLUMN = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập *-")
_STRETCHED = 3  # times the usual gap of a justified row, before a gap is wide in it
_LABEL = re.compile(r"(?:[-–—+*•]|\(?[\d.]{0,6}\w{1,4}[.)])$")
_CUT_WORD = re.compile(r"\w[-/]$")
WIDE_GAP = " " * 8


class Room(NamedTuple):
    """Between what lines are set, and the usual distance of their baselines, in em."""

    left: float
    right: float
    pitch: float


class PageLine(NamedTuple):
    """A line, or the piece of one that stands in a column. ``indices`` are PDFium's numbers of the
    characters of ``text``, -1 where there is none; they may be fewer (blanks at the end).
    ``room`` is None where nothing tells it."""

    text: str
    box: Box
    baseline: float
    size: float
    indices: Sequence[int]
    cell: Cell | None = None
    room: Room | None = None

    @property
    def width(self) -> float:
        return self.box.right - self.box.left


Row = list[PageLine]


def rows_of(fragments: Iterable[Fragment]) -> list[Row]:
    """Return the rows from top to bottom, each its pieces from left to right."""
    gathered: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda fragment: fragment.baseline):
        row = gathered[-1] if gathered else None
        if row and fragment.baseline - row[0].baseline <= _SAME_ROW * min(
            row[0].size, fragment.size
        ):
            row.append(fragment)
        else:
            gathered.append([fragment])
    return [
        _pieces(_drawn_once(sorted(row, key=lambda fragment: fragment.box.left)))
        for row in gathered
    ]


def _drawn_once(row: Sequence[Fragment]) -> list[Fragment]:
    """The fragments of a row, without a letter that stands for a part of one before, over which it
    is drawn: ``ơ`` set as ``o`` and its horn."""
    kept = [row[0]]
    for fragment in row[1:]:
        over = kept[-1].box.left < fragment.box.left and fragment.box.right < kept[-1].box.right
        if not (over and len(fragment.text) == 1 and fragment.text in kept[-1].text):
            kept.append(fragment)
    return kept


def _pieces(row: Sequence[Fragment]) -> Row:
    gaps = [right.box.left - left.box.right for left, right in itertools.pairwise(row)]
    blanks = sorted(gap for gap in gaps if gap > _GLUED * row[0].size)
    usual = blanks[len(blanks) // 4] if len(blanks) >= 3 else 0.0
    pieces: list[list[Fragment]] = [[row[0]]]
    for gap, fragment in zip(gaps, row[1:], strict=True):
        size = max(fragment.size, pieces[-1][-1].size)
        label = len(pieces[-1]) == 1 and _LABEL.match(pieces[-1][0].text.strip())
        wide = gap > max(_WIDE * size, _STRETCHED * usual) and not label
        if wide or (gap > _NARROW * size and _RIGHT_COLUMN.match(fragment.text.lstrip())):
            pieces.append([fragment])
        else:
            pieces[-1].append(fragment)
    return [line_of(piece) for piece in pieces]


def line_of(fragments: Sequence[Fragment], cell: Cell | None = None) -> PageLine:
    """Return neighbours on a row as one line, a blank between those that do not touch."""
    text = fragments[0].text
    indices = list(fragments[0].indices or [-1] * len(text))
    for last, fragment in itertools.pairwise(fragments):
        gap = fragment.box.left - last.box.right
        blank = text[-1:].isspace() or fragment.text[:1].isspace()
        if gap > _GLUED * fragment.size and not blank:
            text += " "
            indices.append(-1)
        text += fragment.text
        indices += fragment.indices or [-1] * len(fragment.text)
    before = len(text) - len(text.lstrip())
    text = text.strip()
    largest = max(fragments, key=lambda fragment: len(fragment.text))
    return PageLine(
        text,
        enclosing([fragment.box for fragment in fragments]),
        largest.baseline,
        largest.size,
        indices[before : before + len(text)],
        cell,
    )


def side_by_side(pieces: Row) -> PageLine:
    """Return a row as one line, wide gaps between its pieces."""
    if len(pieces) == 1:
        return pieces[0]
    indices: list[int] = []
    for piece in pieces:
        indices += [*([-1] * len(WIDE_GAP) if indices else ()), *piece.indices]
    return pieces[0]._replace(
        text=WIDE_GAP.join(piece.text for piece in pieces),
        box=enclosing([piece.box for piece in pieces]),
        indices=indices,
    )


def joined(line: PageLine, following: PageLine) -> PageLine:
    """Return two lines, of which the second goes on with the first, as one that stands where the
    second does; nothing stands between the parts of a word cut at its hyphen or stroke."""
    blank = "" if is_cut_word(line.text) else " "
    return following._replace(
        text=f"{line.text}{blank}{following.text}",
        indices=(*line.indices, *([-1] * len(blank)), *following.indices),
    )


def is_cut_word(text: str) -> bool:
    """Tell that a line ends at the hyphen or stroke of a word or number: ``HĐND- |
    UBND``, ``36-NQ/ | TW``."""
    return bool(_CUT_WORD.search(text))


def enclosing(boxes: Sequence[Box]) -> Box:
    """Return the smallest box around ``boxes``."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
