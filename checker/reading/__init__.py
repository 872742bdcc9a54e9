"""Reading: a file's bytes → Source; one module per format, chosen by content, not by name."""

from __future__ import annotations

import sys
from pathlib import Path

from checker.errors import InputError
from checker.reading.source import Cell, PhysicalLine, Source

__all__ = ["Cell", "PhysicalLine", "Source", "read_bytes", "read_file"]

MAX_TEXT_BYTES = 8_000_000
MAX_PACKAGE_BYTES = 200_000_000

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_file(path: str) -> Source:
    """Read the file at ``path`` (``-`` is standard input).

    Raises InputError when it is missing, empty, too large, or of a kind that cannot be read.
    """
    if path == "-":
        if sys.stdin is None:
            raise InputError("unreadable", path=path, reason="stdin")
        return read_bytes(sys.stdin.buffer.read(MAX_PACKAGE_BYTES + 1), path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(MAX_PACKAGE_BYTES + 1)
    except FileNotFoundError:
        raise InputError("no-such-file", path=path) from None
    except OSError as error:
        raise InputError("unreadable", path=path, reason=error.strerror or str(error)) from None
    return read_bytes(data, path)


def read_bytes(data: bytes, path: str) -> Source:
    """Read a document from its bytes; ``path`` is only what messages call it."""
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise InputError("empty-file", path=path)
    if len(data) > MAX_PACKAGE_BYTES:
        raise InputError("too-large", path=path, limit=MAX_PACKAGE_BYTES // 1_000_000)
    if data.startswith(_ZIP):
        from checker.reading.docx import read_docx

        return read_docx(data, path)
    if data.startswith(_OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise InputError("encrypted" if encrypted else "legacy-doc", path=path)
    if data.startswith(b"%PDF"):
        raise InputError("pdf", path=path)
    if data.startswith(b"{\\rtf"):
        raise InputError("rtf", path=path)
    if path.lower().endswith(".docx"):
        raise InputError("not-a-docx", path=path)
    if len(data) > MAX_TEXT_BYTES:
        raise InputError("too-large", path=path, limit=MAX_TEXT_BYTES // 1_000_000)
    from checker.reading.plaintext import read_text

    return read_text(data, path)
