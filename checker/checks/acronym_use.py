"""``check: acronym-use``: how a document explains the acronyms of its own.

Keys
    of   ``twice`` (one acronym explained in two ways), ``rivals`` (one thing explained with two
         acronyms), ``letters`` (its letters are one slip away from the words it is said to stand
         for), ``unexplained`` (used in prose, neither known nor explained), ``late`` (used in prose
         before the place where it is explained)

An explanation is an acronym in brackets behind its words, ``Ban Chỉ đạo (BCĐ)``, or the words
behind it, ``BCĐ: Ban Chỉ đạo``. Only acronyms of three letters and more are judged. Known are those
of the register, those seen in print and the ``words`` of soat.yml.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.explanations import LETTERS, Explanation, find_explanations, same_words
from checker.finding import Fact
from checker.kinds import KIND_GROUPS
from checker.registers.acronyms import Acronyms, initial, letters_of, spelled_by
from checker.spelling.syllables import canonical, is_syllable

_BEFORE_WORDS = re.compile(
    rf"(?<![\w/&.-])(?P<acronym>{LETTERS})(?: ?\(| ?[:=] ?| là (?:viết tắt|tên viết tắt) )"
    rf"(?P<words>[^\n:;.()]{{8,120}})"
)
_CALLED = re.compile(rf"(?:viết tắt|gọi tắt|tắt) là:? [“\"]?(?P<acronym>{LETTERS})\b")
_MENTION = re.compile(r"(?<![\w/&.+@#“\"(-])[A-ZĐ]{3,10}(?![\w/&@”\"-])")
_WORD = re.compile(r"[^\W\d_]+")
_PROSE = KIND_GROUPS["PROSE"] - {"CELL"}
_ROMAN = re.compile(r"[IVXLC]+")
_LEAST_FOR_CHANGED = 4  # letters of an acronym of which one may be another and still be a slip
_LEAST_USES = 2
_NAMED = re.compile(
    r"(?:công ty|tập đoàn|ngân hàng|tổ chức|phần mềm|hệ thống|tiêu chuẩn|chứng chỉ"
    r"|chứng nhận|ứng dụng|nền tảng|câu lạc bộ|mạng|giống|mã|dự án|chương trình|định dạng"
    r"|công nghệ|mô hình|chuẩn"
    r"|thuốc|chất|phương pháp|dòng|loại|tệp|file|cổng|vùng|lớp) $",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Uses:
    """The explanations of one document, in order."""

    document: Document
    known: Acronyms

    @cached_property
    def explanations(self) -> tuple[Explanation, ...]:
        return tuple(find_explanations(self.document.text))

    @cached_property
    def explained(self) -> dict[str, int]:
        """Where each acronym is explained first, in whatever way."""
        places = {one.acronym: one.start for one in reversed(self.explanations)}
        for match in _CALLED.finditer(self.document.text):
            places.setdefault(match["acronym"], match.start())
        for match in _BEFORE_WORDS.finditer(self.document.text):
            words = _WORD.findall(match["words"])
            opens = match.group()[len(match["acronym"]) :].lstrip()[0] == "("
            if opens or spelled_by(letters_of(match["acronym"]), words):
                places[match["acronym"]] = min(
                    places.get(match["acronym"], match.start()), match.start()
                )
        return places

    @cached_property
    def mentions(self) -> tuple[re.Match[str], ...]:
        """Acronyms in running text, but for those in brackets."""
        return tuple(
            match
            for line in self.document.lines
            if line.kind in _PROSE and not _is_in_capitals(line.text)
            for match in _MENTION.finditer(self.document.text, line.start, line.end)
            if not _ROMAN.fullmatch(match.group()) and not is_syllable(match.group())
        )


@dataclass(frozen=True)
class Check:
    """``phrase`` is what the acronym stands for here, ``other`` what or how it is elsewhere."""

    VALUES: ClassVar[tuple[str, ...]] = ("phrase", "other")

    of: str

    def __post_init__(self) -> None:
        one_of("of", self.of, _FINDERS)

    @property
    def local(self) -> bool:
        return self.of == "letters"

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        uses = context.keep("acronym-use", lambda: _Uses(document, context.registers.acronyms))
        return _FINDERS[self.of](uses)


def _twice(uses: _Uses) -> Iterator[Fact]:
    groups: defaultdict[str, list[Explanation]] = defaultdict(list)
    for one in uses.explanations:
        if one.chosen:
            groups[one.acronym].append(one)
    for first, *others in groups.values():
        for other in others:
            if not same_words(first.spelled, other.spelled):
                values = {"phrase": other.phrase, "other": first.phrase}
                yield Fact(other.start, other.end, values, (), ((first.start, first.end),))
                break


def _rivals(uses: _Uses) -> Iterator[Fact]:
    first_of: dict[str, Explanation] = {}
    told: set[str] = set()
    for one in uses.explanations:
        if not one.chosen:
            continue
        key = " ".join(map(canonical, one.words[one.chosen[0] :]))
        first = first_of.setdefault(key, one)
        if first.acronym != one.acronym and one.acronym not in told:
            told.add(one.acronym)
            values = {"phrase": one.phrase, "other": first.acronym}
            yield Fact(one.start, one.end, values, (first.acronym,), ((first.start, first.end),))


def _letters(uses: _Uses) -> Iterator[Fact]:
    for one in uses.explanations:
        plain = letters_of(one.acronym)
        last = one.words[-len(plain) :]
        if one.chosen or len(last) < len(plain) or plain in uses.known.meanings:
            continue
        if not all(map(is_syllable, last)):
            continue  # a foreign word, and so perhaps a foreign acronym
        right = "".join(map(initial, last))
        if _is_slip(plain, right) or _has_one_more(plain, one.words):
            right = right if _is_slip(plain, right) else right[1:]
            phrase = " ".join(one.words[-len(right) :])
            yield Fact(one.start, one.end, {"phrase": phrase}, (right,))


def _unexplained(uses: _Uses) -> Iterator[Fact]:
    counts = Counter(match.group() for match in uses.mentions)
    told: set[str] = set()
    for match in uses.mentions:
        acronym = match.group()
        if (
            acronym in told
            or acronym in uses.explained
            or counts[acronym] < _LEAST_USES
            or uses.known.is_known(acronym)
            or acronym in uses.known.slips
        ):
            continue
        told.add(acronym)
        text = uses.document.text
        if not _NAMED.search(text, max(0, match.start() - 16), match.start()):
            yield Fact(*match.span())


def _late(uses: _Uses) -> Iterator[Fact]:
    told: set[str] = set()
    for match in uses.mentions:
        acronym = match.group()
        at = uses.explained.get(acronym, 0)
        if acronym in told or match.end() >= at or acronym in uses.known.common:
            continue
        told.add(acronym)
        here, there = (uses.document.line_at(place).kind for place in (match.start(), at))
        if here != "BASIS" and there in _PROSE:
            yield Fact(*match.span(), {}, (), ((at, at + len(acronym)),))


_FINDERS = {
    "twice": _twice,
    "rivals": _rivals,
    "letters": _letters,
    "unexplained": _unexplained,
    "late": _late,
}


def _is_in_capitals(line: str) -> bool:
    words: list[str] = _WORD.findall(line)
    return 3 * sum(word.isupper() for word in words) >= len(words)


def _is_slip(acronym: str, right: str) -> bool:
    """Whether the letters are those of the words with two swapped, a D for Đ, or one letter
    another; of three letters only a D for Đ tells, or a Đ, which no foreign acronym has."""
    if len(acronym) != len(right):
        return False
    wrong = [index for index, letter in enumerate(acronym) if letter != right[index]]
    if len(wrong) == 1:
        pair = {acronym[wrong[0]], right[wrong[0]]}
        return pair == {"D", "Đ"} or len(acronym) >= _LEAST_FOR_CHANGED
    return (
        len(wrong) == 2
        and (len(acronym) >= _LEAST_FOR_CHANGED or "Đ" in acronym)
        and wrong[1] == wrong[0] + 1
        and acronym[wrong[0]] == right[wrong[1]]
        and acronym[wrong[1]] == right[wrong[0]]
    )


def _has_one_more(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether a letter of the acronym stands twice running and once in the words."""
    if len(acronym) <= _LEAST_FOR_CHANGED:
        return False
    right = "".join(map(initial, words[-len(acronym) + 1 :]))
    doubled = [index for index, (a, b) in enumerate(pairwise(acronym)) if a == b]
    return any(acronym[:index] + acronym[index + 1 :] == right for index in doubled)
