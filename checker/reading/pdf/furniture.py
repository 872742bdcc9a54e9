"""What stands on a page without being of the text: its number, and stamps of digital signatures."""

from __future__ import annotations

import re

from checker.reading.pdf.rows import PageLine, Row

_MARGIN = 0.13  # of the page's height, above and below, where its number stands
_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*|[Tt]rang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?\s*[-–—]?$")
_SIGNED = re.compile(
    r"(?:Được ký bởi|Ký bởi|Ký số bởi|Người ký|Thời gian ký|Ngày ký|Giờ ký|Digitally signed by"
    r"|Signed by|Signing time)\s*:|Signature (?:Not Verified|Valid)|Digitally signed by\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:E-?mail|Thư điện tử|Cơ quan|Tổ chức|Đơn vị|Chức vụ|Lý do(?: ký)?|Nơi ký|Reason|Location"
    r"|Date|DN|Serial|Số hiệu|Foxit \w+ Version)\s*:",
    re.IGNORECASE,
)
_SMALL = 10.5  # points; words of a stamp without a label are smaller
_MOST = 60  # lines of stamps on a page
_NEAR = 1.9  # em between lines of a stamp


def without_furniture(rows: list[Row], height: float) -> list[Row]:
    """Return the rows of a page ``height`` points high without its number and without stamps."""
    stamped = _stamps([piece for row in rows for piece in row])
    if stamped:
        rows = [[piece for piece in row if id(piece) not in stamped] for row in rows]
        rows = [row for row in rows if row]
    if rows and _is_number(rows[0]) and rows[0][0].baseline < _MARGIN * height:
        rows = rows[1:]
    if rows and _is_number(rows[-1]) and rows[-1][0].baseline > (1 - _MARGIN) * height:
        rows = rows[:-1]
    return rows


def _is_number(row: Row) -> bool:
    return len(row) == 1 and bool(_PAGE_NUMBER.match(row[0].text.strip()))


def _stamps(pieces: list[PageLine]) -> set[int]:
    """The pieces that belong to a stamp, by identity. A label alone in letters of the size of the
    text is a line of a form."""
    found: set[int] = set()
    seeds = [piece for piece in pieces if _SIGNED.match(piece.text.strip())]
    for seed in seeds[:_MOST]:
        if id(seed) in found:
            continue
        block = {id(seed): seed}
        waiting = [seed]
        while waiting and len(block) < _MOST:
            member = waiting.pop()
            near = [p for p in pieces if id(p) not in block and _belongs(p, member)]
            block.update((id(piece), piece) for piece in near)
            waiting += near
        labels = sum(bool(_label(piece)) for piece in block.values())
        if labels > 1 or seed.size < _SMALL:
            found.update(block)
    return found


def _label(piece: PageLine) -> bool:
    text = piece.text.strip()
    return bool(_SIGNED.match(text) or _BESIDE.match(text))


def _belongs(piece: PageLine, member: PageLine) -> bool:
    near = abs(piece.baseline - member.baseline) < _NEAR * member.size
    overlaps = piece.box.left < member.box.right and member.box.left < piece.box.right
    alike = 0.7 * member.size < piece.size < 1.3 * member.size
    return near and overlaps and alike and (piece.size < _SMALL or _label(piece))
