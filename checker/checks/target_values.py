"""``check: target-values``: one target with two values, "tỷ lệ hộ nghèo còn 2%" and "… còn 3%".

Targets are the same when the words from the name of the measure ("tỷ lệ", "thu nhập bình quân")
to the figure are, or those after a share that opens its sentence ("80% số hộ …"), and no other
year, term or place stands with one of them or in the headings above it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.kinds import KIND_GROUPS
from checker.text.amounts import Amount, find_amounts
from checker.text.words import words_of

_MEASURE = re.compile(
    r"\b(?:(?:tỷ|tỉ) lệ|tỷ trọng|thu nhập bình quân|tổng thu|tổng chi|tổng vốn|tổng kinh phí"
    r"|tổng số|tốc độ tăng|giá trị sản xuất|sản lượng|diện tích|dân số|mức giảm)\b",
    re.IGNORECASE,
)
_TIE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:quý|tháng|kỳ|đợt|lần thứ|giai đoạn|nhiệm kỳ|thôn|tổ dân phố|xã|phường"
    r"|ấp|khu phố|nhóm|vùng|cấp|đối với|trường|lớp|khối|loại|nam|nữ|mức|xếp|điểm|tiêu chí)"
    r"(?: \w+){0,3}",
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
_LEAST_BEFORE, _LEAST_AFTER = 4, 6
_KINDS = KIND_GROUPS["PROSE"] - {"BASIS", "CELL"}


class _Target(NamedTuple):
    """A figure of what is measured; ``line`` is the index of its line, ``own`` what its sentence
    names of years, terms and places."""

    amount: Amount
    line: int
    own: frozenset[str]


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("other",)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        groups: dict[tuple[str, ...], list[_Target]] = defaultdict(list)
        for key, target in _targets(document):
            groups[key].append(target)
        rivals = [same for same in groups.values() if len({one.amount.values for one in same}) > 1]
        above = _ties_above(document) if rivals else []
        for same in rivals:
            first = same[0]
            ties = first.own | above[first.line]
            for other in same[1:]:
                alike = other.own | above[other.line] == ties
                if alike and not other.amount.values & first.amount.values:
                    span = (first.amount.start, first.amount.end)
                    values = {"other": document.text[slice(*span)]}
                    yield Fact(other.amount.start, other.amount.end, values, (), (span,))


def _targets(document: Document) -> Iterator[tuple[tuple[str, ...], _Target]]:
    for index, line in enumerate(document.lines):
        if line.kind not in _KINDS or not _FIGURE.search(line.text):
            continue
        for sentence in _SENTENCE.finditer(line.text):
            start, end = line.start + sentence.start(), line.start + sentence.end()
            for amount, words in _stated(document, start, end):
                key = tuple(word.sound for word in words_of(words))
                own = _found_ties(document.text[start:end])
                yield (*key, amount.unit), _Target(amount, index, own)


def _stated(document: Document, start: int, end: int) -> Iterator[tuple[Amount, str]]:
    """Yield the one figure of a sentence with the words that say what it measures, those before it
    or, of a share that opens the sentence, those after."""
    text = document.text
    amounts = [one for one in find_amounts(document.folded, start, end) if one.unit and one.values]
    names = list(_MEASURE.finditer(text, start, end))
    if len(amounts) != 1:
        return
    amount = amounts[0]
    if len(names) == 1 and names[0].end() < amount.start:
        words = text[names[0].start() : amount.start]
        if len(words.split()) >= _LEAST_BEFORE and not _COMPARED.search(words.lower()):
            yield amount, words
    elif not names and amount.unit == "%" and _OPENING.fullmatch(text[start : amount.start]):
        words = text[amount.end : end]
        if len(words.split()) >= _LEAST_AFTER:
            yield amount, words


def _found_ties(text: str) -> frozenset[str]:
    return frozenset(match.group().lower() for match in _TIE.finditer(text))


def _ties_above(document: Document) -> list[frozenset[str]]:
    """For each line the years, terms and places named in the headings and opening lines ("Đến năm
    2030:") that it stands under."""
    found = []
    opened: dict[str, frozenset[str]] = {}
    for line in document.lines:
        inner = list(opened)
        if line.kind in inner:
            for kind in inner[inner.index(line.kind) :]:
                del opened[kind]
        found.append(frozenset().union(*opened.values()))
        opened[line.kind] = _found_ties(line.text)
    return found
