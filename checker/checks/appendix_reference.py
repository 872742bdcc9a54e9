"""``check: appendix-reference``: what text and appendices say of each other.

Keys
    fault   ``unmentioned`` (an appendix that the text does not name), ``absent`` (the text names
            one that is not in the file), ``number`` or ``date`` (the line "Kèm theo …" under an
            appendix has another number or date than the document)

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Appendix, Document
from checker.finding import Fact

FAULTS = ("unmentioned", "absent", "number", "date")
_NAMED = re.compile(r"\b(?:phu luc|kem theo|dinh kem)\b", re.IGNORECASE)
_ENCLOSED = re.compile(
    r"\(?\b(?:co |theo |tai )?"
    r"(?P<words>phu luc(?: [IVX\d]+)?(?: (?:dinh )?kem theo| ban hanh kem))",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"kem theo [^()\n]{0,40}?so:? *(?P<number>[\d.…_ ]*[-/][^ ,)\n]+)[, ]*"
    r"(?:ngay *(?P<day>\d{1,2})(?: *thang *|[/.-])(?P<month>\d{1,2})"
    r"(?: *nam *|[/.-])(?P<year>\d{4}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("own",)

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, FAULTS)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        first = document.appendices[0] if document.appendices else None
        own_end = first.start if first else len(document.text)
        if self.fault == "unmentioned":
            if first and not _NAMED.search(document.folded, 0, own_end) and not _is_plan(first):
                yield Fact(first.heading.start, first.heading.end)
        elif self.fault == "absent":
            match = None if first else _ENCLOSED.search(document.folded)
            if match:
                yield Fact(*match.span("words"))
        else:
            for appendix in document.appendices:
                yield from self._attached(document, appendix)

    def _attached(self, document: Document, appendix: Appendix) -> Iterator[Fact]:
        header = document.header
        near = min(appendix.end, appendix.start + 1000)
        match = _ATTACHED.search(document.folded, appendix.start, near)
        if not match:
            return
        if self.fault == "number":
            start, end = match.span("number")
            stated = re.sub(r"\s", "", document.text[start:end])
            own = re.sub(r"^\D*?(?=[\d/-])|\s", "", header.number.text)
            figure = re.match(r"\d+", stated)
            if figure and header.number.figure and stated != own:
                yield Fact(start, end, {"own": own}, (own,))
        elif match["year"] and header.place_date.date:
            date = header.place_date.date
            if (int(match["day"]), int(match["month"]), int(match["year"])) != (
                date.day,
                date.month,
                date.year,
            ):
                yield Fact(match.start("day"), match.end("year"), {"own": f"{date:%d/%m/%Y}"})


def _is_plan(appendix: Appendix) -> bool:
    """A document enacted by this one is named by its type, not as an appendix."""
    return not re.match(r"(?i)ph[uụ] l[uụ]c|m[aẫ]u|bi[eể]u", appendix.heading.text)
