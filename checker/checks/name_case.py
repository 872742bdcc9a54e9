"""``check: name-case``: a known name written with other capitals than its own.

Keys
    names      names as they are written; words and marks must be the same, hòa is hoà, blanks and
               kinds of dashes do not count, and of two names the longer is read
    accept     other ways of writing them that are right, too
    first      of the first letter: ``capital`` (only mentions with a capital there are read; what
               begins small may be another word), ``judged`` (a small one is wrong where a capital
               inside shows that the name is meant) or ``free`` (either is right)
    not_after  words after which the same words are no name ("cơ" before "sở y tế")
    not_before words before which they are none
    not_in     kinds of lines to leave out, or groups of them

Words in capitals are left alone, and so is a place that ``unit-names`` tells as a difference within
the document.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from checker.checks import unit_names
from checker.checks._lines import lines_of, validate_lines
from checker.context import Context
from checker.decoding import DecodingError, one_of
from checker.document import Document
from checker.finding import Fact
from checker.kinds import Line
from checker.text.folding import fold
from checker.text.words import Word, syllable, words_of

_FIRST = ("capital", "judged", "free")
_MARK = re.compile(r"[^\w\s]")
_NEXT = re.compile(r"\s+(\w+)")
_NEAR = 20  # characters in which the next word is looked for
_GLUED = ("@", "/", ".", "_")  # beside a name, and then a letter: an address

_Texts = tuple[str, ...]
_Case = tuple[tuple[bool, ...], ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name by what its mentions share: ``sounds`` and ``syllables`` of its words, ``joints``
    between them; ``cases`` are the ways to write it, the right one first."""

    sounds: tuple[str, ...]
    syllables: tuple[str, ...]
    joints: tuple[str, ...]
    cases: tuple[_Case, ...]


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()
    local: ClassVar[bool] = True

    names: tuple[str, ...]
    accept: tuple[str, ...] = ()
    first: str = "capital"
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        validate_lines(None, not_in=self.not_in)
        one_of("first", self.first, _FIRST)
        if not all(name[:1].isalnum() for name in self.names):
            raise DecodingError("wrong-value", "names", wanted='["…"]')

    @cached_property
    def triggers(self) -> tuple[str, ...]:
        """The names up to their first mark: what a line must hold to hold one of them."""
        return tuple(dict.fromkeys(_MARK.split(name)[0].strip() for name in self.names))

    @cached_property
    def _by_sound(self) -> dict[str, list[_Name]]:
        forms: dict[tuple[_Texts, _Texts, _Texts], list[_Case]] = {}
        for written in (*self.names, *self.accept):
            words = words_of(written)
            key = (
                tuple(word.sound for word in words),
                tuple(syllable(written[word.start : word.end]) for word in words),
                _joints(written, words),
            )
            forms.setdefault(key, []).append(_case(written, words))
        found: dict[str, list[_Name]] = {}
        for key, cases in forms.items():
            found.setdefault(key[0][0], []).append(_Name(*key, tuple(cases)))
        for names in found.values():
            names.sort(key=lambda name: len(name.sounds), reverse=True)
        return found

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        found = list(self._facts(document, context))
        if not found:
            return
        variants = unit_names.Check("capitals").facts(document, context)
        told = sorted((fact.start, fact.end) for fact in variants)
        for fact in found:
            before = bisect_left(told, (fact.end,)) - 1
            if before < 0 or told[before][1] <= fact.start:
                yield fact

    def _facts(self, document: Document, context: Context) -> Iterator[Fact]:
        for line in lines_of(document, context, self.triggers, not_in=self.not_in):
            begin = bisect_left(document.words, line.start, key=_start)
            end = bisect_left(document.words, line.end, key=_start)
            done = 0
            for index in range(begin, end):
                if document.words[index].start < done:
                    continue
                for name in self._by_sound.get(document.words[index].sound, ()):
                    words = document.words[index : min(end, index + len(name.sounds))]
                    if not _fits(name, document.text, words):
                        continue
                    done = words[-1].end
                    if not self._is_other(document.text, line, words[0].start, done):
                        yield from self._judged(document.text, name, words)
                    break

    def _is_other(self, text: str, line: Line, first: int, last: int) -> bool:
        """Tell whether ``text[first:last]`` is no name: in an address, or beside a word that makes
        it something else."""
        if text[first - 1 : first] in _GLUED and text[first - 2 : first - 1].isalnum():
            return True
        if text[last : last + 1] in _GLUED and text[last + 1 : last + 2].isalnum():
            return True
        before = text[max(line.start, first - _NEAR) : first].lower()
        preceding = before.split()
        if before[-1:].isspace() and preceding and preceding[-1] in self.not_after:
            return True
        following = _NEXT.match(text, last, min(line.end, last + _NEAR))
        return bool(following and following[1].lower() in self.not_before)

    def _judged(self, text: str, name: _Name, words: Sequence[Word]) -> Iterator[Fact]:
        """Yield the fact that the words are written as none of the name's forms."""
        shown, right = _case(text, words), name.cases[0]
        if any(len(a) > 1 and all(a) and not all(b) for a, b in zip(shown, right, strict=True)):
            return
        if self.first == "capital" and not shown[0][0]:
            return
        if self.first == "judged" and not any(map(any, shown)):
            return
        cases = name.cases
        if self.first == "free":
            cases = tuple(_with_first(case, shown) for case in cases)
        if shown not in cases:
            suggestion = _written(text, words, cases[0])
            yield Fact(words[0].start, words[-1].end, suggestions=(suggestion,))


def _start(word: Word) -> int:
    return word.start


def _fits(name: _Name, text: str, words: Sequence[Word]) -> bool:
    return (
        tuple(word.sound for word in words) == name.sounds
        and tuple(syllable(text[word.start : word.end]) for word in words) == name.syllables
        and _joints(text, words) == name.joints
    )


def _joints(text: str, words: Sequence[Word]) -> tuple[str, ...]:
    """The marks between words, without blanks, dashes of all kinds being one."""
    gaps = itertools.pairwise(words)
    return tuple("".join(fold(text[a.end : b.start]).split()) for a, b in gaps)


def _case(text: str, words: Sequence[Word]) -> _Case:
    """Which letters of the words are capitals."""
    return tuple(tuple(map(str.isupper, text[word.start : word.end])) for word in words)


def _with_first(case: _Case, shown: _Case) -> _Case:
    return ((shown[0][0], *case[0][1:]), *case[1:])


def _written(text: str, words: Sequence[Word], case: _Case) -> str:
    """The words as they stand, with the capitals of ``case``."""
    parts, done = [], words[0].start
    for word, capitals in zip(words, case, strict=True):
        parts.append(text[done : word.start])
        letters = zip(text[word.start : word.end], capitals, strict=True)
        parts += [letter.upper() if capital else letter.lower() for letter, capital in letters]
        done = word.end
    return "".join(parts)
