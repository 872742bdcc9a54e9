"""What reading hands on: the text exactly as read, cut into physical lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from checker.reading.layout import Layout
from checker.text.comments import Bare, without_comments

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

    ``raw`` is the text exactly as read (decoded; for word processors the paragraphs joined by
    ``\\n``, a soft break inside a paragraph being ``\\v``; for PDF the lines of the page).
    ``format`` is docx, doc, rtf, odt, pdf or text, ``path`` what the user called the file.
    ``lines`` leave out HTML comments. ``paragraphs`` tells that a line of ``raw`` is a whole
    paragraph, ``markdown`` whether ``**`` and ``##`` are dressing. ``pages`` are the offsets in
    ``raw`` at which pages begin, where the format has them. ``scan`` marks pictures of pages
    without text, ``ocr`` a text that was recognised from them; ``unread`` are the pages, from 1,
    of a document with text that are only pictures. ``note`` names what was lost on the way (a code
    of the phrases).
    """

    path: str
    format: str
    raw: str
    lines: tuple[PhysicalLine, ...]
    markdown: bool = False
    paragraphs: bool = False
    layout: Layout | None = None
    pages: tuple[int, ...] = ()
    scan: bool = False
    ocr: bool = False
    unread: tuple[int, ...] = ()
    note: str = ""

    @cached_property
    def bare(self) -> Bare:
        """The text without its HTML comments, which only plain text and Markdown have."""
        return without_comments(self.raw) if self.format == "text" else Bare(self.raw, self.raw)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.raw))]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column (both from 1) of an offset in ``raw``; for .docx the line is the
        number of the paragraph, table cells included, in reading order."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int | None:
        """Return the offset in ``raw`` of which :meth:`position` gives ``line`` and ``column``, or
        None when the text has no such place."""
        starts = self._line_starts
        if not 1 <= line <= len(starts) or column < 1:
            return None
        offset = starts[line - 1] + column - 1
        following = starts[line] if line < len(starts) else len(self.raw) + 1
        return offset if offset < following else None

    def page(self, offset: int) -> int:
        """Return the page, counted from 1, of an offset in ``raw``; 0 where nothing tells."""
        return bisect_right(self.pages, offset)
