"""How far one word is from another."""

from __future__ import annotations

_LEAST_FOR_EXTRA = 5
_LEAST_FOR_CHANGED = 6


def is_slip_of(word: str, known: str) -> bool:
    """Tell whether ``word`` is ``known`` with one slip of the keyboard that leaves no doubt.

    A doubled letter or two letters swapped always count; a letter too many or too few only in words
    of five letters and more, a wrong letter only from six on: shorter words are too alike.
    """
    if word == known or abs(len(word) - len(known)) > 1:
        return False
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    rest, known_rest = word[start:], known[start:]
    if len(word) == len(known):
        if len(rest) > 1 and rest[:2] == known_rest[1::-1] and rest[2:] == known_rest[2:]:
            return True
        return len(known) >= _LEAST_FOR_CHANGED and rest[1:] == known_rest[1:]
    if len(word) > len(known) and rest[1:] == known_rest:
        doubled = word[start : start + 1] == word[start - 1 : start]
        return doubled or len(known) >= _LEAST_FOR_EXTRA
    return known_rest[1:] == rest and len(known) >= _LEAST_FOR_EXTRA


def differs_by_one(one: str, other: str) -> bool:
    """Tell whether one character added, left out or changed makes one word the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    if len(one) == len(other):
        return rest[1:] == other_rest[1:]
    return rest[1:] == other_rest or rest == other_rest[1:]
