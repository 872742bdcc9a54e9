"""Figures in Vietnamese text, and what they can mean.

Vietnamese groups thousands with full stops and divides decimals with a comma (Nghị định
86/2012/NĐ-CP, Phụ lục V), but "1,500" and "1.5" are met as well: a figure has as many values as it
can be read in, and only what contradicts all of them is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from checker.text.folding import fold

FIGURE = r"\d{1,15}(?:[.,]\d{1,15}){0,6}"
_SCALES = {"nghin": 3, "ngan": 3, "k": 3, "tr": 6, "trd": 6, "trieu": 6, "ty": 9, "ti": 9}
_SCALE = re.compile(
    r" ?\(?((?:(?:nghin|ngan) )?(?:trieu|ty|ti)|nghin|ngan|trd?|k)\b", re.IGNORECASE
)
_AMOUNT = re.compile(
    rf"(?<![\w.,/])(?P<figure>{FIGURE})(?![.,]?\d)"
    r"(?: ?(?P<scale>(?:(?:nghin|ngan) )?(?:trieu|ty|ti)|nghin|ngan)(?!\w))?"
    r"(?: ?(?P<unit>dong|vnd|d)(?!\w)(?! chi\b)| ?(?P<percent>%)| (?P<noun>[a-z]+))?",
    re.IGNORECASE,
)
_NO_AMOUNT = re.compile(r"-?\w|/")
_GROUPED = {
    mark: re.compile(rf"[1-9]\d{{0,2}}(?:[{mark}]\d{{3}})+|\d{{1,15}}") for mark in (".", ",")
}
_CLAUSE = re.compile(r"[;.]\s")
_CLAUSE_LENGTH = 80
_SUFFIX = re.compile(r"(?: [^\W\d_]+)?(/[^\s,;.:()]+)")
_PER = re.compile(r"/(?!năm|tháng|quý|ngày)")
_MARKS = frozenset(("diem", "tuoi", "do", "lan", "phan"))
_NO_COUNT = re.compile(r" (?:năm|tháng|quý|của|và|tại|nêu|này|trở)\b")  # "Điều 27 của Luật"
_SHARE_OF = re.compile(r"\b(?:chiếm|tỷ trọng)\b")
_RATE = re.compile(
    r"\b(?:tỷ lệ|tỉ lệ|tốc độ|năng suất|mật độ|lãi suất|thu nhập|giá(?! trị)|bình quân|trung bình"
    r"|mức (?:hỗ trợ|chi|thu|lương|phạt))\b"
)


class Amount(NamedTuple):
    """A figure with its unit. ``usual`` is its value read the Vietnamese way and ``other`` the
    English way, None where the marks do not fit; the scale ("triệu") is included, and the exponent
    of the value tells how exact it is. ``unit`` is ``đồng``, ``%``, the folded word after it, or
    empty."""

    start: int
    end: int
    usual: Decimal | None
    other: Decimal | None
    unit: str
    scale: int

    @property
    def values(self) -> frozenset[Decimal]:
        """What it can mean."""
        return frozenset(value for value in (self.usual, self.other) if value is not None)


def readings(figure: str) -> frozenset[Decimal]:
    """Return what a figure can mean: "1.500" is 1500 and, as some write it, 1.5; empty when its
    marks make no sense ("1.50.000")."""
    ways = (reading_as(figure, ".", ","), reading_as(figure, ",", "."))
    return frozenset(value for value in ways if value is not None)


def reading_as(figure: str, thousands: str, decimal: str) -> Decimal | None:
    """Return the value of a figure whose marks are known; None when they do not fit."""
    whole, mark, part = figure.partition(decimal)
    if not _GROUPED[thousands].fullmatch(whole) or (mark and not part.isdigit()):
        return None
    return Decimal(f"{whole.replace(thousands, '')}{mark and '.'}{part}")


def scale_power(unit: str) -> int:
    """Return the power of ten of the scale with which a unit begins: 6 for " triệu đồng"
    and for its abbreviation " tr.đ"."""
    scale = _SCALE.match(fold(unit))
    return sum(_SCALES[word] for word in scale[1].lower().split()) if scale else 0


def decimals(figure: str) -> int:
    """Return how many decimals a figure has, read the Vietnamese way where it can be."""
    mark = "," if reading_as(figure, ".", ",") is not None else "."
    return len(figure.partition(mark)[2])


def find_amounts(folded: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """Yield the amounts in folded text, in order; those whose marks make no sense have no
    values. Figures inside words, dates and fractions are none."""
    for match in _AMOUNT.finditer(folded, start, len(folded) if end is None else end):
        if _NO_AMOUNT.match(folded, match.end("figure")) and not match["unit"]:
            continue
        power = scale_power(match["scale"] or "")
        unit = "đồng" if match["unit"] else match["percent"] or (match["noun"] or "").lower()
        figure = match["figure"]
        read = (reading_as(figure, ".", ","), reading_as(figure, ",", "."))
        usual, other = (None if value is None else value.scaleb(power) for value in read)
        stop = match.start("noun") - 1 if match["noun"] else match.end()
        yield Amount(match.start(), stop, usual, other, unit, power)


def per_what(amount: Amount, text: str) -> str:
    """Return what an amount is counted by, "/người" in "62 triệu đồng/người", or nothing."""
    match = _SUFFIX.match(text, amount.end)
    return match[1] if match else ""


def is_rate(amount: Amount, text: str, line_start: int) -> bool:
    """Tell whether parts do not add up to an amount, as it is a rate, a price, a mark or a
    term."""
    before = text[max(line_start, amount.start - _CLAUSE_LENGTH) : amount.start].lower()
    clause = _CLAUSE.split(before)[-1]
    if amount.unit == "%":
        return not _SHARE_OF.search(clause)
    if amount.unit in _MARKS or _PER.match(per_what(amount, text)):
        return True
    if _NO_COUNT.match(text, amount.end):
        return True
    return bool(_RATE.search(clause))


def rounding(values: Iterable[Decimal]) -> Decimal:
    """Return how far rounding may carry a sum: half a unit of the last place written for each
    value; whole numbers are exact."""
    places = (value.as_tuple().exponent for value in values)
    steps = (Decimal(1).scaleb(place) for place in places if isinstance(place, int) and place)
    return sum(steps, Decimal(0)) / 2


def total(parts: Iterable[Amount], *, usual: bool = True) -> Decimal | None:
    """Return the sum of amounts read one way; None when one of them cannot be read so."""
    made = Decimal(0)
    for part in parts:
        value = part.usual if usual else part.other
        if value is None:
            return None
        made += value
    return made


def written(value: Decimal) -> str:
    """Write a number the Vietnamese way: "1.234.567,5"."""
    whole, _, part = f"{value:,f}".partition(".")
    part = part.rstrip("0")
    return whole.replace(",", ".") + (f",{part}" if part else "")
