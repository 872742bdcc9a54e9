"""Where paragraphs begin, as the page shows it: by distance, indent and room left on a line."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from checker.reading.pdf.page import Box
from checker.reading.pdf.rows import PageLine, Room, is_cut_word, joined

_LONG = 0.5  # of the page's width; such lines tell where the text begins and ends
_USUAL_PITCH = 1.2  # em
_APART = 1.25  # times the usual distance of baselines
_INDENT = 1.2  # em
_CENTRED = 6.0  # points
_BLANK = 0.25  # em
_NARROW = frozenset(" .,;:'/-()ijlt")
_WIDER = 0.45  # of a small letter, by which a capital is wider and a narrow sign is narrower
_UNSURE = 0.8  # em, of the width of a cell
_MARKED = re.compile(r"[-–—+*•]|\w{1,4}(?:\.\d+)*[.)]|(?:Căn cứ|Xét|Theo)\b")
BLANK_LINE = PageLine("", Box(0, 0, 0, 0), 0, 0, ())


def room_of(lines: Sequence[PageLine], width: float) -> Room | None:
    """Return the room in which the text of a page ``width`` points wide is set; None when it has
    no long line."""
    long = [line for line in lines if line.width > _LONG * width]
    if not long:
        return None
    left = Counter(round(line.box.left / 2) for line in long).most_common(1)[0][0] * 2
    rights = sorted(line.box.right for line in long)
    return Room(left, rights[int(len(rights) * 0.9)], usual_pitch(lines))


def usual_pitch(lines: Sequence[PageLine]) -> float:
    """Return the distance of baselines within paragraphs, in em."""
    pitches = sorted(
        pitch for pair in itertools.pairwise(lines) if 0.5 < (pitch := _pitch(*pair)) < 4
    )
    return pitches[len(pitches) // 4] if pitches else _USUAL_PITCH


def in_paragraphs(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """Return the lines of the pages with a blank line before each that begins a paragraph, and a
    blank at the end of each that goes on in the next; lines that the text alone would not show
    to go on are joined."""
    found: list[list[PageLine]] = []
    last: PageLine | None = None
    holder: list[PageLine] = []
    for page in pages:
        found.append([])
        for line in page:
            begins = None if last is None else _begins(last, line, bool(found[-1]))
            if last and begins is False and found[-1] and _is_unlike(last, line):
                line = joined(found[-1].pop(), line)
            elif last and begins is False and not is_cut_word(last.text):
                holder[-1] = last._replace(text=f"{last.text} ")
            elif begins:
                found[-1].append(BLANK_LINE)
            found[-1].append(line)
            holder, last = found[-1], line
    return found


def _is_unlike(last: PageLine, line: PageLine) -> bool:
    """Tell a line that goes on with the last, but by its words would be one of its own: the rest of
    a list in one paragraph (``Phòng A; | Phòng B``), in a cell that of a name (``Phòng Văn hóa |
    - Xã hội``), that of a word with a hyphen or stroke."""
    if is_cut_word(last.text):
        return True
    if last.text.endswith(";"):
        return not _MARKED.match(line.text)
    return bool(line.cell) and line.text.startswith("- ") and last.text[-1:].isalnum()


def _begins(last: PageLine, line: PageLine, same_page: bool) -> bool | None:
    """Tell whether ``line`` begins a paragraph; None when the page does not show it."""
    if last.cell != line.cell or not (last.text and line.text):
        return None
    room = line.room if last.room else None
    pitch = _pitch(last, line)
    if same_page and not 0 < pitch <= _APART * (room.pitch if room else _USUAL_PITCH):
        return True  # apart, or the next column
    if room is None:
        return None
    indent = _INDENT * line.size
    indented = not line.cell and line.box.left > room.left + indent and not _is_centred(line, room)
    if indented and line.box.left > last.box.left + indent:
        return True
    left_over = room.right - last.box.right
    if _is_centred(last, room):
        left_over *= 2
    word = line.text.split(maxsplit=1)[0]
    needed = line.width * _breadth(word) / _breadth(line.text) + _BLANK * line.size
    if left_over < needed:
        return None if indented else False
    if line.cell and left_over < needed + _UNSURE * line.size:
        return None
    fills = last.width > _LONG * (room.right - room.left)
    return True if line.cell or fills or indented else None


def _breadth(text: str) -> float:
    """How wide letters are in the usual fonts, a small one being 1 on the average."""
    wide = sum(char.isupper() for char in text)
    narrow = sum(char in _NARROW for char in text)
    return len(text) + _WIDER * wide - _WIDER * narrow


def _pitch(above: PageLine, below: PageLine) -> float:
    return (below.baseline - above.baseline) / max(1.0, below.size)


def _is_centred(line: PageLine, room: Room) -> bool:
    middle = (line.box.left + line.box.right) / 2
    inside = line.box.left > room.left + _CENTRED and line.box.right < room.right - _CENTRED
    return inside and abs(middle - (room.left + room.right) / 2) < _CENTRED
