"""What a report says was planned: "đạt 92% (chỉ tiêu giao 90%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.corpus.figures import plain_measure, written
from checker.corpus.records import FigureRecord, SentenceRecord
from checker.text.amounts import find_amounts
from checker.text.folding import fold

_PLANNED = re.compile(
    r"(?P<by>\b(?:vuot|hon|kem|so voi|tang|giam)(?: muc)? )?\b(?:ke hoach|chi tieu|muc tieu)"
    r"(?: (?:giao|de ra|dat ra|duoc giao|nam|20\d\d|la|dat|phai dat|cua|tren))*"
    r":? (?P<figure>\d[\d.,]*) ?%",
    re.IGNORECASE,
)
_PLANNED_FIRST = re.compile(
    r"\W*(?:(?:theo|trong) )?(?:ke hoach|chi tieu|muc tieu)\b(?: (?:ke hoach|nam|20\d\d))*"
    r"(?: (?:de ra|dat ra|duoc giao|giao|yeu cau|phan dau|phai dat))+"
    r"(?: (?:chi tieu|muc tieu|phan dau|la|dat|co|it nhat|toi thieu|tren))*"
    r":? (?P<figure>\d[\d.,]*) ?% (?P<what>[^,;:.()\d]+)",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b(?:t[yi] le|ty trong)\b", re.IGNORECASE)
_MEASURE_END = re.compile(
    r"\d|[(,;:]|\b(?:theo )?(?:ke hoach|chi tieu|muc tieu)\b|\bso voi\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b20\d\d\b")


def planned_in(sentence: SentenceRecord) -> Iterator[FigureRecord]:
    """Yield the shares that a sentence of a report says were planned, with what they measure,
    which is named once before it or, where the sentence begins with the plan, after it."""
    folded = fold(sentence.words)
    found = _named_after(folded) or _named_before(folded)
    if not found:
        return
    target, measure = found
    start, end = target.start("figure"), target.end("figure")
    end = folded.index("%", end) + 1
    amounts = list(find_amounts(folded, start, end))
    if amounts:
        years = tuple(sorted(set(_YEAR.findall(folded))))
        spot, words = _spot(sentence, start, end), sentence.words[start:end]
        value = written(amounts[0])
        yield FigureRecord(
            *spot, sentence.section, words, plain_measure(measure), value, "%", years
        )


def _named_after(folded: str) -> tuple[re.Match[str], str] | None:
    """The share that the plan set, and its measure: "Kế hoạch đề ra phấn đấu 90% số hộ …; …"."""
    target = _PLANNED_FIRST.match(folded)
    return (target, target["what"]) if target else None


def _named_before(folded: str) -> tuple[re.Match[str], str] | None:
    """The measure with the share that was planned after it: "Tỷ lệ … đạt 92% (kế hoạch 90%)"."""
    names, targets = list(_NAME.finditer(folded)), list(_PLANNED.finditer(folded))
    if len(names) != 1 or len(targets) != 1 or targets[0].start() < names[0].end():
        return None
    end = _MEASURE_END.search(folded, names[0].end())
    if targets[0]["by"] or not end:  # how far from the plan: "vượt kế hoạch 2%"
        return None
    return targets[0], folded[names[0].start() : end.start()]


def _spot(sentence: SentenceRecord, start: int, end: int) -> tuple[int, int, int, int]:
    """Where words of a sentence stand; where it is not kept as written, the whole of it."""
    line, column = sentence.line, sentence.column
    if line == sentence.end_line and sentence.end_column - column == len(sentence.words):
        return line, column + start, line, column + end
    return line, column, sentence.end_line, sentence.end_column
