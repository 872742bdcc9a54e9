"""``check: cited-parts``: what a citation lacks, or has without need.

The first mention, bases included, has it all: type, number, date, issuer, title; later ones have
type and number. Laws have no more than their name (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6).

Keys
    fault   base-date    the first document of a căn cứ has no date
            base-issuer  the same has a date, but no issuer
            date         the first mention has no date, and its number comes again each year or term
            known-date   the same where year, term or a list tell more
            issuer       the first mention in the body has a date, but no issuer
            title        the first mention has a date, but no title
            so           the first mention lacks the word "số"
            later-so     a later one, or one in another's title, lacks it
            repeated     a later mention with its date and issuer or title
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._mentions import CLAUSE_END, Mention, mentions
from checker.checks._values import values_of
from checker.citations.citation import LAWS, Citation
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.text.folding import fold

_FAULTS = (
    "base-date",
    "base-issuer",
    "date",
    "known-date",
    "issuer",
    "title",
    "so",
    "later-so",
    "repeated",
)
_COMPLETE = (
    *LAWS,
    "Văn bản hợp nhất",
    "Văn bản",
    "Hợp đồng",
    "Biên bản",
    "Giấy mời",
    "Giấy giới thiệu",
)
_SENT = ("Tờ trình", "Công văn", "Công điện")  # whose words before tell what they are about
_NEAR = 120
_DATED = re.compile(r"\bngày +\d|\btháng \d|\d/\d{1,2}/\d{4}|\bngày *[.…_/]", re.IGNORECASE)
# "Ngày 05/5/2026, Ủy ban nhân dân thành phố ban hành Quyết định số …"
_DATED_BEFORE = re.compile(
    r"\b(?:ngay \d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngay \d{1,2} thang \d{1,2} nam \d{4})\b"
    r".{0,100}\b(?:ban hanh|co|ky|gui|nhan duoc|trinh|tiep nhan)\b"
)
_TERM = re.compile(r"\bkhoa [IVX]+\b")
# What leads in a document that is told with its issuer; after "ban hành" the issuer is the subject.
_LEADS = re.compile(
    r"\b(?:can cu|thuc hien|tuyen truyen|pho bien|"
    r"trien khai|theo|tai|quan triet|quy dinh cua|tinh than)(?: cac)? ?$"
)
_NAMED_BEFORE = re.compile(
    r"\b(?:phe duyet|ban hanh|kem theo|cong bo|giao|thanh lap|thong qua)\b[^.;]{0,40}$"
    r"|\b(?:De an|Chuong trinh|Chien luoc|Quy hoach|Ke hoach|Du an|Quy che|Quy dinh|Bo|Danh muc|"
    r"Phong trao|Dieu le|Khung|Nghi quyet|Mau|Phu luc)\b[^.;]*\b(?:theo|tai|cua|la|tu)(?: cac)? ?$"
    r'|[("/][^)"]{0,40}$'
)
_BRACKETED = re.compile(r"\([^)]*$")  # a gloss, or "(Kèm theo Quyết định số …)"
_OF = re.compile(r"\b(?:cua|giua)\b")
_AMENDS = re.compile(r"\b(?:sửa đổi|bổ sung|thay thế|bãi bỏ)\b[^.;]*$", re.IGNORECASE)
_NO_TITLE = re.compile(
    r" ?(?:[.;)\n/]|$|, ?(?!về|v/v|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|được sửa|bổ sung)"
    r"(?P<next>\w))"
)
_LONGEST = 1000  # characters of a title that are looked at
_LONG_TITLE = 30  # words; less may be told again within another's title


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("missing", "head")

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, _FAULTS)

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        for mention, kind, missing in context.keep("cited-parts", lambda: _judged(document)):
            if self.fault in ("so", "later-so"):
                fact = self._without_so(mention, document)
            elif self.fault == "repeated":
                fact = self._repeated(mention, document)
            else:
                fact = self._incomplete(mention, missing) if kind == self.fault else None
            if fact:
                yield fact

    def _without_so(self, mention: Mention, document: Document) -> Fact | None:
        one = mention.one
        if one.so or not one.type_words or one.type in LAWS:
            return None
        # "Điều 5 Nghị định 30/2020/NĐ-CP" is the short form, as of a later mention
        short = one.provisions or _BRACKETED.search(_clause_before(one, document))
        first = mention.first and not one.inside and bool(one.dated or not short)
        if first != (self.fault == "so"):
            return None
        start, end = one.type_words.end, one.number_words.start
        between = document.text[start:end]
        right = f"{one.type_words.text} số {one.number_words.text}"
        suggestions = () if between.strip() else (right,)
        return Fact(one.type_words.start, one.number_words.end, self._values(one), suggestions)

    def _repeated(self, mention: Mention, document: Document) -> Fact | None:
        one = mention.one
        if not mention.again or not one.dated or not (one.issuer or one.title):
            return None
        if mention.quoted and not (one.inside and _is_told_at_length(mention)):
            return None
        if _AMENDS.search(document.text, max(0, one.start - _NEAR), one.start):
            return None
        end = max(one.dated.end, one.issuer.end if one.issuer else 0)
        right = () if one.title else (str(one.number),)
        return Fact(one.number_words.start, end, self._values(one), right)

    def _incomplete(self, mention: Mention, missing: str) -> Fact:
        one = mention.one
        end = one.dated.end if one.dated else one.number_words.end
        start = one.number_words.start if mention.base else one.head.start
        return Fact(start, end, self._values(one, missing))

    def _values(self, one: Citation, missing: str = "") -> dict[str, str]:
        head = " ".join(f"{one.type_words.text} số {one.number_words.text}".split())
        return values_of(self, missing=missing, head=head)


def _judged(document: Document) -> list[tuple[Mention, str, str]]:
    """The documents cited, each with the fault of an incomplete mention and what is missing, both
    empty when it is complete."""
    judged = []
    for mention in mentions(document):
        missing = _missing(mention, document) if _should_be_full(mention, document) else {}
        judged.append((mention, _kind(mention, missing), ", ".join(missing.values())))
    return judged


def _should_be_full(mention: Mention, document: Document) -> bool:
    one = mention.one
    if one.inside or not mention.first or one.type in _COMPLETE or not one.type_words:
        return False
    if one.type_words.text.isupper() or _is_quoted(one, document):
        return False
    return not _BRACKETED.search(_clause_before(one, document))


def _is_quoted(one: Citation, document: Document) -> bool:
    """Tell whether a citation fills a pair of quotation marks, being words to be changed."""
    before, after = document.folded[one.start - 1 : one.start], document.folded[one.end :][:1]
    return before == after == '"'


def _missing(mention: Mention, document: Document) -> dict[str, str]:
    """What a mention lacks that no earlier one tells, as a message says it."""
    one = mention.one
    parts = (
        ("date", "ngày, tháng, năm ban hành", one.dated or _has_date(mention, document)),
        ("issuer", "cơ quan ban hành", one.issuer or _is_told_who(one, document)),
        ("title", "trích yếu", one.title or not _has_no_title(mention, document)),
    )
    return {part: name for part, name, there in parts if not there and part not in mention.told}


def _kind(mention: Mention, missing: dict[str, str]) -> str:
    one = mention.one
    if not missing or one.number is None:
        return ""
    if "date" in missing and mention.base and not mention.listed:
        return "base-date"
    if "date" in missing:
        known = (
            one.number.year
            or one.number.assembly
            or mention.listed
            or _TERM.search(fold(one.issuer.text))
        )
        return "known-date" if known else "date"
    if not one.dated:
        return ""
    if "issuer" in missing:
        return "base-issuer" if mention.base else "issuer"
    return "title" if "title" in missing and not mention.listed else ""


def _has_date(mention: Mention, document: Document) -> bool:
    """Tell whether a date stands near a number where its words do not take it in."""
    one = mention.one
    before = document.text[one.head.start : one.number_words.start]
    end = one.title.start if one.title else one.number_words.end + _NEAR
    after = _clause(document.text[one.number_words.end : min(end, mention.next)])
    if _DATED.search(after) or _DATED.search(before):
        return True
    return bool(_DATED_BEFORE.search(_clause_before(one, document).lower()))


def _is_told_who(one: Citation, document: Document) -> bool:
    """Tell whether the issuer may stand elsewhere in the clause, as before "ban hành"."""
    before = _clause_before(one, document).lower()
    if not _LEADS.search(before) or _OF.search(before):
        return True
    at = one.dated.end if one.dated else one.number_words.end
    return bool(_OF.search(_clause(document.folded[at : at + _NEAR // 2].lower())))


def _has_no_title(mention: Mention, document: Document) -> bool:
    """Tell whether the clause ends with the citation, and nothing else says what it is."""
    one = mention.one
    at = max(part.end for part in (one.number_words, one.dated, one.issuer) if part)
    after = _NO_TITLE.match(document.text, at)
    if after is None or (after["next"] or "").isupper() or one.type in _SENT:
        return False
    if _NAMED_BEFORE.search(_clause_before(one, document)):
        return False
    return len(_clause(document.text[at : mention.next])) < mention.next - at


def _clause(text: str) -> str:
    """``text`` up to the end of the clause."""
    end = CLAUSE_END.search(text)
    return text[: end.start()] if end else text


def _clause_before(one: Citation, document: Document) -> str:
    """The folded words of the clause before a citation."""
    before = document.folded[max(document.line_at(one.start).start, one.start - _NEAR) : one.start]
    *_, end = (0, *(match.end() for match in CLAUSE_END.finditer(before)))
    return before[end:]


def _is_told_at_length(mention: Mention) -> bool:
    """Tell whether what another's title names is told with another document in its own title."""
    one = mention.one
    return len(one.title.text[:_LONGEST].split()) >= _LONG_TITLE and mention.next < one.title.end
