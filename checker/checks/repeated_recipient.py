"""``check: repeated-recipient``: the same recipient twice in Nơi nhận."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.text.words import syllable, words_of

_LEAST_WORDS = 2
_DIVIDED = re.compile(r"[;,]")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        seen: dict[tuple[str, ...], tuple[int, int]] = {}
        for item in document.recipients.items:
            start = 0
            for end in [*(match.start() for match in _DIVIDED.finditer(item.text)), len(item.text)]:
                piece = item.text[start:end]
                key = tuple(syllable(piece[word.start : word.end]) for word in words_of(piece))
                at = item.start + start + len(piece) - len(piece.lstrip("-+* "))
                span = (at, item.start + start + len(piece.rstrip(" .")))
                if len(key) >= _LEAST_WORDS and key in seen:
                    yield Fact(*span, related=(seen[key],))
                seen.setdefault(key, span)
                start = end + 1
