"""Offsets in a text ↔ positions as a client of the language server protocol counts them.

Lines end with CR LF, LF or CR only; columns are code units of UTF-8, UTF-16 or UTF-32 (LSP 3.17,
"Text Documents" and "Position").
"""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol import types

_LINE_END = re.compile(r"\r\n|\n|\r")
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Positions:
    """Of one text without lone surrogates; ``encoding`` is utf-8, utf-16 or utf-32."""

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._codec, self._width = _CODECS[encoding]
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in ends)]
        self._ends = [*(end.start() for end in ends), len(text)]

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset, which is from 0 to the length of the text."""
        line = bisect_right(self._starts, offset) - 1
        before = self._text[self._starts[line] : min(offset, self._ends[line])]
        return types.Position(line, len(before.encode(self._codec)) // self._width)

    def range(self, start: int, end: int) -> types.Range:
        """Return the range of ``text[start:end]``."""
        return types.Range(self.position(start), self.position(max(start, end)))

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position; one behind the end of a line, or of the text, is that
        end, and one inside a character is its start."""
        if position.line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[position.line], self._ends[position.line]
        units = self._text[start:end].encode(self._codec)[: position.character * self._width]
        return start + len(units.decode(self._codec, "ignore"))

    def line_end(self, offset: int) -> int:
        """Return the offset at which the line that holds ``offset`` ends, its line end left out."""
        return self._ends[bisect_right(self._starts, offset) - 1]
