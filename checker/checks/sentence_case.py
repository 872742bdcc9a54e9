"""``check: sentence-case``: a sentence that begins small inside a paragraph.

The first letter of a line is not looked at: what begins a line may go on with the one before, and
items a), b) may begin small. Text without Vietnamese letters on both sides is left alone, too.

Keys
    except   words that a dot shortens, so that no sentence ends there
    not_in   kinds of lines to leave out, or groups of them
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._lines import validate_lines
from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.kinds import expand_kinds
from checker.text.folding import fold

_BREAK = re.compile(r"(?<![\w.&/-])(?P<last>[^\W\d_]{2,})(?P<gap>[.?!] +)(?P<next>[^\W\d_]{2,}) \w")
_AROUND = 30  # characters on each side of the full stop that must be Vietnamese


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()
    local: ClassVar[bool] = True

    except_: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        validate_lines(None, not_in=self.not_in)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        unwanted = expand_kinds(self.not_in)
        for match in _BREAK.finditer(document.text):
            last, following = match["last"], match["next"]
            if not (last[1:].islower() and following.islower()) or last.lower() in self.except_:
                continue
            if not fold(following).isascii():
                continue
            if document.line_at(match.start()).kind in unwanted:
                continue
            gap, end = match.span("gap")
            text = document.text
            if text[max(0, gap - _AROUND) : gap].isascii() or text[end : end + _AROUND].isascii():
                continue
            raw_start = document.view.raw_span(*match.span("last"))[1]
            raw_end = document.view.raw_span(*match.span("next"))[0]
            if "\n" in document.source.bare.without_comments(raw_start, raw_end):
                continue
            right = following[0].upper() + following[1:]
            yield Fact(*match.span("next"), suggestions=(right,))
