"""Types of documents and the codes in their numbers (document-types.yml)."""

from __future__ import annotations

from dataclasses import dataclass

from checker.data import load_yaml
from checker.registers import FOLDER


@dataclass(frozen=True, slots=True)
class DocumentType:
    """``state`` and ``party`` are the codes in numbers of either regime, empty when it has none."""

    name: str
    state: str = ""
    party: str = ""
    normative: bool = False


def load_document_types() -> tuple[DocumentType, ...]:
    """Return all known types."""
    return tuple(DocumentType(**entry) for entry in load_yaml(FOLDER / "document-types.yml"))
