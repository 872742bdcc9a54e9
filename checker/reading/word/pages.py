"""Page set-up of the sections of a Word document, and where it shows page numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set

from lxml import etree

from checker.reading.layout import Page, PageNumber
from checker.reading.word.names import R, W, is_on, millimetres
from checker.reading.word.styles import Styles

_PAGE_FIELD = re.compile(r"\s*PAGE\b(?!REF)", re.IGNORECASE)
_CONDITION = re.compile(r"\s*IF\b", re.IGNORECASE)
_PLACES = ("header", "footer")
_PARTS = {"header": W + "headerReference", "footer": W + "footerReference"}
_References = dict[tuple[str, str], str]


def read_pages(
    sections: Sequence[etree._Element],
    with_table: Set[int],
    part: Callable[[str], etree._Element | None],
    styles: Styles,
) -> tuple[Page, ...]:
    """Return the set-up of each section; ``part`` gives the root of the header or footer that a
    relation names, ``with_table`` are the indexes of sections with a table."""
    pages: list[Page] = []
    references: _References = {}
    numbers: dict[str, PageNumber | None] = {}

    def number(key: tuple[str, str]) -> PageNumber | None:
        relation = references.get(key, "")
        if relation not in numbers:
            root = part(relation) if relation else None
            numbers[relation] = None if root is None else _page_number(root, key[0], styles)
        return numbers[relation]

    def conditional(key: tuple[str, str]) -> bool:
        """Whether fields decide what the header or footer shows."""
        relation = references.get(key, "")
        root = part(relation) if relation else None
        return root is not None and any(
            _CONDITION.match(one.text or "") for one in root.iter(W + "instrText")
        )

    for index, section in enumerate(sections):
        for place, tag in _PARTS.items():
            for one in section.iterfind(tag):
                references[place, one.get(W + "type", "default")] = one.get(R + "id", "")
        found = next(filter(None, (number((place, "default")) for place in _PLACES)), None)
        titled = is_on(section.find(W + "titlePg"))
        shown = "first" if titled else "default"
        first = any(number((place, shown)) for place in _PLACES)
        unsure = first and any(conditional((place, shown)) for place in _PLACES)
        pages.append(_page(section, found, None if unsure else first, index in with_table))
    return tuple(pages)


def _page(
    section: etree._Element, number: PageNumber | None, first: bool | None, table: bool
) -> Page:
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    numbering = section.find(W + "pgNumType")
    start = None if numbering is None else numbering.get(W + "start")
    style = "decimal" if numbering is None else numbering.get(W + "fmt", "decimal")

    def measure(element: etree._Element | None, name: str) -> float | None:
        return None if element is None else millimetres(element.get(W + name))

    left, gutter = measure(margins, "left"), measure(margins, "gutter")
    return Page(
        measure(size, "w"),
        measure(size, "h"),
        measure(margins, "top"),
        measure(margins, "bottom"),
        None if left is None else left + (gutter or 0.0),
        measure(margins, "right"),
        measure(margins, "header"),
        measure(margins, "footer"),
        number._replace(style=number.style or style) if number else None,
        first,
        int(start) if start and start.isdecimal() and len(start) < 6 else None,
        table,
    )


def _page_number(root: etree._Element, place: str, styles: Styles) -> PageNumber | None:
    """The field PAGE in a header or footer, simple or in parts."""
    for paragraph in root.iter(W + "p"):
        field = _field(paragraph)
        if field is None:
            continue
        properties = paragraph.find(W + "pPr")
        style = styles.paragraph_style(properties)
        run = next((one for one in field.iter(W + "r")), None)
        if run is None:
            run = next(field.iterancestors(W + "r"), None)
        look = styles.look(None if run is None else run.find(W + "rPr"), style, "", "1")
        return PageNumber(place, _alignment(paragraph, field, styles, style), None, look.format)
    return None


def _field(paragraph: etree._Element) -> etree._Element | None:
    for one in paragraph.iter(W + "fldSimple", W + "instrText"):
        code = one.get(W + "instr", "") if one.tag == W + "fldSimple" else one.text or ""
        if _PAGE_FIELD.match(code):
            return one
    return None


def _alignment(
    paragraph: etree._Element, field: etree._Element, styles: Styles, style: str
) -> str | None:
    """Where across the page the number stands; None where tabs, a text box or a table decide."""
    if next(field.iterancestors(W + "txbxContent", W + "tc"), None) is not None:
        return None
    properties = paragraph.find(W + "pPr")
    if properties is not None:
        frame = properties.find(W + "framePr")
        if frame is not None:
            return frame.get(W + "xAlign")
    for one in paragraph.iter(W + "ptab", W + "tab"):
        if next(one.iterancestors(W + "pPr"), None) is None:
            return one.get(W + "alignment")
    return styles.paragraph_format(properties, style, "", {}).alignment
