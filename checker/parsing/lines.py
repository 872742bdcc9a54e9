"""Source → logical lines: dressing off, wrapped lines joined, the way back kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.kinds import Line
from checker.parsing.line_kinds import LineKinds, classify
from checker.reading import Source
from checker.reading.source import Cell
from checker.text.comments import Bare
from checker.text.dressing import open_emphasis, undressed
from checker.text.folding import fold
from checker.text.joining import (
    Candidate,
    continues,
    layout_of,
    page_numbers,
    separator,
)
from checker.text.view import Piece, View, normal_pieces

_SPECIAL_SPACE = re.compile("[\t\u00a0\u2007\u2009\u202f]")
_HEAD = frozenset(("head",))
_BODY = frozenset(("title", "opening", "body", "appendix"))
_TAIL = frozenset(("tail",))
_ANY = _HEAD | _BODY


def logical_lines(source: Source, kinds: LineKinds) -> tuple[View, str, tuple[Line, ...]]:
    """Return the view of the source's text, one logical line a line, the same folded, and the
    classified lines."""
    candidates = _candidates(source, kinds)
    layout = layout_of(
        [candidate for candidate, _ in candidates], source.markdown, source.paragraphs
    )
    pieces: list[Piece] = []
    spans: list[tuple[int, int, Cell | None]] = []
    offset = 0
    previous: Candidate | None = None
    for candidate, own in candidates:
        raw_start = own[0].raw_start
        joined = previous is not None and continues(previous, candidate, layout)
        if previous is not None:
            between = separator(previous) if joined else "\n"
            pieces.append(Piece(pieces[-1].raw_end, raw_start, between, True))
            offset += len(between)
        length = sum(len(piece.text) for piece in own)
        if joined:
            spans[-1] = (spans[-1][0], offset + length, spans[-1][2])
        else:
            spans.append((offset, offset + length, candidate.cell))
        pieces += own
        offset += length
        previous = candidate
    view = View(pieces)
    folded = fold(view.text)
    classes = classify([(folded[start:end], cell is not None) for start, end, cell in spans], kinds)
    lines = tuple(
        Line(kind, view.text[start:end], start, end, marker, role, cell)
        for (start, end, cell), (kind, marker, role) in zip(spans, classes, strict=True)
    )
    return view, folded, lines


def _candidates(source: Source, kinds: LineKinds) -> list[tuple[Candidate, list[Piece]]]:
    """The physical lines that hold text, with what joining needs to know of them."""
    bare = source.bare
    spans = [(bare.offset(line.start), bare.offset(line.end)) for line in source.lines]
    own_pieces = [list(_pieces(bare, *span, source.markdown)) for span in spans]
    texts = ["".join(piece.text for piece in pieces) for pieces in own_pieces]
    dropped = page_numbers(texts, [line.cell is not None for line in source.lines])
    folded = fold("\n".join(texts)).split("\n")
    found: list[tuple[Candidate, list[Piece]]] = []
    zone = _Zone(folded, kinds)
    gap, emphasis, after_type = False, 0, False
    for index, line in enumerate(source.lines):
        if not texts[index] or index in dropped:
            gap, emphasis = True, 0
            continue
        shape = kinds.shape(folded[index], zone.at(index))
        if source.markdown:
            emphasis = open_emphasis(bare.text, *spans[index], emphasis)
        as_read = bare.text[slice(*spans[index])]
        candidate = Candidate(
            text=texts[index],
            folded=folded[index],
            cell=line.cell,
            alone=shape is not None and shape.alone,
            marker=shape is not None and shape.marker,
            strict=zone.strict(index, shape.name if shape else "")
            or (after_type and not source.markdown),
            gap=gap,
            trailing_blank=as_read != as_read.rstrip(),
            hard_break=source.markdown and as_read.endswith(("  ", "\\")),
            emphasis_open=emphasis > 0,
        )
        found.append((candidate, own_pieces[index]))
        gap, after_type = False, index == zone.head_end
    return found


def _pieces(bare: Bare, start: int, end: int, markdown: bool) -> Iterator[Piece]:
    """The pieces that stand for a physical line, by its span in the text without comments."""
    for span in undressed(bare.text, start, end, markdown):
        for piece in normal_pieces(bare.text, *span):
            if _SPECIAL_SPACE.search(piece.text):
                piece = piece._replace(text=_SPECIAL_SPACE.sub(" ", piece.text))
            yield from _as_read(piece, bare)


def _as_read(piece: Piece, bare: Bare) -> Iterator[Piece]:
    """Yield a piece of the text without comments as pieces of the text as read."""
    if not bare.comments:
        yield piece
    elif piece.whole:
        raw_start, raw_end = bare.raw_span(piece.raw_start, piece.raw_end)
        yield piece._replace(raw_start=raw_start, raw_end=raw_end)
    else:
        done = 0
        for start, end in bare.raw_spans(piece.raw_start, piece.raw_end):
            yield Piece(start, end, piece.text[done : done + end - start])
            done += end - start


class _Zone:
    """Roughly where a physical line stands: header, body, or from "Nơi nhận" to the first
    appendix; short lines are lines in the first and the last."""

    def __init__(self, folded: list[str], kinds: LineKinds) -> None:
        self.head_end = kinds.head_end(folded)
        self.in_tail = False

    def at(self, index: int) -> frozenset[str]:
        if self.in_tail:
            return _TAIL
        if index <= self.head_end:
            return _HEAD
        return _BODY if self.head_end >= 0 else _ANY

    def strict(self, index: int, shape: str) -> bool:
        if shape in ("RECIPIENTS", "AUTHORITY"):
            self.in_tail = True
        elif shape == "APPENDIX":
            self.in_tail = False
        return self.in_tail or index < self.head_end
