"""``check: list-marks``: the marks at the ends of the items of a list.

Keys
    what   ``uneven`` (one item ends otherwise than all its neighbours), ``last`` (the last item
           ends like those before it, with a semicolon, and a new heading follows) or ``final`` (a
           long dash ends without any mark in a document that otherwise sets them)

A list is a run of dashes, plus signs, stars or points of one level without items of their own. The
citations of authority (căn cứ) and the recipients are no lists in this sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document, Field, Section
from checker.finding import Fact
from checker.kinds import Line
from checker.text.part import Part

_WHAT = ("uneven", "last", "final")
_LEVELS = frozenset(("point", "star", "bullet", "plus"))
_FEWEST = 4  # items that show how a list is set
_CLEAR = 3  # items alike that make the odd one a slip
_LONG = 20  # words of an item that is a sentence and no heading
_SURE = 0.8  # share of long items with a mark that shows that the document sets them
_ENDED = re.compile(r"(?:[.;,:!?…]|\./\.)[”\")\]]*\s*$")
_BARE = re.compile(r"[^\W\d_][”\")]*\s*$")
_SENTENCES = re.compile(r"[.!?…] +[^\W\d_a-z]")
_DASHES = frozenset(("BULLET", "PLUS", "STAR"))
_SENTENCE_LINES = _DASHES | {"POINT", "TEXT"}
_HEADINGS = frozenset(("PART", "CHAPTER", "SECTION", "ARTICLE", "ITEM", "SUBITEM", "SUBSUBITEM"))

_Child = Section | Field | Part


@dataclass(frozen=True)
class Check:
    """``mark`` is the mark that the other items have."""

    VALUES: ClassVar[tuple[str, ...]] = ("mark",)

    what: str

    def __post_init__(self) -> None:
        one_of("what", self.what, _WHAT)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        if self.what == "final":
            yield from _without_mark(document)
            return
        for items in _lists(document):
            yield from _uneven(items) if self.what == "uneven" else _last(items, document)


def _lists(document: Document) -> Iterator[list[Part]]:
    """The lists of body and appendices, as the lines of their items."""
    yield from _lists_in(document.body)
    for appendix in document.appendices:
        yield from _lists_in(appendix.children)


def _lists_in(children: tuple[_Child, ...]) -> Iterator[list[Part]]:
    items: list[Part] = []
    level = ""
    for child in children:
        if isinstance(child, Section) and child.level in _LEVELS and not child.children:
            if child.level != level:
                yield from _long_enough(items)
                items, level = [], child.level
            items.append(child.heading)
        else:
            yield from _long_enough(items)
            items, level = [], ""
            if not isinstance(child, Part):
                yield from _lists_in(child.children)
    yield from _long_enough(items)


def _long_enough(items: list[Part]) -> Iterator[list[Part]]:
    if len(items) >= _FEWEST:
        yield items


def _uneven(items: list[Part]) -> Iterator[Fact]:
    """The one item that ends otherwise than all others: before the last in a list with semicolons,
    anywhere in one with full stops."""
    ends = [_end(item) for item in items]
    for mark, judged, wrong in ((";", ends[:-1], (".", ",", "")), (".", ends, (";", ","))):
        odd = [index for index, end in enumerate(judged) if end != mark]
        if len(odd) != 1 or len(judged) - 1 < _CLEAR or ends[odd[0]] not in wrong:
            continue
        if mark == ";" and any(_SENTENCES.search(item.text) for item in items):
            continue  # items of several sentences end like sentences
        yield _at_end(items[odd[0]], mark)


def _last(items: list[Part], document: Document) -> Iterator[Fact]:
    """The last item when all end with a semicolon and the next line is a heading."""
    if any(_end(item) != ";" for item in items):
        return
    following = document.line_index_at(items[-1].start) + 1
    if following < len(document.lines) and document.lines[following].kind in _HEADINGS:
        yield _at_end(items[-1], ".")


def _end(item: Part) -> str:
    """The mark at the end of an item: one of ``; . ,``, ``""`` for none, ``"?"`` for another."""
    text = item.text.rstrip(' ”")]')
    if text.endswith("..."):
        return "?"
    if text[-1:] in (";", ".", ","):
        return text[-1:]
    return "" if text[-1:].isalnum() else "?"


def _at_end(item: Part, mark: str) -> Fact:
    """The fact that the mark at the end of ``item`` should be ``mark``."""
    text = item.text.rstrip()
    end = item.start + len(text)
    if text[-1:] in (";", ".", ","):
        return Fact(end - 1, end, {"mark": mark}, (mark,))
    return Fact(end, end, {"mark": mark}, (mark,))


def _without_mark(document: Document) -> Iterator[Fact]:
    lines = document.lines
    bare: list[Line] = []
    marked = 0
    for index, line in enumerate(lines):
        if line.kind not in _SENTENCE_LINES or line.cell or len(line.text.split()) < _LONG:
            continue
        if _ENDED.search(line.text):
            marked += 1
        elif line.kind in _DASHES and _BARE.search(line.text) and not _goes_on(lines, index):
            bare.append(line)
    if marked < _SURE * (marked + len(bare)):
        return
    for line in bare:
        end = line.start + len(line.text.rstrip())
        yield Fact(end, end, {"mark": "."}, (".",))


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the next line may be the rest of a paragraph that was cut, or a table."""
    if index + 1 == len(lines):
        return True
    following = lines[index + 1]
    return following.text[:1].islower() and following.kind == "TEXT"
