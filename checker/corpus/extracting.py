"""Document → Facts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from checker.corpus.cited.citations import Row, rows_of
from checker.corpus.figures import find_figures
from checker.corpus.offices import office_of
from checker.corpus.records import (
    AcronymRecord,
    CitationRecord,
    DocumentRecord,
    Facts,
    FigureRecord,
    PartRecord,
    PlaceRecord,
    SectionRecord,
    SuppressionRecord,
    TaskRecord,
    UnitRecord,
)
from checker.corpus.sentences import find_sentences
from checker.corpus.signature import signature_of
from checker.corpus.spots import Fields, Spots
from checker.document import Document, Task
from checker.explanations import find_explanations
from checker.parsing import Grammar
from checker.registers.acronyms import letters_of
from checker.suppressing.places import find_suppressions
from checker.text.dates import find_dates
from checker.text.folding import fold
from checker.text.part import Part

_NUMBER_LABEL = re.compile(r"^\s*số\s*:?\s*", re.IGNORECASE)


def facts_of(document: Document, grammar: Grammar, digest: str = "") -> Facts:
    """Return what is kept of a document; of one whose text cannot be read only what it is."""
    about = _about(document, grammar, digest)
    if not about.legible:
        return Facts(about)
    spots = Spots(document)
    sentences = tuple(find_sentences(document, spots))
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
        tuple(
            FigureRecord(*spots.at(one.start, one.end), one.what, one.value, one.unit, one.ties)
            for one in find_figures(document)
        ),
        tuple(_acronyms(document, spots)),
        tuple(_suppressions(document)),
        signature=signature_of(sentences, document),
    )


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
        number=_NUMBER_LABEL.sub("", _plain(number)),
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


def _parts(document: Document, spots: Spots) -> Iterator[PartRecord]:
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


def _citations(document: Document, grammar: Grammar, spots: Spots) -> Iterator[CitationRecord]:
    rows = rows_of(document, grammar.issuers)
    for row, one in zip(rows, document.citations, strict=True):
        yield _citation(row, spots.at(one.start, one.end))


def _citation(row: Row, spot: Fields) -> CitationRecord:
    said, number = row.said, row.said.number
    return CitationRecord(
        *spot,
        type=said.type,
        name=said.name,
        number=str(number) if number else "",
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


def _acronyms(document: Document, spots: Spots) -> Iterator[AcronymRecord]:
    for one in find_explanations(document.text):
        if one.chosen:
            spelled = tuple(fold(word) for word in one.spelled)
            short = letters_of(one.acronym)
            yield AcronymRecord(*spots.at(one.start, one.end), short, one.phrase, spelled)


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


def _task(task: Task, document: Document, spots: Spots) -> TaskRecord:
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


def _sections(document: Document, spots: Spots) -> Iterator[SectionRecord]:
    for section in document.sections:
        if section.path:
            _, last = document.raw_lines(section.start, max(section.start, section.end - 1))
            heading = section.heading
            yield SectionRecord(
                *spots.of(heading), section.level, section.path, _plain(heading), last
            )


def digest_of(content: bytes) -> str:
    """Return what tells one content of a file from another."""
    return hashlib.sha256(content).hexdigest()[:32]
