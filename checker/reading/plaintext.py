"""Plain text and Markdown: bytes → Source."""

from __future__ import annotations

import codecs
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.errors import InputError
from checker.reading.columns import columns
from checker.reading.source import Cell, PhysicalLine, Source
from checker.text.comments import without_comments

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARKDOWN = re.compile(r"\*\*|^ {0,3}#{1,6} |^\|", re.MULTILINE)
_PIPE_ROW = re.compile(r"\s*\|.*\|\s*$")
_LINE_BREAK_TAG = re.compile(r"<br */?>", re.IGNORECASE)
_PIPE_RULE = re.compile(r"\s*\|[\s:|-]+\|\s*$")


class Encoding(NamedTuple):
    """How a text is written as bytes: the byte order mark, if any, and the codec's name."""

    mark: bytes
    codec: str

    def encode(self, text: str) -> bytes:
        return self.mark + text.encode(self.codec)


def encoding_of(data: bytes) -> Encoding:
    """Tell how a text is encoded: by its byte order mark, else UTF-16 where half of the bytes are
    nought, else UTF-8."""
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return Encoding(mark, codec)
    if b"\0" in data[:4096]:
        little = data[1:4096:2].count(0) > data[0:4096:2].count(0)
        return Encoding(b"", "utf-16-le" if little else "utf-16-be")
    return Encoding(b"", "utf-8")


def read_text(data: bytes, path: str) -> Source:
    """Decode ``data`` (UTF-8 or UTF-16, with or without byte order mark) into a Source.

    Raises InputError ``undecodable`` or ``not-text``.
    """
    raw = _decode(data, path)
    if len(_CONTROL.findall(raw)) > max(2, len(raw) // 100):
        raise InputError("not-text", path=path)
    bare = without_comments(raw)
    markdown = bool(_MARKDOWN.search(bare.text))
    lines = tuple(
        PhysicalLine(*bare.raw_span(start, end), cell)
        for start, end, cell in _physical_lines(bare.text, markdown)
    )
    return Source(path, "text", raw, lines, markdown)


def _decode(data: bytes, path: str) -> str:
    mark, codec = encoding_of(data)
    own = data[len(mark) :]
    try:
        return own.decode(codec)
    except UnicodeDecodeError as error:
        line = own[: error.start].count(b"\n") + 1
        raise InputError("undecodable", path=path, line=line) from None


def _physical_lines(raw: str, markdown: bool) -> Iterator[PhysicalLine]:
    tables = _Tables() if markdown else None
    start = 0
    for match in [*_BREAK.finditer(raw), None]:
        end = match.start() if match else len(raw)
        if tables:
            yield from tables.lines(raw, start, end)
        else:
            yield from _in_columns(raw, start, end)
        start = match.end() if match else end


def _in_columns(raw: str, start: int, end: int) -> Iterator[PhysicalLine]:
    return (PhysicalLine(*span) for span in columns(raw, start, end))


class _Tables:
    """Follows Markdown tables, whole rows (``| a | b |``) and broken ones (a ``|`` alone on a line
    between cells, as some law portals export them)."""

    def __init__(self) -> None:
        self.table = -1
        self.cell: Cell | None = None
        self.after_bar = False

    def lines(self, raw: str, start: int, end: int) -> Iterator[PhysicalLine]:
        text = raw[start:end]
        stripped = text.strip()
        if stripped == "|":
            self._bar()
        elif _PIPE_ROW.match(text) and stripped.count("|") > 2:
            if not _PIPE_RULE.match(text):
                yield from self._row(text, start)
        elif stripped:
            if self.cell and self.cell.column < 0:
                self.cell = None
            self.after_bar = False
            if self.cell:
                yield PhysicalLine(start, end, self.cell)
            else:
                yield from _in_columns(raw, start, end)
        else:
            self.cell = None
            yield PhysicalLine(start, end)

    def _bar(self) -> None:
        if self.cell is None:
            self.table += 1
            self.cell = Cell(self.table, 0, 0)
        elif self.after_bar:
            self.cell = Cell(self.table, self.cell.row + 1, 0)
        else:
            self.cell = self.cell._replace(column=self.cell.column + 1)
        self.after_bar = True

    def _row(self, text: str, start: int) -> Iterator[PhysicalLine]:
        if self.cell is None:
            self.table += 1
            self.cell = Cell(self.table, 0, -1)
        else:
            self.cell = Cell(self.table, self.cell.row + 1, -1)
        bars = [i for i, char in enumerate(text) if char == "|"]
        for column, (left, right) in enumerate(itertools.pairwise(bars)):
            cell = self.cell._replace(column=column)
            line = left + 1
            for tag in _LINE_BREAK_TAG.finditer(text, left + 1, right):
                yield PhysicalLine(start + line, start + tag.start(), cell)
                line = tag.end()
            yield PhysicalLine(start + line, start + right, cell)
