"""Phrases that people confuse, told by a list: ``chuẩn đoán`` for ``chẩn đoán``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from checker.spelling.candidates import Statistics, in_case_of
from checker.spelling.slip import Slip
from checker.spelling.tokens import Prose, Token

Forms = tuple[str, ...]
# As often as this two words must stand side by side in print to be a phrase of their own, counted
# and as one part in so many of all that the rarer of them occurs.
_COMMON = 3
_PART = 50
# How far before a phrase a number is looked for.
_NEAR = 4


@dataclass(frozen=True, eq=False)
class Confusion:
    """The syllables of a wrong phrase and as many right ones. Before a word of ``not_before`` or
    after one of ``not_after`` two phrases merely meet: ``hồ sơ | xuất trình``."""

    wrong: Forms
    right: Forms
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Confusions:
    """The phrases that are looked for, of at least two syllables each."""

    phrases: tuple[Confusion, ...]

    @cached_property
    def by_start(self) -> dict[tuple[str, str], tuple[Confusion, ...]]:
        """The phrases by their first two syllables, longer ones first."""
        found: dict[tuple[str, str], list[Confusion]] = {}
        for phrase in sorted(self.phrases, key=lambda one: -len(one.wrong)):
            found.setdefault((phrase.wrong[0], phrase.wrong[1]), []).append(phrase)
        return {start: tuple(phrases) for start, phrases in found.items()}

    @cached_property
    def firsts(self) -> frozenset[str]:
        """Their first syllables."""
        return frozenset(first for first, _ in self.by_start)

    @cached_property
    def seconds(self) -> frozenset[str]:
        """Their second syllables."""
        return frozenset(second for _, second in self.by_start)


def make_confusions(raw: dict[str, Any]) -> Confusions:
    """Make the phrases of confusions.yml: under ``confusions`` for each kind a mapping of wrong
    phrases to the right one, or to a mapping of ``right``, ``not_before`` and ``not_after``; all
    syllables :func:`checker.spelling.syllables.canonical`."""
    return Confusions(
        tuple(
            _confusion(wrong, entry)
            for entries in raw["confusions"].values()
            for wrong, entry in entries.items()
        )
    )


def find_confusions(prose: Prose, confusions: Confusions, counts: Statistics) -> Iterator[Slip]:
    """Yield the phrases of the list, outside names and where no other words merely meet.

    Where by ``counts`` a wrong syllable goes better with its neighbour outside than the right one
    would, and is often met beside it, the two belong together (``gia công | xuất khẩu``).
    """
    tokens, by_start = prose.tokens, confusions.by_start
    firsts, seconds = confusions.firsts, confusions.seconds
    for index, token in enumerate(tokens):
        if token.form in seconds and tokens[index - 1].form in firsts and token.joined:
            first = index - 1
            for phrase in by_start.get((tokens[first].form, token.form), ()):
                if _is_slip(prose, first, phrase, counts):
                    yield _slip(prose, first, phrase)
                    break


def _confusion(wrong: str, entry: str | dict[str, Any]) -> Confusion:
    if isinstance(entry, str):
        return Confusion(_forms(wrong), _forms(entry))
    return Confusion(
        _forms(wrong),
        _forms(entry["right"]),
        frozenset(entry.get("not_before", ())),
        frozenset(entry.get("not_after", ())),
    )


def _forms(phrase: str) -> Forms:
    return tuple(phrase.split())


def _is_slip(prose: Prose, first: int, phrase: Confusion, counts: Statistics) -> bool:
    tokens, end = prose.tokens, first + len(phrase.wrong)
    inside = tokens[first:end]
    if tuple(token.form for token in inside) != phrase.wrong:
        return False
    if not all(token.joined for token in inside[1:]) or _is_name(prose, inside):
        return False
    if prose.text[max(0, inside[0].start - _NEAR) : inside[0].start].rstrip(" ")[-1:].isdigit():
        return False
    if tokens[first].joined and first:
        before = tokens[first - 1].form
        if before in phrase.not_after:
            return False
        wrong, right = (before, phrase.wrong[0]), (before, phrase.right[0])
        if _is_phrase(wrong, counts) and counts.pair(*wrong) > counts.pair(*right):
            return False
    if end == len(tokens):
        return True
    after = tokens[end]
    # "thuế xuất, nhập khẩu": a comma may stand between.
    if after.form in phrase.not_before and "\n" not in prose.text[inside[-1].end : after.start]:
        return False
    wrong, right = (phrase.wrong[-1], after.form), (phrase.right[-1], after.form)
    belongs = _is_phrase(wrong, counts) and counts.pair(*wrong) > counts.pair(*right)
    return not (after.joined and belongs)


def _is_phrase(words: tuple[str, str], counts: Statistics) -> bool:
    times = counts.pair(*words)
    return times >= _COMMON and times * _PART >= min(map(counts.count, words))


def _is_name(prose: Prose, tokens: tuple[Token, ...]) -> bool:
    """Whether the words look like part of a name: known as one, or with a capital letter within a
    sentence, and not all in capitals."""
    if any(token.start in prose.names for token in tokens):
        return True
    first, *rest = tokens
    capital = (first.is_capital and not first.opens) or any(token.is_capital for token in rest)
    return capital and not all(token.is_upper for token in tokens)


def _slip(prose: Prose, first: int, phrase: Confusion) -> Slip:
    inside = prose.tokens[first : first + len(phrase.wrong)]
    start, end = inside[0].start, inside[-1].end
    pieces: list[str] = []
    at = start
    for token, right in zip(inside, phrase.right, strict=True):
        pieces += [prose.text[at : token.start], in_case_of(token.text, right)]
        at = token.end
    return Slip("confusion", start, end, ("".join(pieces),))
