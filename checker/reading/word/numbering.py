"""Automatic numbers of Word paragraphs: the "1." that is shown but is not in the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from checker.reading.word.formatting import Properties, paragraph_properties
from checker.reading.word.names import W, is_on
from checker.reading.word.names import value as _value

_MAX_STYLE_DEPTH = 20
_MAX_NUMBER = 32_767
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


_TRUE = ("1", "true", "on")


class _Level(NamedTuple):
    start: int
    format: str
    text: str
    suffix: str
    restart: int  # the depth, from 1, at which counting begins anew; 0 never, -1 at each
    legal: bool  # all numbers in figures
    properties: Properties


class Numbering:
    """Counts numbered paragraphs as Word does (ECMA-376, part 1, 17.9).

    ``numbering`` and ``styles`` are the roots of the package parts of those names, or None.
    """

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract_of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._styles: dict[str, tuple[str | None, str | None, int]] = {}
        self._own_levels: dict[str, dict[int, _Level]] = {}
        self._default_style: str | None = None
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()
        if numbering is not None:
            self._read_numbering(numbering)
        if styles is not None:
            self._read_styles(styles)

    def label(self, paragraph: etree._Element) -> str:
        """Return the number that Word shows before the paragraph with what follows it (tab or
        space), or ``""``; each call counts the paragraph."""
        number, depth = self._place(paragraph)
        levels = self._levels_of(number)
        level = levels.get(depth)
        if number is None or level is None:
            return ""
        counters = self._count(number, self._abstract_of.get(number, ""), depth, levels)

        def shown(match: re.Match[str]) -> str:
            position = int(match.group(1)) - 1
            other = levels.get(position, level)
            form = "decimal" if level.legal else other.format
            return _numeral(counters.get(position, other.start), form)

        text = "-" if level.format == "bullet" else re.sub(r"%(\d)", shown, level.text)
        return text + level.suffix if text else ""

    def indents(self, paragraph: etree._Element) -> Properties:
        """Return what the level of the paragraph's number says of its indents."""
        number, depth = self._place(paragraph)
        level = self._levels_of(number).get(depth)
        return {} if level is None else level.properties

    def _levels_of(self, number: str | None) -> dict[int, _Level]:
        if number is None or number == "0":
            return {}
        abstract = self._abstract_of.get(number, "")
        return {**self._levels.get(abstract, {}), **self._own_levels.get(number, {})}

    def _count(
        self, number: str, abstract: str, depth: int, levels: dict[int, _Level]
    ) -> dict[int, int]:
        counters = self._counters.setdefault(abstract, {})
        if number not in self._started:
            self._started.add(number)
            for overridden, start in self._overrides.get(number, {}).items():
                counters[overridden] = start - 1
        counters[depth] = counters.get(depth, levels[depth].start - 1) + 1
        for deeper in [key for key in counters if key > depth]:
            restart = levels[deeper].restart if deeper in levels else -1
            if restart < 0 or depth < restart:
                del counters[deeper]
        return counters

    def _place(self, paragraph: etree._Element) -> tuple[str | None, int]:
        properties = paragraph.find(W + "pPr")
        if properties is None:
            return self._style_place(self._default_style)
        number, depth = _num_pr(properties)
        if number is not None:
            return number, depth
        return self._style_place(_value(properties, "pStyle", "") or self._default_style)

    def _style_place(self, style: str | None) -> tuple[str | None, int]:
        for _ in range(_MAX_STYLE_DEPTH):
            if style is None or style not in self._styles:
                return None, 0
            base, number, depth = self._styles[style]
            if number is not None:
                return number, depth
            style = base
        return None, 0

    def _read_numbering(self, root: etree._Element) -> None:
        linked: dict[str, str] = {}
        styled: dict[str, str] = {}
        for abstract in root.findall(W + "abstractNum"):
            key = abstract.get(W + "abstractNumId", "")
            self._levels[key] = _levels(abstract)
            linked[key] = _value(abstract, "numStyleLink", "")
            styled[_value(abstract, "styleLink", "")] = key
        for key, style in linked.items():
            if style and style in styled:
                self._levels[key] = self._levels[styled[style]]
        for num in root.findall(W + "num"):
            key = num.get(W + "numId", "")
            self._abstract_of[key] = _value(num, "abstractNumId", "")
            overrides = num.findall(W + "lvlOverride")
            self._overrides[key] = {
                _attribute(override, "ilvl"): _integer(override, "startOverride", 1)
                for override in overrides
                if override.find(W + "startOverride") is not None
            }
            self._own_levels[key] = {
                depth: level for override in overrides for depth, level in _levels(override).items()
            }

    def _read_styles(self, root: etree._Element) -> None:
        for style in root.findall(W + "style"):
            properties = style.find(W + "pPr")
            number, depth = (None, 0) if properties is None else _num_pr(properties)
            base = _value(style, "basedOn", "") or None
            name = style.get(W + "styleId", "")
            self._styles[name] = (base, number, depth)
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in _TRUE:
                self._default_style = name


def _num_pr(properties: etree._Element) -> tuple[str | None, int]:
    num_pr = properties.find(W + "numPr")
    if num_pr is None:
        return None, 0
    number = _value(num_pr, "numId", "")
    return number or None, _integer(num_pr, "ilvl", 0)


def _levels(parent: etree._Element) -> dict[int, _Level]:
    return {_attribute(level, "ilvl"): _level(level) for level in parent.findall(W + "lvl")}


def _level(level: etree._Element) -> _Level:
    suffix = {"space": " ", "nothing": ""}.get(_value(level, "suff", "tab"), "\t")
    properties = level.find(W + "pPr")
    return _Level(
        _integer(level, "start", 1),
        _value(level, "numFmt", "decimal"),
        _value(level, "lvlText", ""),
        suffix,
        _integer(level, "lvlRestart", -1),
        is_on(level.find(W + "isLgl")),
        {} if properties is None else paragraph_properties(properties),
    )


def _integer(parent: etree._Element, name: str, default: int) -> int:
    return _bounded(_value(parent, name, ""), default)


def _attribute(element: etree._Element, name: str) -> int:
    return _bounded(element.get(W + name, ""), -1)  # a level that nothing names


def _bounded(text: str, default: int) -> int:
    """A number as Word allows it; ``default`` for what is none."""
    return min(int(text), _MAX_NUMBER) if text.isdecimal() and len(text) < 10 else default


def _numeral(value: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(value)
        return roman.upper() if form == "upperRoman" else roman
    if form in ("upperLetter", "lowerLetter") and value > 0:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{value:02d}"
    return "" if form == "none" else str(value)


def _roman(value: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        while value >= size:
            text += letters
            value -= size
    return text
