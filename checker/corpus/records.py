"""What is kept of a document to compare it with others: records, one table each.

A field may be ``str``, ``int``, ``bool``, ``tuple[str, ...]`` or ``tuple[int, ...]``; the store
makes the columns of them. A day is written as in ISO 8601, empty where it is not known.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, get_args, get_type_hints

from checker.finding import Place

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words stand in the text as read, lines and columns from 1, the end exclusive; nothing
    stands at an empty one. ``words`` are shown, their blanks made one."""

    line: int
    column: int
    end_line: int
    end_column: int
    section: str
    words: str

    @property
    def place(self) -> Place:
        return Place(self.line, self.column, self.end_line, self.end_column)


TOP = Spot(1, 1, 1, 1, "", "")


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document, or a file that could not be read (``error`` says why).

    ``number`` is whole ("138/KH-UBND"), ``figure`` empty where it is to be filled in; ``day`` that
    of the header. ``office`` names who issued it so that two documents of one office have the
    same, ``office_name`` as it is shown ("UBND phường Nhị Chiểu"); ``locality`` and ``province``
    are names with their level. ``legible`` tells that the text can be compared, ``words`` how many
    it has. ``digest`` is that of the file's bytes.
    """

    path: str
    digest: str = ""
    error: str = ""
    format: str = ""
    regime: str = ""
    type: str = ""
    type_name: str = ""
    title: str = ""
    number: str = ""
    figure: str = ""
    issuer_code: str = ""
    day: str = ""
    year: int = 0
    office: str = ""
    office_name: str = ""
    superior: str = ""
    level: str = ""
    locality: str = ""
    province: str = ""
    authority: str = ""
    post: str = ""
    signer: str = ""
    legible: bool = False
    words: int = 0

    @property
    def name(self) -> str:
        """What messages call it: "Kế hoạch 138/KH-UBND của UBND phường Nhị Chiểu"."""
        of = f"của {self.office_name}" if self.office_name else ""
        what = f"{self.type_name or 'văn bản'} {self.number if self.figure else ''}"
        return " ".join(f"{what} {of}".split()) if self.type_name or self.office_name else self.path


@dataclass(frozen=True, slots=True)
class PartRecord(Spot):
    """Where a part of the document stands, or should: ``part`` is number, day, type, title, issuer,
    recipients, post or signer."""

    part: str


@dataclass(frozen=True, slots=True)
class CitationRecord(Spot):
    """A document cited; the fields are those of ``Row`` and ``Cited`` in cited/citations.py, the
    ``number`` as it is written and in its pieces."""

    type: str
    name: str
    number: str
    numbered: bool
    figure: str
    marks: str
    number_year: int
    code: str
    number_issuer: str
    year: int
    month: int
    date: int
    issuer: str
    title: str
    inside: bool
    amended: bool
    own: bool
    who: str
    who_known: bool
    subject: tuple[str, ...]
    law_day: str


@dataclass(frozen=True, slots=True)
class UnitRecord(Spot):
    """A mention of a unit, as ``Unit`` of the document."""

    name: str
    form: str
    role: str


@dataclass(frozen=True, slots=True)
class TaskRecord(Spot):
    """A task, told at its title, with its ``path``; ``lead``, ``support`` and ``time`` are as
    written, ``leads`` and ``supports`` the names of units in them, ``deadline`` the last day."""

    path: str
    form: str
    title: str
    lead: str
    support: str
    time: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    deadline: str


@dataclass(frozen=True, slots=True)
class SectionRecord(Spot):
    """A division, told at its heading; ``last`` is the last line of it."""

    level: str
    path: str
    heading: str
    last: int


@dataclass(frozen=True, slots=True)
class SentenceRecord(Spot):
    """A sentence or line of prose; ``zone`` is title, opening, heading, body, field, closing,
    recipients, signature or appendix."""

    zone: str


@dataclass(frozen=True, slots=True)
class PlaceRecord(Spot):
    """A place named with its level."""

    level: str
    name: str


@dataclass(frozen=True, slots=True)
class FigureRecord(Spot):
    """A figure, told at its amount. ``what`` is what it measures in folded small letters, ``value``
    a decimal ("1500", "2.5"), ``unit`` as of ``Amount`` with what it is counted by
    ("đồng/nguoi"), ``ties`` the years, terms, places and groups named with it."""

    what: str
    value: str
    unit: str
    ties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AcronymRecord(Spot):
    """An acronym explained where it stands: ``short`` has no signs in it, ``full`` are the words
    that it stands for, ``spelled`` those of them whose initials are its letters, folded."""

    short: str
    full: str
    spelled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SuppressionRecord(Spot):
    """What a comment in the document says is not to be told: ``rules`` are names as written, the
    spot all for which it holds, everything for a ``whole`` one."""

    rules: tuple[str, ...]
    reason: str
    whole: bool


@dataclass(frozen=True, slots=True)
class FindingRecord(Spot):
    """A finding of the document alone, as in the output contract."""

    rule: str
    group: str
    severity: str
    message: str
    suggestions: tuple[str, ...]
    basis: str
    fingerprint: str


RECORDS = {
    "parts": PartRecord,
    "citations": CitationRecord,
    "units": UnitRecord,
    "tasks": TaskRecord,
    "sections": SectionRecord,
    "sentences": SentenceRecord,
    "places": PlaceRecord,
    "figures": FigureRecord,
    "acronyms": AcronymRecord,
    "suppressions": SuppressionRecord,
}


@dataclass(frozen=True)
class Facts:
    """All that is kept of one document; ``signature`` is the MinHash of its prose."""

    document: DocumentRecord
    parts: tuple[PartRecord, ...] = ()
    citations: tuple[CitationRecord, ...] = ()
    units: tuple[UnitRecord, ...] = ()
    tasks: tuple[TaskRecord, ...] = ()
    sections: tuple[SectionRecord, ...] = ()
    sentences: tuple[SentenceRecord, ...] = ()
    places: tuple[PlaceRecord, ...] = ()
    figures: tuple[FigureRecord, ...] = ()
    acronyms: tuple[AcronymRecord, ...] = ()
    suppressions: tuple[SuppressionRecord, ...] = ()
    signature: tuple[int, ...] = field(default=(), repr=False)

    def as_json(self) -> dict[str, Any]:
        """Return them column by column: a list of values for each field of each table."""
        told: dict[str, Any] = {"document": by_column([self.document], DocumentRecord)}
        told["signature"] = self.signature
        return told | {name: by_column(getattr(self, name), RECORDS[name]) for name in RECORDS}


def columns(record: type[Any]) -> Mapping[str, str]:
    """Return the columns of a record's table with their SQL types."""
    hints = get_type_hints(record)
    return {one.name: _sql_type(hints[one.name]) for one in dataclasses.fields(record)}


def make(record: type[R], values: tuple[Any, ...]) -> R:
    """Make a record of the values of its columns."""
    return record(*(tuple(one) if isinstance(one, list) else one for one in values))


def by_column(records: Sequence[Any], record: type[Any]) -> dict[str, list[Any]]:
    """Return the values of records of one kind, a list for each field."""
    names = [one.name for one in dataclasses.fields(record)]
    return {name: [getattr(one, name) for one in records] for name in names}


def _sql_type(hint: Any) -> str:
    plain = {str: "VARCHAR", int: "BIGINT", bool: "BOOLEAN"}
    return plain[hint] if hint in plain else plain[get_args(hint)[0]] + "[]"
