"""A document's text as HTML, with marks on the words that something is said of.

Nothing of the text becomes markup; what HTML cannot hold is shown as U+FFFD.
"""

from __future__ import annotations

import itertools
import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from checker.phrases import say
from checker.reading.source import Cell, Source

_LINE_END = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
# What HTML cannot hold, and what would turn the order of the letters around it
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_WRAPPED = 160


class Spot(NamedTuple):
    """A numbered place of a text, as offsets in ``Source.raw``; an empty one is where something is
    missing. ``also`` numbers, from 1, the further places of the spot with the same number."""

    number: int
    level: str
    start: int
    end: int
    also: int = 0


class _Line(NamedTuple):
    """A line of the page, as offsets in ``Source.raw``."""

    start: int
    end: int
    cell: Cell | None


class _Placed(NamedTuple):
    """A spot cut to the lines that are shown; ``home`` is the index of the line in which it
    begins."""

    number: int
    level: str
    start: int
    end: int
    home: int
    also: int


class MarkedText:
    """Draws the text of ``source`` with marks on ``spots``.

    The first mark of spot 7 has the id ``place-7`` and is followed by a 7 that refers to
    ``#note-7``, both names led by ``prefix``; its further places are ``<span class="also">`` and
    nothing else. ``beside`` gives what stands in the margin of the
    spots with the numbers that it is told. ``lang`` is that of the words for screen readers.
    """

    def __init__(
        self,
        source: Source,
        spots: Iterable[Spot],
        lang: str,
        *,
        prefix: str = "",
        beside: Callable[[list[int]], str] = lambda numbers: "",
    ) -> None:
        self.source = source
        self.lang = lang
        self.prefix = prefix
        self.beside = beside
        self.lines = _shown_lines(source)
        self.homes: dict[int, list[_Placed]] = {}
        self.over: dict[int, list[_Placed]] = {}
        starts = [line.start for line in self.lines]
        for one in _placed(spots, self.lines):
            if not one.also:
                self.homes.setdefault(one.home, []).append(one)
            for index in range(one.home, max(one.home + 1, bisect_right(starts, one.end - 1))):
                self.over.setdefault(index, []).append(one)

    @property
    def is_wrapped(self) -> bool:
        """Whether a line of the text is only a line of the page that it was printed on."""
        longest = max((line.end - line.start for line in self.lines), default=0)
        return not self.source.paragraphs and longest <= _LONGEST_WRAPPED

    def blocks(self) -> Iterator[str]:
        """Yield the paragraphs and tables of the page, each with what stands beside it."""
        indexed = list(enumerate(self.lines))
        for table, group in itertools.groupby(
            indexed, lambda one: None if one[1].cell is None else one[1].cell.table
        ):
            if table is None:
                style = "block"
                for index, line in group:
                    blank = not self.source.raw[line.start : line.end].strip()
                    if blank and index not in self.over:
                        style = "block gap"
                        continue
                    yield self._block([index], self._paragraph(index), style)
                    style = "block"
            else:
                yield from self._table([index for index, _ in group])

    def _block(self, indexes: Sequence[int], content: str, style: str = "block") -> str:
        beside = self.beside([one.number for i in indexes for one in self.homes.get(i, ())])
        return f'<div class="{style}">\n{beside}{content}</div>\n'

    def _paragraph(self, index: int) -> str:
        styles = " ".join(("text", *self._looks(self.lines[index])))
        return f'<p class="{styles}">{self._marked(index)}</p>\n'

    def _looks(self, line: _Line) -> Iterator[str]:
        """How the whole line is set, as far as it is shown."""
        layout = self.source.layout
        if layout is None:
            return
        paragraph = layout.paragraph_at(line.start)
        if paragraph and paragraph.format.alignment in ("center", "right"):
            yield paragraph.format.alignment
        runs = [
            run.format
            for run in layout.runs_in(line.start, line.end)
            if self.source.raw[run.start : run.end].strip()
        ]
        if runs and all(one.bold for one in runs):
            yield "bold"
        if runs and all(one.italic for one in runs):
            yield "italic"

    def _table(self, indexes: Sequence[int]) -> Iterator[str]:
        """A table in pieces, so that notes stand beside their row."""
        cells: dict[int, dict[int, list[int]]] = {}
        weights: Counter[int] = Counter()
        for index in indexes:
            cell = self.lines[index].cell
            if cell is not None:
                cells.setdefault(cell.row, {}).setdefault(cell.column, []).append(index)
                weights[cell.column] += self.lines[index].end - self.lines[index].start
        width = max(weights) + 1
        columns = "".join(_columns([weights[column] for column in range(width)]))
        pieces: list[tuple[list[int], str]] = []
        for row in cells.values():
            of_row = [index for lines in row.values() for index in lines]
            markup = self._row(row, width)
            if pieces and not any(index in self.homes for index in of_row):
                pieces[-1] = (pieces[-1][0], pieces[-1][1] + markup)
            else:
                pieces.append((of_row, markup))
        for number, (of_piece, markup) in enumerate(pieces, 1):
            style = "block table-end" if number == len(pieces) else "block"
            yield self._block(of_piece, f"<table>{columns}{markup}</table>\n", style)

    def _row(self, row: dict[int, list[int]], width: int) -> str:
        starts = sorted(row)
        ends = [*starts[1:], width]
        written = f'<td colspan="{starts[0]}"></td>' if starts[0] else ""
        for start, end in zip(starts, ends, strict=True):
            span = f' colspan="{end - start}"' if end - start > 1 else ""
            written += f"<td{span}>{''.join(map(self._paragraph, row[start]))}</td>"
        return f"<tr>{written}</tr>\n"

    def _marked(self, index: int) -> str:
        """The line's text with marks that nest: what overlaps is closed and opened again."""
        line = self.lines[index]
        over = self.over.get(index, ())
        ends_here = {one: min(one.end, line.end) for one in over if one.start < line.end}
        spans = [(max(one.start, line.start), end, one) for one, end in ends_here.items()]
        spans = [span for span in spans if span[0] < span[1]]
        drawn = {span[2] for span in spans}
        carets = [one for one in over if one.home == index and not one.also and one not in drawn]
        places = sorted(
            {
                line.start,
                line.end,
                *(place for start, end, _ in spans for place in (start, end)),
                *(one.start for one in carets),
            }
        )
        opening: dict[int, list[tuple[int, int, _Placed]]] = {}
        for span in sorted(spans, key=lambda span: (-span[1], span[2].number)):
            opening.setdefault(span[0], []).append(span)
        missing: dict[int, list[_Placed]] = {}
        for one in carets:
            missing.setdefault(one.start, []).append(one)
        written: list[str] = []
        opened: list[tuple[int, int, _Placed]] = []
        for place, following in itertools.zip_longest(places, places[1:]):
            closed = [span for span in opened if span[1] == place]
            reopened: list[tuple[int, int, _Placed]] = []
            while any(span[1] == place for span in opened):
                span = opened.pop()
                written.append("</span>" if span[2].also else "</mark>")
                if span[1] > place:
                    reopened.insert(0, span)
            ended = [span[2] for span in closed if span[2].home == index and not span[2].also]
            written += map(self._reference, ended)
            for one in missing.get(place, ()):
                written.append(self._caret(one) + self._reference(one))
            for span in (*reopened, *opening.get(place, ())):
                begins = span[0] == place and span[2].home == index
                written.append(self._opened(span[2], begins))
                opened.append(span)
            if following is not None:
                written.append(escape(shown(self.source.bare.without_comments(place, following))))
        return "".join(written)

    def _opened(self, one: _Placed, begins: bool) -> str:
        name = f"{self.prefix}{one.number}"
        if one.also:
            style = f"also {escape(one.level)}"
            return f'<span class="{style}" data-note="{name}" data-also="{one.also}">'
        anchor = f' id="{self.prefix}place-{one.number}"' if begins else ""
        return f'<mark class="{escape(one.level)}" data-note="{name}"{anchor}>'

    def _caret(self, one: _Placed) -> str:
        told = escape(say("page-missing", self.lang))
        return (
            f'<span class="caret {escape(one.level)}" id="{self.prefix}place-{one.number}" '
            f'role="img" aria-label="{told}" title="{told}">▲</span>'
        )

    def _reference(self, one: _Placed) -> str:
        return (
            f'<sup class="{escape(one.level)}"><a href="#{self.prefix}note-{one.number}">'
            f"{one.number}</a></sup>"
        )


def shown(text: str) -> str:
    """Return ``text`` with a sign in the place of what a page cannot or must not hold."""
    return _UNSHOWN.sub("\ufffd", text)


def _shown_lines(source: Source) -> list[_Line]:
    """The lines of the text; columns of one line are put together again."""
    lines: list[_Line] = []
    for start, end, cell in source.lines:
        last = lines[-1] if lines else None
        if (
            last is not None
            and last.cell is None
            and cell is None
            and not _LINE_END.search(source.raw, last.end, start)
        ):
            lines[-1] = last._replace(end=end)
        else:
            lines.append(_Line(start, end, cell))
    return lines


def _placed(spots: Iterable[Spot], lines: Sequence[_Line]) -> Iterator[_Placed]:
    ends = [line.end for line in lines]
    for spot in spots if lines else ():
        home = min(bisect_left(ends, spot.start), len(lines) - 1)
        if spot.end > spot.start == ends[home] and home + 1 < len(lines):
            home += 1  # the first of its words is on the next line
        line = lines[home]
        start = min(max(spot.start, line.start), line.end)
        yield _Placed(spot.number, spot.level, start, max(start, spot.end), home, spot.also)


def _columns(weights: Sequence[int]) -> Iterator[str]:
    """The widths of a table's columns: wide for much text, but not in proportion."""
    shares = [math.sqrt(weight) + 2 for weight in weights]
    for share in shares:
        yield f'<col width="{100 * share / sum(shares):.1f}%">'
