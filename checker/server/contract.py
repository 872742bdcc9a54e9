"""The JSON that the server answers with, as JSON Schemas of an OpenAPI 3.1 description.

``Run`` is what ``soat check --format json`` writes (docs/json.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.finding import LEVELS
from checker.rule import GROUPS, STAGES

Schema = dict[str, Any]

STRING: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer", "minimum": 0}
YES: Schema = {"type": "boolean"}


def ref(name: str) -> Schema:
    """Return a reference to one of the schemas."""
    return {"$ref": f"#/components/schemas/{name}"}


def array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def one_of(values: tuple[str, ...]) -> Schema:
    return {"type": "string", "enum": list(values)}


def keys(required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    """Return the schema of an object with these keys and no other."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


_FINDING: dict[str, Schema] = {
    "rule": STRING,
    "group": one_of(tuple(GROUPS)),
    "severity": one_of(LEVELS),
    "message": STRING,
    **dict.fromkeys(("line", "column", "end_line", "end_column"), NUMBER),
    "section": STRING,
    "text": {**STRING, "description": "What stands at the place; empty where something is missing"},
    "suggestions": array(STRING),
    "basis": {**STRING, "description": "The clause"},
    "related": array(keys({"line": NUMBER, "column": NUMBER})),
    "fingerprint": {**STRING, "pattern": "^[0-9a-f]{32}$"},
}
_PAGE = {"page": NUMBER}
_PARTS = array({"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2})
_REVIEWED: dict[str, Schema] = {
    "number": {**NUMBER, "description": "In the order of the text, from 1"},
    "title": STRING,
    "why": STRING,
    "group_name": STRING,
    "level_name": STRING,
    "where": STRING,
    "quote": {**array(STRING), "description": "Before, words, after", "minItems": 3, "maxItems": 3},
    "times": {**NUMBER, "description": "At how many places it is told at once"},
    "also": {**array(STRING), "description": "The words at its further places"},
    "safe": YES,
    "can_accept": {**YES, "description": "Soát can make the change in a copy"},
}
_ERROR = keys({"code": STRING, "message": STRING})
SCHEMAS: dict[str, Schema] = {
    "Error": keys({"error": _ERROR}),
    "Finding": keys(_FINDING, _PAGE),
    "Suppressed": keys({**_FINDING, "reason": STRING}, _PAGE),
    "Skipped": keys(
        {"groups": array(STRING), "reason": STRING}, {"lines": _PARTS, "pages": _PARTS}
    ),
    "File": keys(
        {
            "path": {**STRING, "description": "The name under which it was sent"},
            "regime": one_of(("state", "party", "normative", "unknown")),
            "type": STRING,
            "locality": STRING,
            "stage": one_of(STAGES),
            "skipped": array(ref("Skipped")),
            "findings": array(ref("Finding")),
        },
        {"suppressed": array(ref("Suppressed")), "left_out": NUMBER, "ocr": YES},
    ),
    "Unread": keys(
        {"path": STRING, "error": _ERROR, "findings": {**array(ref("Finding")), "maxItems": 0}}
    ),
    "Run": keys(
        {
            "tool": {"const": "soat"},
            "version": STRING,
            "files": array({"anyOf": [ref("File"), ref("Unread")]}),
            "corpus": {**array({}), "maxItems": 0},
            "summary": keys(dict.fromkeys(reversed(LEVELS), NUMBER)),
        }
    ),
    "ReviewedFinding": keys({**_FINDING, **_REVIEWED}, _PAGE),
    "Review": {
        "type": "object",
        "properties": {
            "file": ref("File"),
            "format": STRING,
            "understood": STRING,
            "remarks": array(STRING),
            "wrapped": {**YES, "description": "Lines of the text are lines of a printed page"},
            "html": {
                **STRING,
                "description": 'Finding 7 is `<mark data-note="7">`, first with the id `place-7`',
            },
            "annotated_as": one_of(("docx", "pdf", "html")),
            "can_mend": YES,
            "findings": array(ref("ReviewedFinding")),
        },
        "required": [
            *("file", "format", "understood", "remarks", "wrapped", "html"),
            *("annotated_as", "can_mend", "findings"),
        ],
    },
    "Decisions": keys(
        {},
        {
            "accepted": array(
                keys(
                    {
                        "fingerprint": STRING,
                        "suggestion": {"type": "integer", "description": "Its index, from 0"},
                    }
                )
            ),
            "dismissed": array(
                keys({"fingerprint": STRING, "reason": {**STRING, "description": "May be empty"}})
            ),
        },
    ),
    "Settings": keys(
        {
            "version": STRING,
            "upload_bytes": NUMBER,
            "files": NUMBER,
            "locality": STRING,
            "stage": one_of(STAGES),
            "ocr": YES,
        }
    ),
    "Health": keys({"status": one_of(("ok", "starting")), "version": STRING}),
}
