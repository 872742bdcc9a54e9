"""What a rule is, and whether it is for a document."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Protocol

from checker.decoding import Keys, OneOf
from checker.document import Document
from checker.finding import LEVELS, Fact

GROUPS = [
    "structure",
    "header",
    "signature",
    "recipients",
    "locality",
    "units",
    "assignment",
    "citation",
    "numbering",
    "dates",
    "spelling",
    "typography",
    "capitalization",
    "layout",
    "hygiene",
    "amounts",
    "corpus",
]
REGIMES = ("state", "party")
STAGES = ("draft", "issued")
BASES = ("state", "party", "party-2018")
PARTY_CHANGE = datetime.date(2026, 5, 27)  # Hướng dẫn 05-HD/VPTW replaces 36-HD/VPTW


Words = Annotated[dict[str, str], Keys(("vi", "en"))]
Level = Annotated[str, OneOf(LEVELS)]


class Check(Protocol):
    """One kind of check with its data from a rule file; a module of checker/checks/ each. One that
    compares documents, of checker/corpus/checks/, has ``compare`` instead of ``facts``. One that
    needs no more of a document than a paragraph has ``local`` (true)."""

    VALUES: tuple[str, ...]

    def facts(self, document: Document, context: Any) -> Iterator[Fact]: ...

    def compare(self, corpus: Any, surroundings: Any) -> Iterator[Any]: ...


@dataclass(frozen=True)
class Common:
    """The keys that all rule files share; the others belong to the kind of check.

    ``since`` and ``until`` are compared with the document's date, the latter exclusive. ``types``
    are codes of document types (KH, QĐ …), ``named`` (any document with a type line) or ``letter``
    (công văn). ``once`` makes one finding of all, told at the first place.
    ``fix: safe`` grades the rule's suggestion as one to write without asking.
    ``guess`` marks a rule with weak evidence, which runs only when guesses are asked for.
    ``illegible`` rules run on damaged text too, only ``scan`` rules on pictures of pages.
    ``aliases`` are ids that the rule had before.
    """

    title: Words
    level: Level | Annotated[dict[str, Level], Keys(STAGES)]
    basis: str | Annotated[dict[str, str], Keys((), BASES)]
    why: str
    message: Words
    check: str
    regimes: tuple[Annotated[str, OneOf(REGIMES)], ...] = ()
    stages: tuple[Annotated[str, OneOf(STAGES)], ...] = STAGES
    since: datetime.date | None = None
    until: datetime.date | None = None
    types: tuple[str, ...] = ()
    once: bool = False
    fix: Annotated[str, OneOf(("", "safe"))] = ""
    guess: bool = False
    illegible: bool = False
    scan: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """A rule ready to run. ``examples`` are as in the file; ``path`` is the file."""

    id: str
    path: Path
    common: Common
    check: Check
    examples: tuple[Mapping[str, Any], ...] = field(repr=False)

    @property
    def group(self) -> str:
        return self.id.partition("/")[0]

    @property
    def compares(self) -> bool:
        """Tell whether the rule is about several documents, which only ``soat audit`` has."""
        return hasattr(self.check, "compare")

    @property
    def local(self) -> bool:
        """Tell whether a paragraph that comes without its document is enough: what the rule finds
        in it, it finds there in the document, too."""
        return getattr(self.check, "local", False) and not self.common.types

    def level(self, stage: str) -> str:
        level = self.common.level
        return level if isinstance(level, str) else level[stage]

    def basis(self, document: Document) -> str:
        """Return the clause that the rule rests on, by the document's regime and date."""
        basis = self.common.basis
        if isinstance(basis, str):
            return basis
        if document.regime == "party":
            old = document.date is not None and document.date < PARTY_CHANGE
            return basis.get("party-2018" if old else "party", basis.get("party", ""))
        return basis.get("state", "")

    def all_bases(self) -> str:
        basis = self.common.basis
        return basis if isinstance(basis, str) else "; ".join(dict.fromkeys(basis.values()))

    def applies(self, document: Document, stage: str) -> bool:
        """Tell whether the rule is for a document of this regime, date and stage."""
        common = self.common
        if stage not in common.stages:
            return False
        if common.regimes and document.regime not in common.regimes:
            return False
        if not self.fits_type(document):
            return False
        date = document.date
        if date is None:
            # an undated document is written under the law of today
            return common.until is None
        return (common.since is None or common.since <= date) and (
            common.until is None or date < common.until
        )

    def fits_type(self, document: Document) -> bool:
        """Tell whether the rule is for documents of this type."""
        if not self.common.types:
            return True
        if not document.type_line:
            letter = bool(document.header.addressee or document.title)
            return letter and "letter" in self.common.types
        type_ = document.type
        codes = {type_.state, type_.party} - {""} if type_ else set()
        return "named" in self.common.types or bool(codes & set(self.common.types))
