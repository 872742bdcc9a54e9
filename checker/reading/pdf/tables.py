"""Ruled tables: rules of a page → cells, and the text of each cell in the order of reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.reading.pdf.page import Box, Fragment
from checker.reading.pdf.paragraphs import BLANK_LINE, usual_pitch
from checker.reading.pdf.rows import PageLine, Room, rows_of, side_by_side
from checker.reading.source import Cell

MAX_RULES = 3_000  # of a page; a drawing has more
MAX_CELLS = 1_500  # of a page; with more, empty ones are not counted
_NEAR = 3.0  # points between what is taken for the same place
_SHORTEST = 6.0  # points
_PADDING = 5.4  # points between rule and text
_LEAST_COLUMNS = 2


@dataclass
class Table:
    """A table on one page: the places of its rules across and down, and the rules themselves."""

    across: list[float]
    down: list[float]
    upright: list[Box]
    level: list[Box]

    def holds(self, fragment: Fragment) -> bool:
        x, y = _middle(fragment.box)
        return self.across[0] < x < self.across[-1] and self.down[0] < y < self.down[-1]

    def cells(self, fragments: Iterable[Fragment]) -> dict[tuple[int, int], list[PageLine]]:
        """Return the lines of each cell by its row and column, in the order of reading, a single
        blank one of an empty cell; a merged cell has the row and column of its first."""
        inside: dict[tuple[int, int], list[Fragment]] = {}
        for fragment in fragments:
            inside.setdefault(self._place(*_middle(fragment.box)), []).append(fragment)
        places = {*inside, *self._places()}
        return {place: self._lines(place, inside.get(place, ())) for place in sorted(places)}

    def _places(self) -> Iterator[tuple[int, int]]:
        """The cells that the rules make."""
        if len(self.across) * len(self.down) > MAX_CELLS:
            return
        for row, (top, bottom) in enumerate(pairwise(self.down)):
            for column, (left, right) in enumerate(pairwise(self.across)):
                if self._place((left + right) / 2, (top + bottom) / 2) == (row, column):
                    yield row, column

    def _place(self, x: float, y: float) -> tuple[int, int]:
        column = bisect_right(self.across, x) - 1
        row = bisect_right(self.down, y) - 1
        while column > 0 and not self._upright_at(column, y):
            column -= 1
        while row > 0 and not any(
            abs(rule.top - self.down[row]) < _NEAR and rule.left - 1 < x < rule.right + 1
            for rule in self.level
        ):
            row -= 1
        return row, column

    def _upright_at(self, column: int, y: float) -> bool:
        return any(
            abs(rule.left - self.across[column]) < _NEAR and rule.top - 1 < y < rule.bottom + 1
            for rule in self.upright
        )

    def _lines(self, place: tuple[int, int], fragments: Sequence[Fragment]) -> list[PageLine]:
        if not fragments:
            return [BLANK_LINE._replace(cell=Cell(0, *place))]
        lines = [side_by_side(row) for row in rows_of(fragments)]
        _, column = place
        end = column + 1
        while end < len(self.across) - 1 and not self._upright_at(end, lines[0].baseline):
            end += 1
        room = Room(self.across[column] + _PADDING, self.across[end] - _PADDING, usual_pitch(lines))
        return [line._replace(cell=Cell(0, *place), room=room) for line in lines]


def tables_of(rules: Sequence[Box]) -> list[Table]:
    """Return the tables that the rules of a page make, from top to bottom: at least two columns
    between upright rules; tables side by side count as one."""
    if len(rules) > MAX_RULES:
        return []
    upright = sorted(
        (rule for rule in rules if rule.bottom - rule.top > max(_SHORTEST, rule.right - rule.left)),
        key=lambda rule: rule.top,
    )
    level = [rule for rule in rules if rule.right - rule.left > _SHORTEST]
    bands: list[list[Box]] = []
    bottom = 0.0
    for rule in upright:
        if bands and rule.top <= bottom + _NEAR:
            bands[-1].append(rule)
            bottom = max(bottom, rule.bottom)
        else:
            bands.append([rule])
            bottom = rule.bottom
    return [table for band in bands if (table := _table(band, level))]


def _table(upright: list[Box], level: Sequence[Box]) -> Table | None:
    top, bottom = min(rule.top for rule in upright), max(rule.bottom for rule in upright)
    ours = [rule for rule in level if top - _NEAR < rule.top < bottom + _NEAR]
    across = _places(rule.left for rule in upright)
    down = _places([top, bottom, *(rule.top for rule in ours)])
    if len(across) <= _LEAST_COLUMNS or len(down) < 2:
        return None
    return Table(across, down, upright, ours)


def _places(values: Iterable[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2
