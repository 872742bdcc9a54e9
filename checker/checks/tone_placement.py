"""``check: tone-placement``: both ways of placing the tone (``hòa, ủy`` and ``hoà, uỷ``) in one
document.

Only the open rimes ``oa``, ``oe`` and ``uy`` are written in two ways; in ``quý`` the ``u`` belongs
to the onset. Names of persons and places keep their own spelling and do not count. The way that is
written less often is told, of two equal ones the second.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact

_RIME = re.compile(
    r"(?P<first>[òóỏõọ][ae]|(?<![qQ])[ùúủũụ]y)|o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ]", re.IGNORECASE
)
_ONSET = re.compile(r"[^\W\d_]*\Z")
_LONGEST_ONSET = 4
_EXAMPLES = 2


@dataclass(frozen=True)
class Check:
    """``kept`` holds words in the way that prevails, ``other`` words in the other way, and
    ``kept_times`` tells how often the former occur."""

    VALUES: ClassVar[tuple[str, ...]] = ("kept", "kept_times", "other")

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        ways: dict[bool, list[tuple[int, str]]] = {}
        for start, word, on_first in _words(document):
            ways.setdefault(on_first, []).append((start, word))
        if len(ways) < 2:
            return
        other, kept = sorted(ways.values(), key=lambda words: (len(words), -words[0][0]))
        values = {
            "kept": _examples(kept),
            "kept_times": str(len(kept)),
            "other": _examples(other),
        }
        for start, word in other:
            yield Fact(start, start + len(word), values, (_moved(word),))


def _words(document: Document) -> Iterator[tuple[int, str, bool]]:
    """Yield where each word with such a rime begins, the word, and whether its tone stands on the
    first vowel."""
    text = document.text
    spans = [(place.start, place.end) for place in document.places]
    spans += [(line.start, line.end) for line in document.lines if line.kind == "NAME"]
    spans.sort()
    starts = [start for start, _ in spans]
    for match in _RIME.finditer(text):
        if text[match.end() : match.end() + 1].isalnum():
            continue
        onset = _ONSET.search(text, max(0, match.start() - _LONGEST_ONSET), match.start())
        start = onset.start() if onset else match.start()
        word = text[start : match.end()]
        at = bisect_right(starts, start) - 1
        named = at >= 0 and start < spans[at][1]
        if not named and (word.islower() or word.isupper() or match.start() == start):
            yield start, word, bool(match["first"])


def _moved(word: str) -> str:
    """The word with its tone on the other vowel."""
    first, second = (unicodedata.normalize("NFD", letter) for letter in word[-2:])
    letters = (first[0] + second[1:], second[0] + first[1:])
    return word[:-2] + "".join(unicodedata.normalize("NFC", letter) for letter in letters)


def _examples(words: list[tuple[int, str]]) -> str:
    return ", ".join(list(dict.fromkeys(word.lower() for _, word in words))[:_EXAMPLES])
