"""``check: cited-parts``: what a citation lacks, or has without need.

Keys
    part    date     the day of issue
            issuer   who issued it
    in      ``bases`` looks at the first document of each căn cứ
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.citations.citation import Citation
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact

_NAMED_FIRST = re.compile(r"-? ?(?:Căn cứ|Thực hiện|Triển khai|Theo|Xét)\b")
_CLAUSE_DATED = re.compile(r"\bngày \d|\btháng \d|\d/\d{1,2}/\d{4}|\bngày *[.…_/]")
_SIGNED = re.compile(r"\bcủa\b", re.IGNORECASE)
_NEAR = 80


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    part: str

    def __post_init__(self) -> None:
        one_of("part", self.part, ("date", "issuer"))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        for one in _bases(document):
            line = document.line_at(one.start)
            if self.part == "date":
                before, after = line.text[: one.end - line.start], line.text[one.end - line.start :]
                if not one.dated and not _CLAUSE_DATED.search(before + after.partition(";")[0]):
                    yield Fact(one.number_words.start, one.number_words.end)
            elif one.date:
                around = document.text[line.start : min(line.end, one.date.end + _NEAR)]
                if not _SIGNED.search(around):
                    yield Fact(one.number_words.start, one.date.end)


def _bases(document: Document) -> Iterator[Citation]:
    """The first document that each line of căn cứ names, if it is no law."""
    done = -1
    for one in document.citations:
        line = document.line_at(one.start)
        if line.kind != "BASIS" or line.start == done:
            continue
        done = line.start
        if one.number and one.number.code and one.type_words and _NAMED_FIRST.match(line.text):
            yield one
