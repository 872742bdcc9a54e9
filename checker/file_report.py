"""What is said of one file: its findings, what did not run, or why it could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.errors import InputError
from checker.finding import Finding

if TYPE_CHECKING:
    from checker.document import Document


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
class About:
    """What a document was understood to be: ``regime`` is state, party, normative or unknown,
    ``type`` the code of its type (KH), ``locality`` its own place with the province; ``ocr`` tells
    that its text was recognised from a scan; ``format`` is that of the file as in ``Source``,
    ``layout`` whether it tells how the text is set."""

    regime: str = "unknown"
    type: str = ""
    type_name: str = ""
    locality: str = ""
    ocr: bool = False
    format: str = "text"
    layout: bool = False


@dataclass(frozen=True)
class FileReport:
    """What is said of one file; ``error`` when it could not be read.

    ``findings`` are those to be told. Not told are those ``suppressed`` in the document itself and,
    where there is a baseline, those ``unchanged`` since; ``absent`` are findings of the baseline
    that are no more, without a place; ``left_out`` is how many more there are than were asked for.
    ``fail_on`` is the level from which a finding makes the command fail (or never). ``document`` is
    there where it has just been checked in this process.
    """

    path: str
    stage: str
    about: About = About()
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    unchanged: tuple[Finding, ...] = ()
    absent: tuple[Finding, ...] = ()
    left_out: int = 0
    skipped: tuple[Skipped, ...] = ()
    error: InputError | None = None
    fail_on: str = "error"
    document: Document | None = field(default=None, repr=False, compare=False)

    def as_json(self, lang: str) -> dict[str, Any]:
        """Return the report in the form of the output contract."""
        if self.error:
            reason = {"code": self.error.code, "message": self.error.message(lang)}
            return {"path": self.path, "error": reason, "findings": []}
        told: dict[str, Any] = {
            "path": self.path,
            "regime": self.about.regime,
            "type": self.about.type,
            "locality": self.about.locality,
            "stage": self.stage,
            "skipped": [skipped.as_json() for skipped in self.skipped],
            "findings": [finding.as_json() for finding in self.findings],
        }
        if self.suppressed:
            told["suppressed"] = [
                finding.as_json() | {"reason": finding.reason} for finding in self.suppressed
            ]
        if self.left_out:
            told["left_out"] = self.left_out
        return told | {"ocr": True} if self.about.ocr else told


def parts_of(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Return ascending numbers as parts without gaps, first and last of each."""
    parts: list[tuple[int, int]] = []
    for number in numbers:
        first = parts.pop()[0] if parts and parts[-1][1] == number - 1 else number
        parts.append((first, number))
    return tuple(parts)


def about(document: Document) -> About:
    """Return what a document was understood to be."""
    type_ = document.type
    return About(
        document.regime,
        (type_.state or type_.party) if type_ else "",
        type_.name if type_ else "",
        document.locality.full,
        document.source.ocr,
        document.source.format,
        document.source.layout is not None,
    )
