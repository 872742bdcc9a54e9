"""The documents that files cite as JSON: ``soat citations --format json``."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Sequence
from typing import Any

from checker import __version__
from checker.citations.provisions import write_provisions
from checker.corpus.cited.citations import FileCitations, Row
from checker.corpus.cited.documents import CitedDocument
from checker.registers.known_documents import KnownDocument
from checker.reporting.citations_csv import iso


def citations_json(
    files: Iterable[FileCitations],
    documents: Sequence[CitedDocument],
    of: dict[Row, CitedDocument],
    lang: str,
) -> str:
    """Return all as one JSON object: ``files`` with their citations, ``documents`` with what is
    told of each, and of these once more, as ``conflicts``, those that are not cited alike. What is
    not known is null; ``known`` is what the register has of a document."""
    told = [_document(document) for document in documents]
    return json.dumps(
        {
            "tool": "soat",
            "version": __version__,
            "files": [_file(file, of, lang) for file in files],
            "documents": told,
            "conflicts": [one for one in told if one["conflicts"]],
        },
        ensure_ascii=False,
        indent=2,
    )


def _file(file: FileCitations, of: dict[Row, CitedDocument], lang: str) -> dict[str, Any]:
    told: dict[str, Any] = {"path": file.path}
    if file.error:
        told["error"] = {"code": file.error.code, "message": file.error.message(lang)}
    else:
        told["legible"] = file.legible
    return told | {"citations": [_row(row, of[row]) for row in file.rows]}


def _row(row: Row, document: CitedDocument) -> dict[str, Any]:
    said = row.said
    return {
        "line": row.line,
        "column": row.column,
        "section": row.section or None,
        "type": said.type or None,
        "name": said.name or None,
        "number": str(said.number) if said.number else None,
        "date": iso(said.date) or None,
        "issuer": said.issuer or None,
        "title": said.title or None,
        "provisions": [write_provisions((one,)) for one in said.provisions],
        "inside": row.inside,
        "amended": row.amended,
        "own": row.own,
        "known": _known(document.known, row.day or datetime.date.today()),
        "conflicts": list(document.conflicts),
    }


def _document(document: CitedDocument) -> dict[str, Any]:
    return {
        "type": document.type or None,
        "name": document.name or None,
        "number": document.number or None,
        "date": iso(document.date) or None,
        "issuer": document.issuer or None,
        "title": document.title or None,
        "files": len(document.files),
        "citations": len(document.rows),
        "known": _known(document.known),
        "conflicts": list(document.conflicts),
        "dates": [
            {"date": iso(day), "places": _places(rows)} for day, rows in document.dates.items()
        ],
        "titles": [
            {"title": title, "places": _places(rows)} for title, rows in document.titles.items()
        ],
        "places": _places(document.rows),
    }


def _places(rows: Iterable[Row]) -> list[dict[str, Any]]:
    return [{"path": row.path, "line": row.line, "column": row.column} for row in rows]


def _known(known: KnownDocument | None, day: datetime.date | None = None) -> dict[str, Any] | None:
    """What the register has; with a ``day``, whether the document was in force on it, null when no
    end is known."""
    if known is None:
        return None
    told: dict[str, Any] = {
        "number": known.number,
        "type": known.type or None,
        "date": known.date.isoformat() if known.date else None,
        "issuer": known.issuer or None,
        "title": known.title or None,
        "until": known.until.isoformat() if known.until else None,
        "replaced_by": known.replaced_by or None,
        "confidence": known.confidence,
    }
    return told | {"in_force": known.in_force(day) if known.until else None} if day else told
