"""The bytes of an XML part: where each element stands in them, and pieces put between."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat

from lxml import etree

from checker.errors import InputError
from checker.reading.word.names import W

_START_TAG = re.compile(rb"""<([^\s/>"']+)(?:"[^"]*"|'[^']*'|[^"'>])*>""")
_DECLARATION = re.compile(r"\A\ufeff?<\?xml[^>]*\?>")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Place(NamedTuple):
    """Where an element stands: ``start`` and ``end`` of the whole, ``inner`` where its start tag
    ends and ``close`` where its end tag begins. A self-closing element has ``inner``, ``close``
    and ``end`` alike."""

    start: int
    inner: int
    close: int
    end: int

    @property
    def empty(self) -> bool:
        return self.inner == self.end


class Names(NamedTuple):
    """How names of WordprocessingML are written at a place: what stands before the name of an
    element and of an attribute, and the declaration of the latter that new elements need."""

    element: str
    attribute: str
    declaration: str

    def tag(self, name: str, attributes: Mapping[str, str] | None = None) -> str:
        """Return the inside of a start tag: ``w:b w:val="0"``."""
        given = "".join(
            f' {self.attribute}{key}="{escaped(value)}"'
            for key, value in (attributes or {}).items()
        )
        return self.element + name + (self.declaration if given else "") + given

    def empty(self, name: str, attributes: Mapping[str, str] | None = None) -> bytes:
        return f"<{self.tag(name, attributes)}/>".encode()

    def around(self, name: str, inner: bytes, attributes: Mapping[str, str] | None = None) -> bytes:
        opening = f"<{self.tag(name, attributes)}>".encode()
        return opening + inner + f"</{self.element}{name}>".encode()

    def with_id(self, tag: bytes, number: int) -> bytes:
        """Return the start tag with another ``w:id``."""
        name = re.escape(self.attribute.encode())
        return re.sub(
            rb"(\s" + name + rb"""id\s*=\s*)(?:"[^"]*"|'[^']*')""",
            rb'\g<1>"%d"' % number,
            tag,
            count=1,
        )


class Markup:
    """An XML part as bytes (``data``, UTF-8) beside the same part as elements (below ``root``).

    Raises InputError ``broken-package`` when the two do not agree. New bytes are collected and
    put in at once by :meth:`spliced`; every other byte stays as it is.
    """

    def __init__(self, data: bytes, root: etree._Element, path: str) -> None:
        self._path = path
        try:
            self.data = _as_utf8(data, root)
        except (LookupError, UnicodeError):
            raise self._broken() from None
        self.strict = _STRICT in self.data
        self._starts = array("L")
        self._ends = array("L")
        self._scan()
        self._index = {element: index for index, element in enumerate(root.iter())}
        if len(self._index) != len(self._starts):
            raise self._broken()
        self._splices: list[tuple[int, int, bytes]] = []
        self._filled: dict[Place, list[bytes]] = {}

    def place(self, element: etree._Element) -> Place:
        index = self._index[element]
        start, end = self._starts[index], self._ends[index]
        inner = self._tag(start).end()
        if self.data[inner - 2] == ord("/"):
            return Place(start, inner, inner, inner)
        return Place(start, inner, end, self.data.index(b">", end) + 1)

    def start_tag(self, element: etree._Element) -> bytes:
        return self._tag(self._starts[self._index[element]]).group()

    def slice(self, element: etree._Element) -> bytes:
        """Return the bytes of a whole element."""
        place = self.place(element)
        return self.data[place.start : place.end]

    def names(self, element: etree._Element) -> Names:
        """Return how names are written inside ``element``, which is of WordprocessingML."""
        name = self._tag(self._starts[self._index[element]]).group(1).decode()
        before = name.rpartition(":")[0]
        found = sorted(
            prefix for prefix, uri in element.nsmap.items() if prefix and f"{{{uri}}}" == W
        )
        element_prefix = f"{before}:" if before else ""
        if before in found:
            return Names(element_prefix, element_prefix, "")
        if found:
            return Names(element_prefix, f"{found[0]}:", "")
        uri = _STRICT.decode() if self.strict else W.strip("{}")
        return Names(element_prefix, "wsoat:", f' xmlns:wsoat="{uri}"')

    def insert(self, at: int, new: bytes) -> None:
        self._splices.append((at, at, new))

    def replace(self, place: Place, new: bytes) -> None:
        self._splices.append((place.start, place.end, new))

    def insert_first(self, parent: etree._Element, new: bytes) -> None:
        """Put ``new`` at the beginning of what is inside ``parent``."""
        self._open(parent, self.place(parent).inner, new)

    def insert_last(self, parent: etree._Element, new: bytes) -> None:
        """Put ``new`` at the end of what is inside ``parent``."""
        self._open(parent, self.place(parent).close, new)

    def spliced(self) -> bytes:
        """Return the part with all that was put in; of what was put at one place, in that order."""
        parts: list[bytes] = []
        done = 0
        filled = [self._fill(place, b"".join(new)) for place, new in self._filled.items()]
        for start, end, new in sorted(self._splices + filled, key=lambda splice: splice[:2]):
            parts += [self.data[done:start], new]
            done = end
        return b"".join([*parts, self.data[done:]])

    def _open(self, parent: etree._Element, at: int, new: bytes) -> None:
        place = self.place(parent)
        if place.empty:
            self._filled.setdefault(place, []).append(new)
        else:
            self.insert(at, new)

    def _fill(self, place: Place, inner: bytes) -> tuple[int, int, bytes]:
        """A self-closing element with something in it."""
        match = self._tag(place.start)
        opening = match.group()[:-2].rstrip() + b">"
        return place.start, place.end, opening + inner + b"</" + match.group(1) + b">"

    def _scan(self) -> None:
        starts, ends = self._starts, self._ends
        opened: list[int] = []
        parser = expat.ParserCreate()
        parser.ordered_attributes = True

        def begin(name: str, attributes: object) -> None:
            opened.append(len(starts))
            starts.append(parser.CurrentByteIndex)
            ends.append(0)

        def finish(name: str) -> None:
            ends[opened.pop()] = parser.CurrentByteIndex

        parser.StartElementHandler = begin
        parser.EndElementHandler = finish
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError:
            raise self._broken() from None

    def _tag(self, start: int) -> re.Match[bytes]:
        match = _START_TAG.match(self.data, start)
        if match is None:
            raise self._broken()
        return match

    def _broken(self) -> InputError:
        return InputError("broken-package", path=self._path)


def escaped(text: str) -> str:
    """Return ``text`` as it is written in XML, inside of an element or an attribute; characters
    that XML does not allow are left out."""
    text = _NOT_XML.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("\r", "&#13;")


def is_xml(text: str) -> bool:
    """Whether XML can hold these characters."""
    return not _NOT_XML.search(text)


def _as_utf8(data: bytes, root: etree._Element) -> bytes:
    """A part in UTF-8, whatever it was written in."""
    encoding = root.getroottree().docinfo.encoding or "UTF-8"
    if encoding.upper() == "UTF-8":
        return data
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    codec = "UTF-16" if encoding.upper().startswith("UTF-16") else encoding
    return _DECLARATION.sub(declaration, data.decode(codec)).encode()
