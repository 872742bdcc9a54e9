"""What is said of one file: its findings, what did not run, or why it could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from checker.document import Document
from checker.errors import InputError
from checker.finding import Finding


@dataclass(frozen=True)
class Skipped:
    """Groups of rules that did not run, and why: ``scan``, ``illegible``, ``unknown-regime``,
    ``no-layout`` (or what was lost in reading: ``converted``, ``antiword``), or
    ``illegible-part``: not in ``lines``, first and last of each part, counted from 1, or
    ``scanned-pages``: not on ``pages``, told alike."""

    groups: tuple[str, ...]
    reason: str
    lines: tuple[tuple[int, int], ...] = ()
    pages: tuple[tuple[int, int], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return it in the form of the output contract."""
        told: dict[str, Any] = {"groups": list(self.groups), "reason": self.reason}
        for name, parts in (("lines", self.lines), ("pages", self.pages)):
            if parts:
                told[name] = [list(part) for part in parts]
        return told


@dataclass(frozen=True)
class FileReport:
    """What is said of one file; ``error`` when it could not be read."""

    path: str
    stage: str
    document: Document | None = field(default=None, repr=False)
    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    error: InputError | None = None

    def as_json(self, lang: str) -> dict[str, Any]:
        """Return the report in the form of the output contract."""
        if self.error or self.document is None:
            error = self.error
            reason = {"code": error.code, "message": error.message(lang)} if error else {}
            return {"path": self.path, "error": reason, "findings": []}
        document = self.document
        told = {
            "path": self.path,
            "regime": document.regime,
            "type": (document.type.state or document.type.party) if document.type else "",
            "locality": document.locality.full,
            "stage": self.stage,
            "skipped": [skipped.as_json() for skipped in self.skipped],
            "findings": [finding.as_json() for finding in self.findings],
        }
        return told | {"ocr": True} if document.source.ocr else told


def parts_of(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return ascending numbers as parts without gaps, first and last of each."""
    parts: list[tuple[int, int]] = []
    for number in numbers:
        first = parts.pop()[0] if parts and parts[-1][1] == number - 1 else number
        parts.append((first, number))
    return tuple(parts)
