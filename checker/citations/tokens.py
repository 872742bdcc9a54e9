"""The words of a line as the tokens of grammar/citation.lark.

A line is read around its numbers and laws: what stands before one (its head) and after it, up to
the end of the clause, becomes tokens; all else is TEXT.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from checker.citations.heads import CitationToken, Heads, HeadWords, Line, NumberValue
from checker.citations.number import Found
from checker.citations.words import CitationWords
from checker.registers.document_types import DocumentType
from checker.registers.issuers import Issuers
from checker.text.dates import find_dates
from checker.text.part import Part

_TOKENS = {"blank": "DATED", "spaced": "DATED", "opening": "OPENING", "amended": "AMENDED"}
_NEXT = re.compile(
    r"(?:[,;]|,? (?:và|hoặc|cùng(?: với)?))(?: (?:các|tại|theo|thực hiện|[Cc]ăn cứ))? $|\($"
)
_NEXT_REACH = 24
_ISSUER_REACH = 200  # longer than any "của …" with what must follow it
_ENDS = frozenset(("STOP", "NEXT"))
_DEEPEST = 9  # titles within titles


@dataclass(frozen=True)
class Lexer:
    """Makes tokens of lines; ``with_comma`` finds "của …" with an issuer whose name has commas."""

    head_words: HeadWords
    words: CitationWords
    with_comma: re.Pattern[str]

    @staticmethod
    def of(types: Sequence[DocumentType], issuers: Issuers, words: CitationWords) -> Lexer:
        """Make a lexer that knows the names of ``types`` and ``issuers``."""
        forms = [re.escape(form) for form in issuers.forms if "," in form]
        commas = "|".join((*forms, words.comma_names))
        return Lexer(
            HeadWords.of(types, issuers, words),
            words,
            re.compile(rf"(?i: ?\)?,? ?cua (?P<who>(?:bo truong )?(?:{commas})))\b"),
        )

    def tokens(
        self, text: str, folded: str, read_number: Callable[[Found], NumberValue | None]
    ) -> list[CitationToken]:
        """Return the tokens of a line (NFC) and the same line folded; none when it has neither a
        number nor a law with its number or date."""
        line = Line(text, folded, {date.start: date for date in find_dates(folded)})
        found: list[CitationToken] = []
        at, nested = 0, 0
        for head in Heads(self.head_words, line, read_number).all():
            if head[0].start < at:
                continue
            between = list(self._between(line, at, head[0].start, bool(found)))
            nested = 0 if any(token.kind in _ENDS for token in between) else nested + 1
            if nested > _DEEPEST:
                nested = 0
                between.append(CitationToken("STOP", head[0].start, head[0].start))
            found += [*between, *head]
            at = head[-1].end
        return [*found, *self._between(line, at, len(text), True)] if found else []

    def _between(self, line: Line, start: int, end: int, told: bool) -> Iterator[CitationToken]:
        """The tokens between two heads, or after the last; ``told`` when a head stood before."""
        text = line.text
        separator = (
            _NEXT.search(text, max(start, end - _NEXT_REACH), end) if end < len(text) else None
        )
        stop = separator.start() if separator else end
        at = start
        for token in self._tail(line, start, stop) if told else ():
            if text[at : token.start].strip():
                yield CitationToken("TEXT", at, token.start)
            yield token
            at = token.end
        if text[at:stop].strip():
            yield CitationToken("TEXT", at, stop)
        if stop < end:
            yield CitationToken("STOP" if text[stop:end] == "(" else "NEXT", stop, end)

    def _tail(self, line: Line, start: int, end: int) -> Iterator[CitationToken]:
        """The tokens that may follow a number, up to the end of its clause."""
        at, depth = start, 0
        while at < end:
            match = self.words.tail.search(line.text, at, end)
            if issued := self._issued(line, at, match.end() if match else end, end):
                yield issued
                at = issued.end
                continue
            if match is None:
                return
            kind, at = match.lastgroup, max(match.end(), at + 1)
            if kind == "bracket":
                depth += 1 if match[0] == "(" else -1
            elif kind == "dated":
                if date := line.dates.get(match.end()):
                    at = date.end
                    yield CitationToken("DATED", match.start(), at, date)
            elif kind in _TOKENS:
                yield CitationToken(_TOKENS[kind], match.start(), at)
            if kind in ("stop", "clause") or depth < 0:
                yield CitationToken("STOP", match.start(), at)
                return

    def _issued(self, line: Line, at: int, before: int, end: int) -> CitationToken | None:
        """The first "của …" that begins from ``at`` on and before ``before``."""
        end = min(end, before + _ISSUER_REACH)
        match = self.words.issued.search(line.text, at, end)
        if match is None or match.start() >= before:
            return None
        match = self.with_comma.match(line.folded, match.start(), end) or match
        start, stop = match.span("who")
        who = Part(line.text[start:stop], start, stop)
        return CitationToken("ISSUED", match.start(), match.end(), who)
