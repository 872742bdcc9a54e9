"""Lengths that a rule allows, as it writes them: ``13-14``, ``10/12.7``, ``6-``, ``14``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.decoding import DecodingError
from checker.phrases.layout import figure, word

_ONE = re.compile(r"(\d+(?:\.\d+)?)(?:(-)(\d+(?:\.\d+)?)?)?")
_LARGEST = 10_000.0

Written = str | int | float


@dataclass(frozen=True)
class Range:
    """Stretches of allowed values, both ends allowed, as ``(13.0, 14.0)``."""

    stretches: tuple[tuple[float, float], ...]

    @staticmethod
    def read(key: str, written: Written) -> Range:
        """Read what a rule file says under ``key``; raises DecodingError."""
        stretches: list[tuple[float, float]] = []
        for one in str(written).split("/"):
            match = _ONE.fullmatch(one.strip())
            if not match:
                raise DecodingError("wrong-value", key, wanted="13-14, 10/12.7, 6-, 14")
            low = float(match[1])
            high = float(match[3]) if match[3] else _LARGEST if match[2] else low
            stretches.append((low, high))
        return Range(tuple(stretches))

    def holds(self, value: float, tolerance: float) -> bool:
        """Tell whether ``value`` is allowed, or off by no more than ``tolerance``."""
        return any(low - tolerance <= value <= high + tolerance for low, high in self.stretches)

    def nearest(self, value: float) -> float:
        """Return the allowed value that is nearest to ``value``."""
        options = [min(max(value, low), high) for low, high in self.stretches]
        return min(options, key=lambda option: abs(option - value))

    def shown(self, lang: str) -> str:
        """Return the range in words: ``13–14``, ``10 hoặc 12,7``, ``ít nhất 6``."""
        first, *others = (_shown(low, high, lang) for low, high in self.stretches)
        for other in others:
            first = word("or", lang, first=first, other=other)
        return first


def _shown(low: float, high: float, lang: str) -> str:
    if high == _LARGEST:
        return word("at-least", lang, value=figure(low, lang))
    if low == 0:
        return word("at-most", lang, value=figure(high, lang))
    return figure(low, lang) if low == high else f"{figure(low, lang)}–{figure(high, lang)}"
