"""Clauses that repeal whole documents, for tools/build_documents.py."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from tools.documents.numbers import ASSEMBLY, Number, find_numbers, read_date

_KINDS = (
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư|Quyết định|"
    r"Chỉ thị)"
)
_MARK = r"(?:\d{1,2}\.\s?|[a-zđ]\)\s?|[-+]\s?)?"
_ITEM = re.compile(r"([a-zđ])\)|([-+])|(\d{1,2})\.")
_SUBJECT = re.compile(rf"{_MARK}(?P<rest>{_KINDS} .*)$")
_SINCE = re.compile(
    rf"{_MARK}(?:Kể )?[Tt]ừ ngày {_KINDS} này có hiệu lực(?: thi hành)?,? (?P<rest>.*)$"
)
_ENDS = re.compile(
    rf" (?:sẽ )?hết hiệu lực(?: thi hành)?(?: kể)?(?: từ (?P<when>{_KINDS}|ngày (?:{_KINDS} này có "
    r"hiệu lực(?: thi hành)?|\d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2}/\d{1,2}/\d{4})))?[.;]?$"
)
_REPLACES = re.compile(
    rf"{_MARK}{_KINDS} này (?:có hiệu lực .{{0,60}}? và )?(?:thay thế|bãi bỏ)(?: cho)? "
    rf"(?P<rest>{_KINDS} .*)$"
)
_ABOLISHES = re.compile(rf"{_MARK}Bãi bỏ (?:toàn bộ )?(?:hiệu lực )?(?P<rest>{_KINDS} .*)$")
_NAMES = r"(?:văn bản|nghị định|nghị quyết|thông tư|quyết định|chỉ thị)"
_LEAD = re.compile(
    rf".*(?:các|những) (?:{_NAMES}|quy định)\b.{{0,120}}(?:hết hiệu lực|bãi bỏ|thay thế).*:$|"
    rf".*(?:bãi bỏ|thay thế|hết hiệu lực).{{0,60}}(?:các|những) {_NAMES}.*:$",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\btrừ\b|tiếp tục|một phần|khoản \d|\bđiểm [a-zđ]\b|cụm từ|"
    r"một số (?:điều|quy định|nội dung) (?:tại|sau)|các điều|quy định tại|vẫn|"
    r"đối với trường hợp|như sau",
    re.IGNORECASE,
)
_PARTLY_LEAD = re.compile(
    r"một phần|một số|điều|khoản|quy định liên quan|cụm từ|trừ\b", re.IGNORECASE
)
_AMENDED = re.compile(
    r",? ?\(?(?:đã )?(?:được )?sửa đổi,? bổ sung (?:một số điều )?(?:theo|bởi|tại|của)|"
    r",? đã được sửa"
)
_FREE = re.compile(rf"(?:^|; |, | và )(?:các )?(?P<kind>{_KINDS})(?: [^;:.()\d]{{0,140}}?)? số $")


def find_repeals(
    body: Sequence[str], effect: datetime.date | None
) -> Iterator[tuple[Number, datetime.date | None]]:
    """Yield the numbers of the documents that ``body``, of a document in force from ``effect``,
    repeals as a whole, with the first day on which they are no more in force, if that is known."""
    style: int | None = None  # that of the items of a list being read, 0 before the first
    for line in body:
        if not line or line[0] in '“"':
            continue
        if style is not None:
            item = _ITEM.match(line)
            if item and style in (0, item.lastindex):
                style = item.lastindex
                subject = _SUBJECT.match(line)
                if subject and not _PARTLY.search(line):
                    yield from ((number, effect) for number in _subjects(subject["rest"])[:1])
                continue
            style = None
        lead = _LEAD.match(line)
        if lead:
            style = None if _PARTLY_LEAD.search(_without_names(line)) else 0
            continue
        if "hiệu lực" not in line and "hay thế" not in line and "ãi bỏ" not in line:
            continue
        for rest, day in _clauses(line, effect):
            if not _PARTLY.search(rest):
                yield from ((number, day) for number in _subjects(rest))


def _without_names(line: str) -> str:
    return re.sub(r"[Đđ]iều khoản|quy phạm", "", line)


def _clauses(line: str, effect: datetime.date | None) -> Iterator[tuple[str, datetime.date | None]]:
    for pattern in (_REPLACES, _ABOLISHES):
        if match := pattern.match(line):
            yield match["rest"], effect
            return
    since = _SINCE.match(line)
    subject = _SUBJECT.match(since["rest"] if since else line)
    if not subject:
        return
    end = _ENDS.search(subject["rest"])
    if not end or (not since and not end["when"]):
        return
    day = effect
    if end["when"] and (told := read_date(end["when"])):
        day = told
    yield subject["rest"][: end.start()], day


def _subjects(rest: str) -> list[Number]:
    """The numbers that a clause repeals: not those of documents that changed them, nor those in
    titles."""
    amended = _AMENDED.search(rest)
    if amended:
        rest = rest[: amended.start()]
    found: list[Number] = []
    for number in find_numbers(rest):
        named = _FREE.search(rest[: number.start])
        if not named:
            break  # within a title: what follows may be as well
        number = number.of_kind(named["kind"] if named["kind"] in ASSEMBLY else "")
        if found and number.type != found[0].type:
            break
        found.append(number)
    return found
