"""Whether a text layer can be read: junk OCR and text stripped of its diacritics cannot.

Measured on the five seeds: in good text 70 to 90 words of 100 carry a Vietnamese diacritic in any
window of 60 words, in junk OCR 17. English, lists of web addresses and tables of measures have few
diacritics too, but then most words are none that could be Vietnamese without its marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

WINDOW = 60
STEP = 15
LEAST_SHARE = 0.5
LEAST_WORDS = 40
# Of the words of a window that is junk: those that may be syllables without their marks or with
# wrong ones; those with wrong ones alone, which good text has hardly ever.
LEAST_STRIPPED = 0.6
LEAST_BROKEN = 0.25
LEAST_JUNK = 20  # words; less is not worth telling
AROUND = 3  # words at the edge of junk of which none is good
_WORD = re.compile(r"[^\W\d_]{2,}")
_TOKEN = re.compile(r"\S+")
_CODE = re.compile(r"[\d@/\\_#&+]|\w[.:]\w|https?:|www\.")
_REMEMBERED = 40  # characters of a token that is worth remembering
_GOOD, _BROKEN, _PLAIN, _OTHER = range(4)


def is_legible(text: str) -> bool:
    """Tell whether more than half of the windows of 60 words are Vietnamese; short texts are given
    the benefit of the doubt."""
    marked = [not word.isascii() for word in _WORD.findall(text)]
    if len(marked) < LEAST_WORDS:
        return True
    # the last words, too few for a window of their own, belong to the one before
    starts = range(0, max(1, len(marked) - WINDOW // 2), WINDOW)
    ends = [*starts[1:], len(marked)]
    windows = [marked[start:end] for start, end in zip(starts, ends, strict=True)]
    good = sum(sum(window) / len(window) >= LEAST_SHARE for window in windows)
    return good * 2 > len(windows)


def illegible_spans(
    text: str, is_syllable: Callable[[str], bool], is_stripped: Callable[[str], bool]
) -> tuple[tuple[int, int], ...]:
    """Return the stretches of ``text`` that lost their diacritics or have them wrong, in order.
    ``is_syllable`` tells Vietnamese syllables, ``is_stripped`` words that may be such without
    diacritics."""
    words, kinds = _classified(text, is_syllable, is_stripped)
    found = []
    for first, last in _junk(kinds):
        while first < last and _GOOD in kinds[first : min(last, first + AROUND)]:
            first += 1
        while first < last and _GOOD in kinds[max(first, last - AROUND) : last]:
            last -= 1
        if last - first >= LEAST_JUNK:
            before = words[first - 1][1] if first else 0
            found.append(_at_lines(text, before, words[first:last]))
    return tuple(found)


def _at_lines(text: str, before: int, words: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The span of some words, without those few at its edges that belong to another line, but with
    the names that begin its own; ``before`` is where the word before ends."""
    start, end = words[0][0], words[-1][1]
    line_end = text.find("\n", before, words[AROUND][0])
    line_start = text.rfind("\n", words[-1 - AROUND][1], end)
    return (
        line_end + 1 if line_end >= 0 else start,
        line_start if line_start >= 0 else end,
    )


def _classified(
    text: str, is_syllable: Callable[[str], bool], is_stripped: Callable[[str], bool]
) -> tuple[list[tuple[int, int]], list[int]]:
    """The places and kinds of the words, codes, acronyms and plain names left out."""
    places: list[tuple[int, int]] = []
    kinds: list[int] = []
    for match in _TOKEN.finditer(text):
        at, token = match.start(), match.group()
        parts = _parts if len(token) < _REMEMBERED else _parts.__wrapped__
        for start, end, kind in parts(token, is_syllable, is_stripped):
            places.append((at + start, at + end))
            kinds.append(kind)
    return places, kinds


@lru_cache(maxsize=1 << 14)
def _parts(
    token: str, is_syllable: Callable[[str], bool], is_stripped: Callable[[str], bool]
) -> tuple[tuple[int, int, int], ...]:
    """The places and kinds of the words between two blanks, which are mostly one."""
    if _CODE.search(token):
        return ()
    found = []
    for match in _WORD.finditer(token):
        word = match.group()
        if not word.isascii():
            kind = _GOOD if is_syllable(word) else _BROKEN
        elif word[0].isupper():
            continue  # an acronym or a name
        else:
            kind = _PLAIN if is_stripped(word) else _OTHER
        found.append((*match.span(), kind))
    return tuple(found)


def _junk(kinds: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of words that windows of junk cover, as indexes."""
    if len(kinds) < WINDOW // 2:
        return
    good, broken, plain = (
        [0, *accumulate(kind == wanted for kind in kinds)] for wanted in (_GOOD, _BROKEN, _PLAIN)
    )
    open_at, open_to = 0, 0
    for start in range(0, max(1, len(kinds) - WINDOW + STEP), STEP):
        end = min(start + WINDOW, len(kinds))
        size = end - start
        wrong = broken[end] - broken[start]
        marked = wrong + good[end] - good[start]
        stripped = wrong + plain[end] - plain[start]
        lost = marked < LEAST_SHARE * size and stripped >= LEAST_STRIPPED * size
        if not lost and wrong < LEAST_BROKEN * size:
            continue
        if start > open_to:
            yield open_at, open_to
            open_at = start
        elif open_to == open_at:
            open_at = start
        open_to = end
    yield open_at, open_to
