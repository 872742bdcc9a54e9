"""Zip packages of XML parts (.docx, .odt), opened with bounds: hostile files end in one error."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from lxml import etree

from checker.errors import InputError

MAX_PART_BYTES = 60_000_000
MAX_PARTS = 20_000
MAX_TAGS = 1_000_000  # of one part; a plan of 500 pages has some hundred thousand
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


class Package:
    """A package in memory; ``data`` are its bytes, ``path`` what the user called the file.

    All methods raise InputError: ``broken-package`` for what is damaged or hostile (a document
    type declaration, elements nested by the hundreds), ``too-large`` for a part that unpacks to
    more than 60 MB or has more than a million tags.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise self.broken() from None
        self.names = frozenset(self._zip.namelist())
        if len(self.names) > MAX_PARTS:
            raise self.broken()

    def read(self, name: str) -> bytes:
        """Return the bytes of the part ``name``, which the package must have."""
        try:
            if self._zip.getinfo(name).file_size > MAX_PART_BYTES:
                raise self._too_large()
            with self._zip.open(name) as part:
                data = part.read(MAX_PART_BYTES + 1)
        except KeyError:
            raise self.broken() from None
        except _BROKEN:
            raise self.broken() from None
        if len(data) > MAX_PART_BYTES:
            raise self._too_large()
        return data

    def xml(self, name: str, replace: tuple[tuple[bytes, bytes], ...] = ()) -> etree._Element:
        """Return the root of the XML part ``name``; ``replace`` are pairs of bytes to change in it
        before it is parsed."""
        data = self.read(name)
        if data.count(b"<") > MAX_TAGS:
            raise self._too_large()
        for old, new in replace:
            data = data.replace(old, new)
        return parse_xml(data, self.path)

    def broken(self) -> InputError:
        return InputError("broken-package", path=self.path)

    def _too_large(self) -> InputError:
        return InputError("too-large", path=self.path, limit=MAX_PART_BYTES // 1_000_000)


def parse_xml(data: bytes, path: str) -> etree._Element:
    """Parse a part: no entities, no network, no comments, at most 256 levels."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise InputError("broken-package", path=path) from None
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise InputError("broken-package", path=path)
    return root
