"""Word documents: bytes → Source, read with lxml straight from the package.

Text comes in reading order with tables cell by cell, automatic numbers computed, text boxes once,
tracked deletions and hidden text left out.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from checker.errors import InputError
from checker.reading.columns import columns
from checker.reading.docx_numbering import Numbering, W
from checker.reading.source import Cell, PhysicalLine, Source

MAX_PART_BYTES = 60_000_000
MAX_CHARACTERS = 8_000_000

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# "Strict" packages name their elements otherwise; nothing else differs for us
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = W.strip("{}").encode()
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    EOFError,
    RuntimeError,
    OSError,
    ValueError,
)

_SKIPPED = {
    W + "del",
    W + "moveFrom",
    W + "instrText",
    W + "delText",
    W + "pPr",
    W + "rPr",
    W + "sdtPr",
    MC + "Fallback",
}
_CHARACTERS = {W + "tab": "\t", W + "cr": "\v", W + "noBreakHyphen": "-", W + "ptab": "\t"}


def read_docx(data: bytes, path: str) -> Source:
    """Read a .docx package; a line of the Source's ``raw`` is a paragraph.

    Raises InputError when the package is broken, is another kind of zip, or is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            if "word/document.xml" not in names:
                raise InputError("odt" if "content.xml" in names else "not-a-docx", path=path)
            body = _parse(package, "word/document.xml", path)
            parts = {
                name: _parse(package, f"word/{name}.xml", path)
                for name in ("numbering", "styles")
                if f"word/{name}.xml" in names
            }
    except _BROKEN:
        raise InputError("broken-package", path=path) from None
    numbering = Numbering(parts.get("numbering"), parts.get("styles"))
    walker = _Walker(numbering)
    walker.walk(body, None)
    raw = "\n".join(walker.paragraphs)
    if not raw.strip():
        raise InputError("no-text", path=path)
    if len(raw) > MAX_CHARACTERS:
        raise InputError("too-large", path=path, limit=MAX_CHARACTERS // 1_000_000)
    return Source(path, "docx", raw, tuple(_lines(walker.paragraphs, walker.cells)))


def _parse(package: zipfile.ZipFile, name: str, path: str) -> etree._Element:
    if package.getinfo(name).file_size > MAX_PART_BYTES:
        raise InputError("too-large", path=path, limit=MAX_PART_BYTES // 1_000_000)
    with package.open(name) as part:
        data = part.read(MAX_PART_BYTES + 1)
    if len(data) > MAX_PART_BYTES:
        raise InputError("too-large", path=path, limit=MAX_PART_BYTES // 1_000_000)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)
    except etree.XMLSyntaxError:
        raise InputError("broken-package", path=path) from None


def _lines(paragraphs: list[str], cells: list[Cell | None]) -> Iterator[PhysicalLine]:
    offset = 0
    for text, cell in zip(paragraphs, cells, strict=True):
        for piece in text.split("\v"):
            spans = columns(piece, 0, len(piece)) if cell is None else [(0, len(piece))]
            for start, end in spans:
                yield PhysicalLine(offset + start, offset + end, cell)
            offset += len(piece) + 1


class _Walker:
    """Collects paragraphs in reading order, each with the table cell that it stands in."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.paragraphs: list[str] = []
        self.cells: list[Cell | None] = []
        self.tables = 0

    def walk(self, element: etree._Element, cell: Cell | None) -> None:
        for child in element:
            if child.tag == W + "p":
                self.paragraph(child, cell)
            elif child.tag == W + "tbl":
                self.table(child)
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
                self.walk(child, cell)

    def table(self, table: etree._Element) -> None:
        number = self.tables
        self.tables += 1
        own_rows = (
            row
            for row in table.iter(W + "tr")
            if next(row.iterancestors(W + "tbl")) is table and row.find(f"{W}trPr/{W}del") is None
        )
        for row_number, row in enumerate(own_rows):
            column = 0
            for cell in row.iter(W + "tc"):
                if next(cell.iterancestors(W + "tr")) is row:
                    if not _merged_away(cell):
                        self.walk(cell, Cell(number, row_number, column))
                    column += 1

    def paragraph(self, paragraph: etree._Element, cell: Cell | None) -> None:
        boxes: list[etree._Element] = []
        text = _one_line("".join(_text(paragraph, boxes)))
        deleted = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        if not (deleted and not text):
            label = _one_line(self.numbering.label(paragraph)) if text.strip() else ""
            self.paragraphs.append(label + text)
            self.cells.append(cell)
        for box in boxes:
            self.walk(box, cell)


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")


def _merged_away(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(W + "val", "continue") == "continue"


def _text(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """Yield the visible text of a paragraph; text boxes anchored in it go to ``boxes``."""
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            continue
        if tag in (W + "t", MATH + "t"):
            yield child.text or ""
        elif tag == W + "r":
            if not _hidden(child):
                yield from _text(child, boxes)
        elif tag == W + "br":
            yield "\v"
        elif tag == W + "txbxContent":
            boxes.append(child)
        elif tag in _CHARACTERS:
            yield _CHARACTERS[tag]
        else:
            yield from _text(child, boxes)


def _hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(W + "val", "true") not in ("0", "false", "off")
