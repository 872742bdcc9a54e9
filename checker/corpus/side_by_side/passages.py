"""A document in passages: its divisions, and what stands before and after them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from checker.document import Document
from checker.kinds import Line

HEAD, OPENING, SECTION = "head", "opening", "section"
CLOSING, RECIPIENTS, SIGNATURE, APPENDIX = "closing", "recipients", "signature", "appendix"
ONCE = (HEAD, OPENING, CLOSING, RECIPIENTS, SIGNATURE)  # of which a document has one each

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_RULES = frozenset(("TABLE", "RULE"))
_TAIL = {
    **dict.fromkeys(("RECIPIENTS", "RECIPIENT", "ARCHIVE"), RECIPIENTS),
    **dict.fromkeys(("AUTHORITY", "ROLE", "NAME"), SIGNATURE),
}


@dataclass(frozen=True)
class Passage:
    """A division without those below it, or another part of a document. ``zone`` is one of those
    above, ``path`` the address of a division ("II.3.a"), ``line`` where it begins in the text as
    read. ``text`` is a line for each of the document's, ``marker`` the length of the number that it
    begins with, which is no part of what is compared."""

    zone: str
    path: str
    line: int
    text: str
    marker: int = 0

    @property
    def heading(self) -> str:
        """The first line, without its number."""
        return self.text[self.marker :].partition("\n")[0].strip()

    @property
    def subject(self) -> str:
        """The heading as it is compared with others: in small letters, without end marks."""
        return self.heading.lower().rstrip(" .:;,")

    @cached_property
    def tokens(self) -> tuple[tuple[int, int], ...]:
        """Where its words and marks stand in ``text``."""
        return tuple(match.span() for match in _TOKEN.finditer(self.text, self.marker))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words and marks."""
        return tuple(self.text[start:end] for start, end in self.tokens)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Its words two by two, in small letters, for telling how like another it is."""
        plain = [word.lower() for word in self.words if word[0].isalnum()]
        return frozenset(pairwise(plain)) or frozenset((word,) for word in plain)


def passages_of(document: Document) -> tuple[Passage, ...]:
    """Return the passages of a document in their order; together they hold all of its lines but
    drawn ones."""
    zones = _Zones(document)
    lines = [line for line in document.lines if line.kind not in _RULES and line.text.strip()]
    return tuple(
        _passage(zone, path, list(some), document)
        for (zone, path), some in groupby(lines, zones.of)
    )


def _passage(zone: str, path: str, lines: list[Line], document: Document) -> Passage:
    first, *_ = lines
    text = "\n".join(" ".join(line.text.split()) for line in lines)
    marker = first.text[: first.marker].strip() if path else ""
    line, _ = document.raw_lines(first.start, first.start)
    return Passage(zone, path, line, text, len(marker) if text.startswith(marker) else 0)


class _Zones:
    """Tells in which passage a line of a document lies."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._title_end = document.title.end if document.title else document.type_line.end
        parts = (*document.body, document.closing, document.recipients.label)
        self._body = min(
            (one.start for one in parts if one.end > one.start), default=len(document.text)
        )
        appendices = (one.start for one in document.appendices)
        self._appendix = min(appendices, default=len(document.text) + 1)

    def of(self, line: Line) -> tuple[str, str]:
        """Return the zone of a line, and the path of its division."""
        document, at = self._document, line.start
        if at < self._appendix and line.kind in _TAIL:
            return _TAIL[line.kind], ""
        closing = document.closing
        if closing and closing.start <= at < closing.end:
            return CLOSING, ""
        path = document.path_at(at)
        if at >= self._appendix:
            return APPENDIX, path
        if path:
            return SECTION, path
        if at < self._title_end:
            return HEAD, ""
        return (OPENING if at < self._body else SECTION), ""
