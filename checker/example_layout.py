"""The key ``layout`` of a rule's examples: how the words of an example are set.

Its keys are the fields of ``Format`` and ``ParagraphFormat``; ``page``, a mapping of those of
``Page``, whose ``number`` is a mapping of those of ``PageNumber`` and ``Format``; ``mark``, a kind
of ``Mark``; ``properties`` and ``printed_pages`` as in ``Layout``; ``scan`` for a picture of the
text. What is not said is unknown.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from checker.decoding import DecodingError, one_of, unknown_key
from checker.reading.layout import (
    Format,
    Layout,
    Mark,
    Page,
    PageNumber,
    Paragraph,
    ParagraphFormat,
    Run,
)
from checker.reading.source import Source

Span = tuple[int, int]
_MARKS = ("insertion", "deletion", "move", "format", "comment", "hidden")
_OTHERS = ("page", "mark", "properties", "printed_pages", "scan")
_WANTED = {float: "number", int: "number", bool: "true/false", str: "text"}
_HINTS: dict[type, dict[str, Any]] = {
    cls: typing.get_type_hints(cls) for cls in (Format, ParagraphFormat, Page, PageNumber)
}


@dataclass(frozen=True)
class ExampleLayout:
    """How an example is set; what is None holds for none of it."""

    format: Format | None
    paragraph: ParagraphFormat
    page: Page | None
    mark: str
    properties: Mapping[str, str]
    printed_pages: int
    scan: bool

    def over(self, source: Source, spans: Iterable[Span]) -> Source:
        """Return the source with a layout in which ``spans``, offsets in its text as read, are set
        so."""
        layout = self._layout(source, spans)
        return replace(source, layout=layout, paragraphs=True, scan=self.scan)

    def _layout(self, source: Source, spans: Iterable[Span]) -> Layout:
        spans = list(spans)
        marked = [span for span in spans if span[1] > span[0]]
        return Layout(
            tuple(Run(*span, self.format) for span in marked) if self.format else (),
            tuple(
                Paragraph(
                    line.start,
                    line.end,
                    self.paragraph
                    if any(start < line.end and line.start < end for start, end in marked)
                    else ParagraphFormat(),
                )
                for line in source.lines
            ),
            (self.page,) if self.page else (),
            tuple(Mark(self.mark, *span, text=source.raw[slice(*span)]) for span in spans)
            if self.mark
            else (),
            self.properties,
            self.printed_pages,
        )


def read_layout(raw: Any) -> ExampleLayout:
    """Read the key ``layout`` of an example. Raises DecodingError."""
    raw = _mapping("layout", raw)
    for key in raw:
        if key not in (*Format._fields, *ParagraphFormat._fields, *_OTHERS):
            raise unknown_key(key, (*Format._fields, *ParagraphFormat._fields, *_OTHERS))
    one_of("mark", raw.get("mark", _MARKS[0]), _MARKS)
    properties = _mapping("properties", raw.get("properties", {}))
    if not all(isinstance(value, str) for value in properties.values()):
        raise DecodingError("wrong-type", "properties", wanted=_WANTED[str])
    pages = raw.get("printed_pages", 0)
    if not isinstance(pages, int):
        raise DecodingError("wrong-type", "printed_pages", wanted=_WANTED[int])
    scan = raw.get("scan", False)
    if not isinstance(scan, bool):
        raise DecodingError("wrong-type", "scan", wanted=_WANTED[bool])
    letters = _fields(Format, raw)
    return ExampleLayout(
        Format(**letters) if letters else None,
        ParagraphFormat(**_fields(ParagraphFormat, raw)),
        _page(_mapping("page", raw["page"])) if "page" in raw else None,
        raw.get("mark", ""),
        properties,
        pages,
        scan,
    )


def shown_layout(example: Mapping[str, Any]) -> str:
    """Return how an example is set as it stands in its file, in brackets, or ``""``."""
    return f" ({_shown(example['layout'])})" if example.get("layout") else ""


def _shown(raw: Mapping[str, Any]) -> str:
    parts = []
    for key, value in raw.items():
        if isinstance(value, Mapping):
            value = f"{{{_shown(value)}}}"
        elif isinstance(value, bool):
            value = str(value).lower()
        parts.append(f"{key}: {value}")
    return ", ".join(parts)


def _page(raw: Mapping[str, Any]) -> Page:
    _known(raw, Page._fields)
    number = None
    if raw.get("number") is not None:
        said = _mapping("number", raw["number"])
        _known(said, (*PageNumber._fields[:-1], *Format._fields))
        if "where" not in said:
            raise DecodingError("missing-key", "where")
        own = _fields(PageNumber, {key: said[key] for key in said if key != "format"})
        number = PageNumber(**own, format=Format(**_fields(Format, said)))
    fields = _fields(Page, {key: raw[key] for key in raw if key != "number"})
    return Page(**fields, number=number)


def _fields(cls: type, raw: Mapping[str, Any]) -> dict[str, Any]:
    """The values in ``raw`` for the fields of ``cls``. Raises DecodingError for one of the wrong
    type."""
    values: dict[str, Any] = {}
    for key, hint in _HINTS[cls].items():
        if key not in raw:
            continue
        value = raw[key]
        options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        if float in options and type(value) is int:
            value = float(value)
        if type(value) not in options:
            raise DecodingError("wrong-type", key, wanted=_WANTED[options[0]])
        values[key] = value
    return values


def _mapping(key: str, raw: Any) -> Mapping[str, Any]:
    if not isinstance(raw, dict) or not all(isinstance(name, str) for name in raw):
        raise DecodingError("wrong-type", key, wanted="mapping")
    return raw


def _known(raw: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in raw:
        if key not in known:
            raise unknown_key(key, known)
