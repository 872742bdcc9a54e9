"""Lines that hold two columns: header and signature set with blanks or tabs instead of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.reading.source import Cell, PhysicalLine

_WIDE_GAP = re.compile(r"(?<=\S)(?:\t{2,}|[ \t]{3,})(?=\S)")
_LEAST_COLUMN = 5
_LONGEST_HEADER = 250
# A narrow gap divides only before what can be nothing but the right column of a header.
_NATION = r"CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = r"Độc lập *[-–] *[Tt]ự do *[-–] *[Hh]ạnh phúc"
_RIGHT_COLUMN = re.compile(
    rf"(?<!NƯỚC)(?<=\S)[ \t]+(?=(?:{_NATION}|{_MOTTO})[ \t.]*$)"
    r"|(?<=\S)(?:\t| {2,})(?=ĐẢNG CỘNG SẢN VIỆT NAM[ \t]*$)"
    r"|(?<=\S)(?:\t|  )(?=(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\b)"
)
_DATE_COLUMN = re.compile(
    r"\s*Số\b.*?[/-]\S+(?P<gap>[ \t]+)(?=[A-ZĐ][^,:\d]{1,40}, *ngày\b[^,;:]*$)"
)


def columns(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the columns in ``raw[start:end]``, one physical line.

    A wide gap before a small letter or a sign is a blank to fill in ("ngày      tháng 01").
    """
    done = start
    for gap_start, gap_end in _gaps(raw, start, end):
        left = raw[done:gap_start].strip()
        if len(left) >= _LEAST_COLUMN or left == "*":  # the star under the name of a Party body
            yield done, gap_start
            done = gap_end
    yield done, end


def paragraph_lines(
    paragraphs: Sequence[str], cells: Sequence[Cell | None]
) -> Iterator[PhysicalLine]:
    """Yield the physical lines of ``paragraphs`` joined by ``\\n``: a paragraph is cut at its soft
    breaks (``\\v``) and, outside of tables, into columns. ``cells`` tells for each paragraph the
    table cell that it stands in."""
    offset = 0
    for text, cell in zip(paragraphs, cells, strict=True):
        for piece in text.split("\v"):
            spans = columns(piece, 0, len(piece)) if cell is None else [(0, len(piece))]
            for start, end in spans:
                yield PhysicalLine(offset + start, offset + end, cell)
            offset += len(piece) + 1


def _gaps(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    wide = [gap.span() for gap in _WIDE_GAP.finditer(raw, start, end) if raw[gap.end()].isupper()]
    if not wide and end - start <= _LONGEST_HEADER:
        text = raw[start:end]
        right = _RIGHT_COLUMN.search(text)
        date = _DATE_COLUMN.match(text)
        gap = right.span() if right else date.span("gap") if date else None
        if gap:
            yield start + gap[0], start + gap[1]
    yield from wide
