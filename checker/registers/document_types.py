"""Types of documents and the codes in their numbers (document-types.yml)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class DocumentType:
    """``state`` and ``party`` are the codes in numbers of either regime, empty when it has none;
    ``cited`` are others under which documents of the type are cited; ``titled`` is false for a type
    that no document bears above its title."""

    name: str
    state: str = ""
    party: str = ""
    normative: bool = False
    cited: tuple[str, ...] = ()
    titled: bool = True

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes, those of the regimes first."""
        return tuple(code for code in (self.state, self.party, *self.cited) if code)


def make_document_types(raw: list[dict[str, Any]]) -> tuple[DocumentType, ...]:
    """Make the register of document-types.yml."""
    return tuple(DocumentType(**{**entry, "cited": tuple(entry.get("cited", ()))}) for entry in raw)
