"""The pages of a PDF, or of a recognised scan → the lines of the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.reading.pdf.footnotes import without_footnotes
from checker.reading.pdf.furniture import without_furniture, without_watermarks
from checker.reading.pdf.order import reading_order
from checker.reading.pdf.page import Fragment, PageContent
from checker.reading.pdf.paragraphs import in_paragraphs, room_of
from checker.reading.pdf.rows import PageLine, Row, rows_of, side_by_side
from checker.reading.pdf.tables import Table, tables_of

_SAME_COLUMN = 4.0  # points by which a table may be shifted on the next page


def document_lines(pages: Iterable[PageContent]) -> list[list[PageLine]]:
    """Return the lines of each page, blank ones where paragraphs begin."""
    tables = _Tables()
    return in_paragraphs(
        [_lines(content, number == 0, tables) for number, content in enumerate(pages)]
    )


def words_on(content: PageContent) -> int:
    """Return how many words a page holds besides its number and stamps."""
    rows = without_furniture(rows_of(content.fragments), content.height)
    return sum(len(piece.text.split()) for row in rows for piece in row)


def _lines(content: PageContent, first: bool, tables: _Tables) -> list[PageLine]:
    found = tables_of(content.rules)
    loose: list[Fragment] = []
    inside: list[list[Fragment]] = [[] for _ in found]
    for fragment in without_watermarks(without_footnotes(content)):
        for table, fragments in zip(found, inside, strict=True):
            if table.holds(fragment):
                fragments.append(fragment)
                break
        else:
            loose.append(fragment)
    rows = without_furniture(rows_of(loose), content.height)
    lines: list[PageLine] = []
    done: list[Row] = []
    for number, (table, fragments) in enumerate(zip(found, inside, strict=True)):
        above = [row for row in rows if row[0].baseline < table.down[0]]
        rows = rows[len(above) :]
        lines += _text(above, content.width, first and number == 0)
        lines += tables.lines(table, fragments, goes_on=not above and number == 0)
        done += above
    if rows:
        tables.open = False
    return lines + _text(rows, content.width, first and not done)


def _text(rows: list[Row], width: float, first: bool) -> list[PageLine]:
    return reading_order(rows, first, room_of([side_by_side(row) for row in rows], width))


class _Tables:
    """Counts the tables of a document; one that a page break cuts is one."""

    def __init__(self) -> None:
        self.open = False
        self._number = -1
        self._rows = 0
        self._table: Table | None = None
        self._head: list[str] = []

    def lines(
        self, table: Table, fragments: Sequence[Fragment], *, goes_on: bool
    ) -> list[PageLine]:
        """Return the lines of the cells of ``table``; ``goes_on`` tells that it stands first on its
        page. The head that a page repeats is left out."""
        cells = table.cells(fragments)
        head = [line.text for place, lines in cells.items() if place[0] == 0 for line in lines]
        if goes_on and self.open and self._table and _same_columns(table, self._table):
            first_row = self._rows
            repeated = int(head == self._head)
            cells = {place: lines for place, lines in cells.items() if place[0] >= repeated}
            first_row -= repeated
            if (repeated, 0) not in cells or not cells[repeated, 0][0].text:
                first_row -= 1  # the rest of a row
        else:
            self._number += 1
            self._head = head
            first_row = 0
        self.open, self._table = True, table
        self._rows = first_row + len(table.down) - 1
        return [
            line._replace(
                cell=line.cell._replace(table=self._number, row=first_row + line.cell.row)
            )
            for lines in cells.values()
            for line in lines
            if line.cell
        ]


def _same_columns(table: Table, other: Table) -> bool:
    return len(table.across) == len(other.across) and all(
        abs(ours - theirs) < _SAME_COLUMN
        for ours, theirs in zip(table.across, other.across, strict=True)
    )
