"""``check: numbering``: the numbers of headings and points.

Keys
    levels   levels of divisions to look at: part, chapter, section, article, item, subitem,
             subsubitem, point
    fault    ``gap`` (a number is left out), ``repeat`` (the same number twice running), ``order``
             (a number goes back), ``letter`` (a letter that does not number), ``parent`` (2.1 under
             1) or ``mark`` (1) among 1.)

A sequence may begin anew at 1 under the same heading, and may run on from the heading before.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.đ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from checker.context import Context
from checker.decoding import DecodingError, one_of
from checker.document import Document, Field, Section
from checker.finding import Fact
from checker.text.numerals import roman, roman_value
from checker.text.part import Part

FAULTS = ("gap", "repeat", "order", "letter", "parent", "mark")
LETTERS = "abcdđeghiklmnopqrstuvxy"
LEVELS = ("part", "chapter", "section", "article", "item", "subitem", "subsubitem", "point")
_ROMAN = re.compile(r"(?:^|\s)(?P<roman>[IVXLC]+)\b(?P<mark>[.)/-]*)$")
_DECIMAL = re.compile(r"(?:^|\s)(?P<prefix>(?:\d+\.)*)(?P<last>\d+)(?P<mark>[.):-]*)$")
_LETTER = re.compile(r"(?P<letter>[a-zăâđêôơư])(?P<mark> ?\)|\.)$")


class Mark(NamedTuple):
    """A heading's number: ``prefix`` is what stands before its last figure ("2." of "2.1"),
    ``value`` counts from 1 (0: a letter that does not number), ``style`` the mark after it."""

    prefix: str
    value: int
    style: str


Child = Section | Field | Part


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("number", "wanted", "before")

    levels: tuple[str, ...]
    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, FAULTS)
        if not set(self.levels) <= set(LEVELS):
            raise DecodingError("wrong-value", "levels", wanted=", ".join(LEVELS))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        for sequence in context.keep("numbering", lambda: list(_sequences(document))):
            if sequence.level in self.levels:
                yield from self._group(sequence.parent, sequence.marks, sequence.last)

    def _group(
        self, parent: Section | None, marks: list[tuple[Section, Mark]], last: int
    ) -> Iterator[Fact]:
        if self.fault == "mark":
            yield from _other_marks(marks)
            return
        previous: tuple[Section, Mark] | None = None
        for section, mark in marks:
            if self.fault == "letter":
                if mark.value == 0:
                    yield _fact(section)
                continue
            if self.fault == "parent":
                yield from _wrong_parent(parent, section, mark)
                continue
            same = previous is not None and previous[1].prefix == mark.prefix
            before = previous[1].value if previous and same else 0
            wanted = before + 1
            runs_on = previous is None and mark.value == last + 1
            fault = _fault(mark.value, before)
            if fault == self.fault and not runs_on:
                shown = _number(mark.prefix, wanted, section)
                related = ((previous[0].start, previous[0].heading.end),) if previous else ()
                told = previous[0].marker if previous and same else ""
                yield _fact(section, wanted=shown, before=told, related=related)
            previous = (section, mark)


def _fault(value: int, before: int) -> str:
    if value in (0, before + 1) or (value == 1 and before > 1):
        return ""
    if value == before:
        return "repeat"
    return "gap" if value > before else "order"


def read_mark(marker: str) -> Mark | None:
    """Read a heading's number ("II.", "2.1.", "đ)", "Điều 3."); None when it is none that counts
    ("a1)", "PHẦN THỨ NHẤT")."""
    roman = _ROMAN.search(marker)
    if roman:
        return Mark("", roman_value(roman["roman"]), f"I{roman['mark']}")
    decimal = _DECIMAL.search(marker)
    if decimal:
        return Mark(decimal["prefix"], int(decimal["last"]), f"1{decimal['mark']}")
    letter = _LETTER.fullmatch(marker)
    if letter:
        return Mark("", LETTERS.find(letter["letter"]) + 1, f"a{letter['mark'].strip()}")
    return None


class Sequence(NamedTuple):
    """The numbered divisions of one level under ``parent``; ``last`` is the number with which the
    sequence before it ended."""

    level: str
    parent: Section | None
    marks: list[tuple[Section, Mark]]
    last: int


def _sequences(document: Document) -> Iterator[Sequence]:
    for children in (document.body, *(one.children for one in document.appendices)):
        last: dict[str, int] = {}
        for parent, group in _groups(None, children):
            level = group[0].level
            marks = [(one, mark) for one in group if (mark := read_mark(one.marker))]
            yield Sequence(level, parent, marks, last.get(level, 0))
            if marks:
                last[level] = marks[-1][1].value


def _groups(
    parent: Section | None, children: tuple[Child, ...]
) -> Iterator[tuple[Section | None, list[Section]]]:
    """Yield the numbered divisions among ``children`` level by level, then those inside them."""
    levels: dict[str, list[Section]] = {}
    inner: list[Section | Field] = [one for one in children if not isinstance(one, Part)]
    for child in inner:
        if isinstance(child, Section) and child.level in LEVELS:
            levels.setdefault(child.level, []).append(child)
    yield from ((parent, group) for group in levels.values())
    for child in inner:
        around = child if isinstance(child, Section) and child.level in LEVELS else parent
        yield from _groups(around, child.children)


def _wrong_parent(parent: Section | None, section: Section, mark: Mark) -> Iterator[Fact]:
    outer = read_mark(parent.marker) if parent else None
    if parent is None or outer is None or not mark.prefix or outer.value == 0:
        return
    wanted = f"{outer.prefix}{outer.value}."
    if parent.level in ("item", "subitem") and mark.prefix != wanted:
        yield _fact(section, wanted=f"{wanted}{mark.value}", before=parent.marker)


def _other_marks(marks: list[tuple[Section, Mark]]) -> Iterator[Fact]:
    styles = Counter(mark.style for _, mark in marks)
    if len(styles) < 2:
        return
    (usual, count), (_, others) = styles.most_common(2)
    for section, mark in marks:
        if mark.style != usual and count > others and mark.style[0] == usual[0]:
            shown = section.marker.removesuffix(mark.style[1:]) + usual[1:]
            yield _fact(section, wanted=shown, suggest=shown)


def _number(prefix: str, value: int, section: Section) -> str:
    if section.level == "point":
        return LETTERS[value - 1] if value <= len(LETTERS) else ""
    return roman(value) if _ROMAN.search(section.marker) else f"{prefix}{value}"


def _fact(
    section: Section,
    wanted: str = "",
    before: str = "",
    suggest: str = "",
    related: tuple[tuple[int, int], ...] = (),
) -> Fact:
    end = section.start + len(section.marker)
    values = {"number": section.marker, "wanted": wanted, "before": before}
    return Fact(section.start, end, values, (suggest,) if suggest else (), related)
