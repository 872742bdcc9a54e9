"""What the checks of citations share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol

from checker.citations.citation import Citation
from checker.document import Document
from checker.kinds import KIND_GROUPS

LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


class _WithValues(Protocol):
    VALUES: ClassVar[tuple[str, ...]]


def values_of(check: _WithValues | type[_WithValues], **told: str) -> dict[str, str]:
    """Return the placeholders of a check's messages, those that are not told empty."""
    return dict.fromkeys(check.VALUES, "") | told


def cited_in_prose(document: Document) -> Iterator[Citation]:
    """Yield the numbered documents that bases and body cite, in order: not those in the title,
    in tables, Nơi nhận and appendices, not the document itself, and none with a blank number."""
    own = document.header.number
    end = document.appendices[0].start if document.appendices else len(document.text)
    for one in document.citations:
        if one.start >= end:
            return
        number = one.number
        if number is None or not number.figure:
            continue
        line = document.line_at(one.start)
        if line.kind not in KIND_GROUPS["PROSE"] or line.cell is not None:
            continue
        same = (number.figure, number.code, number.issuer)
        if same != (own.figure, own.type_code, own.issuer_code):
            yield one
