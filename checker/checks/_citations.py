"""Which citations the checks of their wording look at."""

from __future__ import annotations

from collections.abc import Iterator

from checker.citations.citation import Citation
from checker.document import Document
from checker.kinds import KIND_GROUPS


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
