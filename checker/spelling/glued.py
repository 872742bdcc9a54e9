"""Blanks that are lacking between two words (``bộmáy``) or stand within one (``Th ông tin``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from checker.spelling.candidates import Statistics
from checker.spelling.slip import Slip
from checker.spelling.syllables import canonical, is_syllable, split_tone
from checker.spelling.tokens import Prose, Token

_REMEMBERED = 1 << 14
_LONGEST = 24
# How often the parts must stand side by side; a word without tones is likelier a foreign one.
_TOGETHER = 2
_TOGETHER_TONELESS = 500
_FAR_BEHIND = 10
_SUPPORT = 20
_COMMON = 100
_RARE = 50
_LONGEST_PIECE = 5


def find_glued(prose: Prose, counts: Statistics, known: frozenset[str]) -> Iterator[Slip]:
    """Yield the words that are two or three run together (kind ``glued``) and the words with a
    blank in them (``split``). ``known`` are words (lower case) that are right all the same."""
    glued, torn = set(), set()
    for form in prose.times:
        if not is_syllable(form):
            if form not in known:
                glued.add(form)
            if len(form) <= _LONGEST_PIECE:
                torn.add(form)
        elif len(form) < _LONGEST_PIECE and counts.count(form) < _RARE:
            torn.add(form)
    end = 0
    for index, token in enumerate(prose.tokens):
        if token.form in torn:
            slip = _split(prose, index, counts)
            if slip and slip.start >= end:
                yield slip
                end = slip.end
                continue
        if token.form in glued and token.start >= end:
            cuts = _cuts(prose, token, counts)
            if cuts:
                yield Slip("glued", token.start, token.end, (_cut(token.text, cuts),))


def _cuts(prose: Prose, token: Token, counts: Statistics) -> tuple[int, ...]:
    """Where to cut a word into syllables, or nothing when there is no good way."""
    if not 2 < len(token.text) <= _LONGEST or token.start in prose.names:
        return ()
    camel = _camel(token.text, counts)
    if camel:
        return camel
    if token.is_capital and not token.opens and not token.is_upper and token.text.isascii():
        return ()
    ways = sorted(_ways(token.text.lower(), counts), reverse=True)
    least = _TOGETHER if _has_tone(token.form) else _TOGETHER_TONELESS
    if not ways or ways[0][0] < max(least, counts.count(token.form) * _FAR_BEHIND):
        return ()
    if len(ways) > 1 and ways[0][0] < ways[1][0] * _FAR_BEHIND:
        return ()
    return ways[0][1]


def _camel(text: str, counts: Statistics) -> tuple[int, ...]:
    """The cut of ``củaTrung`` and ``NAMĐộc``: a new word begins with a capital."""
    if text.isascii() or text.islower() or text.isupper():
        return ()
    for at in range(2, len(text) - 1):
        left, right = text[:at], text[at:]
        whole = (left.islower() or left.istitle()) and right[0].isupper()
        shouted = left.isupper() and right.istitle() and len(right) > 1
        if (whole or shouted) and is_syllable(left) and is_syllable(right):
            rarer = min(counts.count(canonical(left)), counts.count(canonical(right)))
            return (at,) if rarer >= _COMMON else ()
    return ()


def _ways(form: str, counts: Statistics) -> Iterator[tuple[int, tuple[int, ...]]]:
    """How often the parts stand side by side, and the cuts, for every way into two syllables; for
    those into three when there is none into two."""
    found = False
    for at in range(1, len(form)):
        left, right = form[:at], form[at:]
        if left[-1] == right[0] and is_syllable(left + right[1:]):
            return  # a letter doubled
        if _is_word(left) and _is_word(right):
            times = counts.pair(canonical(left), canonical(right))
            if times:
                found = True
                yield times, (at,)
    if found or len(form) < 6:
        return
    for first in range(1, len(form) - 1):
        if not _is_word(form[:first]):
            continue
        for second in range(first + 1, len(form)):
            middle, last = form[first:second], form[second:]
            if _is_word(middle) and _is_word(last):
                left_pair = counts.pair(canonical(form[:first]), canonical(middle))
                right_pair = counts.pair(canonical(middle), canonical(last))
                if left_pair and right_pair:
                    yield min(left_pair, right_pair), (first, second)


@lru_cache(maxsize=_REMEMBERED)
def _is_word(text: str) -> bool:
    """Tell whether a part of a word is one; of one letter only those that are words: ``ý``."""
    return is_syllable(text) and (len(text) > 1 or text in "ýởủô")


def _has_tone(form: str) -> bool:
    parts = split_tone(form)
    return not parts or bool(parts[1])


def _cut(text: str, cuts: tuple[int, ...]) -> str:
    edges = (0, *cuts, len(text))
    return " ".join(text[edges[i] : edges[i + 1]] for i in range(len(edges) - 1))


def _split(prose: Prose, index: int, counts: Statistics) -> Slip | None:
    """The word that the odd token at ``index`` makes with the token before or after it."""
    tokens = prose.tokens
    for first in (index - 1, index):
        if first < 0 or first + 1 >= len(tokens) or not _is_one_case(*tokens[first : first + 2]):
            continue
        left, right = tokens[first], tokens[first + 1]
        before = tokens[first - 1].form if left.joined and first else ""
        after = tokens[first + 2] if first + 2 < len(tokens) else None
        follower = after.form if after and after.joined else ""
        text = left.text + right.text
        if _is_better(left, right, canonical(text), before, follower, counts):
            return Slip("split", left.start, right.end, (text,))
        moved = _moved(left, right, counts)
        if moved:
            return Slip("split", left.start, right.end, (moved,))
    return None


def _is_one_case(left: Token, right: Token) -> bool:
    """Tell whether two tokens may be pieces of one word, one blank apart."""
    if not right.joined or right.start != left.end + 1:
        return False
    return right.text.islower() or (left.text.isupper() and right.text.isupper())


def _moved(left: Token, right: Token, counts: Statistics) -> str:
    """The two words of ``Thôn gtin``, whose blank stands one letter too early or too late."""
    text = left.text + right.text
    form = text.lower()
    if len(form) > _LONGEST or is_syllable(left.text) == is_syllable(right.text):
        return ""
    for at in (len(left.text) - 1, len(left.text) + 1):
        if 0 < at < len(form) and _is_word(form[:at]) and _is_word(form[at:]):
            together = counts.pair(canonical(form[:at]), canonical(form[at:]))
            if together >= _SUPPORT * 5:
                return _cut(text, (at,))
    return ""


def _is_better(
    left: Token, right: Token, whole: str, before: str, after: str, counts: Statistics
) -> bool:
    if not is_syllable(whole) or counts.count(whole) < 100:
        return False
    together = max(
        counts.pair(before, whole) if before else 0, counts.pair(whole, after) if after else 0
    )
    apart = max(
        counts.pair(before, left.form) if before else 0,
        counts.pair(right.form, after) if after else 0,
        counts.pair(left.form, right.form),
    )
    return together >= _SUPPORT and together > apart * _FAR_BEHIND
