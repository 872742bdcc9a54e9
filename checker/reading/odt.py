"""OpenDocument text (.odt): package → Source, read with lxml.

Text comes in reading order with tables cell by cell, automatic numbers computed, text boxes once
after their paragraph, tracked changes as accepted; notes, comments and hidden text are left out
(OpenDocument 1.3, part 3: schema).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from checker.errors import InputError
from checker.reading.columns import paragraph_lines
from checker.reading.odt_numbering import STYLE, TEXT, Numbering, whole_number
from checker.reading.package import Package
from checker.reading.source import Cell, Source

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
MAX_CHARACTERS = 8_000_000
_MAX_REPEATED = 1_024
_COPY = 100  # what a repeated row or cell costs, in characters
_MAX_STYLE_DEPTH = 20

_SKIPPED = {
    OFFICE + "annotation",
    OFFICE + "forms",
    OFFICE + "event-listeners",
    TEXT + "tracked-changes",
    TEXT + "note",
    TEXT + "ruby-text",
    TEXT + "script",
    TEXT + "page-number",
    TEXT + "page-count",
    TEXT + "page-variable-get",
    DRAW + "object",
    *(
        f"{TEXT}{index}-source"
        for index in (
            *("table-of-content", "illustration-index", "table-index", "object-index"),
            *("user-index", "alphabetical-index", "bibliography", "section"),
        )
    ),
}
_HIDING = {TEXT + "hidden-text", TEXT + "section"}
_PARAGRAPHS = {TEXT + "p", TEXT + "h"}
_ROW_GROUPS = {TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"}
# What stands for itself while blanks of the file are drawn together
_BLANK, _TAB, _HIDDEN = "\0", "\1", "\2"
_CHARACTERS = {TEXT + "tab": _TAB, TEXT + "line-break": "\v"}
_LITERAL = str.maketrans({_BLANK: " ", _TAB: "\t"})
_BLANKS = re.compile("[ \t\r\n]+")


def read_odt(package: Package) -> Source:
    """Read an .odt package; a line of the Source's ``raw`` is a paragraph.

    Raises InputError ``encrypted``, ``not-a-document`` (a spreadsheet, a drawing …), ``no-text``,
    ``too-large`` and those of Package.
    """
    path = package.path
    manifest = "META-INF/manifest.xml"
    if manifest in package.names and b"encryption-data" in package.read(manifest):
        raise InputError("encrypted", path=path)
    content = package.xml("content.xml")
    text = content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise InputError("not-a-document", path=path)
    roots = [content]
    if "styles.xml" in package.names:
        roots.append(package.xml("styles.xml"))
    walker = _Walker(roots, path)
    walker.walk(text, None)
    raw = "\n".join(walker.paragraphs)
    if not raw.strip():
        raise InputError("no-text", path=path)
    lines = tuple(paragraph_lines(walker.paragraphs, walker.cells))
    return Source(path, "odt", raw, lines, paragraphs=True)


class _Styles:
    """What the styles say of a text's showing and of the list of a paragraph."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._said: dict[tuple[str, str], tuple[str, str | None, str | None]] = {}
        for root in roots:
            for style in root.iter(STYLE + "style"):
                properties = style.find(STYLE + "text-properties")
                said = (
                    style.get(STYLE + "parent-style-name", ""),
                    None if properties is None else properties.get(TEXT + "display"),
                    style.get(STYLE + "list-style-name"),
                )
                key = (style.get(STYLE + "family", ""), style.get(STYLE + "name", ""))
                self._said.setdefault(key, said)

    def shown(self, family: str, element: etree._Element, default: bool) -> bool:
        """Return whether text in the style of ``element`` is shown."""
        for _, display, _ in self._chain(family, element):
            if display is not None:
                return display != "none"
        return default

    def list_style(self, paragraph: etree._Element) -> str | None:
        """Return the list style of a paragraph's style: ``""`` where it has none expressly."""
        for _, _, list_style in self._chain("paragraph", paragraph):
            if list_style is not None:
                return list_style
        return None

    def _chain(
        self, family: str, element: etree._Element
    ) -> Iterator[tuple[str, str | None, str | None]]:
        name = element.get(TEXT + "style-name", "")
        for _ in range(_MAX_STYLE_DEPTH):
            said = self._said.get((family, name))
            if said is None:
                return
            yield said
            name = said[0]


class _Walker:
    """Collects paragraphs in reading order, each with the table cell that it stands in."""

    def __init__(self, roots: list[etree._Element], path: str) -> None:
        self.paragraphs: list[str] = []
        self.cells: list[Cell | None] = []
        self._numbering = Numbering(roots)
        self._styles = _Styles(roots)
        self._path = path
        self._tables = 0
        self._spent = 0

    def walk(self, element: etree._Element, cell: Cell | None) -> None:
        for child in element:
            self._block(child, cell)

    def _block(self, element: etree._Element, cell: Cell | None) -> None:
        tag = element.tag
        if tag == TEXT + "p":
            self._paragraph(element, cell)
        elif tag == TEXT + "h":
            numbered = self._styles.list_style(element) != ""
            self._paragraph(element, cell, self._numbering.heading(element) if numbered else "")
        elif tag == TEXT + "list":
            style = self._list_style(element, "")
            self._list(element, cell, style, self._numbering.open_list(element, style), 1)
        elif tag == TEXT + "numbered-paragraph":
            self._numbered_paragraph(element, cell)
        elif tag == TABLE + "table":
            self._table(element)
        elif tag not in _SKIPPED and not _is_hidden(element):
            self.walk(element, cell)

    def _list_style(self, element: etree._Element, inherited: str) -> str:
        """The style of a list: its own, that of the list around it, that of its paragraphs."""
        style = element.get(TEXT + "style-name") or inherited
        if style:
            return style
        first = next(element.iter(*_PARAGRAPHS), None)
        return "" if first is None else self._styles.list_style(first) or ""

    def _list(
        self,
        element: etree._Element,
        cell: Cell | None,
        style: str,
        counters: dict[int, int],
        depth: int,
    ) -> None:
        for item in element:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            own_style = item.get(TEXT + "style-override", style)
            for position, child in enumerate(item):
                if child.tag in _PARAGRAPHS:
                    label = ""
                    if position == 0 and item.tag == TEXT + "list-item":
                        start = item.get(TEXT + "start-value")
                        label = self._numbering.item(own_style, counters, depth, start)
                    self._paragraph(child, cell, label)
                elif child.tag == TEXT + "list":
                    inner = self._list_style(child, own_style)
                    self._list(child, cell, inner, counters, depth + 1)
                else:
                    self._block(child, cell)

    def _numbered_paragraph(self, element: etree._Element, cell: Cell | None) -> None:
        style = self._list_style(element, "")
        counters = self._numbering.open_list(element, style)
        depth = whole_number(element.get(TEXT + "level"), 1)
        start = element.get(TEXT + "start-value")
        for child in element:
            if child.tag in _PARAGRAPHS:
                label = self._numbering.item(style, counters, depth, start)
                self._paragraph(child, cell, label)

    def _table(self, table: etree._Element) -> None:
        number = self._tables
        self._tables += 1
        row_number = 0
        for row in _rows(table):
            times = whole_number(row.get(TABLE + "number-rows-repeated"), 1)
            for repeated in range(min(times, _MAX_REPEATED)):
                self._spend(_COPY if repeated else 1)
                self._row(row, Cell(number, row_number + repeated, 0))
            row_number += times

    def _row(self, row: etree._Element, first: Cell) -> None:
        column = 0
        for element in row:
            times = whole_number(element.get(TABLE + "number-columns-repeated"), 1)
            if element.tag == TABLE + "table-cell":
                for repeated in range(min(times, _MAX_REPEATED)):
                    self._spend(_COPY if repeated else 1)
                    self._cell(element, first._replace(column=column + repeated))
            elif element.tag != TABLE + "covered-table-cell":
                continue
            column += times

    def _cell(self, element: etree._Element, cell: Cell) -> None:
        before = len(self.paragraphs)
        self.walk(element, cell)
        if len(self.paragraphs) == before:
            self._add("", cell)

    def _paragraph(self, paragraph: etree._Element, cell: Cell | None, label: str = "") -> None:
        boxes: list[etree._Element] = []
        shown = self._styles.shown("paragraph", paragraph, True)
        text = "".join(self._text(paragraph, boxes, shown))
        text = _BLANKS.sub(" ", text).strip(" ").translate(_LITERAL)
        if (shown or text) and _HIDDEN not in text:
            self._add(label + text if text.strip() else text, cell)
        for box in boxes:
            self.walk(box, cell)

    def _add(self, text: str, cell: Cell | None) -> None:
        self._spend(len(text) + 1)
        self.paragraphs.append(text)
        self.cells.append(cell)

    def _spend(self, characters: int) -> None:
        """Count what was read, so that repeated cells and blanks cannot fill the memory."""
        self._spent += characters
        if self._spent > 2 * MAX_CHARACTERS:
            raise InputError("too-large", path=self._path, limit=MAX_CHARACTERS // 1_000_000)

    def _text(
        self, element: etree._Element, boxes: list[etree._Element], shown: bool
    ) -> Iterator[str]:
        """Yield the visible text of a paragraph; drawings anchored in it go to ``boxes``."""
        if shown and element.text:
            yield element.text
        for child in element:
            tag = child.tag
            if tag == TEXT + "s":
                count = whole_number(child.get(TEXT + "c"), 1)
                self._spend(count)
                yield _BLANK * count if shown else ""
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag] if shown else ""
            elif tag == TEXT + "hidden-paragraph":
                yield _HIDDEN if child.get(TEXT + "is-hidden") == "true" else ""
            elif tag.startswith(DRAW):
                if tag not in _SKIPPED:
                    boxes.append(child)
            elif tag == TEXT + "span":
                yield from self._text(child, boxes, self._styles.shown("text", child, shown))
            elif tag not in _SKIPPED and not _is_hidden(child):
                yield from self._text(child, boxes, shown)
            if shown and child.tail:
                yield child.tail


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _is_hidden(element: etree._Element) -> bool:
    """Whether the element hides all that is in it."""
    if element.tag not in _HIDING:
        return False
    return (
        element.get(TEXT + "display") == "none"
        or element.get(TEXT + "is-hidden", "false") == "true"
    )
