"""How a document is set, for the formats that tell: fonts, spacing, pages, and what is left over.

Lengths on the page are millimetres, sizes and spacing points; places are offsets in
``Source.raw``. ``None`` means that the file does not tell: nothing follows from it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class Format(NamedTuple):
    """The look of a run of characters. ``color`` is ``RRGGBB`` (black for automatic),
    ``highlight`` the name of the marker's colour or ``""``."""

    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    color: str | None = None
    highlight: str | None = None


class Run(NamedTuple):
    """Characters of one look; automatic numbers belong to no run."""

    start: int
    end: int
    format: Format


class ParagraphFormat(NamedTuple):
    """``alignment`` is left, center, right or both; ``first_line`` is negative where it hangs;
    ``line`` is a multiple of the line's height under the rule ``multiple``, else points
    (``exact``, ``least``)."""

    alignment: str | None = None
    first_line: float | None = None
    left: float | None = None
    right: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    line_rule: str | None = None


class Paragraph(NamedTuple):
    """``page`` is an index in ``Layout.pages``, ``number`` tells whether it has an automatic
    number."""

    start: int
    end: int
    format: ParagraphFormat
    page: int = 0
    numbered: bool = False


class PageNumber(NamedTuple):
    """The field that shows the page's number; ``where`` is header or footer, ``style`` the form
    of its figures (decimal, lowerRoman …)."""

    where: str
    alignment: str | None = None
    style: str | None = None
    format: Format = Format()


class Page(NamedTuple):
    """The set-up of a stretch of pages (a section of the file). ``first`` tells whether the first
    page shows a number, ``restart`` is the number that the stretch begins with, ``table`` tells
    whether it holds a table."""

    width: float | None = None
    height: float | None = None
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    header: float | None = None
    footer: float | None = None
    number: PageNumber | None = None
    first: bool | None = None
    restart: int | None = None
    table: bool = False

    @property
    def landscape(self) -> bool:
        return self.width is not None and self.height is not None and self.width > self.height


class Mark(NamedTuple):
    """What is left over from the writing: ``kind`` is insertion, deletion, move, format,
    comment or hidden; the span is empty where nothing of it is in the text. ``text`` is what was
    deleted, hidden or said."""

    kind: str
    start: int
    end: int
    author: str = ""
    text: str = ""


@dataclass(frozen=True)
class Layout:
    """``runs`` and ``paragraphs`` are in the order of the text. ``properties`` are those of the
    file: author, last_editor, company, manager, template, title. ``printed_pages`` is the number
    of pages that the program which saved the file counted, 0 when it tells none."""

    runs: tuple[Run, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    pages: tuple[Page, ...] = ()
    marks: tuple[Mark, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    printed_pages: int = 0

    @cached_property
    def _run_ends(self) -> list[int]:
        return [run.end for run in self.runs]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def runs_in(self, start: int, end: int) -> Iterator[Run]:
        """Yield the runs that have characters in the span, cut to it."""
        for index in range(bisect_right(self._run_ends, start), len(self.runs)):
            run = self.runs[index]
            if run.start >= end:
                return
            yield Run(max(run.start, start), min(run.end, end), run.format)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Return the paragraph that holds ``offset``."""
        index = bisect_right(self._paragraph_starts, offset) - 1
        return self.paragraphs[index] if index >= 0 else None

    def paragraphs_in(self, start: int, end: int) -> Iterator[Paragraph]:
        """Yield the paragraphs that share characters with the span."""
        index = max(0, bisect_right(self._paragraph_starts, start) - 1)
        for paragraph in self.paragraphs[index : bisect_left(self._paragraph_starts, end)]:
            if paragraph.end > start:
                yield paragraph
