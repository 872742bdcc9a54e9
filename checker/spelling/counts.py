"""How often words and pairs of words occur in a body of texts; a small file that is only counts.

The file is a header and arrays, little-endian, read where they lie: nothing is unpacked on opening.
For each word (left of a pair) stand the ids of the words right of it, those met several times with
their number in steps of a twelfth of an octave, and those met once.
"""

from __future__ import annotations

import array
import math
import mmap
import struct
import sys
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal

from checker.errors import ConfigError

EDGE = ""  # stands beside the first and the last word of a clause
COMMA = ","  # stands between two words that a comma or semicolon divides
_MAGIC = b"SOATCNT1"
_HEADER = struct.Struct("<8s5I")
_SECTIONS: tuple[Literal["I", "H", "B"], ...] = ("I", "I", "I", "H", "H", "H", "B")
_STEPS = 12  # of a weight for each doubling of a number
_NUMBERS = tuple(round(math.pow(2.0, weight / _STEPS)) for weight in range(256))
_MOST_WORDS = 1 << 16


class Counts:
    """Counts of a file. Forms are :func:`checker.spelling.syllables.canonical`."""

    def __init__(self, content: memoryview) -> None:
        """``content`` is the whole file; raises ValueError when it is none of ours."""
        if len(content) < _HEADER.size or bytes(content[:8]) != _MAGIC:
            raise ValueError("not a file of counts")
        _, checksum, letters, words, strong, weak = _HEADER.unpack(content[: _HEADER.size])
        at = _HEADER.size
        if zlib.crc32(content[at:]) != checksum:
            raise ValueError("a damaged file of counts")
        self._forms = content[at : at + letters]
        at += letters + -letters % 4
        numbers = (words, words + 1, words + 1, words, strong, weak, strong)
        sections: list[memoryview[int]] = []
        for code, number in zip(_SECTIONS, numbers, strict=True):
            end = at + number * struct.calcsize(code)
            sections.append(_native(content[at:end], code, number))
            at = end
        self._totals, self._strong_rows, self._weak_rows, self._contexts = sections[:4]
        self._strong, self._weak, self._weights = sections[4:]
        if len(self._weights) != strong or at != len(content):
            raise ValueError("a file of counts cut short")

    @staticmethod
    def open(path: Path) -> Counts:
        """Map a file into memory. Raises ConfigError when it cannot be read or is not one."""
        try:
            with path.open("rb") as file:
                mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            return Counts(memoryview(mapped))
        except OSError as error:
            reason = error.strerror or str(error)
            raise ConfigError("unreadable", path=str(path), reason=reason) from None
        except (ValueError, struct.error):
            raise ConfigError("not-counts", path=str(path)) from None

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words, the most frequent first."""
        return tuple(form for form in self._ids if form not in (EDGE, COMMA))

    @cached_property
    def total(self) -> int:
        """Number of running words."""
        return sum(self._totals)

    @cached_property
    def pairs(self) -> int:
        """Number of different pairs."""
        return len(self._strong) + len(self._weak)

    @cached_property
    def _ids(self) -> dict[str, int]:
        forms = bytes(self._forms).decode("utf-8").split("\n")
        return {form: number for number, form in enumerate(forms)}

    def count(self, form: str) -> int:
        """Return how often a word occurs; 0 for a word too rare to be kept."""
        number = self._ids.get(form)
        return 0 if number is None else int(self._totals[number])

    def contexts(self, form: str) -> int:
        """Return how many different words stand before this one."""
        number = self._ids.get(form)
        return 0 if number is None else int(self._contexts[number])

    def followers(self, form: str) -> int:
        """Return how many different words stand after this one."""
        number = self._ids.get(form)
        if number is None:
            return 0
        strong, weak = self._strong_rows, self._weak_rows
        return int(strong[number + 1] - strong[number] + weak[number + 1] - weak[number])

    def pair(self, left: str, right: str) -> int:
        """Return how often ``right`` stands right after ``left``, to within 3 in 100; two words of
        which both are written with a capital were not counted, as they may be names."""
        ids = self._ids
        one, other = ids.get(left), ids.get(right)
        if one is None or other is None:
            return 0
        start, end = self._strong_rows[one], self._strong_rows[one + 1]
        at = bisect_left(self._strong, other, start, end)
        if at < end and self._strong[at] == other:
            return _NUMBERS[self._weights[at]]
        start, end = self._weak_rows[one], self._weak_rows[one + 1]
        at = bisect_left(self._weak, other, start, end)
        return int(at < end and self._weak[at] == other)


def pack(words: Mapping[str, int], pairs: Mapping[tuple[str, str], int]) -> bytes:
    """Return the content of a file with the counts of ``words`` and of ``pairs``; pairs of words
    that are not in ``words`` are left out. Raises ValueError for more than 65,536 words."""
    forms = sorted(words, key=lambda form: (-words[form], form))
    if len(forms) > _MOST_WORDS:
        raise ValueError("too many words")
    ids = {form: number for number, form in enumerate(forms)}
    kept = sorted((ids[a], ids[b], n) for (a, b), n in pairs.items() if a in ids and b in ids)
    strong = [(one, other, number) for one, other, number in kept if number > 1]
    weak = [(one, other) for one, other, number in kept if number == 1]
    contexts = Counter(other for _, other, _ in kept)
    letters = "\n".join(forms).encode("utf-8")
    sections = (
        _array("I", (words[form] for form in forms)),
        _rows((one for one, *_ in strong), len(forms)),
        _rows((one for one, _ in weak), len(forms)),
        _array("H", (min(contexts[number], _MOST_WORDS - 1) for number in range(len(forms)))),
        _array("H", (other for _, other, _ in strong)),
        _array("H", (other for _, other in weak)),
        _array("B", (min(255, round(_STEPS * math.log2(number))) for *_, number in strong)),
    )
    rest = b"".join((letters, b"\0" * (-len(letters) % 4), *sections))
    sizes = (len(letters), len(forms), len(strong), len(weak))
    return _HEADER.pack(_MAGIC, zlib.crc32(rest), *sizes) + rest


def _array(code: str, numbers: Iterable[int]) -> bytes:
    made = array.array(code, numbers)
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


def _rows(ids: Iterable[int], words: int) -> bytes:
    """Where the row of each word begins in an array ordered by word."""
    sizes = Counter(ids)
    starts = [0]
    for number in range(words):
        starts.append(starts[-1] + sizes[number])
    return _array("I", starts)


def _native(content: memoryview, code: Literal["I", "H", "B"], number: int) -> memoryview[int]:
    """An array of a file as numbers of this machine. Raises ValueError when it is too short."""
    if len(content) != number * struct.calcsize(code):
        raise ValueError("a file of counts cut short")
    if sys.byteorder == "little":
        return content.cast(code)
    made: array.array[int] = array.array(code, bytes(content))
    made.byteswap()
    return memoryview(made)
