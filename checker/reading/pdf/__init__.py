"""PDF: the text of its pages with their places → Source; scans are told from documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from checker.errors import InputError
from checker.reading.columns import columns
from checker.reading.pdf.page import PageContent, read_page
from checker.reading.pdf.rows import PageLine
from checker.reading.pdf.text import document_lines, words_on
from checker.reading.source import PhysicalLine, Source
from checker.text.legibility import is_legible

__all__ = ["open_pdf", "read_lines", "read_pdf"]

MAX_PAGES = 2_000
MAX_CHARACTERS = 8_000_000
_FEW_WORDS = 15  # of a page under a picture: a scan with a stamp or a number
_MANY_LETTERS = 600  # of a page: more than stamps hold
_COVERED = 0.5  # of a page
_FOREIGN = 0.03  # of the letters; more of them come from a font without a table of its letters
_FOREIGN_WORDS = 0.04  # of the words, when only some letters of a font have no place in its table
# Letters that Vietnamese, English and a formula do not have, glyphs without a letter.
_FOREIGN_LETTERS = "\u0400-\u1dff\u2c00-\ud7ff\ue000-\ufaff\ufb07-\ufdff\ufffd"
_FOREIGN_LETTER = re.compile(f"[{_FOREIGN_LETTERS}]")
# ``Đ¾O``, ``cÿa``, ``CH■``: what the codes of Vietnamese letters are where a table lacks them
_STRAY = re.compile(rf"[{_FOREIGN_LETTERS}ÞþßÿÆæØøÅå]|\w[¾¿¯■]|[¾¿¯■]\w")
_LETTER = re.compile(r"[^\W_]|[\ue000-\uf8ff\ufffd]")


def read_pdf(data: bytes, path: str, *, ocr: bool = False) -> Source:
    """Read the text of a PDF; with ``ocr`` that of a scan, and of one whose text cannot be read, is
    recognised.

    Raises InputError: ``encrypted-pdf``, ``broken-pdf``, ``too-many-pages`` (over 2,000),
    ``too-large`` (over 8 million characters), and what recognising raises.
    """
    with closing(open_pdf(data, path)) as pdf:
        pages = _pages(pdf, path)
        lines = _lines(pages)
        source = _source(path, lines)
        usable = bool(source.raw.strip()) and not _is_garbled(source.raw)
        if ocr and not (usable and is_legible(source.raw)):
            from checker.reading.ocr import recognised_pages

            source = _source(path, document_lines(recognised_pages(pdf, path)), ocr=True)
            return source if source.raw.strip() else _scan(path)
    if not usable:
        return _scan(path)
    hidden = sum(page.invisible for page in pages if page.fragments)
    pictures = (
        number
        for number, page in enumerate(pages, 1)
        if page.covered > _COVERED and not _has_text(page)
    )
    recognised = 2 * hidden > sum(bool(page.fragments) for page in pages)
    return replace(source, ocr=recognised, unread=tuple(pictures))


def open_pdf(data: bytes, path: str) -> pypdfium2.PdfDocument:
    """Open a PDF, to be closed by the caller. Raises InputError as :func:`read_pdf` does."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise InputError("encrypted-pdf" if locked else "broken-pdf", path=path) from None
    if len(pdf) > MAX_PAGES:
        pages = len(pdf)
        pdf.close()
        raise InputError("too-many-pages", path=path, pages=pages, limit=MAX_PAGES)
    return pdf


def read_lines(pdf: pypdfium2.PdfDocument, path: str) -> list[list[PageLine]]:
    """Return the lines of each page as :func:`read_pdf` reads them: ``Source.raw`` is all of them,
    joined by ``\n``. Raises InputError as it does."""
    return _lines(_pages(pdf, path))


def _lines(pages: Sequence[PageContent]) -> list[list[PageLine]]:
    """The lines of each page, none of scanned ones."""
    return document_lines(
        page if _has_text(page) else PageContent(page.width, page.height) for page in pages
    )


def _pages(pdf: pypdfium2.PdfDocument, path: str) -> list[PageContent]:
    left = MAX_CHARACTERS
    pages: list[PageContent] = []
    for number in range(len(pdf)):
        try:
            page = pdf[number]
        except pypdfium2.PdfiumError:
            pages.append(PageContent(0, 0))
            continue
        with closing(page):
            pages.append(read_page(page, left + 1))
        left -= pages[-1].characters
        if left < 0:
            raise InputError("too-large", path=path, limit=MAX_CHARACTERS // 1_000_000)
    if all(page.width == 0 for page in pages):
        raise InputError("broken-pdf", path=path)
    return pages


def _has_text(page: PageContent) -> bool:
    if sum(len(fragment.text) for fragment in page.fragments) > _MANY_LETTERS:
        return True
    return words_on(page) >= (_FEW_WORDS if page.covered > _COVERED else 1)


def _is_garbled(raw: str) -> bool:
    foreign = len(_FOREIGN_LETTER.findall(raw))
    words = raw.split()
    stray = sum(bool(_STRAY.search(word)) for word in words)
    return foreign > _FOREIGN * len(_LETTER.findall(raw)) or stray > _FOREIGN_WORDS * len(words)


def _scan(path: str) -> Source:
    return Source(path, "pdf", "", (), scan=True)


def _source(path: str, pages: Sequence[Sequence[PageLine]], *, ocr: bool = False) -> Source:
    texts: list[str] = []
    lines: list[PhysicalLine] = []
    starts: list[int] = []
    offset = 0
    for page in pages:
        starts.append(offset)
        for line in page:
            texts.append(line.text)
            end = offset + len(line.text)
            lines.append(PhysicalLine(offset, end, line.cell))
            offset = end + 1
    raw = "\n".join(texts)
    divided = [
        piece
        for line in lines
        for piece in (
            [line]
            if line.cell
            else [PhysicalLine(*span) for span in columns(raw, line.start, line.end)]
        )
    ]
    return Source(path, "pdf", raw, tuple(divided), pages=tuple(starts), ocr=ocr)
