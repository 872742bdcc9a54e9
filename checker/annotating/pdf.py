"""Notes in a PDF: highlights on exactly the words concerned, written behind what the file holds."""

from __future__ import annotations

import ctypes
import io
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from checker.annotating.note import Note
from checker.errors import InputError
from checker.reading.pdf import open_pdf, read_lines
from checker.reading.pdf.rows import PageLine
from checker.reading.source import Source

AUTHOR = "Soát"
_COLOURS = {"error": (255, 90, 90), "warning": (255, 176, 60), "info": (120, 180, 255)}
_PRINTED = 1 << 2  # annotation flag (ISO 32000-1, 12.5.3)
_ABREAST = 3  # signs, that may stand at one place
_SIGN = 18.0  # points, the side of the sign of a note without words
_HEAD = re.compile(rb"\d+ \d+ obj\s*<<")
_END = re.compile(rb"endstream\s+startxref\s+(\d{1,15})\s+%%EOF\s*\Z")
_LONGEST_END = 100  # bytes


class _Rectangle(NamedTuple):
    """In points, from the bottom left corner of the page as the file has it."""

    left: float
    bottom: float
    right: float
    top: float


def annotate_pdf(data: bytes, source: Source, notes: Sequence[Note]) -> bytes:
    """Return the PDF ``data``, which was read as ``source``, with each note on its words; a note on
    an empty span becomes a sign at that place. What the file holds stays as it is: notes are added
    behind it.

    Raises InputError: ``annotate-scan`` for a scan, ``pdf-not-written``, and what reading raises.
    """
    if source.scan or source.ocr:
        raise InputError("annotate-scan", path=source.path)
    with closing(open_pdf(data, source.path)) as pdf:
        for number, lines in enumerate(read_lines(pdf, source.path)):
            start = source.pages[number]
            end = start + sum(len(line.text) + 1 for line in lines)
            here = [note for note in notes if _touches(note, start, end)]
            if here:
                with closing(pdf[number]) as page, closing(page.get_textpage()) as text_page:
                    places = _Places(page, text_page, lines, start)
                    signs = 0
                    for note in sorted(here):
                        where = places.of(note)
                        missing = where[0].left == where[0].right
                        _add(page, note, where, signs if missing else None)
                        signs += missing
        return _saved(pdf, source.path)


def _touches(note: Note, start: int, end: int) -> bool:
    return start <= note.start < end or (note.start < start < note.end)


def _saved(pdf: pypdfium2.PdfDocument, path: str) -> bytes:
    out = io.BytesIO()
    try:
        pdf.save(out, flags=pdfium.FPDF_INCREMENTAL)
    except pypdfium2.PdfiumError:
        raise InputError("pdf-not-written", path=path) from None
    return _with_whole_references(out.getvalue())


def _with_whole_references(data: bytes) -> bytes:
    """Return a PDF as PDFium saves it with its last cross-reference stream made whole: PDFium
    leaves out the type and the end of the object, without which strict readers take the file for
    damaged (ISO 32000-1, 7.5.8.2)."""
    end = _END.search(data, max(0, len(data) - _LONGEST_END))
    if end is None:
        return data
    start = int(end[1])
    head = _HEAD.match(data, start)
    if head is None or b"/Type" in data[start : data.find(b"stream", start)]:
        return data
    return b"".join(
        (
            data[: head.end()],
            b"/Type/XRef",
            data[head.end() : end.start()],
            b"endstream\r\nendobj\r\n",
            data[end.start(0) + len(b"endstream") :].lstrip(),
        )
    )


class _Places:
    """Where on a page the characters of its lines stand; ``start`` is the offset of the first."""

    def __init__(
        self,
        page: pypdfium2.PdfPage,
        text_page: pypdfium2.PdfTextPage,
        lines: Sequence[PageLine],
        start: int,
    ) -> None:
        self._corner = _Rectangle(*page.get_bbox())
        self._text_page = text_page
        self._lines = lines
        self._starts: list[int] = []
        for line in lines:
            self._starts.append(start)
            start += len(line.text) + 1

    def of(self, note: Note) -> list[_Rectangle]:
        """Return a rectangle for each stretch of a line that ``note`` covers; a single one without
        extent, where nothing is covered."""
        found: list[_Rectangle] = []
        for first, line in zip(self._starts, self._lines, strict=True):
            indices = line.indices[max(0, note.start - first) : max(0, note.end - first)]
            found += self._stretches(indices)
        return found or [self._sign(note.start)]

    def _stretches(self, indices: Iterable[int]) -> Iterator[_Rectangle]:
        whole: _Rectangle | None = None
        for box in (self._box(index) for index in indices if index >= 0):
            if whole is None:
                whole = box
            elif min(whole.top, box.top) > max(whole.bottom, box.bottom) or _is_upright(whole, box):
                whole = _Rectangle(
                    min(whole.left, box.left),
                    min(whole.bottom, box.bottom),
                    max(whole.right, box.right),
                    max(whole.top, box.top),
                )
            else:
                yield whole
                whole = box
        if whole is not None:
            yield whole

    def _box(self, index: int) -> _Rectangle:
        rect = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._text_page, index, rect)
        return _Rectangle(rect.left, rect.bottom, rect.right, rect.top)

    def _sign(self, offset: int) -> _Rectangle:
        """The left end of the line at ``offset``, or of the last before it that holds words."""
        for number in range(bisect_right(self._starts, offset) - 1, -1, -1):
            index = next((index for index in self._lines[number].indices if index >= 0), None)
            if index is not None:
                box = self._box(index)
                return box._replace(right=box.left, bottom=box.top)
        corner = self._corner
        return corner._replace(right=corner.left, bottom=corner.top)


def _is_upright(whole: _Rectangle, box: _Rectangle) -> bool:
    """Tell the next letter of a line that is set upwards or downwards."""
    return whole.top - whole.bottom > 0 and abs(whole.left - box.left) < 1 < abs(
        whole.right - whole.left
    )


def _add(
    page: pypdfium2.PdfPage, note: Note, places: Sequence[_Rectangle], sign: int | None
) -> None:
    """Put ``note`` on ``places``, or as a sign left of them, being the ``sign``-th of the page."""
    kind = pdfium.FPDF_ANNOT_HIGHLIGHT if sign is None else pdfium.FPDF_ANNOT_TEXT
    annotation = pdfium.FPDFPage_CreateAnnot(page, kind)
    try:
        colour = pdfium.FPDFANNOT_COLORTYPE_Color
        pdfium.FPDFAnnot_SetColor(annotation, colour, *_COLOURS[note.level], 255)
        pdfium.FPDFAnnot_SetFlags(annotation, _PRINTED)
        for key, words in ((b"Contents", note.words), (b"T", AUTHOR)):
            pdfium.FPDFAnnot_SetStringValue(annotation, key, _wide(words))
        if sign is None:
            for place in places:
                pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, _quad(place))
            whole = _Rectangle(
                min(place.left for place in places),
                min(place.bottom for place in places),
                max(place.right for place in places),
                max(place.top for place in places),
            )
        else:
            left = max(places[0].left - (_SIGN + 2) * (1 + sign % _ABREAST), 2.0)
            top = places[0].top
            whole = _Rectangle(left, top - _SIGN, left + _SIGN, top)
        rect = pdfium.FS_RECTF(
            left=whole.left, bottom=whole.bottom, right=whole.right, top=whole.top
        )
        pdfium.FPDFAnnot_SetRect(annotation, rect)
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _quad(place: _Rectangle) -> object:
    left, bottom, right, top = place
    return pdfium.FS_QUADPOINTSF(
        x1=left, y1=top, x2=right, y2=top, x3=left, y3=bottom, x4=right, y4=bottom
    )


def _wide(words: str) -> object:
    data = words.encode("utf-16-le", "replace") + b"\0\0"
    return (ctypes.c_ushort * (len(data) // 2)).from_buffer_copy(data)
