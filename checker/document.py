"""The model of a document: what a person would call its parts.

All parts are immutable and know their span, as offsets in ``Document.text``. A part that is missing
is there all the same, empty, at the place where it should stand: missing is a fact, never None.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from checker.citations.citation import Citation
from checker.kinds import Line
from checker.reading import Source
from checker.registers.document_types import DocumentType
from checker.text.part import Part
from checker.text.view import View
from checker.text.words import Word


@dataclass(frozen=True, slots=True)
class Number(Part):
    """Số, ký hiệu. ``regime`` is the one whose form it has (``/KH-`` state, ``-KH/`` party)."""

    figure: str = ""
    type_code: str = ""
    issuer_code: str = ""
    regime: str = ""


@dataclass(frozen=True, slots=True)
class PlaceDate(Part):
    """Địa danh, ngày tháng năm; a blank day, month or year is 0."""

    place: str = ""
    day: int = 0
    month: int = 0
    year: int = 0

    @property
    def date(self) -> datetime.date | None:
        """The date, or None when it is blank or impossible."""
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Header:
    """The block above the type line. ``nation`` is the Quốc hiệu, ``motto`` the Tiêu ngữ,
    ``party_name`` the line ĐẢNG CỘNG SẢN VIỆT NAM (of the Youth Union its own), ``superior`` the
    body above the issuer, ``addressee`` the line Kính gửi of a công văn."""

    party_name: Part
    nation: Part
    motto: Part
    superior: Part
    issuer: Part
    number: Number
    place_date: PlaceDate
    addressee: Part


@dataclass(frozen=True, slots=True)
class Section:
    """A division of the body: ``level`` is part, chapter, section, article, item, subitem,
    subsubitem, point, star, bullet or plus; ``path`` its address, as in ``II.3.2.a``."""

    level: str
    marker: str
    path: str
    heading: Part
    start: int
    end: int
    children: tuple[Section | Field | Part, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled line of a task, as ``* Đơn vị chủ trì: Công an xã.``; ``role`` is lead, support,
    time, content, place, product, funding or participants; ``children`` the dashes that an open
    label owns."""

    role: str
    label: Part
    value: Part
    start: int
    end: int
    children: tuple[Section | Field | Part, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work with who leads it, who helps and by when.

    ``form`` is how it is written: ``fields`` ("* Đơn vị chủ trì: …"), ``sentence`` ("Giao X chủ
    trì …"), ``section`` (a division that bears a unit's name) or ``table`` (a row). ``lead`` is
    missing where the task names none; its span is then the place where the line should stand.
    """

    path: str
    form: str
    title: Part
    lead: Part
    support: Part
    time: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A mention of a unit (cơ quan, đơn vị), without the words that only say whose it is
    ("phường", "xã Hưng Đạo"). ``name`` identifies the unit, ``form`` the form of its name that
    stands here: of "Sở VH,TT&DL" and "Sở Văn hóa, Thể thao và Du lịch" only the former is one.
    ``role`` is lead, support, recipient or heading, empty in prose."""

    name: str
    mention: Part
    role: str
    form: str


@dataclass(frozen=True, slots=True)
class Recipients:
    """Nơi nhận: the label, the lines, and the archive line ("Lưu: …")."""

    label: Part
    items: tuple[Part, ...]
    archive: Part


@dataclass(frozen=True, slots=True)
class Signature:
    """``authority`` holds the lines TM., KT., TL. …; ``role`` the post of who signs."""

    authority: tuple[Part, ...]
    role: Part
    name: Part


@dataclass(frozen=True, slots=True)
class Appendix:
    heading: Part
    start: int
    end: int
    children: tuple[Section | Field | Part, ...]


class Place(NamedTuple):
    """A mention of a place with its level word ("phường Nhị Chiểu") and the span of both."""

    level: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Locality:
    """The place that the document is about and comes from, as in ``phường Nhị Chiểu``;
    ``confidence`` from 0 to 1 is the share of the evidence that agrees. ``province`` is the one in
    which a commune lies, as in ``thành phố Hải Phòng``, empty when nothing tells."""

    level: str
    name: str
    confidence: float
    province: str = ""

    def __str__(self) -> str:
        # Phụ lục II, mục III.1.b: "Phường 1 Bảo Lộc"
        level = self.level.capitalize() if self.name[:1].isdigit() else self.level
        return f"{level} {self.name}".strip()

    @property
    def full(self) -> str:
        """The place with its province: "phường Nhị Chiểu, thành phố Hải Phòng"."""
        return f"{self}, {self.province}" if self.province else str(self)

    def __bool__(self) -> bool:
        return bool(self.name)


@dataclass(frozen=True)
class Document:
    """A parsed document; ``text`` is the view that all spans refer to, ``folded`` the same without
    diacritics, character for character; ``places`` are all places named with their level;
    ``citations`` all documents named by number, and laws, outside of the header;
    ``illegible`` are the stretches of a legible text that lost their diacritics; ``law_date`` is
    the day whose law the document is under, None for that of today."""

    source: Source
    view: View
    folded: str
    lines: tuple[Line, ...]
    words: tuple[Word, ...]
    regime: str
    type: DocumentType | None
    legible: bool
    illegible: tuple[tuple[int, int], ...]
    header: Header
    type_line: Part
    title: Part
    bases: tuple[Part, ...]
    opening: tuple[Part, ...]
    body: tuple[Section | Field | Part, ...]
    closing: Part
    recipients: Recipients
    signature: Signature
    appendices: tuple[Appendix, ...]
    tasks: tuple[Task, ...]
    units: tuple[Unit, ...]
    places: tuple[Place, ...]
    citations: tuple[Citation, ...]
    locality: Locality
    law_date: datetime.date | None

    @property
    def text(self) -> str:
        return self.view.text

    @property
    def date(self) -> datetime.date | None:
        return self.header.place_date.date

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.sections]

    def line_at(self, offset: int) -> Line:
        """Return the logical line that holds ``offset``."""
        return self.lines[self.line_index_at(offset)]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """All divisions of body and appendices, outer before inner, in order."""
        parts = (self.body, *(appendix.children for appendix in self.appendices))
        return tuple(section for part in parts for section in _sections(part))

    def raw_lines(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and last line, counted from 1, of the text as read on which
        ``text[start:end]`` stands."""
        raw_start, raw_end = self.view.raw_span(start, end)
        return self.source.position(raw_start)[0], self.source.position(raw_end)[0]

    def line_index_at(self, offset: int) -> int:
        """Return the index in ``lines`` of the line that holds ``offset``."""
        return max(0, bisect_right(self._line_starts, offset) - 1)

    def path_at(self, offset: int) -> str:
        """Return the path of the innermost numbered division around ``offset``, or ``""``."""
        section = self.section_at(offset)
        return section.path if section else ""

    def section_at(self, offset: int) -> Section | None:
        """Return the innermost numbered division around ``offset``, if there is one."""
        index = bisect_right(self._section_starts, offset) - 1
        while index >= 0:
            section = self.sections[index]
            if section.path and offset <= section.end:
                return section
            if section.level == "section" and offset > section.end:
                return None
            index -= 1
        return None


def _sections(parts: tuple[Section | Field | Part, ...]) -> Iterator[Section]:
    for part in parts:
        if isinstance(part, Section):
            yield part
        if not isinstance(part, Part):
            yield from _sections(part.children)
