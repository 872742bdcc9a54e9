"""Tables of Word documents: rows and cells, and which tables only set text side by side."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from checker.reading.word.names import W, value

_COLUMNS = 3  # a table of so many is more than two blocks side by side
_NO_BORDER = ("none", "nil")
_SIDES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, without those of tables inside."""
    return _own(table, "tr", "tbl")


def cells(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row, without those of tables inside."""
    return _own(row, "tc", "tr")


def merged_away(cell: etree._Element) -> bool:
    """Whether a cell is part of the one above it, or deleted."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        return False
    merge = properties.find(W + "vMerge")
    merged = merge is not None and merge.get(W + "val", "continue") == "continue"
    return merged or properties.find(W + "cellDel") is not None


def width(cell: etree._Element) -> int:
    """Return how many columns of its table the cell takes."""
    properties = cell.find(W + "tcPr")
    span = "" if properties is None else value(properties, "gridSpan")
    return max(1, int(span)) if span.isdecimal() and len(span) < 4 else 1


def holds_data(table: etree._Element) -> bool:
    """Whether a table is one to the eye too: it has borders, a style or three columns. Header and
    signature stand in tables of two columns that nobody sees."""
    properties = table.find(W + "tblPr")
    if properties is not None and value(properties, "tblStyle"):
        return True
    if any(sum(1 for _ in cells(row)) >= _COLUMNS for row in rows(table)):
        return True
    return any(
        side.get(W + "val", "none") not in _NO_BORDER
        for borders in table.iter(W + "tblBorders", W + "tcBorders")
        for side in borders.iterchildren(*(W + name for name in _SIDES))
    )


def _own(element: etree._Element, name: str, parent: str) -> Iterator[etree._Element]:
    for one in element.iter(W + name):
        if next(one.iterancestors(W + parent)) is element:
            yield one
