"""``check: parts-total``: a whole and the parts named after it, "500 triệu đồng, trong đó: …".

Keys
    fault   other    parts that add up to more than the whole, or after "gồm" to another number
            short    amounts of money after "trong đó" that add up to less than the whole
            percent  "Cơ cấu …: 50%, 40%, 20%": shares of more than 100%
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, NamedTuple

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.kinds import LIST_LINES, Line
from checker.text.amounts import Amount, find_amounts, is_rate, per_what, rounding, total, written

_INTRO = re.compile(
    r"(?P<opening>[ ,;.(:]{1,4})(?P<word>[Tt]rong đó|[Bb]ao gồm|[Gg]ồm)(?: có| gồm)?(?!\w)"
    r"(?P<colon>,?:?) ?(?P<rest>.*)"
)
_WHOLE_BEFORE = 80
_LONGEST_WORDS = 220
_IN_WORDS = re.compile(r" ?\([^()\d\n]{3,200}\bđồng(?: chẵn)?[./]{0,2}\)\Z")  # "(Năm triệu đồng)"
_BETWEEN = re.compile(r"(?: ?[^\W\d_]*/[^\s\d]+)?[^\d.;:()]{0,40}")
_VAGUE = re.compile(
    r"\b(?:ít nhất|tối thiểu|tối đa|(?<!cấp )(?:trên|dưới)|hơn|gần|khoảng|từ|đến|mỗi|trong đó|riêng"
    r"|tăng|giảm|thêm|còn lại|bình quân|trung bình|hoặc|không quá|lần|so với|nâng|bên cạnh|ngoài ra"
    r"|cùng với|còn có)\b| x |[×*=<>≥≤~]|\d ?[-–] ?\d"
)
_OVERLAPPING = re.compile(
    r"\b(?:nữ|đảng viên|dân tộc|tôn giáo|trẻ|cử nhân|đại học|thạc sĩ|trình độ|tuổi|chuyên trách"
    r"|khuyết tật|neo đơn|đơn thân|mồ côi|chính sách|có công|cao tuổi|đoàn viên|hội viên"
    r"|tái cử|ngoài đảng)\b"
)
_REACHED = re.compile(
    r"\b(?:đã|được|đạt|tham gia|tốt nghiệp|(?:hộ|người|em|trường|lớp|cán bộ|công chức) có)\b"
)
_EXCLUSIVE = re.compile(r"\b(?:thôn|tổ|khu|phố|ấp|đội|cụm|bản|xóm|lớp|khối|năm|nam|quý)\b")
_SOURCE = re.compile(
    r"(?<!thu )\bngân sách|\b(?:vốn|nguồn|xã hội hóa|đóng góp|tài trợ|huy động|vận động|ủng hộ)\b"
)
_IN_PART = re.compile(r"\b(?:chưa|không|đã|cả|có)\Z")
_SEX = re.compile(r"\b(?:nam|nữ)\b")
_OPEN_END = re.compile(r" và | khác|\.\.\.|…")
_SPLIT = re.compile(r";|,(?=\s)| và (?=[^,;]{0,80}\d)|\n")
_BRACKETED = re.compile(r"\([^()]*\)")
_SENTENCE_END = re.compile(r"\.(?=\s|$)")
_NAMED = re.compile(r"\b(?:thôn|tổ|khu|phố|ấp|đội|cụm|số|nhóm|lớp|khối|bản|xóm) ?\d+\b")
_STRUCTURE = re.compile(r"\b[Cc]ơ cấu [^:;.\d\n]{3,80}: ?(?P<rest>.*)")
_WHOLE_PERCENT = 100
_LEAST_SHARES = 2
_MOST_LINES = 60
_LIST_LINES = LIST_LINES | {"POINT", "SUBSUBITEM"}


class _Piece(NamedTuple):
    """One part: the amount and the words around it; ``closes`` when a semicolon follows, after
    which a sentence may begin that speaks of something else."""

    amount: Amount
    text: str
    closes: bool


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("sum", "figure")

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, ("other", "short", "percent"))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        for index, line in enumerate(document.lines):
            if line.cell is not None:
                continue
            if self.fault == "percent":
                yield from _shares(line, document)
            else:
                yield from self._parts(index, line, document)

    def _parts(self, index: int, line: Line, document: Document) -> Iterator[Fact]:
        intro = _INTRO.search(line.text)
        whole = _whole(line, intro, document) if intro else None
        if not intro or not whole:
            return
        pieces = _pieces(index, line, intro, whole, document)
        if not pieces:
            return
        complete = not intro["word"].lower().startswith("trong") or _is_by_sex(pieces)
        if complete and _OPEN_END.search(_after(pieces[-1], document)):
            complete = False
        if not complete and not intro["colon"].strip(",") and _may_be_nested(whole, pieces):
            return
        if _fault(whole, pieces, complete=complete) == self.fault:
            yield _told(whole, pieces, document)


def _told(whole: Amount, pieces: Sequence[_Piece], document: Document) -> Fact:
    shown = document.text[whole.start : whole.end]
    amounts = [piece.amount for piece in pieces]
    made = total(amounts) or total(amounts, usual=False) or Decimal(0)
    unit = shown.partition(" ")[2]
    values = {"sum": f"{written(made.scaleb(-whole.scale))} {unit}".strip(), "figure": shown}
    related = tuple((amount.start, amount.end) for amount in amounts)
    return Fact(whole.start, whole.end, values, (), related)


def _whole(line: Line, intro: re.Match[str], document: Document) -> Amount | None:
    """The last amount before "trong đó", when nothing but words stands between. A sentence of its
    own ("Trong đó có …") may speak of something else unless it is about money."""
    told_again = _IN_WORDS.search(line.text, max(0, intro.start() - _LONGEST_WORDS), intro.start())
    end = told_again.start() if told_again else intro.start()
    begin = max(0, end - _WHOLE_BEFORE)
    amounts = list(find_amounts(document.folded, line.start + begin, line.start + end))
    if not amounts or not amounts[-1].unit:
        return None
    whole = amounts[-1]
    if not _BETWEEN.fullmatch(document.text[whole.end : line.start + end]):
        return None
    own_sentence = "." in intro["opening"] and ":" not in intro["colon"]
    if own_sentence and whole.unit != "đồng":
        return None
    before = document.text[max(line.start, whole.start - 25) : whole.start]
    before_intro = line.text[begin:end].lower()
    if _IN_PART.search(before_intro) or is_rate(whole, document.text, line.start):
        return None
    return None if _VAGUE.search(before.lower()) or not whole.values else whole


def _after(piece: _Piece, document: Document) -> str:
    """What follows the amount of a part in its sentence."""
    at = piece.amount.end
    return re.split(r"\n|\. ", document.text[at : at + _WHOLE_BEFORE])[0]


def _is_by_sex(pieces: Sequence[_Piece]) -> bool:
    found = {name for piece in pieces for name in _SEX.findall(piece.text.lower())}
    return len(pieces) == len(found) == len(("nam", "nữ"))


def _may_be_nested(whole: Amount, pieces: Sequence[_Piece]) -> bool:
    """Tell whether parts named after "trong đó" without a colon may lie one in another, or be
    some of many: sums of money but for sources, and all else but for places and years."""
    if max(max(piece.amount.values) for piece in pieces) > max(whole.values):
        return False
    pattern = _SOURCE if whole.unit == "đồng" else _EXCLUSIVE
    return not all(pattern.search(piece.text.lower()) for piece in pieces)


def _pieces(
    index: int, line: Line, intro: re.Match[str], whole: Amount, document: Document
) -> list[_Piece]:
    """The parts, on the line itself or in the list below; none unless each is one plain amount in
    the unit of the whole."""
    spans: list[tuple[int, int]]
    if intro["rest"].strip():
        spans = list(_inline(line, intro))
    else:
        spans = [(item.start, item.end) for item in _items(index, line, document)]
    pieces = []
    for start, end in spans:
        amount = _amount(start, end, whole, document)
        if amount is None:
            return []
        pieces.append(_Piece(amount, document.text[start:end], document.text[end : end + 1] == ";"))
    return pieces


def _inline(line: Line, intro: re.Match[str]) -> Iterator[tuple[int, int]]:
    end_of = _up_to_bracket if "(" in intro["opening"] else _first_sentence
    rest = end_of(intro["rest"])
    if ":" not in intro["colon"] and intro["word"].lower().startswith("trong"):
        rest = rest.partition(";")[0]
    return _split(rest, line.start + intro.start("rest"))


def _split(rest: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the items of an enumeration; what stands in brackets does not divide."""
    bare = _without_brackets(rest)
    done = 0
    for cut in [*_SPLIT.finditer(bare), None]:
        end = cut.start() if cut else len(bare)
        if bare[done:end].strip():
            yield offset + done, offset + end
        done = cut.end() if cut else end


def _without_brackets(text: str) -> str:
    return _BRACKETED.sub(lambda match: " " * len(match.group()), text)


def _first_sentence(text: str) -> str:
    end = _SENTENCE_END.search(text)
    return text[: end.start()] if end else text


def _up_to_bracket(rest: str) -> str:
    depth = 1
    for index, char in enumerate(rest):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return rest[:index]
    return rest


def _items(index: int, line: Line, document: Document) -> list[Line]:
    """The items of the list under a line, what is nested under them left out; none when the list
    is too long to be one of parts."""
    items: list[Line] = []
    for item in document.lines[index + 1 : index + 2 + _MOST_LINES]:
        kind = items[0].kind if items else item.kind
        if item.kind not in _LIST_LINES or (item.kind == line.kind != kind):
            return items
        if item.kind == kind:
            items.append(item)
    return [] if len(document.lines) > index + 1 + _MOST_LINES else items


def _amount(start: int, end: int, whole: Amount, document: Document) -> Amount | None:
    """The one amount of a part in the unit of the whole; None when there is anything else."""
    text = _without_brackets(document.text[start:end])
    names = " ".join(_NAMED.findall(text.lower()))
    same = [
        one
        for one in find_amounts(document.folded, start, end)
        if one.unit == whole.unit and text[one.start - start : one.end - start].strip()
    ]
    if len(same) != 1 or not same[0].values or _VAGUE.search(text.lower()):
        return None
    if per_what(same[0], document.text) != per_what(whole, document.text):
        return None
    amount = same[0]
    others = text[: amount.start - start] + text[amount.end - start :]
    return amount if _digits(others) == _digits(names) else None


def _digits(text: str) -> int:
    return sum(char.isdigit() for char in text)


def _fault(whole: Amount, pieces: Sequence[_Piece], *, complete: bool) -> str:
    """Name what is wrong with the parts of a whole, if anything. A full stop is read as an English
    decimal point only when the figures make no sense otherwise."""
    faults = []
    for usual in (True, False):
        parts = [piece.amount.usual if usual else piece.amount.other for piece in pieces]
        wanted = whole.usual if usual else whole.other
        known = [part for part in parts if part is not None]
        if wanted is None or len(known) < len(parts):
            continue
        made = sum(known, Decimal(0))
        if _adds_up(pieces, known, wanted):
            return ""
        if made > wanted:
            text = "" if complete else " ".join(piece.text for piece in pieces).lower()
            overlap = _OVERLAPPING.search(text) or _REACHED.search(text)
            faults.append("other" if max(known) > wanted or not overlap else "")
        elif len(pieces) > 1 and (complete or whole.unit == "đồng"):
            faults.append("other" if complete else "short")
        else:
            faults.append("")
    return faults[0] if faults else ""


def _adds_up(pieces: Sequence[_Piece], values: Sequence[Decimal], wanted: Decimal) -> bool:
    """Tell whether the parts, or those before a semicolon, make up the whole."""
    stops = [stop for stop, piece in enumerate(pieces, 1) if piece.closes and stop > 1]
    return any(
        abs(sum(values[:stop], Decimal(0)) - wanted) <= rounding([*values[:stop], wanted])
        for stop in (*stops, len(pieces))
    )


def _shares(line: Line, document: Document) -> Iterator[Fact]:
    intro = _STRUCTURE.search(line.text)
    if not intro:
        return
    pieces = []
    for start, end in _split(_first_sentence(intro["rest"]), line.start + intro.start("rest")):
        amounts = list(find_amounts(document.folded, start, end))
        text = document.text[start:end].lower()
        vague = _VAGUE.search(text) or _OVERLAPPING.search(text)
        if len(amounts) != 1 or vague or amounts[0].unit != "%" or not amounts[0].values:
            return
        pieces.append(_Piece(amounts[0], text, document.text[end : end + 1] == ";"))
    found = [piece.amount for piece in pieces]
    made = total(found) or total(found, usual=False)
    values = [max(one.values) for one in found]
    if len(found) < _LEAST_SHARES or _adds_up(pieces, values, Decimal(_WHOLE_PERCENT)):
        return
    if made and made > _WHOLE_PERCENT:
        related = tuple((one.start, one.end) for one in found[:-1])
        told = {"sum": f"{written(made)}%", "figure": f"{_WHOLE_PERCENT}%"}
        yield Fact(found[0].start, found[-1].end, told, (), related)
