"""What stands before the number of a cited document: its provisions, its type or its name."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from checker.citations.citation import LAWS
from checker.citations.number import DocumentNumber, Found, find_numbers
from checker.citations.words import CitationWords
from checker.registers.document_types import DocumentType
from checker.registers.issuers import Issuers
from checker.text.dates import Date
from checker.text.folding import fold
from checker.text.part import Part


class NumberValue(NamedTuple):
    """A number with the name of its form in grammar/citation.lark; ``known`` when the code of its
    type is that of a type, or the National Assembly its issuer."""

    number: DocumentNumber
    form: str
    known: bool

    @property
    def told(self) -> bool:
        """Tell whether the number alone shows that a document is meant."""
        return self.known and self.form in ("party", "state", "normative", "assembly")

    @property
    def letter(self) -> NumberValue:
        """The number read as that of a công văn, whose first letters are its issuer's."""
        code, issuer, marks = self.number.code, self.number.issuer, self.number.marks
        if not code or self.number.year or len(marks) != 2 or marks[0] != "/":
            return self
        joined = f"{code}{marks[1]}{issuer}"
        return NumberValue(self.number._replace(code="", issuer=joined, marks="/"), "letter", True)


class CitationToken(NamedTuple):
    """A token with its place in the line; ``value`` is what it says: a date, the name of a type
    or the part of a number."""

    kind: str
    start: int
    end: int
    value: str | Date | NumberValue | Part | None = None


class Line(NamedTuple):
    """A line, the same folded, and its dates by where they begin."""

    text: str
    folded: str
    dates: dict[int, Date]


_HEAD_REACH = 240  # how far before a number its head may begin
_TYPE_REACH = 90  # how far before it the type may begin
_MARGIN = 12  # how far within a line a document's own number may begin
_NAME_REACH = 220  # how long the name of a law may be

_SO = re.compile(r"\b[Ss][Oo](?: ?:)? {0,12}[.…_]{0,12} {0,12}$")
_LAW = re.compile(r"\b(?:Bo luat|Bo Luat|Luat|Phap lenh|Hien phap)\b")
_LETTER = "Công văn"
_CONTRACT = "Hợp đồng"
# Resolutions of Party congresses are cited by name.
_CONGRESS = re.compile(
    r"\bNghị quyết (?P<name>Đại hội (?:đại biểu )?(?:toàn quốc )?"
    r"(?:(?:lần thứ )?[IVX]+ (?:của )?Đảng\b|Đảng bộ [^,;.:()\d]{2,60}? lần thứ [IVX]+\b)"
    r"(?:,? nhiệm kỳ \d{4} ?[-–] ?\d{4})?)"
)
_ON_DAY = re.compile(r"\bngay {1,3}(?=\d)")
_LAW_YEAR = re.compile(r" (?:nam )?(?:19|20)\d\d\b(?![/-])")
_NAME_END = re.compile(r"[;.:()\n\"]")

_LABEL = r"(?:\d{1,3}[a-zđ]?|[a-zđ]\d?|[IVXLC]{1,6})\b"
_LEVEL = r"(?:tiet|diem|khoan|dieu|tieu muc|muc|chuong|phan|phu luc)"
_PROVISION = rf"(?:cac )?{_LEVEL} {_LABEL}(?:(?:, | va |, va ){_LABEL})*"
_PROVISIONS = re.compile(
    rf"\b(?P<all>{_PROVISION}(?:(?:,? va |, |; | )(?:(?:cua|tai|thuoc) )?{_PROVISION}){{0,12}})"
    r",?(?: cua| tai| thuoc| ban hanh kem theo)?(?: cac)? ?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class HeadWords:
    """The words that stand before a number: ``types`` are their names by what they are folded,
    ``type_before`` finds one directly before, ``type_by`` one with its issuer after it."""

    types: Mapping[str, str]
    issuers: Issuers
    words: CitationWords
    type_before: re.Pattern[str]
    type_by: re.Pattern[str]

    @staticmethod
    def of(types: Sequence[DocumentType], issuers: Issuers, words: CitationWords) -> HeadWords:
        """Compile the names of ``types``."""
        names = {fold(one.name).lower(): one.name for one in types}
        ordered = sorted(names, key=len, reverse=True)
        issued = "|".join(name for name in ordered if names[name] not in LAWS)
        return HeadWords(
            names,
            issuers,
            words,
            re.compile(
                rf"\b(?P<words>(?P<type>{'|'.join(ordered)}){words.qualifier}) ?$", re.IGNORECASE
            ),
            re.compile(
                rf"\b(?P<words>(?i:(?P<type>{issued}){words.qualifier}))(?: cua)? "
                r"(?P<issuer>[A-Z][^,;.:()\d\"]{2,60}?) ?$"
            ),
        )


class Heads:
    """Finds in a line the documents named, each with what stands directly before its number."""

    def __init__(
        self, names: HeadWords, line: Line, read_number: Callable[[Found], NumberValue | None]
    ) -> None:
        self._names = names
        self._read_number = read_number
        self._text, self._folded, self._dates = line

    def all(self) -> list[list[CitationToken]]:
        """Return the head tokens of each document named, its number among them, in order."""
        numbers = [found for found in map(self._number, find_numbers(self._text)) if found]
        starts = {tokens[0].start: tokens for tokens in numbers}
        heads = []
        for law in self._laws([tokens[0] for tokens in numbers]):
            after = starts.pop(law[-1].end + 1, None) or starts.pop(law[-1].end, None)
            heads.append([*law, *(after or ())])
        heads += starts.values()
        for match in _CONGRESS.finditer(self._text):
            heads.append([CitationToken("LAW", match.start(), match.end(), "Nghị quyết")])
        return sorted(([*self._provisions(head[0].start), *head] for head in heads), key=_start)

    def _number(self, found: Found) -> list[CitationToken]:
        """The head of a number; empty when it is none of a document."""
        number = self._read_number(found)
        so = _SO.search(self._folded, max(0, found.start - 48), found.start)
        start = so.start() if so else found.start
        if start < _MARGIN and self._text.startswith("Số", start) and self._is_alone(start, found):
            return []  # the line of a document's own number
        before = self._folded[max(0, start - _TYPE_REACH) : start].lower()
        if number is None or self._names.words.no_document.search(before):
            return []
        tokens = [CitationToken("NUMBER", found.start, found.end, number)]
        if so:
            tokens.insert(0, CitationToken("SO", so.start(), so.start() + 2))
        named = self._type(start)
        if named and named[0].value == _CONTRACT and number.number.assembly:
            named = []  # "… đi làm việc ở nước ngoài theo hợp đồng" ends the name of a law
        if not named and not (so and found.pieces[0].text) and not number.told:
            return []
        own = self._names.issuers.of(number.number.issuer)
        if named and named[0].value == _LETTER and own is None:
            tokens[-1] = tokens[-1]._replace(value=number.letter)
        return [*named, *tokens]

    def _is_alone(self, start: int, found: Found) -> bool:
        return not (self._folded[:start] + self._folded[found.end :]).strip()

    def _type(self, end: int) -> list[CitationToken]:
        """The type that stands before ``end``, and who issued it when that stands between."""
        before = self._folded[max(0, end - _TYPE_REACH) : end]
        at = end - len(before)
        if match := self._names.type_before.search(before):
            token = self._type_token(match, at)
            # "Luật Thanh tra số …", "… văn bản quy phạm pháp luật số …": the end of a law's name
            in_name = token.value in LAWS and (
                match["words"] != match["type"] or before[: match.start()].endswith("phap ")
            )
            return [] if in_name else [token]
        for match in self._names.type_by.finditer(before):
            if self._names.issuers.said(match["issuer"].lower()):
                start, stop = (at + place for place in match.span("issuer"))
                issued = Part(self._text[start:stop], start, stop)
                return [
                    self._type_token(match, at),
                    CitationToken("ISSUED", issued.start, issued.end, issued),
                ]
        return []

    def _type_token(self, match: re.Match[str], at: int) -> CitationToken:
        name = self._names.types[match["type"].lower()]
        return CitationToken("TYPE", at + match.start("type"), at + match.end("words"), name)

    def _laws(self, numbers: Sequence[CitationToken]) -> Iterator[list[CitationToken]]:
        """The laws that are named with their number, date or year."""
        heads = sorted(token.start for token in numbers if token.kind != "TYPE")
        types = sorted(token.start for token in numbers if token.kind == "TYPE")
        typed = set(types)
        done = 0
        for match in _LAW.finditer(self._folded):
            if match.start() < done or match.start() in typed:
                continue
            reach = min(match.end() + _NAME_REACH, len(self._folded), _next(types, match.end()))
            if end := _NAME_END.search(self._folded, match.end(), reach):
                reach = end.start()
            number = _next(heads, match.end())
            date = self._date_after(match.end(), min(reach, number))
            end_of_name = min(number, date[0].start if date else number)
            if end_of_name > reach:
                continue
            name = self._text[match.end() : end_of_name]
            if self._is_law(name, dated=end_of_name != number):
                done = match.start() + len(match[0] + name.rstrip())
                type_ = next(one for one in LAWS if fold(one).lower() == match[0].lower())
                law = CitationToken("LAW", match.start(), done, type_)
                by_year = date and end_of_name != number and date[0].value is None
                yield [law, *date] if by_year else [law]

    def _is_law(self, name: str, *, dated: bool) -> bool:
        """Tell whether the words between "Luật" and its number or date are its name."""
        if _LAW.search(fold(name)) and not name.lstrip().lower().startswith("sửa đổi"):
            return False
        return not (dated and self._names.words.not_in_law.search(name.lower()))

    def _date_after(self, start: int, end: int) -> list[CitationToken]:
        """The first date of issue from ``start`` on, or the year that follows a law's name."""
        for match in _ON_DAY.finditer(self._folded, start, end):
            if date := self._dates.get(match.end()):
                return [CitationToken("DATED", match.start(), date.end, date)]
        if year := _LAW_YEAR.search(self._folded, start, end):
            return [CitationToken("DATED", year.start(), year.end())]
        return []

    def _provisions(self, start: int) -> list[CitationToken]:
        """What stands before a head as "khoản 3 Điều 5"."""
        window = self._text[max(0, start - _HEAD_REACH) : start]
        match = _PROVISIONS.search(fold(window)) if "iều" in window or "hoản" in window else None
        if match is None:
            return []
        at = start - len(window)
        return [CitationToken("PROVISIONS", at + match.start("all"), at + match.end("all"))]


def _start(head: Sequence[CitationToken]) -> int:
    return head[0].start


def _next(places: Sequence[int], at: int) -> int:
    """The first of ``places``, which are sorted, from ``at`` on; beyond all text without one."""
    index = bisect_left(places, at)
    return places[index] if index < len(places) else sys.maxsize
