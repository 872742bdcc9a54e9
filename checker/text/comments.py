"""HTML comments (``<!-- … -->``): where they stand in a text, and the text without them.

What is taken out is such that a comment changes nothing: one on lines of its own goes with its
lines and their end, one beside words goes with one blank that divides it from them. A ``<!--`` that
is never closed is text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_OPEN, _CLOSE = "<!--", "-->"
_BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_BLANK = (
    "\t\x1c\x1d\x1e\x1f \xa0\u1680"
    + "".join(map(chr, range(0x2000, 0x200B)))
    + "\u202f\u205f\u3000"
)
_BLANKS = re.compile(f"[{_BLANK}]*")


class Comment(NamedTuple):
    """A comment with its signs, as offsets in the text; ``alone`` tells that no other words stand
    on its lines."""

    start: int
    end: int
    alone: bool


class _Cut(NamedTuple):
    """What is taken out: ``text[start:end]``, which would stand at ``at`` of what remains."""

    start: int
    end: int
    at: int


@dataclass(frozen=True)
class Bare:
    """A text without its comments: ``text``, and the way from it to the text as read (``raw``) and
    back. All offsets are of characters."""

    raw: str
    text: str
    comments: tuple[Comment, ...] = ()
    _cuts: tuple[_Cut, ...] = ()
    _starts: list[int] = field(default_factory=list, repr=False)
    _places: list[int] = field(default_factory=list, repr=False)

    def offset(self, raw: int) -> int:
        """Return the offset in ``text`` of the character at ``raw``; of one that is taken out that
        of the next."""
        index = bisect_right(self._starts, raw)
        if index == 0:
            return raw
        cut = self._cuts[index - 1]
        return cut.at + max(0, raw - cut.end)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text as read from the character at ``start`` to the end of the
        one before ``end``; comments at both ends are left out."""
        raw_start = self._raw(start, bisect_right(self._places, start))
        return raw_start, max(raw_start, self._raw(end, bisect_left(self._places, end)))

    def raw_spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of the text as read that ``text[start:end]`` is made of."""
        first, last = bisect_right(self._places, start), bisect_left(self._places, end)
        done = start
        for cut in self._cuts[first:last]:
            if done < cut.at:
                yield self.raw_span(done, cut.at)
                done = cut.at
        if done < end:
            yield self.raw_span(done, end)

    def without_comments(self, raw_start: int, raw_end: int) -> str:
        """Return what of ``raw[raw_start:raw_end]`` is no comment."""
        return self.text[self.offset(raw_start) : self.offset(raw_end)]

    def _raw(self, offset: int, cuts_before: int) -> int:
        if cuts_before == 0:
            return offset
        cut = self._cuts[cuts_before - 1]
        return cut.end + offset - cut.at


def without_comments(raw: str) -> Bare:
    """Take the comments out of a text; in linear time."""
    spans = list(_spans(raw))
    if not spans:
        return Bare(raw, raw)
    comments: list[Comment] = []
    cuts: list[_Cut] = []
    kept: list[str] = []
    done = at = 0
    for group in _groups(raw, spans):
        start, end, alone = _cut(raw, done, group[0][0], group[-1][1])
        comments += [Comment(*span, alone) for span in group]
        kept.append(raw[done:start])
        at += start - done
        cuts.append(_Cut(start, end, at))
        done = end
    kept.append(raw[done:])
    starts, places = [cut.start for cut in cuts], [cut.at for cut in cuts]
    return Bare(raw, "".join(kept), tuple(comments), tuple(cuts), starts, places)


def _spans(raw: str) -> Iterator[tuple[int, int]]:
    start = raw.find(_OPEN)
    while start >= 0:
        close = raw.find(_CLOSE, start + 2)  # "<!-->" is a whole comment (HTML, 13.2.5.43)
        if close < 0:
            return
        end = close + len(_CLOSE)
        yield start, end
        start = raw.find(_OPEN, end)


def _groups(raw: str, spans: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Put together the comments between which nothing but blanks stands on the line."""
    group = [spans[0]]
    for span in spans[1:]:
        if _BLANKS.fullmatch(raw, group[-1][1], span[0]):
            group.append(span)
        else:
            yield group
            group = [span]
    yield group


def _cut(raw: str, done: int, start: int, end: int) -> tuple[int, int, bool]:
    """Return the span to take out with the comments at ``raw[start:end]``, of which nothing lies
    before ``done``, and whether they stand alone."""
    first = done + len(raw[done:start].rstrip(_BLANK))
    after = _BLANKS.match(raw, end)
    last = after.end() if after else end
    line_end = _BREAK.match(raw, last)
    begins = first == 0 or _BREAK.match(raw, first - 1) is not None
    ends = line_end is not None or last == len(raw)
    if begins and ends:
        return first, line_end.end() if line_end else last, True
    if begins:
        return start, min(last, end + 1), False
    return start - (first < start and (ends or end < last)), end, False
