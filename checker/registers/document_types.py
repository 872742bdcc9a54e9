"""Types of documents and the codes in their numbers (document-types.yml)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class DocumentType:
    """``state`` and ``party`` are the codes in numbers of either regime, empty when it has none."""

    name: str
    state: str = ""
    party: str = ""
    normative: bool = False


def make_document_types(raw: list[dict[str, Any]]) -> tuple[DocumentType, ...]:
    """Make the register of document-types.yml."""
    return tuple(DocumentType(**entry) for entry in raw)
