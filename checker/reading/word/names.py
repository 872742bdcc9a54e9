"""Names and values of WordprocessingML (ECMA-376, part 1, 17)."""

from __future__ import annotations

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# "Strict" packages name their elements otherwise
STRICT_NAMES = tuple(
    (f"http://purl.oclc.org/ooxml/{strict}".encode(), name.strip("{}").encode())
    for strict, name in (
        ("wordprocessingml/main", W),
        ("officeDocument/relationships", R),
        ("drawingml/main", A),
        ("officeDocument/math", MATH),
    )
)

_ONE_LINE = str.maketrans("\n\r", "  ")
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?\Z")
_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
MM_PER_POINT = 25.4 / 72


def is_on(element: etree._Element | None) -> bool:
    """Whether an on/off property is there and on."""
    return element is not None and element.get(W + "val", "true") not in ("0", "false", "off")


def value(parent: etree._Element, name: str, default: str = "") -> str:
    """Return ``w:val`` of the child ``name``."""
    child = parent.find(W + name)
    return default if child is None else child.get(W + "val", default)


def words(element: etree._Element, *tags: str) -> str:
    """Return the text inside ``element``, or inside the elements of ``tags`` in it."""
    return "".join(str(text) for text in element.itertext(*tags))


def one_line(text: str) -> str:
    """Return text whose line ends are blanks."""
    return text.translate(_ONE_LINE) if "\n" in text or "\r" in text else text


def capitals(text: str) -> str:
    """Return text in capitals, letter for letter: one that becomes two stays."""
    upper = text.upper()
    return upper if len(upper) == len(text) else text


def points(text: str | None, per_point: float = 20) -> float | None:
    """Return a measure in points; bare figures are twentieths (``per_point`` to the point)."""
    match = _MEASURE.match(text or "")
    if not match or len(match.group(1)) > 12:
        return None
    number = float(match.group(1))
    return number * _POINTS[match.group(2)] if match.group(2) else number / per_point


def millimetres(text: str | None) -> float | None:
    """Return a measure in millimetres; bare figures are twentieths of a point."""
    measure = points(text)
    return None if measure is None else measure * MM_PER_POINT
