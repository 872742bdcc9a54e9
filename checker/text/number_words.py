"""Vietnamese number words: "một trăm hai mươi lăm nghìn" ↔ 125000.

Words are compared in lower case and NFC. Where speech is ambiguous ("một trăm hai" is 102 to one
and 120 to another) nothing is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_VALUES = {word: value for value, word in enumerate(_DIGITS)} | {"bẩy": 7}
# after "mười", "mươi", "linh": what a unit is called there, and what it is wrongly called
_AFTER_TEN = {"lăm": 5, "nhăm": 5}
_AFTER_TENS = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_CLIPPED = ("lăm", "nhăm", "mốt")  # these follow a ten even when "mươi" is left out: "hai lăm"
_LINKS = ("linh", "lẻ")
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_BILLION = 10**9

NUMBER_WORDS = frozenset(
    (*_VALUES, *_AFTER_TENS, *_LINKS, *_SCALES, "mười", "mươi", "trăm", "phẩy", "rưỡi")
)


@dataclass(frozen=True)
class Reading:
    """What number words say. ``slips`` are the words written in a wrong form, as index and right
    word: "mười năm" for 15 is a slip for "mười lăm"."""

    value: Decimal
    slips: tuple[tuple[int, str], ...] = ()


def spell(value: int) -> str:
    """Return the words for a number from 0 on: 1005 is "một nghìn không trăm linh năm"."""
    if value == 0:
        return _DIGITS[0]
    return " ".join(_spelled(value, full=False))


def read_number(words: Sequence[str]) -> Reading | None:
    """Read number words, all of them; None when they are no number or an ambiguous one."""
    lower = [word.lower() for word in words]
    if not lower or not NUMBER_WORDS.issuperset(lower):
        return None
    if "phẩy" in lower:
        return _decimal(lower)
    return _Reader(lower).whole()


def _spelled(value: int, *, full: bool) -> list[str]:
    """``full`` names the hundreds even when there are none, as after a greater number."""
    for word, power in (("tỷ", 9), ("triệu", 6), ("nghìn", 3)):
        size = 10**power
        if value >= size:
            left = [*_spelled(value // size, full=full), word]
            return left + (_spelled(value % size, full=True) if value % size else [])
    return _group(value, full=full)


def _group(value: int, *, full: bool) -> list[str]:
    hundreds, tens, unit = value // 100, value // 10 % 10, value % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0:
        return words + (["linh"] if words and unit else []) + ([_DIGITS[unit]] if unit else [])
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if unit == 0:
        return words
    special = {5: "lăm"} if tens == 1 else {1: "mốt", 5: "lăm"}
    return [*words, special.get(unit, _DIGITS[unit])]


def _decimal(words: list[str]) -> Reading | None:
    """ "hai phẩy năm", "không phẩy không năm", "một phẩy hai mươi lăm tỷ"."""
    at = words.index("phẩy")
    end = len(words)
    power = 0
    while end > at + 1 and words[end - 1] in _SCALES:
        end -= 1
        power += _SCALES[words[end]]
    left, right = _Reader(words[:at]).whole(), words[at + 1 : end]
    if left is None or not right:
        return None
    if all(word in _VALUES for word in right):
        figures = "".join(str(_VALUES[word]) for word in right)
    else:
        part = _Reader(right).whole()
        if part is None:
            return None
        figures = str(part.value)
    return Reading(Decimal(f"{left.value}.{figures}").scaleb(power))


class _Reader:
    """Reads whole numbers from left to right."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.at = 0
        self.slips: list[tuple[int, str]] = []

    def whole(self) -> Reading | None:
        billions, below = 0, 0
        scale = 10  # power of ten of the last scale word; what follows must be smaller
        while self.at < len(self.words):
            group = self._group(after=scale < 10)
            if group is None:
                return None
            power = self._scale()
            if power >= 9:
                billions = (billions + below + group * 10 ** (power - 9)) * _BILLION
                below, scale = 0, 9
            elif power >= scale:
                return None
            else:
                below, scale = below + group * 10**power, power
            if self._take("rưỡi"):
                below += 10**scale // 2
                break
            if scale == 0:
                if self._peek() in ("tỷ", "tỉ", "nghìn", "ngàn", "triệu"):
                    return None
                break
        if self.at < len(self.words) or not self.words:
            return None
        return Reading(Decimal(billions + below), tuple(self.slips))

    def _scale(self) -> int:
        """The power of ten of the scale words here: "nghìn tỷ" is 12."""
        power = 0
        while self._peek() in _SCALES:
            power += _SCALES[self._peek()]
            self.at += 1
        return power

    def _group(self, *, after: bool) -> int | None:
        """A number below 1000; ``after`` a greater one a bare digit is ambiguous."""
        if self._peek() in _LINKS and after:
            self.at += 1
            return self._unit(_AFTER_TENS)
        first = self._tens()
        if first is not None:
            return first
        digit = self._digit()
        if digit is None:
            return None
        if self._take("trăm"):
            return self._after_hundred(digit * 100)
        if self._take("mươi"):
            return self._with_unit(digit * 10, {**_AFTER_TENS}, slips={"một": "mốt"})
        if self._peek() in _CLIPPED:
            return self._with_unit(digit * 10, _AFTER_TENS, slips={})
        second = self._digit()
        if second is not None:
            return None if after or self._peek() in ("trăm", "mươi") else digit * 10 + second
        return None if after and self._peek() not in _SCALES else digit

    def _tens(self) -> int | None:
        if self._take("mười"):
            return self._with_unit(10, _AFTER_TEN, slips={"mốt": "một"})
        return None

    def _after_hundred(self, value: int) -> int | None:
        if self._peek() in _LINKS:
            self.at += 1
            unit = self._unit(_AFTER_TENS)
            return None if unit is None else value + unit
        ten = self._tens()
        if ten is not None:
            return value + ten
        if self._peek(1) in _CLIPPED:
            digit = self._digit()
            return None if digit is None else value + self._with_unit(digit * 10, _AFTER_TENS, {})
        if self._peek(1) == "mươi":
            digit = self._digit()
            if digit is None:
                return None
            self.at += 1
            return value + self._with_unit(digit * 10, _AFTER_TENS, slips={"một": "mốt"})
        return None if self._peek() in _VALUES else value

    def _with_unit(self, tens: int, special: dict[str, int], slips: dict[str, str]) -> int:
        word = self._peek()
        if word in slips or word == "năm":
            self.slips.append((self.at, slips.get(word, "lăm")))
            self.at += 1
            return tens + (5 if word == "năm" else 1)
        if word in special or word in _VALUES:
            self.at += 1
            return tens + special.get(word, _VALUES.get(word, 0))
        return tens

    def _unit(self, special: dict[str, int]) -> int | None:
        word = self._peek()
        if word in special or word in _VALUES:
            self.at += 1
            return special.get(word, _VALUES.get(word))
        return None

    def _digit(self) -> int | None:
        value = _VALUES.get(self._peek())
        if value is not None:
            self.at += 1
        return value

    def _peek(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.words[at] if at < len(self.words) else ""

    def _take(self, word: str) -> bool:
        if self._peek() != word:
            return False
        self.at += 1
        return True
