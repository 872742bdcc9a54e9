"""The look of text: what styles, defaults, theme and direct formatting come to (ECMA-376, part 1,
17.7.2: document defaults, table style, paragraph style, character style, direct formatting)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from checker.reading.layout import Format, ParagraphFormat
from checker.reading.word.formatting import (
    TOGGLES,
    Properties,
    paragraph_properties,
    run_properties,
    signature,
)
from checker.reading.word.names import W, value
from checker.reading.word.theme import theme_fonts

_MAX_STYLE_DEPTH = 20
_DEFAULT_SIZE = 10.0  # 17.3.2.38: where nothing gives a size
_INDENTED = {"left", "right", "first_line"}


class Look(NamedTuple):
    """The look of a run, whether it is hidden text, and whether it shows as capitals."""

    format: Format
    hidden: bool
    capitals: bool


class _Style(NamedTuple):
    """What a style says together with all that it is based on; ``beside_number`` are the indents
    that it sets beside its own number, or nearer; ``conditional`` names what a table style sets for
    some of its cells only (first row, bands …)."""

    run: Properties
    paragraph: Properties
    beside_number: Properties
    conditional: frozenset[str]


class Styles:
    """Resolves the look of runs and paragraphs; the roots of the parts may be None."""

    def __init__(
        self,
        styles: etree._Element | None,
        theme: etree._Element | None,
        settings: etree._Element | None,
    ) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._defaults: dict[str, str] = {}
        self._run_defaults: Properties = {}
        self._paragraph_defaults: Properties = {}
        self._fonts = theme_fonts(theme, settings)
        self._chains: dict[str, _Style] = {}
        self._set_up: dict[object, ParagraphFormat] = {}
        self._looks: dict[object, Look] = {}
        if styles is not None:
            self._read(styles)

    def paragraph_style(self, properties: etree._Element | None) -> str:
        """Return the id of the style of a paragraph."""
        if properties is not None:
            named = value(properties, "pStyle")
            if named in self._styles:
                return named
        return self._defaults.get("paragraph", "")

    def look(
        self, properties: etree._Element | None, style: str, table_style: str, text: str
    ) -> Look:
        """Return the look of a run with these direct properties that holds ``text``, in a
        paragraph of ``style``, inside a table of ``table_style`` (``""`` for none)."""
        written = () if properties is None else signature(properties)
        wide = not text.isascii() and any(ord(char) > 127 and char.isalpha() for char in text)
        key = (written, style, table_style, wide)
        if key not in self._looks:
            direct = {} if properties is None else run_properties(properties)
            self._looks[key] = self._look(self._resolved_run(direct, style, table_style), wide)
        return self._looks[key]

    def _look(self, found: Properties, wide: bool) -> Look:
        """The look that resolved properties come to; ``wide`` letters are outside of ASCII."""
        return Look(
            Format(
                self._font(found.get("font:hAnsi" if wide else "font:ascii")),
                _number(found.get("size")),
                _truth(found.get("bold", False)),
                _truth(found.get("italic", False)),
                _truth(found.get("underline", False)),
                _text(found.get("color", "000000")),
                _text(found.get("highlight", "")),
            ),
            bool(found.get("hidden")),
            bool(found.get("capitals")),
        )

    def paragraph_format(
        self,
        properties: etree._Element | None,
        style: str,
        table_style: str,
        numbering: Mapping[str, object],
    ) -> ParagraphFormat:
        """Return the set-up of a paragraph; ``numbering`` is what the level of its automatic
        number says of the indents."""
        written = () if properties is None else signature(properties)
        key = (written, style, table_style, tuple(numbering.items()))
        if key not in self._set_up:
            direct = {} if properties is None else paragraph_properties(properties)
            by_style = properties is None or properties.find(W + "numPr") is None
            levels = (
                self._chain(style).paragraph,
                numbering,
                self._chain(style).beside_number if by_style else {},
                direct,
            )
            self._set_up[key] = self._resolved_paragraph(levels, table_style)
        return self._set_up[key]

    def _resolved_paragraph(
        self, nearer: Sequence[Mapping[str, object]], table_style: str
    ) -> ParagraphFormat:
        found: dict[str, object] = {}
        for level in (self._paragraph_defaults, self._chain(table_style).paragraph, *nearer):
            found.update(level)
        for unsure in self._chain(table_style).conditional:
            if not any(unsure in level for level in nearer):
                found[unsure] = None
        contextual = bool(found.get("contextual"))
        return ParagraphFormat(
            _text(found.get("alignment", "left")),
            _number(found.get("first_line", 0.0)),
            _number(found.get("left", 0.0)),
            _number(found.get("right", 0.0)),
            None if contextual else _number(found.get("before", 0.0)),
            None if contextual else _number(found.get("after", 0.0)),
            _number(found.get("line", 1.0)),
            _text(found.get("line_rule", "multiple")),
        )

    def _read(self, root: etree._Element) -> None:
        for kind, name in (("run", "rPr"), ("paragraph", "pPr")):
            properties = root.find(f"{W}docDefaults/{W}{name}Default/{W}{name}")
            if properties is not None:
                if kind == "run":
                    self._run_defaults = run_properties(properties)
                else:
                    self._paragraph_defaults = paragraph_properties(properties)
        for style in root.iterfind(W + "style"):
            name = style.get(W + "styleId", "")
            self._styles[name] = style
            if style.get(W + "default") in ("1", "true", "on"):
                self._defaults[style.get(W + "type", "paragraph")] = name

    def _chain(self, name: str) -> _Style:
        """A style with all that it is based on; a circle ends after some rounds."""
        if name not in self._chains:
            chain: list[etree._Element] = []
            at = name
            while at in self._styles and len(chain) < _MAX_STYLE_DEPTH:
                chain.append(self._styles[at])
                at = value(self._styles[at], "basedOn")
            conditional = frozenset(key for one in chain for key in _conditional(one))
            found = _Style({}, {}, {}, conditional)
            numbered = False
            for style in reversed(chain):
                run, paragraph = style.find(W + "rPr"), style.find(W + "pPr")
                found.run.update({} if run is None else run_properties(run))
                if paragraph is None:
                    continue
                own = paragraph_properties(paragraph)
                found.paragraph.update(own)
                if paragraph.find(W + "numPr") is not None:
                    found.beside_number.clear()
                    numbered = True
                if numbered:
                    found.beside_number.update((key, own[key]) for key in _INDENTED & own.keys())
            self._chains[name] = found
        return self._chains[name]

    def _resolved_run(self, direct: Properties, style: str, table_style: str) -> Properties:
        table, paragraph = self._chain(table_style), self._chain(style)
        character = self._chain(str(direct.get("style", self._defaults.get("character", ""))))
        styled = (table.run, paragraph.run, character.run)
        found: Properties = {"size": _DEFAULT_SIZE}
        for level in (self._run_defaults, *styled, direct):
            found.update(level)
        for toggle in TOGGLES.values():
            if toggle not in direct and any(toggle in level for level in styled):
                turned = sum(bool(level.get(toggle)) for level in styled) % 2 == 1
                found[toggle] = turned or bool(self._run_defaults.get(toggle))
        for unsure in table.conditional:
            if not any(unsure in level for level in (paragraph.run, character.run, direct)):
                found[unsure] = None
        return found

    def _font(self, found: object) -> str | None:
        if not isinstance(found, tuple):
            return None
        theme, name = found
        return self._fonts.get(name) if theme else name


def _conditional(style: etree._Element) -> Iterable[str]:
    """The names of what a style sets for some cells of a table only."""
    for part in style.iterfind(W + "tblStylePr"):
        run, paragraph = part.find(W + "rPr"), part.find(W + "pPr")
        yield from () if run is None else run_properties(run)
        yield from () if paragraph is None else paragraph_properties(paragraph)


def _number(found: object) -> float | None:
    return found if isinstance(found, float) else None


def _truth(found: object) -> bool | None:
    return found if isinstance(found, bool) else None


def _text(found: object) -> str | None:
    return found if isinstance(found, str) else None
