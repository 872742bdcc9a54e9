"""Automatic numbers of OpenDocument text: the "1." that is shown but is not in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from checker.text.numerals import roman

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_EXTENDED = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_MAX_NUMBER = 32_767
_MAX_LEVELS = 10
_LEVEL_NUMBER = re.compile(r"%(\d{1,2})%")
_LONGEST = 200  # characters of a prefix, a suffix or a pattern
_KINDS = {
    TEXT + "list-level-style-number": "number",
    TEXT + "outline-level-style": "number",
    TEXT + "list-level-style-bullet": "bullet",
    TEXT + "list-level-style-image": "bullet",
}
_AFTER = {"space": " ", "nothing": ""}


class _Level(NamedTuple):
    """``form`` is the pattern with ``%1%`` for the number of the first level, empty where prefix
    and suffix stand around the last ``shown`` levels; ``after`` is what follows the label."""

    kind: str
    number: str
    prefix: str
    suffix: str
    shown: int
    start: int
    sync: bool
    form: str
    after: str


class Numbering:
    """Counts the items of lists and the headings (OpenDocument 1.3, part 3, 5.3, 16.30, 16.34).

    ``roots`` are the parts that hold styles (content.xml, styles.xml), the first one winning.
    """

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._outline: dict[int, _Level] = {}
        self._outline_counters: dict[int, int] = {}
        self._of_list: dict[str, dict[int, int]] = {}
        self._of_style: dict[str, dict[int, int]] = {}
        for root in roots:
            for style in root.iter(TEXT + "list-style"):
                self._styles.setdefault(style.get(STYLE + "name", ""), dict(_levels(style)))
            for outline in root.iter(TEXT + "outline-style"):
                self._outline = self._outline or dict(_levels(outline))

    def open_list(self, element: etree._Element, style: str) -> dict[int, int]:
        """Return the counters of the outermost list ``element``, whose style is ``style``: those of
        the list that it continues, or new ones."""
        continued = element.get(TEXT + "continue-list") or element.get(TEXT + "list-id") or ""
        counters = self._of_list.get(continued)
        if counters is None and element.get(TEXT + "continue-numbering") == "true":
            counters = self._of_style.get(style)
        if counters is None:
            counters = {}
        self._of_style[style] = counters
        for name in (continued, element.get(_ID, "")):
            if name:
                self._of_list[name] = counters
        return counters

    def item(self, style: str, counters: dict[int, int], depth: int, start: str | None) -> str:
        """Count an item at ``depth`` (from 1) and return its label with what follows it (tab or
        space), or ``""``; ``start`` is the number that the item itself asks for."""
        return _label(self._styles.get(style, {}), counters, depth, start)

    def heading(self, element: etree._Element) -> str:
        """Count a heading that stands in no list and return its label as :meth:`item` does."""
        depth = whole_number(element.get(TEXT + "outline-level"), 1)
        if element.get(TEXT + "is-list-header") == "true":
            return ""
        start = element.get(TEXT + "start-value")
        restart = element.get(TEXT + "restart-numbering") == "true"
        if restart and start is None and depth in self._outline:
            start = str(self._outline[depth].start)
        return _label(self._outline, self._outline_counters, depth, start)


def _label(
    levels: dict[int, _Level], counters: dict[int, int], depth: int, start: str | None
) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    counters[depth] = (
        counters.get(depth, level.start - 1) + 1
        if start is None
        else whole_number(start, level.start)
    )
    for deeper in [key for key in counters if key > depth]:
        del counters[deeper]
    if level.kind != "number":
        return f"-{level.after}"

    def number(position: int) -> str:
        of = levels.get(position)
        if of is None or of.kind != "number":
            return ""
        return _numeral(counters.get(position, of.start), of.number, of.sync)

    if level.form:
        text = _LEVEL_NUMBER.sub(lambda match: number(int(match.group(1))), level.form)
    else:
        shown = [number(one) for one in range(max(1, depth - level.shown + 1), depth + 1)]
        text = ".".join(one for one in shown if one) if shown[-1] else ""
        text = level.prefix + text + level.suffix
    return text + level.after if text.strip() else ""


def _levels(style: etree._Element) -> Iterator[tuple[int, _Level]]:
    for element in style:
        kind = _KINDS.get(element.tag)
        if kind is None:
            continue
        depth = whole_number(element.get(TEXT + "level"), 0)
        alignment = next(element.iter(STYLE + "list-level-label-alignment"), None)
        followed = "" if alignment is None else alignment.get(TEXT + "label-followed-by", "")
        yield (
            depth,
            _Level(
                kind,
                element.get(STYLE + "num-format", ""),
                element.get(STYLE + "num-prefix", "")[:_LONGEST],
                element.get(STYLE + "num-suffix", "")[:_LONGEST],
                min(whole_number(element.get(TEXT + "display-levels"), 1), _MAX_LEVELS),
                whole_number(element.get(TEXT + "start-value"), 1),
                element.get(STYLE + "num-letter-sync") == "true",
                element.get(_EXTENDED + "num-list-format", "")[:_LONGEST],
                _AFTER.get(followed, "\t"),
            ),
        )


def _numeral(value: int, form: str, sync: bool) -> str:
    if form in ("i", "I") and value > 0:
        numeral = roman(value)
        return numeral if form == "I" else numeral.lower()
    if form in ("a", "A") and value > 0:
        letters = _letters_alike(value) if sync else _letters(value)
        return letters.upper() if form == "A" else letters
    if form.startswith("0"):
        return str(value).zfill(len(form.partition(",")[0]))
    return str(value) if form else ""


def _letters(value: int) -> str:
    """a … z, aa, ab …"""
    written = ""
    while value > 0:
        value, letter = divmod(value - 1, 26)
        written = chr(ord("a") + letter) + written
    return written


def _letters_alike(value: int) -> str:
    """a … z, aa, bb …"""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def whole_number(text: str | None, default: int) -> int:
    """Return the number that an attribute holds, at most 32,767; ``default`` for what is none."""
    if text is None or not text.isdecimal() or len(text) >= 10:
        return default
    return min(int(text), _MAX_NUMBER)
