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
_NAME = re.compile(r"\b(?:t[yi] le|ty trong)\b", re.IGNORECASE)
_MEASURE_END = re.compile(
    r"\d|[(,;:]|\b(?:theo )?(?:ke hoach|chi tieu|muc tieu)\b|\bso voi\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b20\d\d\b")


def planned_in(sentence: SentenceRecord) -> Iterator[FigureRecord]:
    """Yield the shares that a sentence of a report says were planned, with what they measure,
    which is named once before it."""
    folded = fold(sentence.words)
    names = list(_NAME.finditer(folded))
    targets = list(_PLANNED.finditer(folded))
    if len(names) != 1 or len(targets) != 1 or targets[0].start() < names[0].end():
        return
    if targets[0]["by"]:  # how far from the plan: "vượt kế hoạch 2%"
        return
    name, target = names[0], targets[0]
    amounts = list(find_amounts(folded, target.start("figure"), target.end()))
    end = _MEASURE_END.search(folded, name.end())
    if not amounts or not end:
        return
    what = plain_measure(folded[name.start() : end.start()])
    years = tuple(sorted(set(_YEAR.findall(folded))))
    spot = _spot(sentence, target.start("figure"), target.end())
    words = sentence.words[target.start("figure") : target.end()]
    yield FigureRecord(*spot, sentence.section, words, what, written(amounts[0]), "%", years)


def _spot(sentence: SentenceRecord, start: int, end: int) -> tuple[int, int, int, int]:
    """Where words of a sentence stand; where it is not kept as written, the whole of it."""
    line, column = sentence.line, sentence.column
    if line == sentence.end_line and sentence.end_column - column == len(sentence.words):
        return line, column + start, line, column + end
    return line, column, sentence.end_line, sentence.end_column
