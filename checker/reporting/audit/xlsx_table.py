"""A sheet of a workbook that is written row by row, and is never held whole.

All words are text: nothing in a document becomes a formula or a link.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from checker.phrases import say
from checker.reporting.spreadsheet import shown

MAX_ROWS = 1_048_576  # of a sheet, the head included
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
CREATED = datetime.datetime(2026, 1, 1)  # the same audit gives the same bytes
_MAX_HEIGHT = 409  # of a row, in points
_LINE = 15  # points that a line of a cell takes
_WIDER = 1.15  # what words take more than their letters, as lines end between words
_CAPITALS = 1.25  # what capitals take more than small letters
_FIRST_DAY = datetime.date(1900, 3, 1)  # from which Excel counts days rightly
_CELL = {"text_wrap": True, "valign": "top"}
_FORMATS: Mapping[str, Mapping[str, object]] = {
    "cell": _CELL,
    "bold": {**_CELL, "bold": True},
    "title": {"bold": True, "font_size": 14, "valign": "top"},
    "note": {"italic": True, "valign": "top"},
    "number": {**_CELL, "align": "right", "indent": 1},
    "day": {**_CELL, "num_format": "dd/mm/yyyy", "align": "left"},
    "share": {**_CELL, "num_format": "0%", "align": "right", "indent": 1},
    "link": {**_CELL, "font_color": "#22568F", "underline": 1},
    "head": {"bold": True, "bg_color": "#D9D5CC", "text_wrap": True, "valign": "vcenter"},
    "error": {**_CELL, "bg_color": "#FBE3E0"},
    "warning": {**_CELL, "bg_color": "#FBECD0"},
    "info": {**_CELL, "bg_color": "#E2EDF8"},
    "covered": {**_CELL, "bg_color": "#D5EBD8", "border": 1, "border_color": "#B9B4AA"},
    "partly": {**_CELL, "bg_color": "#FBECD0", "border": 1, "border_color": "#B9B4AA"},
    "missing": {**_CELL, "bg_color": "#F6CFCA", "border": 1, "border_color": "#B9B4AA"},
    "outside": {**_CELL, "bg_color": "#ECEAE4", "border": 1, "border_color": "#B9B4AA"},
    "aside": {**_CELL, "bg_color": "#ECEAE4", "italic": True},
}


class Column(NamedTuple):
    """``head`` is shown as it is; ``width`` in characters; ``form`` and ``head_form`` name
    formats."""

    name: str
    head: str
    width: int
    form: str = "cell"
    head_form: str = "head"


Cells = Mapping[str, Any]  # by the name of the column: str, int, float or a day


class Styles:
    """The formats of a workbook, by name."""

    def __init__(self, book: Workbook) -> None:
        self._formats = {name: book.add_format(dict(form)) for name, form in _FORMATS.items()}

    def __getitem__(self, name: str) -> Format:
        return self._formats[name]


class Table:
    """A sheet with a head that stays when the rows are scrolled, and that stands on each page."""

    def __init__(
        self,
        book: Workbook,
        styles: Styles,
        name: str,
        columns: Sequence[Column],
        lang: str,
        *,
        above: Sequence[str] = (),
        frozen: int = 1,
        most: int = 0,
    ) -> None:
        """``above`` are lines over the head, ``frozen`` is how many columns stay, ``most`` how many
        rows are written at most where that is not 0."""
        self.columns = columns
        self.styles = styles
        self.lang = lang
        self.sheet: Worksheet = book.add_worksheet(name)
        set_page(self.sheet, lang)
        for index, column in enumerate(columns):
            self.sheet.set_column(index, index, column.width)
        for row, line in enumerate(above):
            self.sheet.write_string(row, 0, shown(line), styles["note"])
        self.head = len(above)
        self.next = self.head + 1
        lines = 1
        for index, column in enumerate(columns):
            style = styles[column.head_form]
            self.sheet.write_string(self.head, index, shown(column.head), style)
            lines = max(lines, _lines(column.head, column.width))
        self.sheet.set_row(self.head, min(lines * _LINE + 3, _MAX_HEIGHT))
        self.sheet.freeze_panes(self.head + 1, frozen)
        self.sheet.repeat_rows(self.head)
        self._filtered = 0
        self._end = min(MAX_ROWS - 1, self.next + most) if most else MAX_ROWS - 1

    @property
    def full(self) -> bool:
        """Whether there is room for one line more only."""
        return self.next >= self._end

    def row(
        self, cells: Cells, forms: Mapping[str, str] | None = None, *, outside: bool = False
    ) -> None:
        """Write a row, as high as its longest cell needs; ``forms`` are formats that some columns
        have in this row. Empty cells stay empty. A row ``outside`` is not filtered with others."""
        lines = 1
        for index, column in enumerate(self.columns):
            value = cells.get(column.name, "")
            if value == "" or value is None:
                continue
            form = (forms or {}).get(column.name, column.form)
            lines = max(lines, self._write(index, value, form, column.width))
        self.sheet.set_row(self.next, min(lines * _LINE, _MAX_HEIGHT))
        self.next += 1
        if not outside:
            self._filtered = self.next

    def line(self, words: str, form: str = "note") -> None:
        """Write a line of words that is not filtered with the rows."""
        self.sheet.write_string(self.next, 0, shown(words), self.styles[form])
        self.next += 1

    def end(self) -> None:
        """Let the rows be filtered."""
        if self._filtered:
            self.sheet.autofilter(self.head, 0, self._filtered - 1, len(self.columns) - 1)

    def _write(self, index: int, value: Any, form: str, width: int) -> int:
        """Write a cell and return how many lines its words take."""
        style = self.styles[form]
        if isinstance(value, datetime.date):
            self._day(index, value)
            return 1
        if isinstance(value, (int, float)):
            self.sheet.write_number(self.next, index, value, style)
            return 1
        parts = [shown(part) for part in str(value).split("\n")]
        words = parts[0] if len(parts) == 1 else _fit(parts)
        self.sheet.write_string(self.next, index, words, style)
        return sum(_lines(part, width) for part in parts)

    def _day(self, index: int, day: datetime.date) -> None:
        if day < _FIRST_DAY:
            self.sheet.write_string(self.next, index, f"{day:%d/%m/%Y}", self.styles["cell"])
        else:
            self.sheet.write_datetime(self.next, index, day, self.styles["day"])


def columns_of(columns: Iterable[tuple[str, int, str]], lang: str) -> Iterator[Column]:
    """Yield columns with their heads in words; of each its name, width and form are given."""
    for name, width, form in columns:
        yield Column(name, say(f"audit-head-{name}", lang), width, form)


def set_page(sheet: Worksheet, lang: str) -> None:
    """Let a sheet be printed across, as wide as the paper, its pages numbered."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)  # inches
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L&A&R{say('audit-page-number', lang)}")


def _lines(text: str, width: int) -> int:
    """How many lines words take in a column of this width; all in capitals they are wider."""
    letters = len(text) * _CAPITALS if text.isupper() else len(text)
    return math.ceil(letters * _WIDER / width) if letters > width else 1


def _fit(parts: Sequence[str]) -> str:
    """Put lines together, as many as a cell holds."""
    text = "\n".join(parts)
    fitting = shown(text.replace("\n", " "))
    return text if fitting == text.replace("\n", " ") else text[: len(fitting) - 1] + "…"
