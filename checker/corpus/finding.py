"""What a comparison of documents states, and what a user is told."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from checker.corpus.records import TOP, Spot

NOWHERE = -1  # the document of what is told of a document that is not there


class At(NamedTuple):
    """Words in a document of the corpus, by its index."""

    doc: int
    spot: Spot = TOP


@dataclass(frozen=True, slots=True)
class CorpusFact:
    """What a comparison found: the words that are told of, and those in other documents that they
    do not agree with. ``values`` fill the placeholders of the rule's message."""

    at: At
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[At, ...] = ()
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """A place in another document that a finding rests on, or in the same."""

    path: str
    spot: Spot

    def as_json(self) -> dict[str, Any]:
        spot = self.spot
        return {
            "path": self.path,
            "line": spot.line,
            "column": spot.column,
            "section": spot.section,
            "text": spot.words,
        }


@dataclass(frozen=True, slots=True)
class CorpusFinding:
    """A finding that belongs to several documents: told of the one at ``path`` (empty where it is
    of one that is not there), ``related`` are the places in the others. ``doc`` is its index in the
    corpus, ``fingerprint`` is the same where the same is told again, 32 hexadecimal digits.
    ``reason`` tells why it is suppressed in the document, empty where it is not."""

    rule: str
    level: str
    message: str
    doc: int
    path: str
    spot: Spot
    suggestions: tuple[str, ...]
    basis: str
    related: tuple[Related, ...]
    reason: str = ""

    @property
    def group(self) -> str:
        return self.rule.partition("/")[0]

    @property
    def fingerprint(self) -> str:
        others = (f"{one.path}:{one.spot.words}" for one in self.related)
        told = (self.rule, self.path, self.spot.section, self.spot.words, self.message, *others)
        return hashlib.sha256("\0".join(told).encode("utf-8", "surrogateescape")).hexdigest()[:32]

    def as_json(self) -> dict[str, Any]:
        """Return the finding in the form of the output contract."""
        spot = self.spot
        told: dict[str, Any] = {
            "rule": self.rule,
            "group": self.group,
            "severity": self.level,
            "message": self.message,
            "path": self.path,
            "line": spot.line,
            "column": spot.column,
            "end_line": spot.end_line,
            "end_column": spot.end_column,
            "section": spot.section,
            "text": spot.words,
            "suggestions": list(self.suggestions),
            "basis": self.basis,
            "related": [one.as_json() for one in self.related],
            "fingerprint": self.fingerprint,
        }
        return told | {"reason": self.reason} if self.reason else told
