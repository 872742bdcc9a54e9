"""Tracked changes as marks of the Layout (ECMA-376, part 1, 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from checker.reading.layout import Mark
from checker.reading.word.names import W

DELETED = {W + "del": "deletion", W + "moveFrom": "move"}
_FORM_CHANGES = (W + "rPrChange", W + "pPrChange")
ADDED = {W + "ins": "insertion", W + "moveTo": "move"}


def changes_of(properties: etree._Element | None, offset: int) -> Iterator[Mark]:
    """Yield the changes that concern a whole row, or the end of a paragraph, from its
    properties."""
    for child in () if properties is None else properties:
        kind = DELETED.get(child.tag) or ADDED.get(child.tag)
        if kind:
            yield mark_of(kind, offset, offset, child)


def form_changes(properties: etree._Element, start: int, end: int) -> Iterator[Mark]:
    """Yield the changes of form among the properties of the run or paragraph at this span."""
    for change in properties.iterchildren(*_FORM_CHANGES):
        yield mark_of("format", start, end, change)


def mark_of(kind: str, start: int, end: int, element: etree._Element, text: str = "") -> Mark:
    """A mark by the author that the element names."""
    return Mark(kind, start, end, element.get(W + "author", ""), text)


def moved(one: Mark, by: int) -> Mark:
    """The same mark ``by`` characters further on."""
    return one._replace(start=one.start + by, end=one.end + by)


def within(one: Mark, end: int) -> Mark:
    """The same mark, cut to a text of ``end`` characters."""
    return one._replace(start=min(one.start, end), end=min(one.end, end))
