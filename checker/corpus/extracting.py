"""Document → Facts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from checker.corpus.citations import Row, rows_of
from checker.corpus.offices import office_of
from checker.corpus.records import (
    CitationRecord,
    DocumentRecord,
    Facts,
    PartRecord,
    PlaceRecord,
    SectionRecord,
    SentenceRecord,
    SuppressionRecord,
    TaskRecord,
    UnitRecord,
)
from checker.corpus.signature import signature_of
from checker.document import Document, Field, Section, Task
from checker.parsing import Grammar
from checker.suppressing.places import find_suppressions
from checker.text.dates import find_dates
from checker.text.folding import fold
from checker.text.part import Part

_LONGEST = 300  # characters of a spot's words
_LONGEST_SENTENCE = 4000
_LEAST_WORDS = 4  # of a sentence: "II." and "TM." are none
_SENTENCE_END = re.compile(r"(?<=[.;!?…])\s+(?=[-+*–“\"(]?\s*[A-ZĐ\d])")
_KEPT_LINES = frozenset(("TABLE", "RULE"))


def facts_of(document: Document, grammar: Grammar, digest: str = "") -> Facts:
    """Return what is kept of a document; of one whose text cannot be read only what it is."""
    about = _about(document, grammar, digest)
    if not about.legible:
        return Facts(about)
    spots = _Spots(document)
    sentences = tuple(_sentences(document, spots))
    return Facts(
        about,
        tuple(_parts(document, spots)),
        tuple(_citations(document, grammar, spots)),
        tuple(
            UnitRecord(*spots.of(one.mention), one.name, one.form, one.role)
            for one in document.units
        ),
        tuple(_task(task, document, spots) for task in document.tasks),
        tuple(_sections(document, spots)),
        sentences,
        tuple(
            PlaceRecord(*spots.at(one.start, one.end), one.level, one.name)
            for one in document.places
        ),
        tuple(_suppressions(document)),
        signature=signature_of(sentences, document),
    )


class _Spots:
    """Makes the fields of a ``Spot`` for places in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def at(
        self, start: int, end: int, longest: int = _LONGEST
    ) -> tuple[int, int, int, int, str, str]:
        """Return the fields for ``text[start:end]``."""
        document = self._document
        raw_start, raw_end = document.view.raw_span(start, end)
        words = " ".join(document.text[start:end].split())
        return (
            *document.source.position(raw_start),
            *document.source.position(raw_end),
            document.path_at(start),
            words[:longest],
        )

    def of(self, part: Part) -> tuple[int, int, int, int, str, str]:
        return self.at(part.start, part.end)


def _about(document: Document, grammar: Grammar, digest: str) -> DocumentRecord:
    header, signature, type_ = document.header, document.signature, document.type
    number, place_date = header.number, header.place_date
    office = office_of(document, grammar)
    return DocumentRecord(
        path=document.source.path,
        digest=digest,
        format=document.source.format,
        regime=document.regime,
        type=(type_.state or type_.party) if type_ else "",
        type_name=type_.name if type_ else "",
        title=_plain(document.title),
        number=" ".join(number.text.split()).partition(":")[2].strip() or _plain(number),
        figure=number.figure,
        issuer_code=number.issuer_code,
        day=document.date.isoformat() if document.date else "",
        year=place_date.year,
        office=office.key,
        office_name=office.name,
        superior=_plain(header.superior),
        level=document.locality.level,
        locality=str(document.locality),
        province=document.locality.province,
        authority=" ".join(_plain(line) for line in signature.authority),
        post=_plain(signature.role),
        signer=_plain(signature.name),
        legible=document.legible and bool(document.words),
        words=len(document.words),
    )


def _plain(part: Part) -> str:
    return " ".join(part.text.split())


def _parts(document: Document, spots: _Spots) -> Iterator[PartRecord]:
    header, signature = document.header, document.signature
    named: dict[str, Part] = {
        "number": header.number,
        "day": header.place_date,
        "type": document.type_line,
        "title": document.title,
        "issuer": header.issuer,
        "recipients": document.recipients.label,
        "post": signature.role,
        "signer": signature.name,
    }
    for name, part in named.items():
        yield PartRecord(*spots.of(part), name)


def _citations(document: Document, grammar: Grammar, spots: _Spots) -> Iterator[CitationRecord]:
    rows = rows_of(document, grammar.issuers)
    for row, one in zip(rows, document.citations, strict=True):
        yield _citation(row, spots.at(one.start, one.end))


def _citation(row: Row, spot: tuple[int, int, int, int, str, str]) -> CitationRecord:
    said, number = row.said, row.said.number
    return CitationRecord(
        *spot,
        type=said.type,
        name=said.name,
        numbered=number is not None,
        figure=number.figure if number else "",
        marks=number.marks if number else "",
        number_year=number.year if number else 0,
        code=number.code if number else "",
        number_issuer=number.issuer if number else "",
        year=said.date[0],
        month=said.date[1],
        date=said.date[2],
        issuer=said.issuer,
        title=said.title,
        inside=row.inside,
        amended=row.amended,
        own=row.own,
        who=row.who or "",
        who_known=row.who is not None,
        subject=row.subject,
        law_day=row.day.isoformat() if row.day else "",
    )


def _suppressions(document: Document) -> Iterator[SuppressionRecord]:
    position = document.source.position
    for one in find_suppressions(document)[0]:
        if one.reason:
            start, end = min(one.start, one.around[0]), max(one.end, one.around[1])
            yield SuppressionRecord(
                *position(start),
                *position(end),
                "",
                "",
                one.rules,
                one.reason,
                one.scope == "file",
            )


def _task(task: Task, document: Document, spots: _Spots) -> TaskRecord:
    days = [date.last_day for date in find_dates(fold(task.time.text)) if date.last_day]
    return TaskRecord(
        *spots.of(task.title),
        task.path,
        task.form,
        _plain(task.title),
        _plain(task.lead),
        _plain(task.support),
        _plain(task.time),
        _named_in(task.lead, document),
        _named_in(task.support, document),
        max(days).isoformat() if days else "",
    )


def _named_in(part: Part, document: Document) -> tuple[str, ...]:
    """The names of the units mentioned in a part."""
    inside = (
        one.name
        for one in document.units
        if part.start <= one.mention.start and one.mention.end <= part.end
    )
    return tuple(dict.fromkeys(inside))


def _sections(document: Document, spots: _Spots) -> Iterator[SectionRecord]:
    for section in document.sections:
        if section.path:
            _, last = document.raw_lines(section.start, max(section.start, section.end - 1))
            heading = section.heading
            yield SectionRecord(
                *spots.of(heading), section.level, section.path, _plain(heading), last
            )


def _sentences(document: Document, spots: _Spots) -> Iterator[SentenceRecord]:
    zones = _Zones(document)
    for line in document.lines:
        if line.kind in _KEPT_LINES or not line.text.strip():
            continue
        zone = zones.of(line.start)
        for start, end in _sentence_spans(document.text, line.start, line.end):
            yield SentenceRecord(*spots.at(start, end, _LONGEST_SENTENCE), zone)


def _sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _SENTENCE_END.finditer(fold(text[start:end])):
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


def digest_of(content: bytes) -> str:
    """Return what tells one content of a file from another."""
    return hashlib.sha256(content).hexdigest()[:32]
