"""``check: repetition``: a word or phrase written twice running.

Keys
    of         ``words`` (those that registers/doubled-words.tsv knows) or ``phrases``
    words      single words that are no part of a compound, so that doubling them is always a slip
    linkers    words with which a phrase must begin to count across a comma ("của xã, của xã")
               where it is no item of a list; "đào tạo, đào tạo lại" is right
    except     words with which a phrase may begin that is rightly doubled
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.registers.doubled_words import DoubledWords
from checker.text.words import Word

_LONGEST = 6  # words of a phrase
_INSIDE = re.compile(r"[\s-]*")
_MARK = re.compile(r"[,;.:\n]")
_OPENING = re.compile(r"(?:^|[.:;!?\n“\"(*+-]|[a-zđ0-9][.)])\s*\Z")
_BETWEEN = re.compile(r"\s*,?\s*")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("once",)
    local: ClassVar[bool] = True

    of: str
    words: tuple[str, ...] = ()
    linkers: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        one_of("of", self.of, ("words", "phrases"))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        if self.of == "words":
            spans = _doubled(document, self.words, context.registers.doubled_words)
        else:
            spans = self._phrases(document)
        done = 0
        for start, middle, end in spans:
            if start < done:
                continue
            done = end
            once = document.text[start:middle]
            yield Fact(start, end, {"once": once}, (once,))

    def _phrases(self, document: Document) -> Iterator[tuple[int, int, int]]:
        words = document.words
        sounds = [word.sound for word in words]
        for size in range(_LONGEST, 1, -1):
            same = [
                i for i, (a, b) in enumerate(zip(sounds, sounds[size:], strict=False)) if a == b
            ]
            for index in same:
                if sounds[index : index + size] != sounds[index + size : index + 2 * size]:
                    continue
                first = words[index : index + size]
                second = words[index + size : index + 2 * size]
                before = words[max(0, index - 1) : index]
                after = words[index + 2 * size : index + 2 * size + 1]
                if self._same(document, first, second) and (
                    not _has_comma(document.text, first, second)
                    or _is_listed(document.text, before, first, second, after)
                    or self._ends_there(document.text, first, second, after)
                ):
                    yield first[0].start, first[-1].end, second[-1].end

    def _same(self, document: Document, first: tuple[Word, ...], second: tuple[Word, ...]) -> bool:
        text = document.text
        one = text[first[0].start : first[-1].end]
        other = text[second[0].start : second[-1].end]
        # a capital inside is the start of another name: "Quyết định quy định Quy chế"
        if one[1:] != other[1:] or one[0].lower() != other[0].lower():
            return False
        if one[0] != other[0] and not _OPENING.search(
            text[max(0, first[0].start - 4) : first[0].start]
        ):
            return False  # "Bộ Xây dựng xây dựng quy chuẩn"
        if not any(part.isalpha() and len(part) > 1 for part in one.split()):
            return False  # "1 m x 1 m"
        if len({word.sound for word in first}) == 1 or "\n" in one:
            return False
        if one.split()[0].lower() in self.except_:
            return False
        between = text[first[-1].end : second[0].start]
        if "\n" in between or not _BETWEEN.fullmatch(between):
            return False
        raw_end = document.view.raw_span(first[0].start, first[-1].end)[1]
        raw_start = document.view.raw_span(second[0].start, second[-1].end)[0]
        if not _BETWEEN.fullmatch(document.source.bare.without_comments(raw_end, raw_start)):
            return False  # a bold heading and the sentence after it
        return all(
            _INSIDE.fullmatch(text, left.end, right.start)
            for left, right in itertools.pairwise(first)
        )

    def _ends_there(
        self,
        text: str,
        first: tuple[Word, ...],
        second: tuple[Word, ...],
        after: tuple[Word, ...],
    ) -> bool:
        """Tell whether a phrase repeated after a comma is complete: it begins with a linker and
        nothing goes on with it."""
        if text[first[0].start : first[0].end].lower() not in self.linkers:
            return False
        if not after or text[second[-1].end : after[0].start].strip():
            return True
        return text[after[0].start : after[0].end].lower() in self.linkers


def _is_listed(
    text: str,
    before: tuple[Word, ...],
    first: tuple[Word, ...],
    second: tuple[Word, ...],
    after: tuple[Word, ...],
) -> bool:
    """Tell whether a phrase repeated after a comma is twice an item of a list: "tham nhũng, lãng
    phí, lãng phí"."""
    opening = text[before[0].end : first[0].start] if before else ","
    closing = text[second[-1].end : after[0].start] if after else "."
    return bool(_MARK.search(opening) and _MARK.search(closing))


def _has_comma(text: str, first: tuple[Word, ...], second: tuple[Word, ...]) -> bool:
    return "," in text[first[-1].end : second[0].start]


def _doubled(
    document: Document, always: tuple[str, ...], doubled_words: DoubledWords
) -> Iterator[tuple[int, int, int]]:
    text, words = document.text, document.words
    for index, (one, other) in enumerate(itertools.pairwise(words)):
        if one.sound != other.sound:
            continue
        word = text[one.start : one.end].lower()
        if word != text[other.start : other.end] or not _blanks(text, one, other):
            continue
        before = words[index - 1] if index else None
        after = words[index + 2] if index + 2 < len(words) else None
        left = text[before.start : before.end] if before and _blanks(text, before, one) else ""
        right = text[after.start : after.end] if after and _blanks(text, other, after) else ""
        if word in always or doubled_words.is_slip(left.lower(), word, right.lower()):
            yield one.start, one.end, other.end


def _blanks(text: str, one: Word, other: Word) -> bool:
    """Tell whether nothing but blanks of one line divides two words."""
    between = text[one.end : other.start]
    return between.isspace() and "\n" not in between
