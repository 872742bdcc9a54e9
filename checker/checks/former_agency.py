"""``check: former-agency``: an agency that no longer exists, named as one that acts now.

Silent in laws and where it is spoken of as past: the document is of a time when it existed or tells
of the reorganisation, an older document is cited, a year or period before the change is named, or
words like "trước đây", "nay là", "nguyên" stand by it.

Keys
    agencies   ``named`` (agencies of the register that are gone) or ``district`` (an agency with
               huyện, quận, thị xã or thị trấn: UBND huyện, Huyện ủy, Phòng Nội vụ huyện)
    evidence   ``assigned`` (it has work or is a recipient, in a document that tells its time) or
               ``mentioned``
    sure       whether the change rests on a text of law, or (false) on practice
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.kinds import Line
from checker.registers.agencies import Agency
from checker.registers.places import tier

NO_DISTRICTS = datetime.date(2025, 7, 1)  # Luật 72/2025/QH15, Nghị quyết 202/2025/QH15

_DISTRICT = r"(?:huyện|quận|thị xã|thị trấn)\b"
_BODY = (
    r"(?:(?:Thường trực )?(?:Hội đồng nhân dân|HĐND)(?:(?: và|,| -|-) (?:Ủy ban nhân dân|UBND))?|"
    r"[UỦ]y ban nhân dân|Uỷ ban nhân dân|UBND|Công an|Ban [Cc]hỉ huy [Qq]uân sự|Ban CHQS|"
    r"(?:[UỦ]y ban |Uỷ ban |UB)?(?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?|"
    r"Hội (?:Nông dân|Liên hiệp [Pp]hụ nữ|LHPN|Phụ nữ|Cựu chiến binh|CCB)|Liên đoàn Lao động|LĐLĐ|"
    r"Tòa án nhân dân|TAND|Viện [Kk]iểm sát nhân dân|VKSND|"
    r"Phòng (?=[A-ZĐÂÔƯ])(?:(?!\b(?:Ủy ban|Uỷ ban|UBND|HĐND|Công an|Phòng)\b)[^.;:()\n]){2,45}?)"
)
_LOCAL = re.compile(
    rf"\b{_BODY}(?: cấp| các)? (?:(?:xã|phường|tỉnh|thành phố|đặc khu)(?:,| và|/) ?){{0,4}}"
    rf"{_DISTRICT}(?:(?:,| và|/) ?{_DISTRICT}){{0,3}}"
    r"|\b(?:[Hh]uyện|[Qq]uận|[Tt]hị) (?:ủy|uỷ)\b|\b(?:Huyện|Quận|Thị) đoàn\b"
)
_LEVEL_WORDS = (
    "huyện",
    "Huyện",
    "quận",
    "Quận",
    "thị xã",
    "thị trấn",
    "hị ủy",
    "hị uỷ",
    "Thị đoàn",
)
_SUCCESSORS = "Ủy ban nhân dân, Đảng ủy và các phòng của xã, phường, đặc khu"

_REORGANISED = re.compile(
    r"sắp xếp|sáp nhập|hợp nhất|chia tách|giải thể|bàn giao|chuyển giao|kết thúc hoạt động|"
    r"tổ chức lại|tinh gọn|bộ máy|địa giới|(?:hai|02|2) cấp|lịch sử (?:đảng bộ|địa phương)|kỷ yếu|"
    r"biên soạn|lưu trữ",
    re.IGNORECASE,
)
_PAST_BEFORE = re.compile(
    r"(?:trước đây|tiền thân|sáp nhập|hợp nhất|giải thể|kế thừa|tách ra|bàn giao|\bcũ\b|"
    r"(?:kết thúc|chấm dứt) hoạt động|chuyển (?:về |giao |nguyên trạng )*từ|"
    r"(?:thay thế|bãi bỏ|thay) (?:các )?(?:cụm )?từ|còn lại của|"
    r"\b(?:nguyên|cựu) (?:là )?"
    r"(?:bí thư|phó|chủ tịch|ủy viên|uỷ viên|giám đốc|trưởng|cán bộ|lãnh đạo))"
    r"[^.;]{0,90}$"
    r"|\b(?:trụ sở|con dấu|tài sản|hồ sơ|tài liệu)\b[^.;,]{0,60}\b(?:của|thuộc|tại)\b[^.;,]{0,40}$"
    r"|\btrụ sở (?:làm việc )?$",
    re.IGNORECASE,
)
_PAST_AFTER = re.compile(
    r"[^.;]{0,60}?(?:\bnay (?:là|thuộc|do)\b|\(nay\b|trước đây|\bcũ\b|"
    r"(?:trước|sau|đã) (?:khi )?(?:sáp nhập|sắp xếp|hợp nhất)|giải thể|kết thúc hoạt động)"
    r"|[^.;]{0,40}?\bđã (?:ban hành|phê duyệt|cấp|ký|giao|tổ chức|triển khai|thực hiện)\b",
    re.IGNORECASE,
)
_DONE_BY = re.compile(r"\bdo (?:[^.;,]{0,30})$")
_DONE = re.compile(r"[^.;,]{0,30} (?:cấp|ban hành|phê duyệt|thành lập|ký|quản lý trước)\b")
_CITED = re.compile(
    r"(?:\d[\w.]*[/-][\w&/-]+|\b(?:Thông tư|Nghị định|Quyết định|Nghị quyết|Chỉ thị|Công văn|"
    r"Kế hoạch|Đề án|Kết luận|Thông báo|Quy chế|Quy định|Hướng dẫn|Báo cáo|Tờ trình|Công điện))"
    r"[^.;“”]{0,160}?\b(?:của|do)\b[^.;]{0,200}$"
)
_ACTS_NOW = re.compile(
    r",\s*(?:giao|đề nghị|yêu cầu|phối hợp)\b|\b(?:chủ trì|phối hợp với)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d/.-])(?:(?:19|20)\d\d)(?!\d)|(?<=[/.-])20\d\d(?![\d])")
_OPEN_QUOTE = re.compile(r"[“\"][^”\"\n]*$")
_ENDS = re.compile(r"[.;](?=\s|$)|\n")


class _Mention(NamedTuple):
    name: str
    start: int
    end: int
    until: datetime.date
    successors: tuple[str, ...]
    sure: bool


_CELLS = 30  # cells of a row before and after one that can tell when it was


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("date", "successor")

    agencies: str
    evidence: str
    sure: bool = True

    def __post_init__(self) -> None:
        one_of("agencies", self.agencies, ("named", "district"))
        one_of("evidence", self.evidence, ("assigned", "mentioned"))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        made = context.keep(
            f"former-agency {self.agencies}", lambda: self._found(document, context)
        )
        for mention, evidence in made:
            if evidence == self.evidence and mention.sure == self.sure:
                day = mention.until
                month = f"{day.month:02d}" if day.month < 3 else str(day.month)
                values = {
                    "date": f"{day.day:02d}/{month}/{day.year}",
                    "successor": "; ".join(mention.successors),
                }
                one = mention.successors[0] if len(mention.successors) == 1 else ""
                suggestions = (one,) if one and self.agencies == "named" and "(" not in one else ()
                yield Fact(mention.start, mention.end, values, suggestions)

    def _found(self, document: Document, context: Context) -> list[tuple[_Mention, str]]:
        find = self._named if self.agencies == "named" else self._of_districts
        mentions = list(find(document, context))
        if not mentions or _REORGANISED.search(document.title.text):
            return []
        if document.type and document.type.normative:
            return []  # a law says what held when it was made
        day, known = _time_of(document)
        is_assigned = _Assigned(document)
        mentions = [
            mention
            for mention in mentions
            if not (day is not None and day < mention.until) and not _is_past(mention, document)
        ]
        acting = {mention.name for mention in mentions if known and is_assigned(mention.start)}
        return [
            (mention, "assigned" if mention.name in acting else "mentioned") for mention in mentions
        ]

    def _named(self, document: Document, context: Context) -> Iterator[_Mention]:
        agencies = context.registers.unit_names.agencies
        for unit in document.units:
            agency = agencies.of(unit.name)
            if agency and agency.until and _is_here(agency, document):
                part = unit.mention
                yield _Mention(
                    unit.name, part.start, part.end, agency.until, agency.successors, agency.sure
                )

    def _of_districts(self, document: Document, _context: Context) -> Iterator[_Mention]:
        for line in _lines_with(document, _LEVEL_WORDS):
            for match in _LOCAL.finditer(line.text):
                start, end = line.start + match.start(), line.start + match.end()
                name = match.group().lower()
                yield _Mention(name, start, end, NO_DISTRICTS, (_SUCCESSORS,), True)


def _lines_with(document: Document, literals: tuple[str, ...]) -> list[Line]:
    """The lines that hold one of ``literals``, letter for letter: "quận" is not "quân"."""
    found = set()
    for literal in literals:
        at = document.text.find(literal)
        while at >= 0:
            index = document.line_index_at(at)
            found.add(index)
            at = document.text.find(literal, max(at + 1, document.lines[index].end))
    return [document.lines[index] for index in sorted(found)]


def _is_here(agency: Agency, document: Document) -> bool:
    """Offices of districts have the names of divisions inside provincial bodies: only a commune's
    documents are judged by them."""
    return agency.level != "district" or tier(document.locality.level) == "commune"


def _time_of(document: Document) -> tuple[datetime.date | None, bool]:
    """The earliest day on which the document can have been written, None for today, and whether the
    document tells."""
    dated = document.header.place_date
    if dated.date:
        return dated.date, True
    if dated.year > 1945:
        month = dated.month if 1 <= dated.month <= 12 else 1
        return datetime.date(dated.year, month, 1), True
    parts = (document.header.number.text, document.title.text)
    years = [int(year) for part in parts for year in _YEAR.findall(part)]
    if years and max(years) <= NO_DISTRICTS.year:
        return datetime.date(max(years), 1, 1), True
    return None, bool(years)


class _Assigned:
    """Tells whether a place is in a part of a task that names units, or in the recipients."""

    def __init__(self, document: Document) -> None:
        units = (part for task in document.tasks for part in (task.lead, task.support))
        parts = (*units, *document.recipients.items)
        self._spans = sorted((part.start, part.end) for part in parts if part)

    def __call__(self, at: int) -> bool:
        index = bisect_right(self._spans, (at, 1 << 62))
        return any(start <= at < end for start, end in self._spans[max(0, index - 3) : index])


def _is_past(mention: _Mention, document: Document) -> bool:
    line = document.line_at(mention.start)
    if line.kind in ("BASIS", "AGENCY", "TYPE"):
        return True
    before, after = _sentence(mention, line)
    if _OPEN_QUOTE.search(before) or _PAST_BEFORE.search(before) or _PAST_AFTER.match(after):
        return True
    if _DONE_BY.search(before) and _DONE.match(after):
        return True
    cited = _CITED.search(before)
    if cited and not _ACTS_NOW.search(cited.group()):
        return True
    told = before + after if line.cell is None else _row(line, document)
    years = [int(year) for year in _YEAR.findall(told)]
    return bool(years) and min(years) < mention.until.year


def _row(line: Line, document: Document) -> str:
    """What stands in the row of a table around ``line``."""
    at = document.line_index_at(line.start)
    near = document.lines[max(0, at - _CELLS) : at + _CELLS]
    return "\n".join(other.text for other in near if _row_of(other) == _row_of(line))


def _row_of(line: Line) -> tuple[int, int] | None:
    return (line.cell.table, line.cell.row) if line.cell else None


def _sentence(mention: _Mention, line: Line) -> tuple[str, str]:
    """What stands in the sentence before and after a mention."""
    at, end = mention.start - line.start, mention.end - line.start
    before = line.text[max(0, at - 400) : at]
    last = max((stop.end() for stop in _ENDS.finditer(before)), default=0)
    after = line.text[end : end + 300]
    stop_after = _ENDS.search(after)
    return before[last:], after[: stop_after.start()] if stop_after else after
