"""The words of a line as the tokens of grammar/citation.lark.

A line is read around its numbers and laws: what stands before one (its head) and after it, up to
the end of the clause, becomes tokens; all else is TEXT.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from checker.citations.number import DocumentNumber, Found, find_numbers
from checker.registers.document_types import DocumentType
from checker.registers.issuers import Issuers
from checker.text.dates import Date, find_dates
from checker.text.folding import fold


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
    value: str | Date | NumberValue | None = None


_HEAD_REACH = 240  # how far before a number its head may begin
_TYPE_REACH = 90  # how far before it the type may begin
_NAME_REACH = 220  # how long the name of a law may be

# Numbers of forms and standards are none of documents.
_NO_DOCUMENT = re.compile(
    r"\b(?:mau|bieu|bieu mau|phu luc|bang|ma|ma so|muc|ho so|tcvn|qcvn|iso|tai khoan|bien so)"
    r"(?: so)?:? ?$"
)
_SO = re.compile(r"\bso(?: ?:)? {0,12}[.…_]{0,12} {0,12}$")
_QUALIFIER = r"(?: lien tich| phoi hop| hanh dong| thanh tra| chuyen de| phap luat)?"
_LAW = re.compile(r"\b(?:Bo luat|Bo Luat|Luat|Phap lenh|Hien phap)\b")
_LETTER = "Công văn"
_CONTRACT = "Hợp đồng"
_LAW_TYPES = ("Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp")
_NO_NAME = re.compile(
    r"\b(?:đến|cho|trong|tại|theo|đã|được|và các|từ|này|do|hiện hành|của nhà nước|quy định|ngày)\b"
)
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

_OPENINGS = (
    "về việc|về|phê duyệt|ban hành|quy định|hướng dẫn|sửa đổi|bổ sung|thay thế|bãi bỏ|công bố|"
    "triển khai|thực hiện|tiếp tục|tổ chức|tăng cường|giao (?:nhiệm|chỉ|kế|dự|quyền)|thành lập|"
    "kiện toàn|đẩy mạnh|nâng cao|xây dựng|phát động|phân công|công nhận|điều chỉnh|thông qua|"
    "phát triển|phòng(?:,| ngừa)|tuyên truyền|chỉ đạo|chủ trương|cụ thể hóa|kiểm tra|đánh giá|"
    "sơ kết|tổng kết|bảo đảm|xử lý|phân cấp|kéo dài|đổi mới|chấn chỉnh|thí điểm|đề nghị|"
    "Về việc|Về|Phê duyệt|Ban hành|Quy định|Sửa đổi|Hướng dẫn|Triển khai|V/v"
)
_OPENING = rf"(?:{_OPENINGS})\b"
# Words that do not belong to an issuer's name.
_AFTER_NAME = (
    rf"(?:{_OPENINGS}|đã|được|là|có|theo|với|trong|trên|cho|tại|đến|để|thì|sẽ|chủ trì|nhằm|gắn|"
    r"đối với|và (?:các|những|[Kk]ế hoạch|thực)|hoặc|khi|như|bằng|do|vào|căn cứ|này|nay|kể từ|"
    r"từ|hết hiệu lực|ký ngày|số \d+|ngày \d+|ngày {2,}|ngày [.…_]|quán triệt|gồm|yêu cầu)\b"
)
# What begins a new clause after a comma, so that no title goes on.
_CLAUSE = (
    r"(?:Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Ban |Đảng ủy|Đảng uỷ|Tỉnh ủy|Thành ủy|Phòng |Sở |"
    r"Công an|Chủ tịch|Trung tâm|Trường |Văn phòng|Bộ trưởng|Chính phủ|đề nghị|yêu cầu|giao |"
    r"ban hành kế|xây dựng kế|nhằm |bảo đảm|đảm bảo|gắn với|theo đó|cụ thể|trong đó|như sau|"
    r"trong thời gian|thời gian qua|trên cơ sở|để |qua đó|góp phần|sau khi|"
    r"các (?:cơ quan|đơn vị|phòng|ban)|đồng thời|này |nhất là)"
)
_TAIL = re.compile(
    r"(?P<dated>,? ?\(?(?:(?:đã )?(?:được )?(?:ký|ban hành|thông qua) )?(?:ngày {1,3}|(?=tháng ))"
    r"(?=[\dt]))"
    r"|(?P<blank>,? ?ngày[ .…_]*(?:tháng[ .…_]*\d{0,2}[ .…_]*năm[ .…_]*\d{0,4}"
    r"|/[ .…_]*/ ?\d{4}|/\d{1,2}/\d{4}))"
    r"|(?P<amended>,? ?\(?(?:đã )?(?:được )?(?:sửa đổi|bổ sung|thay thế|hợp nhất)"
    r"[^.;()\d]{0,80}?\b(?:bởi|theo|tại|bằng)\b)"
    rf"|(?P<opening>(?:(?<=\w)|(?<=\))),? (?={_OPENING}))"
    rf"|(?P<clause>,(?= {_CLAUSE})| (?=(?:để có|làm) cơ sở)"
    r"| (?=trên địa bàn (?:xã|phường|đặc khu)(?:[,;.]|$)))"
    r"|(?P<stop>[;:\n]|\.(?=\s|$|/)|,? ?\(?sau đây (?:gọi|viết))"
    r"|(?P<bracket>[()])"
)
_TOKENS = {"blank": "DATED", "opening": "OPENING", "amended": "AMENDED"}
_ISSUED = re.compile(
    rf" ?\)?,? ?[Cc]ủa (?P<who>[^,;.:()\n\"“”]{{2,90}}?)(?=[,;.:()\n\"“”]| {_AFTER_NAME}|$)"
)
_NEXT = re.compile(
    r"(?:[,;]|,? (?:và|hoặc|cùng(?: với)?))(?: (?:các|tại|theo|thực hiện|[Cc]ăn cứ))? $"
)
_NEXT_REACH = 24


@dataclass(frozen=True)
class Lexer:
    """Makes tokens of lines; ``types`` and ``issuers`` are the registers of those names."""

    types: dict[str, str]
    issuers: Issuers
    type_before: re.Pattern[str]
    type_by: re.Pattern[str]
    with_comma: re.Pattern[str]

    @staticmethod
    def of(types: Sequence[DocumentType], issuers: Issuers) -> Lexer:
        names = {fold(one.name).lower(): one.name for one in types}
        ordered = "|".join(sorted(names, key=len, reverse=True))
        issued = "|".join(fold(one.name).lower() for one in types if one.name not in _LAW_TYPES)
        commas = "|".join(map(re.escape, (form for form in issuers.forms if "," in form)))
        return Lexer(
            names,
            issuers,
            re.compile(rf"\b(?P<words>(?P<type>{ordered}){_QUALIFIER}) ?$", re.IGNORECASE),
            re.compile(
                rf"\b(?P<words>(?i:(?P<type>{issued}){_QUALIFIER}))(?: cua)? "
                r"(?P<issuer>[A-Z][^,;.:()\d\"]{2,60}?) ?$"
            ),
            re.compile(rf"(?i: ?\)?,? ?cua (?P<who>(?:bo truong )?(?:{commas})))\b"),
        )

    def tokens(
        self, text: str, folded: str, read_number: Callable[[Found], NumberValue | None]
    ) -> list[CitationToken]:
        """Return the tokens of a line (NFC) and the same line folded; none when it has neither a
        number nor a law with its number or date."""
        line = _Line(text, folded, {date.start: date for date in find_dates(folded)})
        found: list[CitationToken] = []
        at = 0
        for head in _Heads(self, line, read_number).all():
            if head[0].start < at:
                continue
            found += self._between(line, at, head[0].start, bool(found))
            found += head
            at = head[-1].end
        return [*found, *self._between(line, at, len(text), True)] if found else []

    def _between(self, line: _Line, start: int, end: int, told: bool) -> Iterator[CitationToken]:
        """The tokens between two heads, or after the last; ``told`` when a head stood before."""
        text = line.text
        separator = _NEXT.search(text, max(start, end - _NEXT_REACH), end)
        stop = separator.start() if separator and end < len(text) else end
        at = start
        for token in self._tail(line, start, stop) if told else ():
            if text[at : token.start].strip():
                yield CitationToken("TEXT", at, token.start)
            yield token
            at = token.end
        if text[at:stop].strip():
            yield CitationToken("TEXT", at, stop)
        if stop < end:
            yield CitationToken("NEXT", stop, end)

    def _tail(self, line: _Line, start: int, end: int) -> Iterator[CitationToken]:
        """The tokens that may follow a number, up to the end of its clause."""
        at, depth = start, 0
        while at < end:
            match = _TAIL.search(line.text, at, end)
            if issued := self._issued(line, at, match.end() if match else end, end):
                yield issued
                at = issued.end
                continue
            if match is None:
                return
            kind, at = match.lastgroup, max(match.end(), at + 1)
            if kind == "bracket":
                depth += 1 if match[0] == "(" else -1
            elif kind == "dated":
                if date := line.dates.get(match.end()):
                    at = date.end
                    yield CitationToken("DATED", match.start(), at, date)
            elif kind in _TOKENS:
                yield CitationToken(_TOKENS[kind], match.start(), at)
            if kind in ("stop", "clause") or depth < 0:
                yield CitationToken("STOP", match.start(), at)
                return

    def _issued(self, line: _Line, at: int, before: int, end: int) -> CitationToken | None:
        """The first "của …" that begins from ``at`` on and before ``before``."""
        match = _ISSUED.search(line.text, at, end)
        if match is None or match.start() >= before:
            return None
        match = self.with_comma.match(line.folded, match.start(), end) or match
        return CitationToken(
            "ISSUED", match.start(), match.end(), line.text[slice(*match.span("who"))]
        )


class _Line(NamedTuple):
    """A line, the same folded, and its dates by where they begin."""

    text: str
    folded: str
    dates: dict[int, Date]


class _Heads:
    """Finds in a line the documents named, each with what stands directly before its number."""

    def __init__(
        self, lexer: Lexer, line: _Line, read_number: Callable[[Found], NumberValue | None]
    ) -> None:
        self._lexer = lexer
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
        so = _SO.search(self._folded.lower(), max(0, found.start - 48), found.start)
        start = so.start() if so else found.start
        if self._text.startswith("Số", start) and not (
            self._folded[:start].strip() or self._folded[found.end :].strip()
        ):
            return []  # the line of a document's own number
        before = self._folded[max(0, start - _TYPE_REACH) : start].lower()
        if number is None or _NO_DOCUMENT.search(before):
            return []
        tokens = [CitationToken("NUMBER", found.start, found.end, number)]
        if so:
            tokens.insert(0, CitationToken("SO", so.start(), so.start() + 2))
        named = self._type(start)
        if named and named[0].value == _CONTRACT and number.number.assembly:
            named = []  # "… đi làm việc ở nước ngoài theo hợp đồng" ends the name of a law
        if not named and not (so and found.pieces[0].text) and not number.told:
            return []
        if named and named[0].value == _LETTER:
            tokens[-1] = tokens[-1]._replace(value=number.letter)
        return [*named, *tokens]

    def _type(self, end: int) -> list[CitationToken]:
        """The type that stands before ``end``, and who issued it when that stands between."""
        before = self._folded[max(0, end - _TYPE_REACH) : end]
        at = end - len(before)
        if match := self._lexer.type_before.search(before):
            return [self._type_token(match, at)]
        for match in self._lexer.type_by.finditer(before):
            if self._lexer.issuers.said(match["issuer"].lower()):
                issued = (at + match.end("words"), at + match.end("issuer"), match["issuer"])
                return [self._type_token(match, at), CitationToken("ISSUED", *issued)]
        return []

    def _type_token(self, match: re.Match[str], at: int) -> CitationToken:
        name = self._lexer.types[match["type"].lower()]
        return CitationToken("TYPE", at + match.start("type"), at + match.end("words"), name)

    def _laws(self, numbers: Sequence[CitationToken]) -> Iterator[list[CitationToken]]:
        """The laws that are named with their number, date or year."""
        heads = sorted(token.start for token in numbers if token.kind != "TYPE")
        types = sorted(token.start for token in numbers if token.kind == "TYPE")
        done = 0
        for match in _LAW.finditer(self._folded):
            if match.start() < done or match.start() in types:
                continue
            reach = min(match.end() + _NAME_REACH, len(self._folded))
            if end := _NAME_END.search(self._folded, match.end(), reach):
                reach = end.start()
            reach = min([reach, *(at for at in types if at >= match.end())])
            number = min((at for at in heads if match.end() <= at <= reach + 1), default=reach + 2)
            date = self._date_after(match.end(), min(reach, number))
            end_of_name = min(number, date[0].start if date else number)
            if end_of_name > reach + 1:
                continue
            name = self._text[match.end() : end_of_name]
            chained = name.lstrip().lower().startswith("sửa đổi")
            if (_LAW.search(fold(name)) and not chained) or (
                end_of_name != number and _NO_NAME.search(name.lower())
            ):
                continue
            type_ = next(one for one in _LAW_TYPES if fold(one).lower() == match[0].lower())
            done = match.start() + len(match[0] + name.rstrip())
            law = CitationToken("LAW", match.start(), done, type_)
            yield (
                [law, *date] if date and end_of_name != number and date[0].value is None else [law]
            )

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
