"""The types under which a number may be cited."""

from __future__ import annotations

from checker.citations.number import DocumentNumber
from checker.data import load_yaml
from checker.registers import FOLDER
from checker.registers.document_types import DocumentType, make_document_types
from checker.registers.issuers import Issuers

_TYPES = FOLDER / "document-types.yml"


def types_with(number: DocumentNumber, issuers: Issuers) -> tuple[str, ...]:
    """Return the types whose documents have this number: by the code of the Party, for what a
    decision of the state issues is cited by its number as well, or what the issuer passes."""
    if number.code:
        party = issuers.regime(number.issuer) == "party"
        return tuple(one.name for one in _types() if party and number.code == one.party)
    issuer = issuers.of(number.issuer)
    return issuer.acts if issuer else ()


def types_of(code: str) -> tuple[str, ...]:
    """Return the types that are cited under a code."""
    return tuple(one.name for one in _types() if code in one.codes)


def _types() -> tuple[DocumentType, ...]:
    return make_document_types(load_yaml([_TYPES], None)[_TYPES])
