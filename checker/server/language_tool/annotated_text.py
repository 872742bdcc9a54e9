"""A text with parts that are not to be checked, and the way back to where its words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

_STAND_IN = re.compile("([\u200b\ufffc]+)")


class Piece(NamedTuple):
    """A part of what a client sent: ``written`` stands there, ``read`` is what is checked of it:
    the same, nothing for markup, or what markup stands for (a line end for ``<br>``)."""

    written: str
    read: str


@dataclass(frozen=True)
class AnnotatedText:
    """What a client sent, in order."""

    pieces: tuple[Piece, ...]

    @staticmethod
    def plain(text: str) -> AnnotatedText:
        """Make it of a text without markup. Writer puts a zero width space where something stands
        that is no text (the mark of a footnote, a field, a picture)."""
        parts = _STAND_IN.split(text)
        return AnnotatedText(tuple(Piece(one, _STAND_IN.sub("", one)) for one in parts if one))

    @property
    def written(self) -> str:
        """The text as it was sent, with its markup."""
        return "".join(piece.written for piece in self.pieces)

    @property
    def read(self) -> str:
        """The text that is checked."""
        return "".join(piece.read for piece in self.pieces)

    def spans(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the spans in ``written`` of spans in ``read``; what lies in markup is taken for
        the whole of it."""
        read_starts, written_starts = [0], [0]
        for piece in self.pieces:
            read_starts.append(read_starts[-1] + len(piece.read))
            written_starts.append(written_starts[-1] + len(piece.written))

        def place(offset: int, *, at_end: bool) -> int:
            index = bisect_right(read_starts, offset - at_end) - 1
            if index >= len(self.pieces):
                return written_starts[-1]
            piece, start = self.pieces[index], written_starts[index]
            if piece.written == piece.read:
                return start + offset - read_starts[index]
            return start + (len(piece.written) if at_end else 0)

        return [
            (place(start, at_end=False), place(end, at_end=end > start)) for start, end in spans
        ]


class Utf16:
    """Counts in UTF-16 units, as the programs do that ask."""

    def __init__(self, text: str) -> None:
        self._wide = [index for index, char in enumerate(text) if char > "\uffff"]

    def offset(self, offset: int) -> int:
        """Return how many units stand before the character at ``offset``."""
        return offset + bisect_right(self._wide, offset - 1)
