"""``check: acronym``: capitals that are one slip away from an acronym that everybody knows.

Silent for acronyms that the document explains or uses often, that have been seen in print, or that
are part of a document's number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.text.distance import is_slip_of

_SHORTEST = 4  # letters; shorter acronyms are too alike
_OFTEN = 3  # mentions that make an acronym the document's own
_ACRONYM = re.compile(r"(?<![\w/&.-])[A-ZĐ]{3,10}(?![\w/&])(?!-[A-ZĐ])")
_EXPLAINED = re.compile(r"(?:\(|viết tắt là |gọi tắt là |sau đây là )[\"“]?([A-ZĐ]{3,10})[\"”]?\b")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("meaning",)
    local: ClassVar[bool] = True

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        known = context.registers.acronyms
        mentions = [
            match
            for match in _ACRONYM.finditer(document.text)
            if match.group() in known.slips
            or (
                len(match.group()) >= _SHORTEST
                and match.group() not in known.seen
                and match.group() not in known.meanings
            )
        ]
        if not mentions:
            return
        counts = Counter(match.group() for match in mentions)
        explained = set(_EXPLAINED.findall(document.text))
        for match in mentions:
            acronym = match.group()
            if acronym in explained:
                continue
            if counts[acronym] >= _OFTEN and acronym not in known.slips:
                continue
            if _has_no_lower(document.line_at(match.start()).text):
                continue
            near = [
                one
                for one in sorted(known.common)
                if known.slips.get(acronym) == one
                or (len(one) >= _SHORTEST and is_slip_of(acronym, one))
            ]
            if len(near) == 1:
                meaning = known.meanings[near[0]]
                yield Fact(match.start(), match.end(), {"meaning": meaning}, (near[0],))


def _has_no_lower(text: str) -> bool:
    return text == text.upper()
