"""Fixed terms of administrative prose with wrong diacritics: ``Công Thông tin điện tử``."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from checker.spelling.slip import Slip
from checker.spelling.syllables import canonical
from checker.spelling.tokens import Prose, Token
from checker.text.folding import fold

Pair = Callable[[str, str], int]
_REMEMBERED = 1 << 14
_DIVIDER = re.compile(", | - ")
_DIVIDERS = (", ", " - ", "-", " ")
_SYLLABLE = re.compile(r"[^\W\d_]+")
# Two words that stand side by side this often in print may be a phrase of their own, if more often
# than the right two; a term of more than three syllables yields only to what is far more frequent.
_COMMON = 3
_SHORT = 3
_FAR_MORE = 10


@dataclass(frozen=True, eq=False)
class Term:
    """A term as it is to be written; ``also`` are right phrases of the same letters, with other
    diacritics (``bản chỉ đạo`` beside ``ban chỉ đạo``)."""

    text: str
    also: tuple[str, ...] = ()

    @cached_property
    def syllables(self) -> tuple[str, ...]:
        return tuple(_SYLLABLE.findall(self.text))

    @cached_property
    def lower(self) -> str:
        return self.text.lower()

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The syllables in the form in which they are compared."""
        return _forms(self.text)

    @cached_property
    def others(self) -> frozenset[tuple[str, ...]]:
        """The syllables of ``also``."""
        return frozenset(_forms(other) for other in self.also)


@dataclass(frozen=True)
class Terms:
    """The terms that are looked for; ``small_words`` are those with which the next phrase begins or
    the one before ends. What finding them needs is built at the first search."""

    terms: tuple[Term, ...]
    small_words: frozenset[str] = frozenset()

    @cached_property
    def _patterns(self) -> tuple[tuple[str, Term], ...]:
        # folded all at once, as there are many
        folded = fold("\n".join(term.text for term in self.terms)).lower().split("\n")
        return tuple(
            (pattern, term)
            for term, plain in zip(self.terms, folded, strict=True)
            for pattern in _ways_of_writing(plain)
        )

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick([pattern for pattern, _ in self._patterns])

    def stretches(self, text: str) -> Iterator[tuple[Term, int, int]]:
        """Yield each term with each stretch of ``text`` (NFC), whole words, that is equal to it
        when diacritics and case are left aside; they may overlap."""
        folded = fold(text).lower()
        last = len(folded)
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if (not start or not folded[start - 1].isalnum()) and (
                end == last or not folded[end].isalnum()
            ):
                yield self._patterns[index][1], start, end


def _ways_of_writing(plain: str) -> tuple[str, ...]:
    """A term without diacritics: between words that a comma or dash divides in it there may be
    either, or a blank."""
    words = _DIVIDER.split(plain)
    if len(words) == 1:
        return (plain,)
    ways = product(_DIVIDERS, repeat=len(words) - 1)
    return tuple(words[0] + "".join(map(str.__add__, dividers, words[1:])) for dividers in ways)


def make_terms(raw: dict[str, Any]) -> Terms:
    """Make the terms of terms.yml: ``small_words``, and under ``terms`` for each field a list of
    terms, either the term alone or a mapping of ``term`` and ``also``."""
    terms = (
        Term(entry) if isinstance(entry, str) else Term(entry["term"], tuple(entry["also"]))
        for entries in raw["terms"].values()
        for entry in entries
    )
    return Terms(tuple(terms), frozenset(raw["small_words"]))


def find_terms(prose: Prose, terms: Terms, pair: Pair) -> Iterator[Slip]:
    """Yield the terms of which most syllables are right and the others only differ in diacritics.

    ``pair`` tells how often two words (:func:`canonical`) stand side by side in print: where a
    wrong syllable goes better with its neighbour outside the term, the two are another phrase that
    only meets the rest of the term by chance (``hệ thống | kế toán`` is no ``thống kê``).
    """
    right: list[tuple[int, int]] = []
    suspects: list[_Suspect] = []
    for term, start, end in terms.stretches(prose.text):
        wrong = _differences(term, prose.text[start:end])
        if wrong == ():
            right.append((start, end))
        elif wrong and _is_mostly_right(term, wrong):
            suspects.append(_Suspect(term, start, end, wrong))
    if suspects:
        covered = _union(right)
        told = [suspect for suspect in suspects if _is_slip(suspect, prose, covered, terms, pair)]
        for suspect in _longest(told):
            yield _slip(suspect, prose.text)


class _Suspect(NamedTuple):
    """A stretch that is a term but for the syllables ``wrong``, counted from 0."""

    term: Term
    start: int
    end: int
    wrong: tuple[int, ...]


@lru_cache(maxsize=_REMEMBERED)
def _differences(term: Term, stretch: str) -> tuple[int, ...] | None:
    """The indexes of the syllables that differ from the term, None where ``stretch`` is another
    right phrase or has no diacritics at all."""
    if stretch.lower() == term.lower:
        return ()
    forms = _forms(stretch)
    if forms in term.others or stretch.isascii():
        return None
    return tuple(at for at, form in enumerate(forms) if form != term.forms[at])


def _forms(text: str) -> tuple[str, ...]:
    return tuple(canonical(word) for word in _SYLLABLE.findall(text.replace("Ð", "Đ")))


def _is_mostly_right(term: Term, wrong: tuple[int, ...]) -> bool:
    size = len(term.forms)
    return len(wrong) * 2 < size or (size == 2 and len(wrong) == 1)


def _is_slip(
    suspect: _Suspect, prose: Prose, covered: list[tuple[int, int]], terms: Terms, pair: Pair
) -> bool:
    first = _index_at(prose.tokens, suspect.start)
    inside = prose.tokens[first : first + len(suspect.term.forms)] if first >= 0 else ()
    if not inside or inside[-1].end != suspect.end:
        return False
    wrong = [inside[at] for at in suspect.wrong]
    if any(token.start in prose.names or _is_covered(token, covered) for token in wrong):
        return False
    if len(inside) == 2 and (_is_name(inside) or pair(inside[0].form, inside[1].form) >= _COMMON):
        return False
    small = terms.small_words if len(inside) <= _SHORT else frozenset[str]()
    if (inside[0] in wrong and inside[0].form in small) or (
        inside[-1] in wrong and inside[-1].form in small
    ):
        return False
    return not _belongs_outside(suspect, prose, first, pair)


def _belongs_outside(suspect: _Suspect, prose: Prose, first: int, pair: Pair) -> bool:
    """Whether a wrong syllable at an end of the term goes better with its neighbour outside than
    the right one would."""
    tokens, forms = prose.tokens, suspect.term.forms
    last = first + len(forms) - 1
    factor = 1 if len(forms) <= _SHORT else _FAR_MORE
    if suspect.wrong[0] == 0 and first and tokens[first].joined:
        before = tokens[first - 1].form
        wrong, right = pair(before, tokens[first].form), pair(before, forms[0])
        if wrong >= _COMMON and wrong > factor * right:
            return True
    if suspect.wrong[-1] == len(forms) - 1 and last + 1 < len(tokens) and tokens[last + 1].joined:
        after = tokens[last + 1].form
        wrong, right = pair(tokens[last].form, after), pair(forms[-1], after)
        return wrong >= _COMMON and wrong > factor * right
    return False


def _is_name(tokens: tuple[Token, ...]) -> bool:
    """Whether two words look like a name: the second, or the first within a sentence, with a
    capital letter, and not both all in capitals."""
    first, second = tokens
    if first.is_upper and second.is_upper:
        return False
    return second.is_capital or (first.is_capital and not first.opens)


def _index_at(tokens: tuple[Token, ...], start: int) -> int:
    """The index of the token that begins at ``start``, or -1."""
    index = bisect_left(tokens, start, key=lambda token: token.start)
    return index if index < len(tokens) and tokens[index].start == start else -1


def _union(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, overlapping ones made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_covered(token: Token, spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(spans, token.start, key=lambda span: span[0]) - 1
    return index >= 0 and token.start < spans[index][1]


def _longest(suspects: list[_Suspect]) -> list[_Suspect]:
    """Of those that overlap the longest, in order."""
    kept: list[_Suspect] = []
    for suspect in sorted(suspects, key=lambda suspect: (suspect.start, -suspect.end)):
        if kept and suspect.start < kept[-1].end:
            if suspect.end - suspect.start > kept[-1].end - kept[-1].start:
                kept[-1] = suspect
        else:
            kept.append(suspect)
    return kept


def _slip(suspect: _Suspect, text: str) -> Slip:
    term, start, end, wrong = suspect
    stretch = text[start:end]
    words = list(_SYLLABLE.finditer(stretch))
    all_capitals = stretch.isupper()
    pieces: list[str] = []
    at = 0
    for index in wrong:
        word = words[index]
        pieces += [stretch[at : word.start()], _cased(term.syllables[index], word, all_capitals)]
        at = word.end()
    pieces.append(stretch[at:])
    named = ", ".join(f"“{words[index].group()}”" for index in wrong)
    return Slip(
        "term",
        start,
        end,
        ("".join(pieces),),
        {"reason": f"sai dấu ở {named}", "reason_en": f"has wrong diacritics in {named}"},
    )


def _cased(syllable: str, word: re.Match[str], all_capitals: bool) -> str:
    """``syllable`` in the letter case of the word of the text that it replaces."""
    if all_capitals:
        return syllable.upper()
    if word.group()[0].isupper():
        return syllable[0].upper() + syllable[1:].lower()
    return syllable.lower()
