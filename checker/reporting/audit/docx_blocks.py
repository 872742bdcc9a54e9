"""What a report in prose is made of."""

from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """The heading of a division, in capitals with its Roman number."""

    words: str


class Item(NamedTuple):
    """The heading of an item below a division."""

    words: str


class Text(NamedTuple):
    """A paragraph; a ``counted`` one is itself an item of its division."""

    words: str
    counted: bool = False


class Table(NamedTuple):
    """A table below its caption; ``widths`` of the columns are in millimetres, the columns at the
    indexes ``left`` are aligned left, the others in the middle."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    left: tuple[int, ...]


Block = Heading | Item | Text | Table
