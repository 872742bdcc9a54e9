"""``check: cited-number``: the number of a cited document, against the words around it.

Keys
    fault   separators    Party form with the state's marks (45/NQ-TW) or the other way round
            type          the word before the number is not what its code says
            issuer        who stands after "của" does not issue documents of this code
            year          the year in the number is not that of the date
            no-year       Nghị định, Thông tư without a year in the number
            idle-year     a year in the number of a kind of document that has none
            ministry      a ministry that did not exist on the date
            term          a term of the National Assembly that does not fit the year
            spelling      code in wrong case or without diacritics (``codes``: wrong → right)
            blanks        blanks inside the number
            no-figure     the number is blank though the date is there
            old-code      a code out of use on the date (``codes``)
    codes   wrong codes with the right ones
    from    the day from which ``old-code`` holds
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from checker.checks._values import values_of
from checker.citations.citation import Citation
from checker.citations.number import DocumentNumber
from checker.context import Context, Registers
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.text.folding import fold

_OLD_FORMS = 2005  # state offices wrote "12-QĐ/UB" in earlier years
_YEAR_COMES = 1997  # Nghị định and Thông tư bear no year before it
_WITH_YEAR = ("NĐ", "TT")
_WITHOUT_YEAR = ("KH", "BC", "TB", "TTr", "CTr", "CV")
_APPROVED = ("Đề án", "Chương trình", "Dự án", "Phương án")  # called by the decision's number
_SLIPS = ("Phiếu", "Giấy", "Bản ")  # never cited; their codes are also those of divisions
_ATTACHED = re.compile(r"\b[Kk]èm theo\b")
_NEAR = 40


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("type", "issuer", "wanted", "date", "other")
    local: ClassVar[bool] = True

    fault: str
    codes: dict[str, str] = field(default_factory=dict)
    from_: datetime.date | None = None

    def __post_init__(self) -> None:
        one_of("fault", self.fault, _FAULTS)

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        own = document.header.number
        if self.fault == "old-code" and self._is_old(own.type_code, document.date):
            right = own.text[own.text.index(own.figure) :].replace(
                own.type_code, self.codes[own.type_code], 1
            )
            yield Fact(own.end - len(right), own.end, values_of(self), (right,))
        for one in document.citations:
            if one.number is not None:
                told = _FAULTS[self.fault](self, one, one.number, document, context.registers)
                if told is not None:
                    yield told

    def separators(
        self, one: Citation, number: DocumentNumber, _document: Document, registers: Registers
    ) -> Fact | None:
        right = _with_right_marks(number, registers)
        year = number.year or (one.date.year if one.date else 0)
        party = registers.issuers.regime(number.issuer) == "party"
        return _fact(one, right) if right and (party or not 0 < year < _OLD_FORMS) else None

    def type(
        self, one: Citation, number: DocumentNumber, _document: Document, registers: Registers
    ) -> Fact | None:
        if not one.type_words or not number.issuer or one.type in ("Văn bản", "Văn bản hợp nhất"):
            return None
        wanted = _types_of(number, registers)
        if not wanted or one.type in wanted or (number.code == "QĐ" and one.type in _APPROVED):
            return None
        values = values_of(self, type=one.type_words.text, wanted=_told(number, wanted, registers))
        return Fact(one.type_words.start, one.number_words.end, values)

    def issuer(
        self, one: Citation, number: DocumentNumber, document: Document, registers: Registers
    ) -> Fact | None:
        wanted = registers.issuers.of(number.issuer)
        said = registers.issuers.said(fold(one.issuer.text).lower())
        # without a date "của" may say whose plan it is that carries the document out
        if not one.date or not wanted or not said or said[0].code == wanted.code:
            return None
        day = one.date.value
        if day and not wanted.existed(day):
            return None  # the body itself is out of time: its own finding
        at = one.issuer.start
        shown = document.text[at : at + said[1]]
        values = values_of(self, issuer=shown, wanted=wanted.name, other=one.number_words.text)
        where = (one.number_words.start, one.number_words.end)
        return Fact(at, at + said[1], values, (), (where,))

    def year(
        self, one: Citation, number: DocumentNumber, document: Document, _registers: Registers
    ) -> Fact | None:
        if not number.year or not one.date or one.date.year in (0, number.year):
            return None
        if one.date.year < 100:
            return None  # "05/3/26" does not tell the year
        shown = document.text[one.date.start : one.date.end]
        return Fact(one.number_words.start, one.date.end, values_of(self, date=shown))

    def no_year(
        self, one: Citation, number: DocumentNumber, _document: Document, registers: Registers
    ) -> Fact | None:
        if number.code not in _WITH_YEAR or number.year or one.form != "state":
            return None
        if not number.figure:
            return None  # still to be filled in
        if registers.issuers.regime(number.issuer) != "state":
            return None
        if one.type not in ("", "Nghị định", "Thông tư"):
            return None
        year = one.date.year if one.date else 0
        if 99 < year < _YEAR_COMES:
            return None
        right = f"{number.figure}/{year}/{number.code}-{number.issuer}"
        return _fact(one, right if year >= _YEAR_COMES else "")

    def idle_year(
        self, one: Citation, number: DocumentNumber, _document: Document, registers: Registers
    ) -> Fact | None:
        if not number.year or number.code not in _WITHOUT_YEAR:
            return None
        if registers.issuers.regime(number.issuer) != "state":
            return None
        return _fact(one, f"{number.figure}/{number.code}-{number.issuer}")

    def ministry(
        self, one: Citation, number: DocumentNumber, document: Document, registers: Registers
    ) -> Fact | None:
        day = one.date.value if one.date else None
        if not day or not one.date:
            return None
        shown = document.text[one.date.start : one.date.end]
        issuer = registers.issuers.of(number.issuer)
        if issuer is not None:
            if not issuer.central or issuer.existed(day):
                return None
            return _fact(one, "", values_of(self, issuer=issuer.code, date=shown))
        said = registers.issuers.said(fold(one.issuer.text).lower())
        if said is None or not said[0].central or said[0].existed(day):
            return None
        values = values_of(self, issuer=said[0].name, date=shown)
        return Fact(one.issuer.start, one.issuer.start + said[1], values)

    def term(
        self, one: Citation, number: DocumentNumber, _document: Document, registers: Registers
    ) -> Fact | None:
        term = registers.issuers.term(number.issuer) if number.assembly else None
        if term is None:
            return None
        first, last = term[1]
        dated = one.date if one.date and one.date.year > 99 else None
        if dated and number.year and dated.year != number.year:
            return None  # the year is in doubt: a finding of its own
        if dated:
            fits = first <= (dated.year, dated.month) <= last
        else:
            fits = not number.year or first[0] <= number.year <= last[0]
        issuer = number.issuer.rpartition("-")[2]
        return None if fits else _fact(one, "", values_of(self, issuer=issuer))

    def spelling(
        self, one: Citation, number: DocumentNumber, document: Document, _registers: Registers
    ) -> Fact | None:
        code, issuer = (self.codes.get(part, part) for part in (number.code, number.issuer))
        if (code, issuer) == (number.code, number.issuer) or not one.type_words:
            return None
        if document.text[max(0, one.number_words.start - 4) : one.number_words.start].isupper():
            return None  # a title in capitals
        return _fact(one, str(number._replace(code=code, issuer=issuer)))

    def blanks(
        self, one: Citation, number: DocumentNumber, _document: Document, registers: Registers
    ) -> Fact | None:
        if " " not in one.number_words.text or not number.figure:
            return None
        return _fact(one, _with_right_marks(number, registers) or str(number))

    def no_figure(
        self, one: Citation, number: DocumentNumber, document: Document, _registers: Registers
    ) -> Fact | None:
        before = document.text[max(0, one.start - _NEAR) : one.start]
        if number.figure or not one.date or _ATTACHED.search(before):
            return None
        return _fact(one, "")

    def old_code(
        self, one: Citation, number: DocumentNumber, _document: Document, _registers: Registers
    ) -> Fact | None:
        if not self._is_old(number.code, one.date.value if one.date else None):
            return None
        return _fact(one, str(number._replace(code=self.codes[number.code])))

    def _is_old(self, code: str, day: datetime.date | None) -> bool:
        return code in self.codes and bool(self.from_ and day and day >= self.from_)


_FAULTS = {
    "separators": Check.separators,
    "type": Check.type,
    "issuer": Check.issuer,
    "year": Check.year,
    "no-year": Check.no_year,
    "idle-year": Check.idle_year,
    "ministry": Check.ministry,
    "term": Check.term,
    "spelling": Check.spelling,
    "blanks": Check.blanks,
    "no-figure": Check.no_figure,
    "old-code": Check.old_code,
}


def _types_of(number: DocumentNumber, registers: Registers) -> tuple[str, ...]:
    """The types whose documents have this code, that which it stands for first, or that the issuer
    passes; empty if unknown."""
    if number.code:
        types = [one for one in registers.types if number.code in one.codes]
        if number.year:  # of legal normative documents, when the code may be theirs
            types = [one for one in types if one.normative] or types
        types.sort(key=lambda one: number.code not in (one.state, one.party) and not one.normative)
        return (
            ()
            if any(one.name.startswith(_SLIPS) for one in types)
            else tuple(one.name for one in types)
        )
    issuer = registers.issuers.of(number.issuer) if number.assembly else None
    return issuer.acts if issuer else ()


def _told(number: DocumentNumber, types: tuple[str, ...], registers: Registers) -> str:
    """What the code stands for, for a message."""
    issuer = registers.issuers.of(number.issuer)
    if number.code or issuer is None:
        return types[0]
    acts = " hoặc ".join(one.lower() for one in types if one not in ("Hiến pháp", "Bộ luật"))
    return f"{acts} của {issuer.name}"


def _with_right_marks(number: DocumentNumber, registers: Registers) -> str:
    """The number with the marks of its regime; empty when they are right or cannot be told."""
    code, issuer = number.code, number.issuer
    known = any(code in one.codes for one in registers.types)
    if not known or code == "TTLT" or not issuer or "-" in issuer or "/" in issuer:
        return ""
    regime = registers.issuers.regime(issuer)
    if regime == "party":
        right = number._replace(year=0, marks="-/")
    elif regime == "state":
        right = number._replace(marks="//-" if number.year else "/-")
    else:
        return ""
    return "" if right == number else str(right)


def _fact(one: Citation, right: str, values: dict[str, str] | None = None) -> Fact:
    shown = values_of(Check) if values is None else values
    return Fact(one.number_words.start, one.number_words.end, shown, (right,) if right else ())
