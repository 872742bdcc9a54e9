"""What reading hands on: the text exactly as read, cut into physical lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Cell(NamedTuple):
    """Where in a table a line stands; all counted from 0."""

    table: int
    row: int
    column: int


class PhysicalLine(NamedTuple):
    """One line as it stands in the file: offsets in ``Source.raw``, line end excluded."""

    start: int
    end: int
    cell: Cell | None = None


@dataclass(frozen=True)
class Source:
    """A document as read.

    ``raw`` is the text exactly as read (decoded; for .docx the paragraphs joined by ``\\n``, a
    soft break inside a paragraph being ``\\v``). ``markdown`` tells whether ``**`` and ``##`` are
    dressing. ``path`` is what the user called the file.
    """

    path: str
    format: str
    raw: str
    lines: tuple[PhysicalLine, ...]
    markdown: bool = False

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.raw))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column (both from 1) of an offset in ``raw``; for .docx the line is the
        number of the paragraph, table cells included, in reading order."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1
