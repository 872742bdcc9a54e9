"""Roman numerals."""

from __future__ import annotations

import re
from itertools import pairwise

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_WELL_FORMED = re.compile(r"M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def roman_value(numeral: str) -> int:
    """Return the value of a Roman numeral in capitals, 0 when it is none ("IIII")."""
    if not numeral or not _WELL_FORMED.fullmatch(numeral):
        return 0
    values = [_VALUES[letter] for letter in numeral]
    return values[-1] + sum(a if a >= b else -a for a, b in pairwise(values))


def roman(value: int) -> str:
    """Return ``value`` (1 to 3999) as a Roman numeral in capitals."""
    steps = (
        *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
        *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
    )
    written = ""
    for step, letters in steps:
        written += letters * (value // step)
        value %= step
    return written
