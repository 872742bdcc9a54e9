"""The order in which the columns of a header and of a signature block are read."""

from __future__ import annotations

import re

from checker.reading.pdf.rows import PageLine, Room, Row, joined, side_by_side
from checker.text.folding import fold

_HEADER_ROWS = 6  # at the top of the first page
_HEADER = re.compile(r"CONG HOA XA HOI|DANG CONG SAN|DOC LAP ?- ?TU DO", re.IGNORECASE)
_NAME = re.compile(
    r"CONG HOA XA HOI CHU NGHIA VIET NAM|DANG CONG SAN VIET NAM|DOC LAP ?- ?TU DO ?- ?HANH PHUC"
)
_NUMBER = re.compile(r"SO\b", re.IGNORECASE)
_RECIPIENTS = re.compile(r"N[oO][iI] +[nN][hH][aA][nN]\b")
_CUT_DATE = re.compile(r"\bng[aà]y\b.*\b(?:ng[aà]y|th[aá]ng|n[aă]m)$", re.IGNORECASE)
_ITEM = re.compile(r"[-–—+*•]\s*\w")
_FULL = 0.8  # of the room
_LOWER_ROWS = 3
_LEAST_GUTTER = 0.8  # em


def reading_order(rows: list[Row], first: bool, room: Room | None) -> list[PageLine]:
    """Return the lines of a page (of the first of the document, if ``first``): two columns of a
    header or a signature block one after the other, other rows, which are set in ``room``, with
    wide gaps as they are."""
    lines: list[PageLine] = []
    at = 0
    while at < len(rows):
        tail = bool(_RECIPIENTS.match(fold(rows[at][0].text.strip())))
        first = first and at < _HEADER_ROWS and not (at and _fills(rows[at - 1], room))
        gutter = _gutter(rows, at) if tail or first or _is_header(rows[at]) else None
        if gutter and (tail or len(rows[at]) == 2):
            above: list[PageLine] = []
            while tail and lines and lines[-1].text.isupper() and _right_of(lines[-1], rows[at][0]):
                above.insert(0, lines.pop()._replace(room=None))
            left, right, at = _columns(rows, at, *gutter)
            lines += _joined(left) + _joined(above + right)
        else:
            lines.append(side_by_side(rows[at])._replace(room=room))
            at += 1
    return lines


def _fills(row: Row, room: Room | None) -> bool:
    """Tell a line of the text itself, after which no header begins."""
    return (
        room is not None
        and len(row) == 1
        and row[0].width > _FULL * (room.right - room.left)
        and not _is_header(row)
    )


def _is_header(row: Row) -> bool:
    return any(_HEADER.search(fold(piece.text)) for piece in row)


def _joined(lines: list[PageLine]) -> list[PageLine]:
    """The lines of a column, what its width cuts in two being one: the names at the head (``… CHỦ
    NGHĨA VIỆT | NAM``), dates (``… năm | 2026``) and recipients (``- Các phòng | UBND xã;``)."""
    found: list[PageLine] = []
    for line in lines:
        last = found[-1] if found else None
        if last and any(cut(last.text, line.text) for cut in _CUTS):
            found[-1] = joined(last, line)
        else:
            found.append(line)
    return found


def _is_date_cut(last: str, text: str) -> bool:
    return text[:1].isdigit() and bool(_CUT_DATE.search(last))


def _is_item_cut(last: str, text: str) -> bool:
    return bool(_ITEM.match(last)) and not _ITEM.match(text) and not last.endswith((";", ".", ","))


def _is_name_cut(last: str, text: str) -> bool:
    return bool(_NAME.fullmatch(fold(f"{last} {text}").upper()))


_CUTS = (_is_name_cut, _is_date_cut, _is_item_cut)


def _is_number(line: PageLine) -> bool:
    return bool(_NUMBER.match(fold(line.text.strip())))


def _right_of(line: PageLine, other: PageLine) -> bool:
    return line.box.left > other.box.right


def _gutter(rows: list[Row], start: int) -> tuple[float, float] | None:
    """What lies between the first piece of a row and the first to its right, in this row or one of
    the next, which may stand a little lower."""
    first = rows[start][0]
    for row in rows[start : start + _LOWER_ROWS]:
        for piece in row:
            if piece.box.left > first.box.right + _LEAST_GUTTER * first.size:
                return first.box.right, piece.box.left
    return None


def _columns(
    rows: list[Row], start: int, gutter_left: float, gutter_right: float
) -> tuple[list[PageLine], list[PageLine], int]:
    """The two columns that begin at a row, as far as a gutter lies between them, and the index of
    the row after them."""
    left: list[PageLine] = []
    right: list[PageLine] = []
    for at in range(start, len(rows)):
        row = rows[at]
        middle = (gutter_left + gutter_right) / 2
        ours = [piece for piece in row if (piece.box.left + piece.box.right) / 2 < middle]
        theirs = [piece for piece in row if (piece.box.left + piece.box.right) / 2 >= middle]
        gutter_left = max([gutter_left, *(piece.box.right for piece in ours)])
        gutter_right = min([gutter_right, *(piece.box.left for piece in theirs)])
        if at > start and gutter_right - gutter_left < _LEAST_GUTTER * row[0].size:
            return left, right, at
        if not theirs and row[0].text.isupper() and any(_is_number(line) for line in left):
            return left, right, at  # the type of the document
        if ours:
            left.append(side_by_side(ours))
        if theirs:
            right.append(side_by_side(theirs))
    return left, right, len(rows)
