"""``check: spelled-amount``: a figure and the words that repeat it, "15 triệu đồng (mười lăm triệu
đồng)", "mười lăm (15) ngày", "bằng chữ: …".

Keys
    fault   other   the words say another number
            form    the number is the same, but a word has a wrong form ("mười năm triệu")
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
from checker.text.amounts import FIGURE, readings, scale_power, written
from checker.text.number_words import NUMBER_WORDS, Reading, read_number

_LABEL = r"(?:[Vv]iết |[Ss]ố tiền |[Gg]hi )?[Bb]ằng chữ ?:? {0,3}"
_IN_BRACKETS = re.compile(
    rf"(?<![\w.,/-])(?P<figure>{FIGURE})(?P<unit>[^()\d\n;:]{{0,30}})\((?:{_LABEL})?"
    r"(?P<words>[^()\d\n]{2,200})\)"
)
_LABELLED = re.compile(
    rf"(?<![\w.,/-])(?P<figure>{FIGURE})(?P<unit> ?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )*"
    rf"(?:đồng|đ|VNĐ|VND))[\s.,;(]{{0,5}}{_LABEL}(?P<words>[^()\d\n;]{{2,200}})"
)
_WORDS_FIRST = re.compile(rf"(?<=[^\W\d_] )\((?P<figure>{FIGURE})(?P<unit>[^()\d\n]{{0,30}})\)")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORDS = re.compile(r"(?:[^\W\d_]+ )+\Z")
_SPOKEN = 120  # characters of the longest number in words before its figure
_LOOK_AHEAD = 40
_LONGEST_UNIT = 6  # words
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_COUNT = re.compile(
    r"thứ|lần|điều|khoản|mục|tháng|quý|hằng|hàng|tổ|thôn|loại|cấp|hạng|đợt|nhóm|khu|số|lớp|khối"
    r"|vòng|bậc|đoạn|khóa|kỳ"
)
_COUNTING = frozenset(("trăm", "mươi", "phẩy", "nghìn", "ngàn", "triệu", "tỷ", "tỉ"))
_FIVE = "năm"  # also "year"


class _Said(NamedTuple):
    """What the words say, with the place of each."""

    reading: Reading
    places: Sequence[tuple[int, int]]


class _SpelledOut(NamedTuple):
    """A figure repeated in words: its span, it with its unit, what it can mean, and the ways
    to read the words, the longest first; there may be two as "năm" is five and year."""

    figure: tuple[int, int]
    shown: str
    possible: frozenset[Decimal]
    said: list[_Said]


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("figure", "said")
    local: ClassVar[bool] = True

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, ("other", "form"))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        text = document.text
        for one in context.keep("spelled-amount", lambda: list(_spelled_out(text))):
            right = [said for said in one.said if said.reading.value in one.possible]
            if self.fault == "form":
                yield from _slips(right, one.shown, document.text)
            elif not right:
                said = one.said[0]
                values = {"figure": one.shown, "said": written(said.reading.value)}
                yield Fact(said.places[0][0], said.places[-1][1], values, (), (one.figure,))


def _slips(right: Sequence[_Said], shown: str, text: str) -> Iterator[Fact]:
    if not right or not all(said.reading.slips for said in right):
        return
    for index, wanted in right[0].reading.slips:
        start, end = right[0].places[index]
        form = wanted.capitalize() if text[start].isupper() else wanted
        yield Fact(start, end, {"figure": shown, "said": ""}, (form,))


def _spelled_out(text: str) -> Iterator[_SpelledOut]:
    for pattern, find in (
        (_IN_BRACKETS, _said_after),
        (_LABELLED, _said_after),
        (_WORDS_FIRST, _said_before),
    ):
        for match in pattern.finditer(text):
            said = find(match)
            if said:
                shown = f"{match['figure']}{match['unit']}".strip()
                yield _SpelledOut(match.span("figure"), shown, _possible(match), said)


def _possible(match: re.Match[str]) -> frozenset[Decimal]:
    """What the figure can mean, with and without the scale in its unit."""
    found = readings(match["figure"])
    power = scale_power(match["unit"])
    return found | {value.scaleb(power) for value in found}


def _said_after(match: re.Match[str]) -> list[_Said]:
    words = list(_WORD.finditer(match.string, *match.span("words")))
    run = list(itertools.takewhile(_is_number_word, words))
    rest = _lower(words[len(run) :])
    unit = _WORD.findall(match["unit"].lower())
    after = _WORD.findall(match.string[match.end() : match.end() + _LOOK_AHEAD].lower())
    if not run or not readings(match["figure"]) or len(unit) > _LONGEST_UNIT:
        return []
    if not unit and _YEAR.fullmatch(match["figure"]):
        return []
    if rest and rest not in (unit[: len(rest)], after[: len(rest)]) and not _is_measure(rest):
        return []
    if _lower(run) == [_FIVE] and not (after and match["figure"].startswith("0")):
        return []
    return _readings(run)


def _is_measure(rest: Sequence[str]) -> bool:
    """Tell whether the words after a number in words name money or per cent."""
    return len(rest) <= _LONGEST_UNIT and (rest[0] == "đồng" or rest[:2] == ["phần", "trăm"])


def _said_before(match: re.Match[str]) -> list[_Said]:
    text = match.string
    last = _LAST_WORDS.search(text[max(0, match.start() - _SPOKEN) : match.start()])
    if not last:
        return []
    words = list(_WORD.finditer(text, match.start() - len(last[0]), match.start()))
    unit = _WORD.findall(match["unit"].lower())
    has_unit = bool(unit) and words[-1].group().lower() == unit[0]
    if has_unit:
        words.pop()
    elif match["unit"].strip() or _YEAR.fullmatch(match["figure"]):
        return []
    run = list(itertools.takewhile(_is_number_word, reversed(words)))[::-1]
    before = _lower(words[: len(words) - len(run)])[-1:]
    # "quá năm ba mươi": the first word may be no number
    while (
        len(run) > 1 and _lower(run[:1])[0] in (_FIVE, "không") and _lower(run)[1] not in _COUNTING
    ):
        run = run[1:]
    certain = len(run) > 1 or has_unit or match["figure"].startswith("0")
    if not run or not certain or _lower(run) == [_FIVE] or _NO_COUNT.fullmatch("".join(before)):
        return []
    return _readings(run)


def _is_number_word(word: re.Match[str]) -> bool:
    return word.group().lower() in NUMBER_WORDS


def _lower(words: Sequence[re.Match[str]]) -> list[str]:
    return [word.group().lower() for word in words]


def _readings(run: Sequence[re.Match[str]]) -> list[_Said]:
    ways = [run]
    if len(run) > 1 and _lower(run)[-1] == _FIVE:
        ways.append(run[:-1])
    found = []
    for way in ways:
        reading = read_number(_lower(way))
        if reading:
            found.append(_Said(reading, [word.span() for word in way]))
    return found
