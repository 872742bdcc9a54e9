"""What a check states, and what a user is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Setting = float | bool | str
LEVELS = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Fact:
    """What a check found, as offsets in ``Document.text``: an empty span is the place where
    something is missing. ``values`` fill the placeholders of the rule's message; ``related`` are
    spans that the fact rests on. ``setting`` is how the words and all related spans should be set:
    fields of ``Format``, ``ParagraphFormat`` or ``Page`` with their values. ``raw`` is the place in
    ``Source.raw`` of what is not in the document's text (a comment)."""

    start: int
    end: int
    values: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    related: tuple[tuple[int, int], ...] = ()
    setting: Mapping[str, Setting] = field(default_factory=dict)
    raw: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text as read; line and column count from 1, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Quote(NamedTuple):
    """``words`` that a finding is about, with some of those around them, as they are shown."""

    before: str
    words: str
    after: str


NO_QUOTE = Quote("", "", "")


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact with its rule's level and words. ``text`` is exactly what stands at ``place``;
    ``start`` and ``end`` are offsets in ``Document.text``, ``related_spans`` those of ``related``.
    ``times`` is at how many places it is told at once. ``page`` is that of the file, from 1, or 0
    where it has none. ``safe`` tells that the first suggestion may be written without asking;
    ``setting`` is that of the fact.

    ``quote`` is empty where something is missing. ``identity`` are the words by which the finding
    is known again in another state of the document (empty where it is told once of the whole).
    ``fingerprint`` is the same where the same words are found in the same section again, 32
    hexadecimal digits. ``reason`` tells why it is suppressed."""

    rule: str
    level: str
    message: str
    place: Place
    section: str
    text: str
    suggestions: tuple[str, ...]
    basis: str
    related: tuple[Place, ...]
    start: int
    end: int
    times: int = 1
    page: int = 0
    related_spans: tuple[tuple[int, int], ...] = ()
    safe: bool = False
    setting: Mapping[str, Setting] = field(default_factory=dict)
    quote: Quote = NO_QUOTE
    identity: str = ""
    fingerprint: str = ""
    reason: str = ""

    @property
    def group(self) -> str:
        return self.rule.partition("/")[0]

    def as_json(self) -> dict[str, Any]:
        """Return the finding in the form of the output contract."""
        told: dict[str, Any] = {
            "rule": self.rule,
            "group": self.group,
            "severity": self.level,
            "message": self.message,
            "line": self.place.line,
            "column": self.place.column,
            "end_line": self.place.end_line,
            "end_column": self.place.end_column,
            "section": self.section,
            "text": self.text,
            "suggestions": list(self.suggestions),
            "basis": self.basis,
            "related": [{"line": place.line, "column": place.column} for place in self.related],
            "fingerprint": self.fingerprint,
        }
        return told | {"page": self.page} if self.page else told
