"""Old Word files: .doc and .rtf, read by way of LibreOffice, or .doc by antiword, when present.

Both run as programs of their own on a copy in a temporary folder, bounded in time.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from checker.errors import InputError
from checker.reading.columns import paragraph_lines
from checker.reading.office_program import convert, find_program, run_bounded
from checker.reading.package import Package
from checker.reading.source import Cell, Source

__all__ = ["read_doc", "read_rtf", "to_docx"]

# Compound files ([MS-CFB] 2.6.1): names in entries of 128 bytes, ended by a zero, length at 64
_ENTRY = 128
_SECTOR_SHIFT = 30
_FIB_FLAGS = 10  # [MS-DOC] 2.5.2
_FIB_MAGIC = b"\xec\xa5"
_ENCRYPTED = 0x01  # of the second byte of the flags
_SECONDS = 30
_TABLE_LINE = re.compile(r"\|.*\|")


def to_docx(data: bytes, path: str, suffix: str) -> bytes | None:
    """Return the old document ``data`` as a .docx, converted by LibreOffice; None when it is not
    installed. ``suffix`` is ``.doc`` or ``.rtf``, ``path`` what messages call the file.

    Raises InputError ``encrypted``, ``not-a-document`` (a workbook, an installer …),
    ``not-converted``.
    """
    if suffix.strip(".") == "doc":
        _require_word(data, path)
    return convert(data, path, suffix)


def read_doc(data: bytes, path: str) -> Source:
    """Read an OLE file that should be a Word document.

    Raises InputError as :func:`to_docx` does, and ``legacy-doc`` when no program that reads .doc
    is installed.
    """
    converted = to_docx(data, path, ".doc")
    if converted is not None:
        return _read_converted(converted, path, "doc")
    text = _antiword_text(data, path)
    if text is None:
        raise InputError("legacy-doc", path=path)
    paragraphs: list[str] = []
    cells: list[Cell | None] = []
    for paragraph, cell in _paragraphs(text):
        paragraphs.append(paragraph)
        cells.append(cell)
    raw = "\n".join(paragraphs)
    if not raw.strip():
        raise InputError("no-text", path=path)
    lines = tuple(paragraph_lines(paragraphs, cells))
    return Source(path, "doc", raw, lines, paragraphs=True, note="antiword")


def read_rtf(data: bytes, path: str) -> Source:
    """Read a Rich Text file. Raises InputError ``rtf`` when LibreOffice is not installed,
    ``not-converted``."""
    converted = to_docx(data, path, ".rtf")
    if converted is None:
        raise InputError("rtf", path=path)
    return _read_converted(converted, path, "rtf")


def _read_converted(data: bytes, path: str, name: str) -> Source:
    from checker.reading.word import read_docx

    # fonts of a converted file are LibreOffice's, not the document's
    return replace(read_docx(Package(data, path)), format=name, layout=None, note="converted")


def _require_word(data: bytes, path: str) -> None:
    if _entry(data, "EncryptedPackage") is not None:
        raise InputError("encrypted", path=path)
    entry = _entry(data, "WordDocument")
    if entry is None:
        raise InputError("not-a-document", path=path)
    if _is_encrypted(data, entry):
        raise InputError("encrypted", path=path)


def _entry(data: bytes, name: str) -> int | None:
    """Return where the directory entry of the stream ``name`` begins in a compound file."""
    wanted = (name + "\0").encode("utf-16-le")
    at = data.find(wanted)
    while at >= 0:
        if at % _ENTRY == 0 and data[at + 64 : at + 66] == len(wanted).to_bytes(2, "little"):
            return at
        at = data.find(wanted, at + 1)
    return None


def _is_encrypted(data: bytes, entry: int) -> bool:
    shift = int.from_bytes(data[_SECTOR_SHIFT : _SECTOR_SHIFT + 2], "little")
    sector = int.from_bytes(data[entry + 116 : entry + 120], "little")
    if shift not in (9, 12):
        return False
    start = (sector + 1) << shift
    head = data[start : start + _FIB_FLAGS + 2]
    return head.startswith(_FIB_MAGIC) and len(head) == 12 and bool(head[11] & _ENCRYPTED)


def _antiword_text(data: bytes, path: str) -> str | None:
    """Return the text that antiword reads, a line a paragraph; None when it is not installed."""
    program = find_program("antiword")
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="soat-") as folder:
        copy = Path(folder, "document.doc")
        copy.write_bytes(data)
        text = Path(folder, "text")
        command = [program, "-m", "UTF-8.txt", "-w", "0", str(copy)]
        with text.open("wb") as out:
            done = run_bounded(command, Path(folder), _SECONDS, stdout=out)
        if not done:
            raise InputError("not-converted", path=path)
        return text.read_text(encoding="utf-8", errors="replace")


def _paragraphs(text: str) -> Iterator[tuple[str, Cell | None]]:
    """Yield the paragraphs of antiword's text. It draws tables with bars and blanks, which does
    not tell where a row ends: a table is given as one row."""
    table: list[list[str]] = []
    tables = 0
    for line in [*text.splitlines(), ""]:
        if _TABLE_LINE.fullmatch(line):
            table.append(line[1:-1].split("|"))
            continue
        if table:
            yield from _cells(table, tables)
            tables += 1
            table = []
        if line.strip():
            yield line.rstrip(), None


def _cells(table: list[list[str]], number: int) -> Iterator[tuple[str, Cell]]:
    for column in range(max(map(len, table))):
        pieces = [line[column] for line in table if column < len(line)]
        for paragraph in _unwrapped(pieces):
            yield paragraph, Cell(number, 0, column)


def _unwrapped(pieces: list[str]) -> Iterator[str]:
    """Join what was wrapped at the width of its column: a line that had no room for the first word
    of the next."""
    paragraph, last = "", ""
    for piece in pieces:
        said = piece.strip()
        wrapped = last and said and len(last) + 1 + len(said.split()[0]) > len(piece)
        if wrapped:
            paragraph += " " + said
        else:
            if paragraph:
                yield paragraph
            paragraph = said
        last = said
    if paragraph:
        yield paragraph
