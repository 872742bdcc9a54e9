"""The terms of a text that tell what it is about: pairs of neighbouring words, weighted."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from checker.data import load_yaml
from checker.text.words import syllable

_WORDS_OF_PLANS = Path(__file__).with_name("coverage_words.yml")
_TOKEN = re.compile(r"[^\W_]+|[^\s\w]")
_SUBJECT_WEIGHT = 0.5  # of a term of the title, which all of the plan is about


@dataclass(frozen=True)
class PlanWords:
    """What words count: ``same`` maps a phrase to the one that it stands for, ``joining`` are words
    that only join others, ``everywhere`` pairs of words that every plan has, ``about`` phrases
    after which stands what a task is for; words in the form of
    :func:`checker.text.words.syllable`."""

    same: Mapping[str, str]
    joining: frozenset[str]
    everywhere: frozenset[str]
    about: tuple[str, ...]

    @staticmethod
    def load() -> PlanWords:
        """Read them from the data of the program."""
        raw = load_yaml([_WORDS_OF_PLANS], None)[_WORDS_OF_PLANS]
        return PlanWords(
            {
                _spelled(phrase): _spelled(first)
                for first, *others in raw["same"]
                for phrase in others
            },
            frozenset(_spelled(raw["joining"]).split()),
            frozenset(_spelled(pair) for pair in raw["everywhere"].split(",")),
            tuple(map(_spelled, raw["about"])),
        )

    @cached_property
    def _phrases(self) -> re.Pattern[str]:
        return _any_of(self.same)

    @cached_property
    def _about(self) -> re.Pattern[str]:
        return _any_of(self.about)

    def terms(self, text: str) -> frozenset[str]:
        """Return the pairs of neighbouring words of a text, without those that tell nothing."""
        return self._terms(_spelled(text))

    def parted(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the terms of what a clause says is to be done, and those of what that is about or
        for."""
        plain = _spelled(text)
        found = self._about.search(plain)
        if not found:
            return self._terms(plain), frozenset()
        core = self._terms(plain[: found.start()])
        rest = self._terms(plain[found.end() :]) - core
        return (core, rest) if core else (rest, frozenset())

    def _terms(self, spelled: str) -> frozenset[str]:
        plain = self._phrases.sub(lambda match: self.same[match[0]], spelled)
        found, before = set(), ""
        for token in plain.split():
            if token in self.joining or not token[0].isalnum():
                before = ""
                continue
            if before and f"{before} {token}" not in self.everywhere:
                found.add(f"{before} {token}")
            before = token
        return frozenset(found)


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


def _spelled(text: str) -> str:
    """A text in small letters, tone marks in one place, its words and signs apart."""
    return " ".join(syllable(token) for token in _TOKEN.findall(text))


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, longest_first))})(?!\S)")
