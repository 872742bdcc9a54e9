"""An audit as JSON: the output contract (docs/json.md), and what only a comparison has."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from checker import __version__
from checker.corpus.auditing.audit import Audit
from checker.corpus.records import DocumentRecord, Spot
from checker.corpus.superior.coverage import Cover
from checker.file_report import FileReport
from checker.reporting.audit.overview import LEVELS_DOWN, Overview, overview_of, standing
from checker.reporting.sound_text import encoded


def render(audit: Audit) -> bytes:
    return b"".join(chunks(audit))


def chunks(audit: Audit) -> Iterator[bytes]:
    """Yield the object piece by piece, a document at a time, so that no more than one is held."""
    overview = overview_of(audit)
    yield b'{\n  "tool": "soat",\n  "version": ' + _value(__version__) + b",\n"
    yield from _list("files", (_file(audit, *one) for one in audit.reports()))
    above = ((doc, audit.report(doc)) for doc in audit.corpus.superiors)
    yield from _list("superiors", (_file(audit, *one) for one in above))
    yield from _list("corpus", (one.as_json() for one in audit.findings if not one.reason))
    yield from _list("suppressed", (one.as_json() for one in audit.findings if one.reason))
    yield from _list("pairs", _pairs(overview))
    yield from _list("clusters", ([_path(audit, doc) for doc in one] for one in overview.clusters))
    yield from _list("requirements", _requirements(overview))
    yield from _list("coverage", _coverage(overview))
    yield from _list("expected", _expected(overview))
    summary = {level: overview.of_level(level) for level in LEVELS_DOWN}
    yield b'  "summary": ' + _value(summary) + b"\n}\n"


def _list(name: str, values: Iterable[Any]) -> Iterator[bytes]:
    """Yield a list of the object, a value on each line."""
    yield b"  " + _value(name) + b": ["
    before = b"\n"
    for value in values:
        yield before + b"    " + _value(value)
        before = b",\n"
    yield b"],\n" if before == b"\n" else b"\n  ],\n"


def _value(value: Any) -> bytes:
    return encoded(json.dumps(value, ensure_ascii=False))


def _file(audit: Audit, doc: int, report: FileReport) -> dict[str, Any]:
    return report.as_json(audit.lang) | {"document": _document(audit.corpus.documents[doc])}


def _document(one: DocumentRecord) -> dict[str, Any]:
    return {
        "number": one.number,
        "day": one.day,
        "title": one.title,
        "office": one.office_name,
        "locality": one.locality,
        "province": one.province,
        "post": one.post,
        "signer": one.signer,
        "legible": one.legible,
    }


def _path(audit: Audit, doc: int) -> str:
    return audit.corpus.documents[doc].path


def _pairs(overview: Overview) -> Iterator[dict[str, Any]]:
    for pair in overview.pairs:
        yield {
            "first": _path(overview.audit, pair.first),
            "second": _path(overview.audit, pair.second),
            "similarity": round(pair.similarity, 4),
        }


def _requirements(overview: Overview) -> Iterator[dict[str, Any]]:
    for one in overview.coverage.requirements:
        yield {"path": _path(overview.audit, one.doc), "title": one.title, **_spot(one.spot)}


def _coverage(overview: Overview) -> Iterator[dict[str, Any]]:
    """A row for each plan: what became of each requirement, or why the plan was left out."""
    found = overview.coverage
    for doc in sorted({*found.covers, *found.left_out}):
        row: dict[str, Any] = {"path": _path(overview.audit, doc)}
        if doc in found.left_out:
            row["left_out"] = found.left_out[doc]
        else:
            row["covers"] = [_cover(cover) for cover in found.covers[doc]]
        yield row


def _cover(cover: Cover) -> dict[str, Any]:
    return {"state": cover.state, "places": [_spot(spot) for spot in cover.spots]}


def _spot(spot: Spot) -> dict[str, Any]:
    return {
        "line": spot.line,
        "column": spot.column,
        "section": spot.section,
        "text": spot.words,
    }


def _expected(overview: Overview) -> Iterator[dict[str, Any]]:
    for one in overview.expected:
        yield {
            "name": one.name,
            "state": standing(one),
            "paths": [_path(overview.audit, doc) for doc in one.docs],
            "late": [_path(overview.audit, doc) for doc in one.late],
        }
