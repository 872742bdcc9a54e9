"""Files that lie elsewhere: URLs that fsspec opens (``s3://bucket/folder``, ``zip://*.docx::a.zip``).

fsspec is asked for with ``pip install 'soat[cluster]'``; a store may need a driver of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any, TypeVar

from checker.errors import InputError
from checker.files import is_document
from checker.reading import MAX_PACKAGE_BYTES

T = TypeVar("T")

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+(?:://|::)")
_MAGIC = re.compile(r"[*?\[]")
# what stores tell of a file that changes when its content does
_MARKS = ("ETag", "etag", "md5Hash", "CRC", "LastModified", "last_modified", "mtime", "created")


def is_remote(path: str) -> bool:
    """Tell whether a path is a URL."""
    return _URL.match(path) is not None


def expand_remote(url: str) -> list[str]:
    """Return the URLs of the documents that one stands for: of a folder all under it, hidden ones
    left out, of a pattern (``*``, ``?``, ``[…]``) those that fit. Raises InputError: ``no-fsspec``,
    ``no-driver``, ``unreadable-url``, ``no-documents``."""
    return _asked(url, lambda fsspec: _expanded(url, *fsspec.core.url_to_fs(url)))


def load(url: str) -> bytes:
    """Return the bytes of a file, at most one more than the largest that is read. Raises
    InputError, also ``no-such-file``."""

    def read(fsspec: Any) -> bytes:
        with fsspec.open(url, "rb") as file:
            content: bytes = file.read(MAX_PACKAGE_BYTES + 1)
            return content

    return _asked(url, read)


def mark_of(url: str) -> str:
    """Return what changes when the file does, as its store tells without having it read; empty
    where the store tells nothing of the kind. Raises as :func:`load`."""

    def look(fsspec: Any) -> str:
        files, path = fsspec.core.url_to_fs(url)
        told = files.info(path)
        marks = {name: str(told[name]) for name in _MARKS if told.get(name)}
        return f"{told.get('size')} {marks}" if marks else ""

    return _asked(url, look)


def _expanded(url: str, files: Any, path: str) -> list[str]:
    if _MAGIC.search(path):
        found, top = files.glob(path), ""
    elif files.isdir(path):
        found, top = files.find(path), path
    else:
        return [url]
    within = url.partition("::")[2]
    listed = [
        files.unstrip_protocol(one) + (f"::{within}" if within else "")
        for one in sorted(found)
        if _is_document(one, top) and not files.isdir(one)
    ]
    if not listed:
        raise InputError("no-documents", path=url)
    return listed


def _is_document(path: str, top: str) -> bool:
    parts = PurePosixPath(path.removeprefix(top)).parts
    hidden = any(part.startswith(".") for part in parts[:-1])
    return bool(parts) and not hidden and is_document(parts[-1])


def _asked(url: str, ask: Callable[[Any], T]) -> T:
    """What ``ask`` gives, with fsspec; what drivers raise is told in one way."""
    try:
        import fsspec
    except ImportError:
        raise InputError("no-fsspec", path=url) from None
    try:
        return ask(fsspec)
    except InputError:
        raise
    except FileNotFoundError:
        raise InputError("no-such-file", path=url) from None
    except ImportError as error:
        raise InputError("no-driver", path=url, reason=error) from None
    except Exception as error:  # each driver has errors of its own
        reason = str(error) or type(error).__name__
        raise InputError("unreadable-url", path=url, reason=reason) from None
