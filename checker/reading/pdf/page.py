"""What stands on a page of a PDF: stretches of text with their places, rules and pictures.

Lengths are points; places are measured from the top left corner of the page as it is read, so that
a page set sideways is like any other.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

MAX_OBJECTS = 20_000  # of a page, that are looked at for rules and pictures
_SAMPLES = 15  # characters that tell which way the page is read
_JOINED = 0.14  # em; a wider gap divides stretches: a letter of another font may belong there
_THIN = 2.0  # points; a path that thin is a rule
_INVISIBLE = 3  # text rendering mode of the words behind a scan (ISO 32000-1, 9.3.6)
_RAISED = 0.9  # of the height of what stands before; a digit not as high is a mark or an exponent
_MOST_RAISED = 0.6  # em
_BREAKS = frozenset((0, 10, 13))
_HYPHENS = frozenset((0x02, 0xFFFE))  # PDFium's mark for a hyphen at a line's end
_LIGATURES = frozenset(map(chr, range(0xFB00, 0xFB07)))
_NO_SIGNS = frozenset("\u00ad\u200b\ufeff")
_REPLACED = "\ufffd"
_MARKS = range(0x300, 0x370)  # combining, set over the letter before: their boxes tell no gap
_ADVANCED = 0.002  # em between a mark with room of its own and the next letter
_DIGITS = frozenset("0123456789")


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


class Fragment(NamedTuple):
    """Characters that are drawn one after the other without a gap, blanks included; ``box`` is that
    of the others. ``baseline`` is where they stand (for ``raised`` digits, what they hang on),
    ``size`` the em; ``indices`` are PDFium's numbers of the characters, empty for a recognised
    text."""

    text: str
    box: Box
    baseline: float
    size: float
    indices: Sequence[int] = ()
    raised: bool = False


@dataclass
class PageContent:
    """``rules`` are thin lines, or the frames of boxes, as boxes; ``covered`` is the share of the
    page under its largest picture; ``invisible`` tells that the text is not painted, as in a scan
    with a recognised text behind it."""

    width: float
    height: float
    fragments: list[Fragment] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    covered: float = 0.0
    invisible: bool = False
    characters: int = 0


class _Turn:
    """Turns places of the page into those of the page as it is read; ``quarter`` counts the
    quarters by which its text is turned counter-clockwise."""

    def __init__(self, quarter: int, bounds: tuple[float, float, float, float]) -> None:
        left, bottom, right, top = bounds
        self.width, self.height = right - left, top - bottom
        if quarter % 2:
            self.width, self.height = self.height, self.width
        self.box: Callable[[float, float, float, float], tuple[float, float, float, float]] = (
            lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0),
            lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left),
            lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom),
            lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0),
        )[quarter]


def read_page(page: pypdfium2.PdfPage, limit: int) -> PageContent:
    """Return the content of ``page``; of its characters at most ``limit`` are read."""
    text_page = page.get_textpage()
    try:
        count = min(pdfium.FPDFText_CountChars(text_page), limit)
        samples = _samples(text_page, count)
        turn = _Turn(_quarter(text_page, samples), page.get_bbox())
        content = PageContent(turn.width, turn.height, characters=count)
        content.fragments = list(_fragments(text_page.raw, turn, count))
        content.invisible = _is_invisible(text_page, samples)
        _read_objects(page, turn, content)
    finally:
        text_page.close()
    return content


def _samples(text_page: object, count: int) -> list[int]:
    """The numbers of some of the characters, none of them a blank."""
    return [
        index
        for index in range(0, count, max(1, count // _SAMPLES))
        if not _char(pdfium.FPDFText_GetUnicode(text_page, index)).isspace()
    ]


def _quarter(text_page: object, samples: list[int]) -> int:
    turns: Counter[int] = Counter()
    for index in samples:
        angle = pdfium.FPDFText_GetCharAngle(text_page, index)  # clockwise
        if angle >= 0:
            turns[-round(angle / (math.pi / 2)) % 4] += 1
    return turns.most_common(1)[0][0] if turns else 0


def _is_invisible(text_page: object, samples: list[int]) -> bool:
    modes = [
        pdfium.FPDFTextObj_GetTextRenderMode(shown)
        for index in samples
        if (shown := pdfium.FPDFText_GetTextObject(text_page, index))
    ]
    return 2 * modes.count(_INVISIBLE) > len(modes)


class _Open:
    """A fragment while its characters are gathered, the first being ``index``; ``low`` and ``high``
    bound where the foot of the next may be. A blank that begins what is drawn is left out by
    PDFium: its own blank then stands before the place, and goes to ``chars`` first."""

    __slots__ = ("baseline", "box", "chars", "high", "indices", "low", "raised", "size", "upright")

    def __init__(self, text_page: object, turn: _Turn, index: int) -> None:
        x, y = ctypes.c_double(), ctypes.c_double()
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        pdfium.FPDFText_GetMatrix(text_page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text_page, index)
        self.size = max(1.0, size * math.hypot(matrix.c, matrix.d))
        self.baseline = turn.box(x.value, y.value, x.value, y.value)[1]
        self.low, self.high = self.baseline - 0.25 * self.size, self.baseline + 0.5 * self.size
        along = turn.box(0, 0, matrix.a, matrix.b)
        start = turn.box(0, 0, 0, 0)
        # a watermark set aslant is no text of the document
        self.upright = abs(along[1] - start[1]) + abs(along[3] - start[3]) <= 0.2 * (
            abs(along[0] - start[0]) + abs(along[2] - start[2])
        )
        self.chars: list[str] = []
        self.indices: list[int] = []
        self.box: tuple[float, float, float, float] | None = None
        self.raised = False

    def hang_on(self, other: _Open) -> None:
        """Take the baseline of ``other``, which the character touches, if it is raised over it."""
        by = other.baseline - self.baseline
        if self.size < _RAISED * other.size and 0.1 * other.size < by < _MOST_RAISED * other.size:
            self.baseline, self.raised = other.baseline, True

    def done(self) -> Iterator[Fragment]:
        if self.box and self.upright:
            chars, indices = _expanded(self.chars, self.indices)
            box = Box(*self.box)
            yield Fragment("".join(chars), box, self.baseline, self.size, indices, self.raised)


def _fragments(text_page: object, turn: _Turn, count: int) -> Iterator[Fragment]:
    """Gather the characters of a page, in the order in which they are drawn."""
    unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    turn_box = turn.box
    rect = pdfium.FS_RECTF()
    by_rect = ctypes.byref(rect)
    now: _Open | None = None
    last_left = last_right = mark_right = last_height = 0.0
    guess: float | None = None
    for index in range(count):
        code = unicode_of(text_page, index)
        if code in _BREAKS:
            continue
        char = _char(code)
        box = (
            turn_box(rect.left, rect.bottom, rect.right, rect.top)
            if box_of(text_page, index, by_rect)
            else (0.0, 0.0, 0.0, 0.0)
        )
        left, top, right, bottom = box
        blank = char.isspace()
        if blank and pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            guess = left
            continue
        if now is not None and code in _MARKS:
            now.chars.append(char)
            now.indices.append(index)
            mark_right = right
            continue
        if now is not None and abs(left - mark_right) < _ADVANCED * now.size:
            last_right = mark_right
        touches = (
            now is not None
            and -0.4 * now.size < left - last_right < _JOINED * now.size
            and left > last_left - 0.1 * now.size
        )
        raised = touches and char in _DIGITS and bottom - top < _RAISED * last_height
        slanted = now is not None and _is_gap(guess, last_left, left, now.size)
        if now is None or raised or slanted or not (touches and now.low < bottom < now.high):
            last, now = now, _Open(text_page, turn, index)
            if last is not None:
                yield from last.done()
                if raised:
                    now.hang_on(last)
            if guess is not None and _JOINED * now.size < left - guess < now.size:
                now.chars, now.indices = [" "], [-1]
        elif char == now.chars[-1] and abs(left - last_left) < 0.15 * now.size:
            continue  # drawn twice to look bold
        guess = None
        assert now is not None
        now.chars.append(char)
        now.indices.append(index)
        last_left, last_right, mark_right, last_height = left, right, right, bottom - top
        if not blank:
            inked = now.box
            now.box = (
                (
                    inked[0] if inked[0] < left else left,
                    inked[1] if inked[1] < top else top,
                    inked[2] if inked[2] > right else right,
                    inked[3] if inked[3] > bottom else bottom,
                )
                if inked
                else box
            )
    if now is not None:
        yield from now.done()


def _is_gap(guess: float | None, last_left: float, left: float, size: float) -> bool:
    """Tell a blank of PDFium's own at ``guess`` that the box of a slanted letter hides."""
    return guess is not None and last_left < guess and _JOINED * size < left - guess < size


def _char(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code < 0x20 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return _REPLACED
    return chr(code)


def _expanded(chars: list[str], indices: list[int]) -> tuple[Sequence[str], Sequence[int]]:
    """Ligatures (ﬁ) as their letters, soft hyphens and zero-width marks left out."""
    if _LIGATURES.isdisjoint(chars) and _NO_SIGNS.isdisjoint(chars):
        return chars, indices
    out: list[str] = []
    places: list[int] = []
    for char, index in zip(chars, indices, strict=True):
        if char in _LIGATURES:
            letters = unicodedata.normalize("NFKC", char)
        else:
            letters = "" if char in _NO_SIGNS else char
        out += letters
        places += [index] * len(letters)
    return out, places


def _read_objects(page: pypdfium2.PdfPage, turn: _Turn, content: PageContent) -> None:
    """Rules and pictures of the page into ``content``."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    area = max(1.0, turn.width * turn.height)
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        if not pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
            continue
        box = Box(*turn.box(left.value, bottom.value, right.value, top.value))
        width, height = box.right - box.left, box.bottom - box.top
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            content.covered = max(content.covered, min(1.0, width * height / area))
        elif min(width, height) <= _THIN:
            content.rules.append(box)
        elif pdfium.FPDFPath_GetDrawMode(shape, fill, stroke) and stroke.value:
            content.rules += _frame(box)


def _frame(box: Box) -> list[Box]:
    return [
        box._replace(bottom=box.top),
        box._replace(top=box.bottom),
        box._replace(right=box.left),
        box._replace(left=box.right),
    ]
