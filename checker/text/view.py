"""The text that the checks see, and the way back from it to the text as read."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_COMBINED = re.compile(r"\S[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]+")
_WORD = re.compile(r"\S+")


class Piece(NamedTuple):
    """A stretch of the view: ``text`` stands for ``raw[raw_start:raw_end]``, character for
    character, or only as a ``whole`` (a letter composed of several, a line end become a blank)."""

    raw_start: int
    raw_end: int
    text: str
    whole: bool = False


class View:
    """A text made of pieces of another; offsets in it lead back.

    ``text`` is NFC, its logical lines divided by ``\\n``.
    """

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = [piece for piece in pieces if piece.text]
        self._starts: list[int] = []
        offset = 0
        for piece in self._pieces:
            self._starts.append(offset)
            offset += len(piece.text)
        self.text = "".join(piece.text for piece in self._pieces)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text as read that ``text[start:end]`` stands for; an empty span
        gives the place before the character at ``start``."""
        if not self._pieces:
            return 0, 0
        if start >= len(self.text):
            last = self._pieces[-1].raw_end
            return last, last
        raw_start = self._raw(start, at_end=False)
        return raw_start, raw_start if end <= start else self._raw(end, at_end=True)

    def _raw(self, offset: int, *, at_end: bool) -> int:
        index = bisect_right(self._starts, offset - at_end) - 1
        piece = self._pieces[index]
        inside = offset - self._starts[index]
        if not piece.whole:
            return piece.raw_start + inside
        return piece.raw_end if at_end else piece.raw_start


def normal_pieces(raw: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the pieces that stand for ``raw[start:end]`` in NFC."""
    text = raw[start:end]
    if unicodedata.is_normalized("NFC", text):
        yield Piece(start, end, text)
        return
    done = 0
    for match in _WORD.finditer(text):
        word = match.group()
        if unicodedata.is_normalized("NFC", word):
            continue
        if done < match.start():
            yield Piece(start + done, start + match.start(), text[done : match.start()])
        yield from _word_pieces(word, start + match.start())
        done = match.end()
    if done < len(text):
        yield Piece(start + done, end, text[done:])


def _word_pieces(word: str, start: int) -> Iterator[Piece]:
    """Letter by letter where letters compose on their own; else the word as one piece."""
    whole = unicodedata.normalize("NFC", word)
    pieces: list[Piece] = []
    done = 0
    for match in _COMBINED.finditer(word):
        if done < match.start():
            pieces.append(Piece(start + done, start + match.start(), word[done : match.start()]))
        letter = unicodedata.normalize("NFC", match.group())
        pieces.append(Piece(start + match.start(), start + match.end(), letter, True))
        done = match.end()
    if done < len(word):
        pieces.append(Piece(start + done, start + len(word), word[done:]))
    if "".join(piece.text for piece in pieces) == whole:
        yield from pieces
    else:
        yield Piece(start, start + len(word), whole, True)
