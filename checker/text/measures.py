"""Figures with what they measure: "tỷ lệ hộ nghèo còn 2%", "80% số hộ dùng nước sạch".

The measure is the words from its name ("tỷ lệ", "thu nhập bình quân") to the figure, or those after
a share that opens its sentence. What else is named with it (years, terms, places) ties the figure
to these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.text.amounts import Amount, find_amounts

_NAME = re.compile(
    r"\b(?:(?:tỷ|tỉ) lệ|tỷ trọng|thu nhập bình quân|tổng thu|tổng chi|tổng vốn|tổng kinh phí"
    r"|tổng số|tốc độ tăng|giá trị sản xuất|sản lượng|diện tích|dân số|mức giảm)\b",
    re.IGNORECASE,
)
_TIE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:quý|tháng|kỳ|đợt|lần thứ|giai đoạn|nhiệm kỳ|thôn|tổ dân phố"
    r"|xã(?! hội)|phường|ấp|khu phố|nhóm|vùng|cấp|đối với|trường|lớp|khối|loại|nam|nữ|mức|xếp|điểm"
    r"|tiêu chí)\b(?: \w+){0,3}",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_SENTENCE = re.compile(r"[^;.\n]+(?:\.(?=\S)[^;.\n]*)*")
_COMPARED = re.compile(r"\b(?:tăng|giảm) (?:thêm )?$|\btừ $|\bthêm $|\bđến $|\bso với\b")
_OPENING = re.compile(
    r"[-–+*\s]*(?:\w{1,2}[.)]\s+)?(?:(?:phấn đấu|bảo đảm|đảm bảo|ít nhất|tối thiểu|trên|đạt|có|từ"
    r"|tỷ lệ|đến|năm|\d{4}|,)\s*)*",
    re.IGNORECASE,
)
_AGES = re.compile(r"\d+ ?(?:(?:-|đến) ?\d+ )?tuổi\b", re.IGNORECASE)  # tell who is measured
_LEAST_BEFORE, _LEAST_AFTER = 4, 6  # words


class Measured(NamedTuple):
    """A figure and the spans of its sentence and of the words that say what it measures."""

    amount: Amount
    sentence: tuple[int, int]
    words: tuple[int, int]


def find_measured(text: str, folded: str, start: int, end: int) -> Iterator[Measured]:
    """Yield the figures in ``text[start:end]``, one line, that are the only one of their sentence
    and say what they measure; ``folded`` is the text without diacritics."""
    if not _FIGURE.search(text, start, end):
        return
    for sentence in _SENTENCE.finditer(text, start, end):
        yield from _stated(text, folded, *sentence.span())


def _stated(text: str, folded: str, start: int, end: int) -> Iterator[Measured]:
    ages = [match.span() for match in _AGES.finditer(text, start, end)]
    amounts = [
        one
        for one in find_amounts(folded, start, end)
        if one.unit and one.values and not any(at <= one.start < last for at, last in ages)
    ]
    names = list(_NAME.finditer(text, start, end))
    if len(amounts) != 1:
        return
    amount = amounts[0]
    if len(names) == 1 and names[0].end() < amount.start:
        words = text[names[0].start() : amount.start]
        if len(words.split()) >= _LEAST_BEFORE and not _COMPARED.search(words.lower()):
            yield Measured(amount, (start, end), (names[0].start(), amount.start))
        return
    opens = not names and amount.unit == "%" and _OPENING.fullmatch(text[start : amount.start])
    if opens and len(text[amount.end : end].split()) >= _LEAST_AFTER:
        yield Measured(amount, (start, end), (amount.end, end))


def find_ties(text: str) -> frozenset[str]:
    """Return the years, terms, places and groups that a text names, in small letters."""
    return frozenset(match.group().lower() for match in _TIE.finditer(text))


def ties_above(lines: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """For each line, a pair of its kind and its text, return the ties in the headings and opening
    lines ("Đến năm 2030:") that it stands under."""
    found = []
    opened: dict[str, frozenset[str]] = {}
    for kind, text in lines:
        inner = list(opened)
        if kind in inner:
            for other in inner[inner.index(kind) :]:
                del opened[other]
        found.append(frozenset().union(*opened.values()))
        opened[kind] = find_ties(text)
    return found
