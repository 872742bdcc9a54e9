"""The terms of a text that tell what it is about: pairs of neighbouring words, weighted."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from checker.data import load_yaml
from checker.text.words import syllable

_WORDS_OF_PLANS = Path(__file__).with_name("coverage_words.yml")
_TOKEN = re.compile(r"[^\W_]+|[^\s\w]")
_CLAUSE = re.compile(r";|\.(?= |$)")
_COMMA = re.compile(r", ")
_LEAST_WORDS = 4  # of a thing to do
_SUBJECT_WEIGHT = 0.5  # of a term of the title, which all of the plan is about
_BREAK = ("",)  # between words that are no neighbours
_Words = tuple[str, ...]
_Phrases = Mapping[str, Sequence[tuple[_Words, _Words]]]  # by the first word, the longest first


@dataclass(frozen=True)
class PlanWords:
    """What words count: ``same`` maps a phrase to the one that it stands for, ``nothing`` are words
    and phrases that tell nothing and part their neighbours, ``whole`` phrases that count although
    such a word is in them, ``about`` phrases after which stands what a task is for, ``verbs`` those
    with which another thing to do may begin. Words are in the form of
    :func:`checker.text.words.syllable`."""

    same: Mapping[_Words, _Words]
    nothing: frozenset[_Words]
    whole: frozenset[_Words]
    about: tuple[_Words, ...]
    verbs: frozenset[_Words]

    @staticmethod
    def load() -> PlanWords:
        """Read them from the data of the program."""
        raw = load_yaml([_WORDS_OF_PLANS], None)[_WORDS_OF_PLANS]
        nothing = (*raw["joining"].split(), *raw["nothing"].split(","))
        return PlanWords(
            {
                _spelled(phrase): _spelled(first)
                for first, *others in raw["same"]
                for phrase in (first, *others)
            },
            frozenset(map(_spelled, nothing)),
            frozenset(_spelled(phrase) for phrase in raw["whole"].split(",")),
            tuple(map(_spelled, raw["about"])),
            frozenset(_spelled(verb) for verb in raw["verbs"].split(",")),
        )

    @cached_property
    def _phrases(self) -> _Phrases:
        """The phrases that stand for something else."""
        own = dict.fromkeys(self.nothing, _BREAK) | {one: one for one in self.whole}
        plain = _by_first_word(own)
        same = {
            phrase: (*_BREAK, *_meant(first, plain), *_BREAK) for phrase, first in self.same.items()
        }
        return _by_first_word(own | same)

    def terms(self, text: str) -> frozenset[str]:
        """Return the pairs of neighbouring words of a text, without those that tell nothing."""
        return frozenset(self._terms(_spelled(text)))

    def actions(self, text: str) -> Iterator[str]:
        """Yield the parts of a text that each say one thing to be done: its clauses, and in these
        what stands between commas where a verb begins it. What they are about or for is left with
        the last."""
        for clause in _CLAUSE.split(text):
            start = 0
            for comma in _COMMA.finditer(clause):
                before, after = clause[start : comma.start()], clause[comma.end() :]
                if self._are_two(_spelled(before), _spelled(after.partition(",")[0])):
                    yield before
                    start = comma.end()
            yield clause[start:]

    def _are_two(self, before: _Words, after: _Words) -> bool:
        """Whether what stands before and after a comma are two things to do, and not two verbs for
        one, or what one is about."""
        return (
            min(len(before), len(after)) >= _LEAST_WORDS
            and any(after[: len(verb)] == verb for verb in self.verbs)
            and before[-2:] not in self.verbs
            and not self._purpose(before)
        )

    def _purpose(self, words: _Words) -> tuple[int, int] | None:
        """Where the first phrase begins and ends after which stands what a task is for."""
        found = [
            (at, at + len(phrase))
            for phrase in self.about
            for at in range(len(words))
            if words[at : at + len(phrase)] == phrase
        ]
        return min(found, default=None)

    def parted(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the terms of what a clause says is to be done, and those of what that is about or
        for."""
        words = _spelled(text)
        purpose = self._purpose(words)
        if not purpose:
            return frozenset(self._terms(words)), frozenset()
        core = frozenset(self._terms(words[: purpose[0]]))
        rest = frozenset(self._terms(words[purpose[1] :])) - core
        return (core, rest) if core else (rest, frozenset())

    def _terms(self, words: _Words) -> Iterator[str]:
        before = ""
        for word in _meant(words, self._phrases):
            if before and word:
                yield f"{before} {word}"
            before = word


def _by_first_word(means: Mapping[_Words, _Words]) -> _Phrases:
    found: dict[str, list[tuple[_Words, _Words]]] = {}
    for phrase in sorted(means, key=lambda one: (-len(one), one)):
        found.setdefault(phrase[0], []).append((phrase, means[phrase]))
    return found


def _meant(words: _Words, phrases: _Phrases) -> Iterator[str]:
    """The words that count, an empty one between those that are no neighbours."""
    at, end = 0, len(words)
    while at < end:
        word = words[at]
        for phrase, meant in phrases.get(word, ()):
            if len(phrase) == 1 or words[at : at + len(phrase)] == phrase:
                yield from meant
                at += len(phrase)
                break
        else:
            yield word if word[0].isalnum() else ""
            at += 1


def weights_of(sentences: Iterable[frozenset[str]], subject: frozenset[str]) -> dict[str, float]:
    """Return what each term weighs: the more the fewer of the sentences have it; little where it is
    of the ``subject`` of them all."""
    counted: Counter[str] = Counter()
    number = 0
    for terms in sentences:
        counted.update(terms)
        number += 1
    return {
        term: math.log((number + 1) / (times + 0.5)) * (_SUBJECT_WEIGHT if term in subject else 1)
        for term, times in counted.items()
    }


def _spelled(text: str) -> _Words:
    """The words and signs of a text, small, with their tone marks at the end."""
    return tuple(map(syllable, _TOKEN.findall(text)))
