"""Citations by number in official texts, for tools/build_documents.py."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.text.folding import fold
from tools.documents.numbers import ASSEMBLY, DATE, Number, date_of, find_numbers, read_date

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_FOREIGN_DATE = re.compile(
    rf",? (?:of|dated) (?P<m>{'|'.join(_MONTHS)}) (?P<d>\d{{1,2}}), ?(?P<y>\d{{4}})(?!\d)"
)
_DATED = re.compile(r" ?,? ?\(?(?:ký |ban hành |được ban hành )?(?=ngày \d)")
_ISSUED = re.compile(
    r",? của (?:Chính phủ|Thủ tướng Chính phủ|Thủ tướng|Quốc hội|Ủy ban [Tt]hường vụ Quốc hội|"
    r"(?:Bộ trưởng|Thống đốc|Chánh án|Viện trưởng|Tổng|Bộ|Ngân hàng|Chủ nhiệm|Ban|Chủ tịch nước)"
    r"[^;.()\d“”]{0,80}?)(?= (?:quy|về|hướng|ban|sửa|bãi|phê|chi tiết|thành lập|công bố|giao|điều|"
    r"bổ sung|tăng|thực|thí|triển|xử|đẩy)\b|[;.)]|$)"
)
_TITLE = re.compile(
    r",? (?P<title>(?:quy định|quy chế|về|hướng dẫn|ban hành|sửa đổi|bãi bỏ|phê duyệt|thành lập|"
    r"công bố|giao |điều chỉnh|bổ sung|tăng cường|thực hiện|thí điểm|triển khai|xử phạt|đẩy mạnh|"
    r"chi tiết|tổ chức|phân công|thông qua|phân cấp|"
    r"phân loại|giải thể|quản lý|tháo gỡ|xử lý|cơ chế)\b.*)"
)
_NAME = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh) [^;:.()“”\"\d]{2,140}$")
_OF_CHANGE = re.compile(
    r"(?:[Ll]uật|lệnh) [Ss]ửa đổi[^;:.()/]*$|sửa đổi[^;:.()]*(?:bởi|tại|theo) $"
)
_NO_NAME = re.compile(
    r"được|[Ll]uật này|công nghệ$| theo | tại | bởi | và (?:Luật|Bộ luật|Pháp lệnh)"
)
_TITLE_END = re.compile(
    r"[;“”\"(]|\.(?: |/|$)|,? (?:đã )?được (?:sửa đổi|bổ sung|thay thế|bãi bỏ|ban hành)|"
    r",? (?:đã )?sửa đổi,? bổ sung (?:một số điều )?(?:bởi|tại|theo)|"
    r"(?:,| và)(?: các)? (?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|"
    r"Chỉ thị)(?: liên tịch)? số| hết hiệu lực| có hiệu lực| bằng |, cụ thể|, trừ|"
    r" kể từ ngày|,? như sau"
)
_CHANGES_END = re.compile(r"[;“”\"]|\.(?:/|$)")
_ARTICLE = re.compile(r"Điều (\d{1,3}) (?:của )?$")
_TAIL = re.compile(r"(?:[\s.;:,/*…-]|\[\d+\])+$")
_BEFORE_TITLE = re.compile(
    r"^(?:Lỗi |Độc lập ?- ?[Tt]ự [Dd]o ?- ?Hạnh phúc |[Nn]gày \d+ tháng \d+ năm \d{4} |"
    r"(?:Nghị định|Thông tư|Quyết định) (?=[a-zđ]))+"
)
_AFTER_TITLE = re.compile(r" ?[-_]{3,}| Căn [Cc]ứ ")
_CHANGED = re.compile(r",? (?:đã )?được sửa đổi,? bổ sung")
_NUMBER_IN_NAME = re.compile(r"((?:Bộ luật|Luật|Pháp lệnh) [^;:.()\d]{2,140}?) số \d+/\d{4}/QH\d\d")
LAW_DATED = re.compile(
    r"(?P<name>(?:Bộ luật|Luật|Pháp lệnh) [^;:.()“”\"\d]{2,140}?),? (?P<date>ngày \d.{8,30})"
)


class Mention(NamedTuple):
    """A citation: ``article`` is the one cited (0 without); ``whole`` tells that the title reaches
    to the end of a paragraph that gives grounds."""

    number: Number
    date: datetime.date | None
    title: str
    whole: bool
    article: int
    type: str = ""


def find_mentions(text: str) -> Iterator[Mention]:
    """Yield the citations of central documents in a paragraph."""
    if "/" not in text:
        return
    numbers = find_numbers(text)
    grounds = text.startswith("Căn cứ ") or text.startswith("Theo ")
    for number in numbers:
        before = text[max(0, number.start - 700) : number.start]
        after = text[number.end : number.end + 420]
        kind = _kind(before)
        number = number.of_kind(kind if kind in ASSEMBLY else "")
        if not number.type:
            continue
        date, at = _dated(after)
        article = 0
        title, whole = "", False
        if number.law:
            title, article = _law_name(before)
            whole = grounds
        else:
            issued = _ISSUED.match(after, at)
            told = _TITLE.match(after, issued.end()) if issued else None
            if told:
                changes = told["title"].startswith(("sửa đổi", "bãi bỏ", "bổ sung"))
                end = (_CHANGES_END if changes else _TITLE_END).search(told["title"])
                raw = told["title"][: end.start()] if end else told["title"]
                raw = "" if end and end[0] in '“"' else raw  # the title goes on in quotes
                complete = len(raw) < len(told["title"]) or number.end + 420 >= len(text)
                title = clean_title(raw) if complete else ""
                whole = grounds and (not end or end[0][0] in ";.") and len(numbers) == 1
        opening = before[: before.rfind(kind)] if kind else before
        cited = _ARTICLE.search(opening.rstrip() + " ") if kind else None
        article = article or (int(cited[1]) if cited else 0)
        yield Mention(number, date, title, whole, article, kind)


_KIND = re.compile(
    r"(Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết liên tịch|Nghị quyết|Thông tư liên tịch|"
    r"Thông tư|Quyết định|Chỉ thị|Kết luận|Công điện|Hướng dẫn)(?= )"
)


def _kind(before: str) -> str:
    """The last word for a type before a number."""
    kinds = _KIND.findall(before)
    return kinds[-1] if kinds else ""


def _law_name(before: str) -> tuple[str, int]:
    """The name of a law that stands before its number, with the article cited of it; nothing when
    the number may be that of a law that changes it."""
    stripped = re.sub(r"(?: số)?:? ?$", "", before)
    if stripped == before.rstrip():
        return "", 0
    if stripped.endswith(ASSEMBLY):
        return "", 0
    starts = [match.start() for match in re.finditer(r"(?:Bộ luật|Luật|Pháp lệnh) ", stripped)]
    if not starts:
        return "", 0
    start = starts[-1]
    if start >= 3 and stripped[start - 3 : start] == "Bộ ":
        start -= 3
    name = _NAME.match(stripped, start)
    article = _ARTICLE.search(stripped[:start])
    cited = int(article[1]) if article else 0
    if not name or len(name[0].split()) < 2 or _NO_NAME.search(name[0]):
        return "", cited
    if _OF_CHANGE.search(stripped[:start]):
        return "", 0
    return clean_title(name[0]), cited


def find_dated_laws(text: str) -> Iterator[tuple[str, datetime.date]]:
    """Yield the laws that a paragraph gives as grounds by name and date: "Căn cứ Luật Đất đai ngày
    18 tháng 01 năm 2024"."""
    if not text.startswith("Căn cứ "):
        return
    match = LAW_DATED.match(text, len("Căn cứ "))
    date = read_date(match["date"]) if match else None
    if match and date:
        yield clean_title(match["name"]), date


def _dated(after: str) -> tuple[datetime.date | None, int]:
    opening = _DATED.match(after)
    if opening:
        match = DATE.match(after, opening.end())
        if match:
            return read_date(match[0]), match.end()
    if match := _FOREIGN_DATE.match(after):
        return date_of(int(match["y"]), _MONTHS.index(match["m"]) + 1, int(match["d"])), match.end()
    return None, 0


def clean_title(title: str) -> str:
    """Return a title with single blanks, plain quotes and no marks at its end, without what slips
    in before and after it; the number of a law in it, which citations may leave out, goes."""
    title = " ".join(title.replace("“", '"').replace("”", '"').split())
    title = _NUMBER_IN_NAME.sub(r"\1", _BEFORE_TITLE.sub("", title))
    if title.startswith(ASSEMBLY):
        title = _CHANGED.split(title)[0]
    return _TAIL.sub("", _AFTER_TITLE.split(title)[0]).lstrip(" .;:,*…-")


def lower_first(title: str) -> str:
    """Return a title as it is cited, its first word small when it is one that leads titles."""
    small = title[:1].lower() + title[1:]
    return small if _TITLE.match(" " + small) else title


def title_key(title: str) -> str:
    """Return what identifies a title: its letters and figures without diacritics and case, the
    words with which it may or may not begin left out."""
    plain = re.sub(r"[\W_]+", " ", fold(title).lower()).strip()
    plain = re.sub(r"^(?:bo )?luat |^phap lenh ", "", plain)
    return re.sub(r"^(?:ve )?(?:viec )?", "", plain)
