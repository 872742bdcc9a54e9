"""What documents in official texts say of themselves, for tools/build_documents.py."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from tools.documents.citations import clean_title, lower_first, title_key
from tools.documents.numbers import ASSEMBLY, Number, find_numbers, read_date

LONGEST_HEAD = 10  # paragraphs from the number to the first article
LEAST_GAP = 4  # headings that may be missing one after another
LONGEST_TITLE = 320

_KINDS = (
    "Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết liên tịch|Nghị quyết|Thông tư liên tịch|Thông tư|"
    "Quyết định|Chỉ thị"
)
_HEAD = re.compile(rf"(?:(?:{_KINDS}) )?[Ss]ố ?:+ *(?P<number>\d\S*(?: \S+)?) *", re.IGNORECASE)
_BLANK_HEAD = re.compile(r"(?:(?:Luật|Nghị quyết|Thông tư) )?[Ss]ố ?: *[.…(/\d) ]*(?:/|$)")
_CARD = re.compile(
    rf"(?P<type>{_KINDS}|Văn bản hợp nhất) số (?P<number>\S+(?: /\S+)?) (?P<title>.+)"
)
_CARD_LINE = re.compile(
    r"Ngày (?:có hiệu lực|cập nhật):|Chưa có hiệu lực|Hết hiệu lực|Còn hiệu lực"
)
_CARD_FACT = re.compile(
    r"(?P<what>Số hiệu|Ngày ban hành|Ngày hết hiệu lực|Ngày có hiệu lực)(?P<value>\d\S*(?: \S+)?)$"
)
_SLASHED = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
_PLACE_LINE = re.compile(r"[A-ZĐ]\w+ [A-ZĐ]\w+, (ngày ?\d.*)")
_BODY = re.compile(
    r"(?:Căn cứ|Điều \d|Chương |Phần |Theo đề nghị|Xét|Trên cơ sở|Thực hiện|Mục )|.*\bban hành "
    rf"(?:{_KINDS})\b|(?:{_KINDS}) này |\d+\. "
)
_FORMULA = re.compile(rf".{{0,90}}?ban hành (?P<type>{_KINDS})(?P<rest> .+?)[.:]?$")
_TYPE_LINE = re.compile(
    rf"(?:{_KINDS}|ỦY BAN .*|BỘ TRƯỞNG .*|CHÍNH PHỦ|QUỐC HỘI|KHO[ÁA] X.*|KHÓA X.*)$", re.IGNORECASE
)
_ARTICLE = re.compile(r"Điều (\d{1,3})\s?[.:](?!\d)")
_AGAIN = re.compile(
    r"Căn cứ (?:Hiến pháp|Luật|Bộ luật|Nghị định)|Pursuant to |No\. \d|QUY CHUẨN KỸ THUẬT"
)
_ADOPTED = re.compile(
    r"(?P<type>Bộ luật|Luật|Pháp lệnh|Nghị quyết) này (?:đã )?được (?:Quốc hội|Ủy ban [Tt]hường vụ)"
    r".{0,120}? thông qua (?P<date>ngày .{10,40})"
)
SELF = re.compile(rf"({_KINDS}) này\b")
_EFFECT = re.compile(
    rf"(?P<type>{_KINDS}) này có hiệu lực(?: thi hành)?,?(?: kể)? từ (?P<date>ngày .{{0,40}})"
)
_LAST = re.compile(
    r"Điều \d+\s?[.:] ?(?:Hiệu lực(?: thi hành)?(?:,| và) |Điều khoản )?(?:(?:Trách nhiệm )?"
    r"(?:thi hành|(?:tổ chức )?thực hiện))\.?$",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"Điều (\d+)\s?[.:] ?(?:Hiệu lực|Quy định chuyển tiếp|Quy định chi tiết|Chuyển tiếp|"
    r"Điều khoản|Hướng dẫn|Thi hành|Tổ chức thực hiện|Trách nhiệm (?:thi hành|tổ chức|hướng dẫn))",
    re.IGNORECASE,
)
_FINAL = re.compile(r"Điều \d+\s?[.:] ?(?:Quy định ch|Hướng dẫn)", re.IGNORECASE)
_TRANSITION = re.compile(r"Điều \d+\s?[.:] ?(?:Quy định|Điều khoản) chuyển", re.IGNORECASE)
_LOST_HEADING = re.compile(
    r"(?:\d+\. )?(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết) này có hiệu lực|"
    r".*quy định chi tiết.*được giao"
)
_BEGINS = re.compile(rf"(?:\d+\. )?(?:{_KINDS}) này có hiệu lực|Điều \d+\s?[.:] ?Hiệu lực")
_UNDER_ANOTHER = re.compile(
    rf"(?:\d+\. )?(?:{_KINDS}) này có hiệu lực|.*trước (?:ngày|thời điểm) (?:{_KINDS}) này"
)
_CLAUSE = re.compile(r"(\d{1,2})\. ")
_ATTACHED = re.compile(r"ban hành (?:kèm theo|quy chế|quy định|điều lệ|nội quy|danh mục)|kèm theo")


@dataclass
class Part:
    """One document of the texts: its number (None where it is not known) and its paragraphs, the
    head apart; ``card`` are the facts of a catalogue entry before it."""

    index: int
    number: Number | None
    head: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    card: dict[str, str] = field(default_factory=dict)
    kind: str = ""

    @cached_property
    def main(self) -> list[str]:
        """The body to where its articles begin anew: what follows is attached, or a document whose
        number is lost."""
        last = 0
        for index, line in enumerate(self.body):
            heading = _ARTICLE.match(line)
            if heading and int(heading[1]) <= last:
                return self.body[:index]
            if heading:
                last = int(heading[1])
            if _ADOPTED.match(line):
                return self.body[: index + 1]
        return self.body


class Head(NamedTuple):
    """What a document says of itself; ``until`` as a catalogue of laws tells it."""

    dates: frozenset[datetime.date]
    title: str
    articles: int
    effect: datetime.date | None
    until: datetime.date | None


def split_parts(paragraphs: Iterable[str]) -> Iterator[Part]:
    """Divide the texts where a document's number, or a catalogue entry, stands."""
    part = Part(0, None)
    lines = list(paragraphs)
    for at, line in enumerate(lines):
        card = _CARD.fullmatch(line)
        if card and not any(_CARD_LINE.match(after) for after in lines[at + 1 : at + 4]):
            card = None
        head = None if card else _HEAD.fullmatch(line)
        numbers = find_numbers((card or head)["number"]) if card or head else []  # type: ignore[index]
        if card or numbers or _BLANK_HEAD.match(line):
            number = numbers[0] if numbers else None
            if part.number and number and part.number.key == number.key and not part.body:
                continue
            yield part
            part = Part(part.index + 1, number)
            if card:
                part.card["title"] = card["title"]
            if word := re.match(rf"(?:{_KINDS}) ", line):
                part.kind = word[0].strip()
        elif fact := _CARD_FACT.match(line):
            part.card[fact["what"]] = fact["value"]
        elif not part.number and part.body and _PLACE_LINE.fullmatch(line):
            yield part  # a decision or plan of a province or commune
            part = Part(part.index + 1, None, body=[line])
        elif _AGAIN.match(line) and any(map(_ARTICLE.match, part.body)):
            yield part  # a document whose number is lost
            part = Part(part.index + 1, None, body=[line])
        elif part.body or len(part.head) >= LONGEST_HEAD or _BODY.match(line):
            part.body.append(line)
        else:
            part.head.append(line)
    yield part


def read_head(part: Part, number: Number, closing: Container[int]) -> Head | None:
    """Return what the document says of itself, None where the body is that of another; ``closing``
    are the articles that closed documents before it."""
    if part.kind and not (part.kind == number.type or (number.law and part.kind in ASSEMBLY)):
        return None
    dates = set()
    if slashed := _SLASHED.fullmatch(part.card.get("Ngày ban hành", "")):
        dates.add(_day(slashed))
    for line in part.head[:4]:
        place = _PLACE_LINE.match(line)
        date = read_date(place[1]) if place else None
        if date and (not number.law or not dates):
            dates.add(date)
    effects = []
    for line in part.main:
        adopted = _ADOPTED.match(line) if number.law else None
        date = read_date(adopted["date"]) if adopted and adopted["type"] == part.kind else None
        if date and date.year == number.year:
            dates = {date}  # laws are cited by it
        effect = _EFFECT.search(line) if line[0] not in '"“' else None
        date = read_date(effect["date"]) if effect and effect["type"] == part.kind else None
        if date and date.year >= number.year:
            effects.append(date)
    dates = {date for date in dates if date.year == number.year or not number.year}
    title = _own_title(part, number)
    gone = _SLASHED.fullmatch(part.card.get("Ngày hết hiệu lực", ""))
    sure = len(set(effects)) == 1 and all(date <= effects[0] for date in dates)
    changes = re.search(r"sửa đổi|bãi bỏ", title, re.IGNORECASE)
    return Head(
        frozenset(dates),
        title,
        0 if changes else count_articles(part.body, number, title, closing),
        effects[0] if sure else None,
        _day(gone) if gone else None,
    )


def _day(match: re.Match[str]) -> datetime.date:
    return datetime.date(int(match[3]), int(match[2]), int(match[1]))


def _own_title(part: Part, number: Number) -> str:
    """The title of a document as its head, or the formula that issues it, writes it; empty when
    it is written in capitals only."""
    if title := part.card.get("title"):
        return lower_first(clean_title(title))
    lines = [line for line in part.head if not (_PLACE_LINE.match(line) or _TYPE_LINE.match(line))]
    if lines and lines[0].startswith(("CỦA ", "Của ")):
        return ""
    lines = list(itertools.takewhile(lambda line: not line.startswith("Để "), lines))
    title = clean_title(" ".join(lines[:4]))
    mixed = bool(title) and not title.isupper() and sum(map(str.islower, title)) > len(title) / 3
    for line in part.body[:14]:
        formula = _FORMULA.match(line)
        if formula and formula["type"].endswith(number.type[-5:]):
            told = lower_first(clean_title(formula["rest"]))
            if number.law:
                told = clean_title(f"{formula['type']} {told}")
            if not title or (not mixed and _alike(title, told)):
                return told
    if mixed and lines[0][0].isupper() and len(title) <= LONGEST_TITLE:
        return lower_first(title)
    return ""


def _alike(capitals: str, told: str) -> bool:
    one, other = title_key(capitals), title_key(told)
    return one in other or other in one


def count_articles(
    body: Sequence[str], number: Number, title: str, closing: Container[int] = ()
) -> int:
    """Return the number of a document's articles; 0 unless its last one is surely there.

    ``closing`` are numbers of articles whose headings ("Điều 35. Hiệu lực thi hành") stand in the
    texts before: a heading like them may be lost.
    """
    if _ATTACHED.search(title.lower()):
        return 0
    last, at = 0, 0
    for index, line in enumerate(body):
        heading = _ARTICLE.match(line)
        if not heading:
            continue
        this = int(heading[1])
        if this <= last:
            if this < LEAST_GAP:
                break  # what is attached to the document
            return 0
        if this > last + LEAST_GAP:
            return 0
        last, at = this, index
    if last < 2:
        return 0
    tail = []
    for line in body[at + 1 :]:
        if _ARTICLE.match(line) or _ADOPTED.match(line) or line.startswith(("Nơi nhận", "- ")):
            break
        tail.append(line)
    clauses = [int(clause[1]) for line in tail if (clause := _CLAUSE.match(line))]
    if clauses != sorted(set(clauses)):
        return 0
    if number.law:
        others = tail if _TRANSITION.match(body[at]) else []
        if not CLOSING.match(body[at]) or any(map(_LOST_HEADING.match, others)):
            return 0
        return last if _FINAL.match(body[at]) or last + 1 not in closing else 0
    if not _LAST.match(body[at]):
        return 0
    if re.search(r"hiệu lực|điều khoản", body[at], re.IGNORECASE):
        return last
    begun = any(map(_BEGINS.match, body[:at])) and not any(map(_UNDER_ANOTHER.match, tail))
    return last if begun else 0
