"""A page for the browser and for paper: the document's text with notes in its margin.

The page is one file without scripts; nothing is loaded from elsewhere.
"""

from __future__ import annotations

import itertools
import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from checker.annotating.note import Note
from checker.annotating.page_style import STYLE
from checker.document import Document
from checker.finding import LEVELS
from checker.phrases import say
from checker.reading.source import Cell, Source

_LINE_END = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
# What HTML cannot hold, and what would turn the order of the letters around it
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_WRAPPED = 160
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class _Line(NamedTuple):
    """A line of the page, as offsets in ``Source.raw``."""

    start: int
    end: int
    cell: Cell | None


class _Numbered(NamedTuple):
    """A note with its number on the page and its span, cut to the lines that are shown; ``home``
    is the index of the line beside which it stands."""

    number: int
    note: Note
    start: int
    end: int
    home: int


def annotate_html(document: Document, notes: Sequence[Note], title: str, lang: str) -> str:
    """Return a page with the text of ``document`` as read and ``notes`` beside the words that they
    are about, in ``lang`` (vi or en); ``title`` heads the page, as the file's name."""
    source = document.source
    lines = _shown_lines(source)
    numbered = _numbered(notes, lines)
    writer = _Writer(source, lines, numbered, lang)
    wrapped = ' class="lines"' if _is_wrapped(source, lines) else ""
    name = escape(_shown(title))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{name}</h1>\n{_counts(numbered, lang)}</header>\n"
        f'<main lang="vi"{wrapped}>\n{"".join(writer.blocks())}</main>\n</body>\n</html>\n'
    )


def _shown_lines(source: Source) -> list[_Line]:
    """The lines of the text; columns of one line are put together again."""
    shown: list[_Line] = []
    for start, end, cell in source.lines:
        last = shown[-1] if shown else None
        if (
            last is not None
            and last.cell is None
            and cell is None
            and not _LINE_END.search(source.raw, last.end, start)
        ):
            shown[-1] = last._replace(end=end)
        else:
            shown.append(_Line(start, end, cell))
    return shown


def _is_wrapped(source: Source, lines: Sequence[_Line]) -> bool:
    """Whether a line of the text is only a line of the page that it was printed on."""
    longest = max((line.end - line.start for line in lines), default=0)
    return not source.paragraphs and longest <= _LONGEST_WRAPPED


def _numbered(notes: Sequence[Note], lines: Sequence[_Line]) -> list[_Numbered]:
    ends = [line.end for line in lines]
    placed = []
    for note in sorted(notes, key=lambda one: (one.start, -one.end)) if lines else ():
        home = min(bisect_left(ends, note.start), len(lines) - 1)
        if note.end > note.start == ends[home] and home + 1 < len(lines):
            home += 1  # the first of its words is on the next line
        line = lines[home]
        start = min(max(note.start, line.start), line.end)
        placed.append((note, start, max(start, note.end), home))
    return [_Numbered(number, *one) for number, one in enumerate(placed, 1)]


def _counts(numbered: Sequence[_Numbered], lang: str) -> str:
    if not numbered:
        return f"<p>{escape(say('page-clean', lang))}</p>\n"
    counts = Counter(one.note.level for one in numbered)
    items = ""
    for level in reversed(LEVELS):
        if counts[level]:
            first = next(one.number for one in numbered if one.note.level == level)
            told = escape(say(f"count-{level}", lang, count=counts[level]))
            items += (
                f'<li class="{level}"><a href="#note-{first}">'
                f'<mark class="{level}">{told}</mark></a></li>\n'
            )
    return f'<ul class="counts">\n{items}</ul>\n<p>{escape(say("page-made", lang))}</p>\n'


class _Writer:
    def __init__(
        self,
        source: Source,
        lines: Sequence[_Line],
        numbered: Sequence[_Numbered],
        lang: str,
    ) -> None:
        self.source = source
        self.lines = lines
        self.lang = lang
        self.homes: dict[int, list[_Numbered]] = {}
        self.over: dict[int, list[_Numbered]] = {}
        starts = [line.start for line in lines]
        for one in numbered:
            self.homes.setdefault(one.home, []).append(one)
            for index in range(one.home, max(one.home + 1, bisect_right(starts, one.end - 1))):
                self.over.setdefault(index, []).append(one)

    def blocks(self) -> Iterator[str]:
        """Yield the paragraphs and tables of the page, each with the notes of its margin."""
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
        notes = [one for index in indexes for one in self.homes.get(index, ())]
        aside = "".join(map(self._note, notes))
        if aside:
            aside = f'<aside lang="{escape(self.lang)}">\n{aside}</aside>\n'
        return f'<div class="{style}">\n{aside}{content}</div>\n'

    def _note(self, one: _Numbered) -> str:
        level = escape(one.note.level)
        label = say(f"level-{one.note.level}", self.lang)
        words = _shown(one.note.words).removeprefix(f"{label}: ")  # which stands before it here
        first, *others = words.split("\n")
        more = "".join(f"<p>{escape(line)}</p>" for line in others if line.strip())
        return (
            f'<div class="note {level}" id="note-{one.number}" role="note"><p>'
            f'<a class="back label" href="#place-{one.number}">{one.number} · {escape(label)}</a> '
            f"{escape(first)}</p>{more}</div>\n"
        )

    def _paragraph(self, index: int) -> str:
        layout = self.source.layout
        paragraph = layout.paragraph_at(self.lines[index].start) if layout else None
        alignment = paragraph.format.alignment if paragraph else None
        style = f"text {alignment}" if alignment in ("center", "right") else "text"
        return f'<p class="{style}">{self._marked(index)}</p>\n'

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
        carets = [one for one in over if one.home == index and one not in {s[2] for s in spans}]
        places = sorted(
            {
                line.start,
                line.end,
                *(place for start, end, _ in spans for place in (start, end)),
                *(one.start for one in carets),
            }
        )
        opening: dict[int, list[tuple[int, int, _Numbered]]] = {}
        for span in sorted(spans, key=lambda span: (-span[1], span[2].number)):
            opening.setdefault(span[0], []).append(span)
        missing: dict[int, list[_Numbered]] = {}
        for one in carets:
            missing.setdefault(one.start, []).append(one)
        written: list[str] = []
        opened: list[tuple[int, int, _Numbered]] = []
        for place, following in itertools.zip_longest(places, places[1:]):
            closed = [span for span in opened if span[1] == place]
            reopened: list[tuple[int, int, _Numbered]] = []
            while any(span[1] == place for span in opened):
                written.append("</mark>")
                span = opened.pop()
                if span[1] > place:
                    reopened.insert(0, span)
            written += [_reference(span[2]) for span in closed if span[2].home == index]
            for one in missing.get(place, ()):
                written.append(self._caret(one) + _reference(one))
            for span in (*reopened, *opening.get(place, ())):
                number = span[2].number
                anchor = (
                    f' id="place-{number}"' if span[0] == place and span[2].home == index else ""
                )
                level = escape(span[2].note.level)
                written.append(f'<mark class="{level}" data-note="{number}"{anchor}>')
                opened.append(span)
            if following is not None:
                written.append(escape(_shown(self.source.raw[place:following])))
        return "".join(written)

    def _caret(self, one: _Numbered) -> str:
        told = escape(say("page-missing", self.lang))
        return (
            f'<span class="caret {escape(one.note.level)}" id="place-{one.number}" role="img" '
            f'aria-label="{told}" title="{told}">▲</span>'
        )


def _reference(one: _Numbered) -> str:
    return (
        f'<sup class="{escape(one.note.level)}"><a href="#note-{one.number}">{one.number}</a></sup>'
    )


def _columns(weights: Sequence[int]) -> Iterator[str]:
    """The widths of a table's columns: wide for much text, but not in proportion."""
    shares = [math.sqrt(weight) + 2 for weight in weights]
    for share in shares:
        yield f'<col style="width:{100 * share / sum(shares):.1f}%">'


def _shown(text: str) -> str:
    return _UNSHOWN.sub("\ufffd", text)
