"""``check: table-total``: the total row of a table against the sum of its column.

It speaks only of a table with one total row, at the top or the bottom, over rows of one level, and
only of columns with a number in every row. A column with a total between its least and greatest
number holds averages; one whose header says unit price, share or rate is not added up; a total
that is the number of rows counts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.text.amounts import decimals, reading_as, written
from checker.text.folding import fold
from checker.text.part import Part

_TOTAL = re.compile(
    r"(?:tong(?: cong| so)?|cong)(?: (?:kinh phi|chi phi|tien|du toan|toan xa|toan phuong|chung))?"
    r"(?: ?\((?![^)]{0,40}\b(?:vat|thue|tron|phi|gom)\b)[^)]{0,40}\))?[ :.]*"
)
_WHOLE = re.compile(r"toan (?:xa|phuong|truong|thon)")  # may head averages, too
_ROMAN = re.compile(r"[IVX]{1,5}\.?")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_NUMBERED = re.compile(r"\d{1,3}\.?|[IVX]{1,5}\.?")
_SERIAL = re.compile(r"(\d{1,3})\.?")
_LEVELLED = re.compile(r"[-–+*•]|\d+[.)]|[a-zđ][.)]|[IVX]+[.)]? |.*\b(?:trong do|cong|tong|gom)\b")
_GROUPS = re.compile(r"\b(?:khuyet tat|mo coi|neo don|don than|co cong|chinh sach|cao tuoi)\b")
_MONEY = re.compile(r"\b(?:tien|kinh phi|von|dong|chi phi|du toan)\b")
_OVERLAPPING = re.compile(r"\b(?:nu|dang vien|dan toc|trong do|trinh do|tuoi|ton giao)\b")
_NOT_ADDED = re.compile(
    r"don gia|binh quan|trung binh|ty le|ti le|ty trong|%|dinh muc|he so|mat do|muc |\bgia\b|\bnam "
    r"(?!20)|thoi gian|xep hang|so thu tu|luy ke|toc do|chi so|so voi|\btuoi\b|den (?:nam|cuoi)"
    r"|so (?:ngay|tuan|thang)\b|\b(?:diem|km|ly trinh) (?:dau|cuoi)"
)
_MEASURE = re.compile(r"\b(?:trieu|ty|nghin|ngan|ha|km2?|tan|kg|m2|m3|lit|tan)\b|%")
_NUMBER = re.compile(r"\d[\d.,]*")
_NONE = frozenset(("-", "–", "—"))
_MARKS = ((".", ","), (",", "."))
_LINES_ABOVE = 3  # where the unit of a table may stand
_LEAST_ROWS = 2
_LEAST_COLUMNS = 3  # that tell sums from averages

_Row = dict[int, Part]


@dataclass(frozen=True)
class _Table:
    """``rows`` by their numbers, each with its cells by column; ``widths`` are the cells of a row,
    empty ones included."""

    rows: dict[int, _Row]
    widths: dict[int, int]
    above: str


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("sum", "column")

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        for table in _tables(document):
            found = list(_columns(table))
            wrong = [fact for fact in found if fact]
            if not _has_label(table, _TOTAL) and (len(wrong) > 1 or len(found) < _LEAST_COLUMNS):
                continue
            if len(wrong) == 1 or len(wrong) < len(found):
                yield from wrong


def _tables(document: Document) -> Iterator[_Table]:
    rows: dict[int, dict[int, _Row]] = {}
    above: dict[int, str] = {}
    for index, line in enumerate(document.lines):
        if line.cell is None:
            continue
        table, row, column = line.cell
        if table not in above:
            before = document.lines[max(0, index - _LINES_ABOVE) : index]
            above[table] = " ".join(one.text for one in before)
        cells = rows.setdefault(table, {}).setdefault(row, {})
        old = cells.get(column)
        text = f"{old.text} {line.text}" if old else line.text
        cells[column] = Part(text.strip(), old.start if old else line.start, line.end)
    widths: dict[int, dict[int, int]] = {}
    for physical in document.source.lines:
        if physical.cell is not None:
            table, row, column = physical.cell
            of_table = widths.setdefault(table, {})
            of_table[row] = max(of_table.get(row, 0), column + 1)
    for table, of_rows in rows.items():
        if len(of_rows) > _LEAST_ROWS:
            yield _Table(of_rows, widths[table], above[table])


def _columns(table: _Table) -> Iterator[Fact | None]:
    """Yield, for every column that can be added up, None or what is wrong with its total."""
    numbers = sorted(table.rows)
    totals = [number for number in numbers if _is_total(table.rows[number])]
    if len(totals) != 1:
        return
    total = totals[0]
    data = _top_level(table, _data_rows(table, numbers, total))
    if len(data) < _LEAST_ROWS:
        return
    width = table.widths[data[0]]
    if any(table.widths[number] != width for number in data) or not _is_flat(table, data, total):
        return
    shift = width - table.widths[total]
    header = [number for number in numbers if number < min(data[0], total)]
    for column, cell in table.rows[total].items():
        place = column + shift
        cells = [table.rows[number].get(place) for number in data]
        if _is_number(cell) and place and all(one and _is_number(one) for one in cells):
            heading = _heading(table, header, place, width)
            grouped = not _MONEY.search(heading) and _names_groups(table, data)
            if not _NOT_ADDED.search(heading) and not grouped:
                parts = [one for one in cells if one]
                measured = bool(_MEASURE.search(f"{heading} {fold(table.above).lower()}"))
                numbered = all(_NUMBERED.fullmatch(table.rows[number][0].text) for number in data)
                fact = _compare(cell, parts, heading, measured)
                yield fact if numbered or not _is_nested(cell, parts) else None


def _names_groups(table: _Table, data: Sequence[int]) -> bool:
    """Tell whether rows count people by what may be true of one person together."""
    parts = (part for number in data for part in table.rows[number].values())
    return any(_GROUPS.search(fold(part.text).lower()) for part in parts)


def _is_nested(cell: Part, parts: Sequence[Part]) -> bool:
    """Tell whether a total holds once some row is left out, one that details another."""
    total = reading_as(cell.text, *_MARKS[0])
    values = [reading_as(part.text, *_MARKS[0]) or Decimal(0) for part in parts]
    return total is not None and sum(values, -total) in values


def _is_total(row: _Row) -> bool:
    return _is_named(row, _TOTAL) or _is_named(row, _WHOLE)


def _is_named(row: _Row, pattern: re.Pattern[str]) -> bool:
    names = (fold(part.text).lower().strip() for part in list(row.values())[:2])
    return any(pattern.fullmatch(name) for name in names)


def _has_label(table: _Table, pattern: re.Pattern[str]) -> bool:
    return any(_is_named(row, pattern) for row in table.rows.values())


def _top_level(table: _Table, data: Sequence[int]) -> list[int]:
    """The rows numbered I, II, III where rows are, or else all of them."""
    roman = [n for n in data if 0 in table.rows[n] and _ROMAN.fullmatch(table.rows[n][0].text)]
    said = [table.rows[number][0].text.rstrip(".") for number in roman]
    ordered = len(said) >= _LEAST_ROWS and tuple(said) == _ROMANS[: len(said)]
    return roman if ordered and roman[0] == data[0] else list(data)


def _data_rows(table: _Table, numbers: Sequence[int], total: int) -> list[int]:
    """The rows that the total counts: those on its one side, but for what stands before the first
    with numbers and, of a total on top, after the last."""
    holding = [number for number in numbers if _holds_numbers(table.rows[number])]
    before = [number for number in holding if number < total]
    after = [number for number in holding if number > total]
    if before and after:
        return []
    first, last = (before[0], total - 1) if before else (total + 1, after[-1] if after else total)
    return [number for number in numbers if first <= number <= last]


def _holds_numbers(row: _Row) -> bool:
    cells = [part.text for part in row.values()]
    if not any(_NUMBER.fullmatch(cell) for cell in cells[1:]):
        return False
    return not all(len(cell) < 3 for cell in cells) or not _is_count(cells)


def _is_count(cells: Sequence[str]) -> bool:
    """Tell whether a row numbers its columns: 1, 2, 3 or A, B, 1, 2."""
    figures = [int(cell) for cell in cells if cell.isdecimal()]
    return len(figures) > 1 and figures == list(range(1, len(figures) + 1))


def _is_flat(table: _Table, data: Sequence[int], total: int) -> bool:
    """Tell whether the rows are of one level, and parts of a whole: numbered 1, 2, 3, or without
    numbers under names that exclude each other, the total below them."""
    texts = [table.rows[number][0].text for number in data if 0 in table.rows[number]]
    if len(texts) < len(data):
        return False
    serials = [_SERIAL.fullmatch(text) for text in texts]
    numbered = [int(one[1]) for one in serials if one]
    if numbered and numbered != list(range(1, len(data) + 1)):
        return False
    names = [fold(" ".join(part.text for part in table.rows[n].values())).lower() for n in data]
    if any(_LEVELLED.match(fold(text).lower()) for text in texts if not numbered):
        return False
    exclusive = not any(_OVERLAPPING.search(name) for name in names)
    return exclusive and (total > data[-1] or bool(numbered))


def _is_number(part: Part) -> bool:
    return part.text in _NONE or bool(_NUMBER.fullmatch(part.text))


def _heading(table: _Table, header: Sequence[int], column: int, width: int) -> str:
    """The folded words above a column; of a header row with merged cells all of them."""
    words = []
    for number in header:
        row = table.rows[number]
        if table.widths[number] == width:
            words += [row[column].text] if column in row else []
        else:
            words += [part.text for part in row.values()]
    return fold(" ".join(words)).lower()


def _compare(cell: Part, parts: Sequence[Part], heading: str, measured: bool) -> Fact | None:
    """Return what is wrong with the total in ``cell``, in whichever way the marks can be read."""
    figures = [part.text for part in parts if part.text not in _NONE]
    places = max(map(decimals, (*figures, cell.text)))
    nearest: Decimal | None = None
    if cell.text == str(len(parts)):
        return None
    for thousands, decimal in _MARKS:
        total = reading_as(cell.text, thousands, decimal)
        read = [reading_as(figure, thousands, decimal) for figure in figures]
        known = [value for value in read if value is not None]
        if total is None or len(known) < len(read) or not known:
            continue
        made = sum(known, Decimal(0))
        rounded = places and any(value % 1 for value in (*known, total))
        step = Decimal(1).scaleb(-places) if rounded else Decimal(1)
        slack = len(known) * step / 2 if rounded or measured else Decimal(0)
        is_average = nearest is None and min(known) <= total <= max(known)
        if abs(made - total) <= slack or is_average:
            return None
        nearest = made if nearest is None else nearest
    if nearest is None:
        return None
    values = {"sum": written(nearest), "column": heading}
    related = tuple((part.start, part.end) for part in parts)
    return Fact(cell.start, cell.end, values, (), related)
