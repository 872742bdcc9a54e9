"""``check: stated-amount``: figures that contradict what stands beside them.

Keys
    fault   product   "20 người x 50.000 đồng = …" with a wrong result
            ratio     "12/15 thôn (đạt 75%)" with a wrong percentage
            share     "chiếm 105%"
            range     "từ 10 đến 5 triệu đồng"
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, NamedTuple

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.text.amounts import FIGURE, decimals, readings, scale_power, written

_RESULT = re.compile(
    rf"= ?(?P<figure>{FIGURE})(?![.,]?\d)(?P<unit>[^\d;.,:=()\n]{{0,30}})(?P<after>[^;.\n]{{0,12}})"
)
_CHAINED = re.compile(r"(?:^| )[x×*+/=:-] ?[(\[]?\d|[=+×*]")
_TIMES = re.compile(r"(?<=[\s)\]])[x×*] ?(?=[(\[]?\d)")
_TERM = re.compile(rf"[(\[ ]*(?P<figure>{FIGURE})(?![.,]?\d)(?P<unit>[^\d]*)")
_FIRST_TERM = re.compile(rf"(?:^|[ (\[])(?P<figure>{FIGURE})(?![.,]?\d)(?P<unit>[^\d]*)\Z")
_OPERATOR = re.compile(r"[+×<>{}]| [-–/] ?[(\[]?\Z| [-–] |\)[^\s\w]*[/+-]")
_PARTS_OF = {"%": -2, "‰": -3}
_LENGTH = re.compile(r" ?[cmk]?m\b")  # a size: "2 x 3 m"
_CONVERTED = re.compile(  # "520 ha x 62 tạ/ha = 3.224 tấn"
    r"\b(?:tấn|tạ|yến|kg|g|gam|lít|ml|k?m|[cm]m|ha|sào|giờ|phút|ngày|tuần|tháng|năm|công|thùng|hộp)\b"
)
_LONGEST_PRODUCT = 200
_MOST_TERMS = 6

_RATIO = re.compile(
    rf"(?<![\w/.,-])(?P<part>{FIGURE})(?:/| [^\W\d_]+(?: [^\W\d_]+){{0,2}}(?:/| trên )tổng số )"
    rf"(?P<whole>{FIGURE})(?![/.,-]?\d)"
    r"(?P<unit>[^\d%;:.()/\n]{0,60}?)"
    r"(?: ?(?P<bracket>\()(?:đạt |chiếm |bằng |tỷ lệ |tỉ lệ |tương đương |tương ứng )*"
    r"|,? (?:(?:đạt|chiếm|bằng|tương đương|tương ứng) (?:tỷ lệ |tỉ lệ )?|tỷ lệ (?:đạt )?))"
    rf"(?P<percent>(?<![\d.,]){FIGURE} ?%)(?P<after>[^;.\n]{{0,30}})"
)
_OTHER_BASE = re.compile(
    r"\b(?:so|kế hoạch|chỉ tiêu|KH|dự toán|cùng kỳ|mục tiêu|nghị quyết|tổng|tán thành|biểu quyết"
    r"|phiếu|có mặt|dân số|diện tích|hệ thống|số)\b"
)
_NO_RATIO = re.compile(
    r"\b(?:ngày|số|ngõ|ngách|hẻm|khoản|tỷ lệ|tờ|thửa|tháng|đợt|kỳ|khoảng|gần|hơn|trên|chiếm|bằng"
    r"|nhất|thiểu|đa|dịp|lễ|hội|tết)(?: \d\d?/\d\d?)?[ –-]*$"
    r"|\d/\d\d? ?[–,-] ?$",
    re.IGNORECASE,
)
_OWN_RATE = re.compile(
    r"\b(?:tỷ lệ|tỉ lệ|tỷ trọng|mức|bình quân|trung bình|hỗ trợ|tăng|giảm|hưởng)\b"
)
_CLAUSE_END = re.compile(r" ?(?:$|[,()–-]|và\b)")
_MONTHS = 12
_BEFORE_RATIO = 12

_SHARE = re.compile(
    r"\bchiếm (?:(?:tỷ lệ|tỉ lệ|tỷ trọng|khoảng|trên|gần|hơn) )*"
    rf"(?P<bad>(?P<share>{FIGURE}) ?%)(?! ?(?:GDP|GRDP|so với))"
)

_RANGE = re.compile(
    rf"(?<!\w)[Tt]ừ (?:mức |khoảng )?(?P<first>{FIGURE})(?P<unit> [^\d,;:.()\n]{{1,25}}?| ?%)? "
    rf"(?:đến|tới|-|–) (?:dưới )?(?P<last>{FIGURE})(?![/.,-]?\d)(?P<after>[^\d;:.()\n]{{0,25}})"
)
_COUNTED = re.compile(
    r" (?:đồng|người|tuổi|hộ|thôn|tổ|ha|km|kg|tấn|lượt|học viên|học sinh|đại biểu|triệu|tỷ|tỉ"
    r"|nghìn|ngàn|buổi|lớp|mô hình|hội nghị|bài|tin|điểm|trường|cuộc|đồng chí)\b| ?%"
)
_DECREASE = re.compile(
    r"\b(?:giảm|hạ|rút|xuống|còn|cắt|thu hẹp|lùi|ngược|điều chỉnh|thay đổi|chuyển|tỷ suất|sáp nhập"
    r"|sắp xếp)\b"
)
_LOOK_BACK = 60


class _Term(NamedTuple):
    """A factor of a product: what it can mean, and its decimals."""

    values: frozenset[Decimal]
    places: int


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("figure", "wanted")
    local: ClassVar[bool] = True

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, _FAULTS)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        yield from _FAULTS[self.fault](document)


def _product(document: Document) -> Iterator[Fact]:
    for line in document.lines:
        if "=" not in line.text:
            continue
        for match in _RESULT.finditer(line.text):
            before = line.text[max(0, match.start() - _LONGEST_PRODUCT) : match.start()]
            expression = re.split("[=;:]", before)[-1]
            terms = _terms(expression)
            if not terms or _CHAINED.search(match["unit"] + match["after"]):
                continue
            units = set(_CONVERTED.findall(match["unit"].partition("/")[0]))
            if not units.issubset(_CONVERTED.findall(expression)):
                continue
            products = {Decimal(1)}
            for term in terms:
                products = {a * b for a, b in itertools.product(products, term.values)}
            result = _scaled(match["figure"], match["unit"])
            if not result or any(_is_near(a, b, terms, match) for a in products for b in result):
                continue
            nearest = min(products, key=lambda one: abs(one - max(result)))
            start, end = (line.start + offset for offset in match.span("figure"))
            values = {"figure": match["figure"], "wanted": written(nearest)}
            opening = line.start + match.start() - len(expression.lstrip(" -+*"))
            yield Fact(start, end, values, (), ((opening, line.start + match.start()),))


def _is_near(
    product: Decimal, result: Decimal, terms: Sequence[_Term], match: re.Match[str]
) -> bool:
    """Tell whether the result is the product, rounded as far as it is written."""
    power, places = _power(match["unit"]), decimals(match["figure"])
    rounded = power or places or any(term.places for term in terms)
    slack = Decimal(1).scaleb(power - places) if rounded else Decimal(0)
    if any(term.places for term in terms):
        slack = max(slack, abs(product) / 1000)
    return product == result or abs(product - result) < slack


def _terms(expression: str) -> list[_Term]:
    """The factors of a plain product; none when it is anything else."""
    first, *others = _TIMES.split(expression)
    if not 1 <= len(others) < _MOST_TERMS:
        return []
    opening = _FIRST_TERM.search(first)
    matches = [opening, *map(_TERM.fullmatch, others)]
    if opening and _OPERATOR.search(first[: opening.start("figure")].lstrip(" -–+*")):
        return []
    found = []
    for match in matches:
        if match is None or _OPERATOR.search(match["unit"]):
            return []
        values = _scaled(match["figure"], match["unit"])
        if _LENGTH.match(match["unit"]):
            return []
        found.append(_Term(values, decimals(match["figure"])))
    return found if all(term.values for term in found) else []


def _power(unit: str) -> int:
    return _PARTS_OF.get(unit.lstrip()[:1]) or scale_power(unit)


def _scaled(figure: str, unit: str) -> frozenset[Decimal]:
    power = _power(unit)
    return frozenset(value.scaleb(power) for value in readings(figure))


def _ratio(document: Document) -> Iterator[Fact]:
    text = document.text
    for match in _RATIO.finditer(text):
        if _has_other_base(match):
            continue
        shown = match["percent"].rstrip("% ")
        places = decimals(shown)
        part, whole, percent = map(readings, (match["part"], match["whole"], shown))
        made = [100 * a / b for a in part for b in whole if b > 1 and a <= b]
        near = any(abs(a - b) < Decimal(1).scaleb(-places) for a in made for b in percent)
        if made and percent and not near:
            wanted = f"{written(round(made[0], max(1, places)))}%"
            values = {"figure": f"{match['part']}/{match['whole']}", "wanted": wanted}
            related = ((match.start("part"), match.end("whole")),)
            yield Fact(*match.span("percent"), values, (), related)


def _has_other_base(match: re.Match[str]) -> bool:
    """Tell whether the percentage may be of something else than the fraction: "12/15 thôn đạt 95%
    hộ có điện", "dịp 2/9 đạt 95%"."""
    before = match.string[max(0, match.start() - _BEFORE_RATIO) : match.start()]
    unit, after = match["unit"], match["after"]
    if _NO_RATIO.search(before) or _OWN_RATE.search(unit.lower()):
        return True
    if _OTHER_BASE.search(after) or _OTHER_BASE.search(unit):
        return True
    if match["bracket"]:
        return False
    is_day = not unit.strip() and max(readings(match["whole"]), default=0) <= _MONTHS
    return is_day or not _CLAUSE_END.match(after)


def _share(document: Document) -> Iterator[Fact]:
    for match in _SHARE.finditer(document.text):
        values = readings(match["share"])
        if values and min(values) > 100:
            yield Fact(*match.span("bad"), {"figure": match["share"], "wanted": ""})


def _range(document: Document) -> Iterator[Fact]:
    for match in _RANGE.finditer(document.text):
        unit, after = (match["unit"] or "").strip(), match["after"].strip()
        if not _COUNTED.match(match["after"]) or not after.startswith(unit):
            continue
        line_start = document.line_at(match.start()).start
        before = document.text[max(line_start, match.start() - _LOOK_BACK) : match.end()]
        first, last = readings(match["first"]), readings(match["last"])
        if not first or not last or _DECREASE.search(before.lower()):
            continue
        # "từ 500 đến 1 triệu đồng" counts in thousands first
        bare = not unit and scale_power(after) and max(first) >= 100
        if min(first) > max(last) and not bare:
            values = {"figure": " ".join(match.group().split()), "wanted": ""}
            yield Fact(match.start("first"), match.end("last"), values)


_FAULTS = {"product": _product, "ratio": _ratio, "share": _share, "range": _range}
