"""``check: cited-twice``: a document cited more than once, and what does not agree.

Keys
    fault   two-dates    one number with two dates
            two-issuers  one number and date with two issuers
            two-titles   one number and date with titles of other words
            two-types    one number and date with two types, of which both have this code
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import ClassVar

from checker.checks._values import values_of
from checker.citations.citation import Citation
from checker.context import Context, Registers
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.registers.issuers import Issuers
from checker.text.folding import fold
from checker.text.part import Part

_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NESTED = re.compile(r"\d(?=[-/](?:\d{4}/)?[A-Z])")  # the number of a document named in a title
# Words with which titles begin, or that come and go in them.
_IDLE = re.compile(
    r"ve|viec|v|phe|duyet|ban|hanh|quy|dinh|so|ngay|nam|thang|cua|va|cac|nhung|mot|den|tren"
)
# Where the words of the citing document go on after a title.
_GOES_ON = re.compile(
    r"\b(?:tren dia ban|gan voi|de co so|theo|nham|bao dam|dam bao|dong thoi|va cac|va doi voi|thi|"
    r"trong do|(?:cua|do) (?:ubnd|uy ban)|het hieu luc|co hieu luc|het thoi han|den het|ke tu|"
    r"bao gom|duoc|phai|se|tiep tuc duoc)\b|[(\"]"
)
# How titles begin; other words after an issuer may be what the sentence says of the document.
_BEGINS = re.compile(
    r"(?:ve|v/v|phe duyet|ban hanh|quy dinh|huong dan|sua doi|bo sung|thanh lap|cong bo|bai bo)\b"
)
_AMENDS = re.compile(r"\b(?:sua doi|bo sung|thay the|bai bo|hop nhat)\b[^;]*$")
_NEAR = 160
_LONGEST = 1000  # characters of a title that are looked at
_LEAST, _MOST = 4, 60  # words of titles that are compared
_ENOUGH = 8  # words: after as many alike the citing document may go on in its own words
_ALIKE = 0.6  # the share of words that two titles of one document have in common
_OTHER = 2  # words that each of two titles has alone
_PLACE = re.compile(r" ?(?P<level>tinh|thanh pho|tp\.?|huyen|quan|thi xa|thi tran|xa|phuong)\b ?")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("date", "other", "head")

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, ("two-dates", "two-issuers", "two-titles", "two-types"))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        registers = context.registers
        if self.fault == "two-dates":
            yield from self._all_dates(document, registers.issuers)
            return
        groups = context.keep("cited-twice", lambda: list(_same(document)))
        for same in groups:
            if self.fault == "two-issuers":
                yield from self._two_issuers(same, registers.issuers)
            elif self.fault == "two-titles":
                yield from self._two_titles(same, document)
            else:
                yield from self._two_types(same, registers)

    def _all_dates(self, document: Document, issuers: Issuers) -> Iterator[Fact]:
        groups: dict[tuple[str, ...], list[Citation]] = defaultdict(list)
        for one in document.citations:
            if one.date and one.date.value:
                groups[_register(one, issuers)].append(one)
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

    def _two_issuers(self, same: Sequence[Citation], issuers: Issuers) -> Iterator[Fact]:
        told = [(one, who) for one in same if one.date and (who := _who(one, issuers))]
        for one, who in told[1:]:
            first, standard = told[0]
            if _differ(who, standard):
                yield self._fact(one, one.issuer, first.issuer)

    def _two_titles(self, same: Sequence[Citation], document: Document) -> Iterator[Fact]:
        told = [(one, words) for one in same if len(words := _title_words(one)) >= _LEAST]
        told = [(one, words) for one, words in told if not _is_amending(one, document)]
        for one, words in told[1:]:
            first, standard = told[0]
            sure = all(
                each.dated and each.issuer and each.number and not each.number.year
                for each in (first, one)
            )
            if _are_other(standard, words, sure=sure):
                yield self._fact(one, one.title, first.title)

    def _two_types(self, same: Sequence[Citation], registers: Registers) -> Iterator[Fact]:
        fit = [one for one in same if one.type_words and one.type in _types_of(one, registers)]
        for one in fit[1:]:
            if one.type != fit[0].type:
                yield self._fact(one, one.head, fit[0].head, one.type, fit[0].type)

    def _fact(
        self, one: Citation, at: Part, other: Part, text: str = "", instead: str = ""
    ) -> Fact:
        head = " ".join(f"{one.type} số {one.number_words.text}".split())
        values = values_of(self, head=head, other=instead or " ".join(other.text.split()))
        return Fact(at.start, at.end, values, (), ((other.start, other.end),))


def _same(document: Document) -> Iterator[Sequence[Citation]]:
    """The documents that are cited at least twice under one number, each with all its citations:
    those of one date, and those without when the number has but one."""
    numbers: dict[str, list[Citation]] = defaultdict(list)
    for one in document.citations:
        if one.number and one.number.figure:
            numbers[one.number.key].append(one)
    for all_ in numbers.values():
        dated: dict[tuple[int, int, int], list[Citation]] = defaultdict(list)
        for one in all_:
            if one.date:
                dated[one.value.date].append(one)
        yield from dated.values() if len(dated) > 1 else (all_,)


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


def _who(one: Citation, issuers: Issuers) -> tuple[str, str, str] | None:
    """The issuer said as its code, and level and name of its place, each empty where it is not
    told; None when it is not known, or the number itself tells that it is wrong."""
    words = " ".join(fold(one.issuer.text).lower().split())
    said = issuers.said(words)
    if said is None or one.number is None or said[0].central:
        return None
    of_number = issuers.of(one.number.issuer)
    if of_number and of_number.code != said[0].code:
        return None
    place = _PLACE.match(words, said[1])
    level = place["level"].replace("tp.", "thanh pho").replace("tp", "thanh pho") if place else ""
    return said[0].code, level, words[place.end() if place else said[1] :].strip()


def _differ(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    return any(mine and theirs and mine != theirs for mine, theirs in zip(one, other, strict=True))


def _types_of(one: Citation, registers: Registers) -> tuple[str, ...]:
    """The types whose documents have this number; of QĐ only in Party numbers, for what a state
    decision issues is cited by its number as well."""
    if one.number is None or one.form not in ("party", "assembly"):
        return ()
    if one.number.code:
        return tuple(known.name for known in registers.types if one.number.code == known.party)
    issuer = registers.issuers.of(one.number.issuer)
    return issuer.acts if issuer else ()


def _title_words(one: Citation) -> list[str]:
    """The words of a title that tell what it is about, up to the number of a document named in it;
    acronyms stay in capitals."""
    text = fold(one.title.text[:_LONGEST])
    if not _BEGINS.match(text.lower()):
        return []
    if nested := _NESTED.search(text):
        text = text[: nested.end()]
    if more := _GOES_ON.search(text.lower()):
        text = text[: more.start()]
    words = [word if word.isupper() else word.lower() for word in _WORD.findall(text)]
    joined = " ".join(words).replace("dam bao", "bao dam")
    return [word for word in joined.split() if not _IDLE.fullmatch(word)][:_MOST]


def _is_amending(one: Citation, document: Document) -> bool:
    """Tell whether a document is said to amend; the title after it is that of what it amends."""
    line = document.line_at(one.start)
    before = document.folded[max(line.start, one.start - _NEAR) : one.start].lower()
    return bool(_AMENDS.search(before))


def _are_other(one: Sequence[str], other: Sequence[str], *, sure: bool) -> bool:
    """Tell whether two titles differ in more than their length and small words; ``sure`` that both
    stand where a title stands, so that they may have nothing in common."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    in_one, in_other = (
        [
            (index, word)
            for index, word in enumerate(words)
            if not any(block[side] <= index < block[side] + block.size for block in blocks)
        ]
        for side, words in enumerate((one, other))
    )
    if any(word.isupper() and not word.isdigit() for _, word in (*in_one, *in_other)):
        return False
    years = all(any(_YEAR.fullmatch(word) for _, word in words) for words in (in_one, in_other))
    shared = sum(block.size for block in blocks)
    if shared < _ALIKE * min(len(one), len(other)):
        return sure
    if years or (blocks[0].a == blocks[0].b == 0 and blocks[0].size >= _ENOUGH):
        return years
    last = blocks[-2]
    inner = (sum(at < last.a for at, _ in in_one), sum(at < last.b for at, _ in in_other))
    return min(len(in_one), len(in_other)) >= _OTHER and max(inner) >= _OTHER
