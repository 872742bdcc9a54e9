"""Reading: a file's bytes → Source; one module per format, chosen by content, not by name."""

from __future__ import annotations

import sys
from pathlib import Path

from checker.errors import InputError
from checker.reading.source import Cell, PhysicalLine, Source

__all__ = [
    "Cell",
    "PhysicalLine",
    "Source",
    "load_bytes",
    "outside_programs",
    "read_bytes",
    "read_file",
    "read_loaded",
]

MAX_TEXT_BYTES = 8_000_000
MAX_PACKAGE_BYTES = 200_000_000

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_ODT = "encrypted-package"  # OpenDocument 1.4, part 2, 3.4
_PDF_HEAD = 1024  # bytes in which "%PDF" must begin


def read_file(path: str, *, ocr: bool = False) -> Source:
    """Read the file at ``path`` (``-`` is standard input); ``ocr`` asks for the text of scans.

    Raises InputError when it is missing, empty, too large, or of a kind that cannot be read.
    """
    return read_loaded(load_bytes(path), path, ocr=ocr)


def read_loaded(data: bytes, path: str, *, ocr: bool = False) -> Source:
    """Read the bytes of somebody's file: as :func:`read_bytes`, but a PDF in a process of its own,
    which can be ended."""
    if not _is_pdf(data):
        return read_bytes(data, path, ocr=ocr)
    from checker.reading.pdf.apart import read_pdf_apart

    return read_pdf_apart(data, path, ocr=ocr)


def load_bytes(path: str) -> bytes:
    """Return the bytes of the file at ``path`` (``-`` is standard input), at most one more than
    the largest that is read. Raises InputError."""
    if path == "-":
        if sys.stdin is None:
            raise InputError("unreadable", path=path, reason="stdin")
        return sys.stdin.buffer.read(MAX_PACKAGE_BYTES + 1)
    try:
        with Path(path).open("rb") as file:
            return file.read(MAX_PACKAGE_BYTES + 1)
    except FileNotFoundError:
        raise InputError("no-such-file", path=path) from None
    except OSError as error:
        raise InputError("unreadable", path=path, reason=error.strerror or str(error)) from None


def read_bytes(data: bytes, path: str, *, ocr: bool = False) -> Source:
    """Read a document from its bytes; ``path`` is only what messages call it."""
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise InputError("empty-file", path=path)
    if len(data) > MAX_PACKAGE_BYTES:
        raise InputError("too-large", path=path, limit=MAX_PACKAGE_BYTES // 1_000_000)
    if data.startswith(_ZIP):
        return _read_package(data, path)
    if data.startswith(_OLE):
        from checker.reading.legacy import read_doc

        return read_doc(data, path)
    if data.startswith(b"{\\rtf"):
        from checker.reading.legacy import read_rtf

        return read_rtf(data, path)
    if _is_pdf(data):
        from checker.reading.pdf import read_pdf

        return read_pdf(data, path, ocr=ocr)
    if path.lower().endswith(".docx"):
        raise InputError("not-a-docx", path=path)
    if len(data) > MAX_TEXT_BYTES:
        raise InputError("too-large", path=path, limit=MAX_TEXT_BYTES // 1_000_000)
    from checker.reading.plaintext import read_text

    return read_text(data, path)


def outside_programs(data: bytes, *, ocr: bool = False) -> tuple[str, ...]:
    """Return the paths of the installed programs by which a file of these bytes is read."""
    names: tuple[tuple[str, ...], ...] = ()
    if data.startswith((_OLE, b"{\\rtf")):
        names = ("soffice", "libreoffice"), ("antiword",)
    elif ocr and _is_pdf(data):
        names = (("tesseract",),)
    if not names:
        return ()
    from checker.reading.office_program import find_program

    return tuple(program for program in (find_program(*one) for one in names) if program)


def _is_pdf(data: bytes) -> bool:
    if len(data) > MAX_PACKAGE_BYTES:
        return False
    return b"%PDF-" in data[:_PDF_HEAD] and not data.startswith((_ZIP, _OLE))


def _read_package(data: bytes, path: str) -> Source:
    from checker.reading.package import Package

    package = Package(data, path)
    if _ENCRYPTED_ODT in package.names:
        raise InputError("encrypted", path=path)
    if "content.xml" in package.names:
        from checker.reading.odt import read_odt

        return read_odt(package)
    from checker.reading.word import read_docx

    return read_docx(package)
