"""A parsed document as JSON: ``soat parse --format json``."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, TextIO

from checker.document import Document, Field, Section
from checker.text.part import Part


def write_outline(document: Document, out: TextIO) -> None:
    """Write the parts of a document; a missing part is null."""
    json.dump(outline(document), out, ensure_ascii=False, indent=2)
    out.write("\n")


def outline(document: Document) -> dict[str, Any]:
    """Return the parts of a document as plain data, places as lines of the text as read."""
    header, signature = document.header, document.signature
    units = Counter(unit.mention.text for unit in document.units)
    return {
        "path": document.source.path,
        "regime": document.regime,
        "type": document.type.name if document.type else None,
        "locality": document.locality.full or None,
        "legible": document.legible,
        "header": {
            "party_name": _part(document, header.party_name),
            "nation": _part(document, header.nation),
            "motto": _part(document, header.motto),
            "superior": _part(document, header.superior),
            "issuer": _part(document, header.issuer),
            "number": _part(document, header.number),
            "place_date": _part(document, header.place_date),
        },
        "title": _part(document, document.title),
        "bases": [_part(document, part) for part in document.bases],
        "opening": [_part(document, part) for part in document.opening],
        "body": [_child(document, child) for child in document.body],
        "closing": _part(document, document.closing),
        "recipients": [_part(document, part) for part in document.recipients.items],
        "signature": {
            "authority": [_part(document, part) for part in signature.authority],
            "role": _part(document, signature.role),
            "name": _part(document, signature.name),
        },
        "appendices": [
            {
                "heading": _part(document, appendix.heading),
                "body": [_child(document, child) for child in appendix.children],
            }
            for appendix in document.appendices
        ],
        "tasks": [
            {
                "path": task.path,
                "form": task.form,
                "title": task.title.text,
                "lead": task.lead.text or None,
                "support": task.support.text or None,
                "time": task.time.text or None,
            }
            for task in document.tasks
        ],
        "units": dict(units.most_common()),
    }


def _part(document: Document, part: Part) -> dict[str, Any] | None:
    if not part:
        return None
    start, _ = document.view.raw_span(part.start, part.end)
    return {"text": part.text, "line": document.source.position(start)[0]}


def _child(document: Document, child: Section | Field | Part) -> dict[str, Any]:
    if isinstance(child, Part):
        return {"level": "text", **(_part(document, child) or {})}
    told: dict[str, Any]
    if isinstance(child, Field):
        told = {
            "level": "field",
            "role": child.role,
            "label": child.label.text,
            "text": child.value.text,
        }
    else:
        told = {
            "level": child.level,
            "path": child.path,
            "marker": child.marker,
            "text": child.heading.text,
        }
    told["line"] = document.source.position(document.view.raw_span(child.start, child.end)[0])[0]
    if child.children:
        told["children"] = [_child(document, inner) for inner in child.children]
    return told
