"""What stands on a page without being of the text: its number, large words across it, and stamps of
digital signatures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from checker.reading.pdf.page import Fragment
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
_LARGE = 2.0  # times the size of the words that it lies across
_MOST_LARGE = 200  # stretches of a page that are looked at
_LEAST_CROSSED = 0.25  # of the smaller letters, that lie under the large ones
_NEAR = 1.9  # em between lines of a stamp


def without_watermarks(fragments: Sequence[Fragment]) -> Sequence[Fragment]:
    """Return the fragments of a page without the large ones that lie across smaller words (``DỰ
    THẢO`` behind the text)."""
    if not fragments:
        return fragments
    sizes = sorted(fragment.size for fragment in fragments)
    least = _LARGE * sizes[len(sizes) // 2]
    large = [fragment for fragment in fragments if fragment.size > least][:_MOST_LARGE]
    marks = {id(mark) for mark in large if any(_crosses(mark, other) for other in fragments)}
    return [fragment for fragment in fragments if id(fragment) not in marks]


def _crosses(mark: Fragment, other: Fragment) -> bool:
    if other.size * _LARGE >= mark.size:
        return False
    left, top, right, bottom = other.box
    across = min(right, mark.box.right) - max(left, mark.box.left)
    down = min(bottom, mark.box.bottom) - max(top, mark.box.top)
    return across > 0 and down > _LEAST_CROSSED * (bottom - top)


def without_furniture(rows: list[Row], height: float) -> list[Row]:
    """Return the rows of a page ``height`` points high without its number and without stamps."""
    stamped = _stamps([piece for row in rows for piece in row])
    if stamped:
        rows = [[piece for piece in row if id(piece) not in stamped] for row in rows]
        rows = [row for row in rows if row]
    if rows and _is_number(rows[0]) and rows[0][0].baseline < _MARGIN * height:
        rows = rows[1:]
    if len(rows) > 1 and _is_shadow(rows[-1]):
        rows = rows[:-1]
    if rows and _is_number(rows[-1]) and rows[-1][0].baseline > (1 - _MARGIN) * height:
        rows = rows[:-1]
    return rows


def _is_number(row: Row) -> bool:
    return len(row) == 1 and bool(_PAGE_NUMBER.match(row[0].text.strip()))


def _is_shadow(row: Row) -> bool:
    """Tell a letter of the next page's first line, which browsers draw here too, out of sight."""
    text = row[0].text.strip()
    return len(row) == 1 and len(text) == 1 and len(unicodedata.normalize("NFD", text)) > 2


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
