"""The sentences of a document, each with the part of the document that it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.corpus.records import SentenceRecord
from checker.corpus.spots import Spots
from checker.document import Document, Field, Section
from checker.text.folding import fold

_LONGEST = 4000  # characters of a sentence
_LEAST_WORDS = 4  # of a sentence: "II." and "TM." are none
_END = re.compile(r"(?<=[.;!?…])\s+(?=[-+*–“\"(]?\s*[A-ZĐ\d])")
_SKIPPED_LINES = frozenset(("TABLE", "RULE"))


def find_sentences(document: Document, spots: Spots) -> Iterator[SentenceRecord]:
    """Yield the sentences, and lines that are none, in reading order."""
    zones = _Zones(document)
    for line in document.lines:
        if line.kind in _SKIPPED_LINES or not line.text.strip():
            continue
        zone = zones.of(line.start)
        for start, end in _spans(document.text, line.start, line.end):
            yield SentenceRecord(*spots.at(start, end, _LONGEST), zone)


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _END.finditer(fold(text[start:end])):
        if len(text[at : start + match.start()].split()) >= _LEAST_WORDS:
            yield at, start + match.start()
            at = start + match.end()
    if at < end:
        yield at, end


class _Zones:
    """Tells in what part of the document a place lies."""

    def __init__(self, document: Document) -> None:
        body = document.body
        first = body[0].start if body else document.closing.start
        self._title = document.title
        self._first = first
        self._closing = document.closing
        tail = (
            document.recipients.label,
            *document.recipients.items,
            *document.signature.authority,
        )
        tail = (*tail, document.signature.role, document.signature.name)
        self._tail = min((part.start for part in tail if part), default=len(document.text))
        self._signature = {part.start for part in tail[-2:]} | {
            part.start for part in document.signature.authority
        }
        self._appendix = min(
            (one.start for one in document.appendices), default=len(document.text) + 1
        )
        self._headings = {section.heading.start for section in document.sections}
        self._headings |= {section.start for section in document.sections if section.heading}
        self._headings -= {
            section.start for section in document.sections if not _is_heading(section)
        }
        self._fields = {
            field.start for field in _fields((*body, *(one for one in document.appendices)))
        }

    def of(self, at: int) -> str:
        """Return the zone of the line that begins at ``at``."""
        if at >= self._appendix:
            return "appendix"
        if at >= self._tail:
            return "signature" if at in self._signature else "recipients"
        if self._closing and self._closing.start <= at:
            return "closing"
        if at in self._fields:
            return "field"
        if at in self._headings:
            return "heading"
        if at >= self._first:
            return "body"
        return "title" if at <= self._title.start else "opening"


def _is_heading(section: Section) -> bool:
    """Whether the line of a division is a heading of what stands below it."""
    return bool(section.children) and section.level in (
        *("part", "chapter", "section", "article", "item", "subitem", "subsubitem", "point"),
    )


def _fields(parts: Sequence[object]) -> Iterator[Field]:
    for part in parts:
        if isinstance(part, Field):
            yield part
        yield from _fields(getattr(part, "children", ()))
