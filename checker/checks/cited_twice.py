"""``check: cited-twice``: a document cited more than once, and what does not agree.

Keys
    fault   two-dates    one number with two dates
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._citations import values_of
from checker.citations.citation import Citation
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.registers.issuers import Issuers
from checker.text.folding import fold


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("date", "other")

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, ("two-dates",))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        groups: dict[tuple[str, ...], list[Citation]] = defaultdict(list)
        for one in document.citations:
            if one.date and one.date.value:
                groups[_register(one, context.registers.issuers)].append(one)
        for key, same in groups.items():
            if key and len({one.value.date for one in same}) > 1:
                yield from self._two_dates(same, document)

    def _two_dates(self, same: list[Citation], document: Document) -> Iterator[Fact]:
        usual = Counter(one.value.date for one in same).most_common(1)[0][0]
        standard = next(one.date for one in same if one.date and one.value.date == usual)
        where = (standard.start, standard.end)
        for one in same:
            date = one.date
            if not date or not one.number or one.value.date == usual:
                continue
            if one.number.year and date.year != one.number.year:
                continue  # the number itself tells that this date is wrong
            if date.year == usual[0] or (date.month, date.day) == usual[1:]:
                values = values_of(
                    self,
                    date=document.text[date.start : date.end],
                    other=document.text[slice(*where)],
                )
                yield Fact(date.start, date.end, values, (), (where,))


def _register(one: Citation, issuers: Issuers) -> tuple[str, ...]:
    """What makes a number unique within a year: a central issuer, or the same words after "của";
    empty when it cannot be told."""
    if one.number is None or not one.number.figure:
        return ()
    issuer = issuers.of(one.number.issuer)
    if (one.number.year and one.number.code in ("NĐ", "TT", "")) or (issuer and issuer.central):
        return (one.number.key,)
    said = " ".join(fold(one.issuer.text).lower().split()[:8])
    return (one.number.key, said) if said else ()
