"""The description of the JSON API (OpenAPI 3.1), made of what the program knows."""

from __future__ import annotations

from typing import Any

from checker import __version__
from checker.phrases import PHRASES
from checker.rule import STAGES
from checker.server.answers import RETRY, STATUS, UNREADABLE
from checker.server.contract import SCHEMAS, STRING, Schema, array, keys, one_of, ref
from checker.server.downloads import COPIES, REPORTS
from checker.server.forms import LANGUAGES
from checker.server.limits import Limits

_JSON = "application/json"
_FORM = "multipart/form-data"
_ANYBODY: list[dict[str, list[str]]] = [{}]
_COUNT = {"schema": {"type": "integer"}}
_ASKED: dict[str, Schema] = {
    "lang": {**one_of(LANGUAGES), "default": LANGUAGES[0]},
    "stage": {**one_of(STAGES), "description": "Empty: that of the server's soat.yml"},
    "locality": {
        **STRING,
        "description": "The own place with its level and province; empty: Soát infers it",
        "examples": ["phường Nhị Chiểu, thành phố Hải Phòng"],
    },
    "guesses": {**one_of(("", "1")), "description": "1: also rules with weak evidence"},
    "ocr": {**one_of(("", "1")), "description": "1: read scans, where the server can"},
}
_FILE: Schema = {"description": "A document", "contentMediaType": "application/octet-stream"}


def make_description(limits: Limits) -> dict[str, Any]:
    """Return the description of the API of a server with these limits."""
    files = {"file": {**array(_FILE), "minItems": 1, "maxItems": limits.files}}
    all_decisions = {**array(ref("Decisions")), "description": "For each file, in their order"}
    decided = {"decisions": ref("Decisions")}
    reports = {"form": {**one_of(tuple(REPORTS)), "default": "html"}, "decisions": all_decisions}
    report_types = sorted({media_type for _, media_type in REPORTS.values()})
    copies = sorted({*COPIES.values(), "text/plain; charset=utf-8"})
    query = {
        "name": "q",
        "in": "query",
        "required": True,
        "schema": STRING,
        "description": "Words of the name, with or without diacritics",
    }
    localities = keys({"localities": array(STRING)})
    paths = {
        "/api/check": _post(
            "The report on files, as `soat check --format json` writes it", files, _in("Run")
        ),
        "/api/report": _post(
            "The report on files to keep: a page, a workbook …",
            {**files, **reports},
            _download("A report", report_types),
        ),
        "/api/review": _post(
            "One file: its text with marks, and what is said of it", {"file": _FILE}, _in("Review")
        ),
        "/api/annotate": _post(
            "A copy of one file with the findings in it, as comments or highlights, or a page",
            {"file": _FILE, **decided},
            _copy(copies),
        ),
        "/api/fix": _post(
            "A copy of one file with the accepted changes, in Word as tracked changes",
            {"file": _FILE, **decided},
            _copy(copies),
        ),
        "/api/localities": _get("Places of today, at most 12", _content(localities), [query]),
        "/api/settings": _get("What the server takes on", _in("Settings")),
        "/api/health": _get("Whether jobs are done", _in("Health"), open_=True, also=_starting()),
        "/api/openapi.json": _get("This description", _content({"type": "object"}), open_=True),
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Soát",
            "version": __version__,
            "description": "Checks Vietnamese administrative documents. Nothing sent is kept.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "security": [{"token": []}, {"cookie": []}, {}],
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "soat"},
            },
        },
    }


def _post(summary: str, fields: dict[str, Schema], done: Schema) -> Schema:
    schema = keys({"file": fields["file"]}, {**fields, **_ASKED})
    encoding = {"decisions": {"contentType": _JSON}} if "decisions" in fields else {}
    body = {"schema": schema} | ({"encoding": encoding} if encoding else {})
    return {
        "post": {
            "summary": summary,
            "parameters": [_lang()],
            "requestBody": {"required": True, "content": {_FORM: body}},
            "responses": {"200": done, **_errors(range(400, 600))},
        }
    }


def _get(
    summary: str,
    done: Schema,
    parameters: list[Schema] | None = None,
    *,
    open_: bool = False,
    also: dict[str, Schema] | None = None,
) -> Schema:
    told: Schema = {
        "summary": summary,
        "parameters": [*(parameters or []), _lang()],
        "responses": {"200": done, **_errors((401, 421, 429)), **(also or {})},
    }
    return {"get": told | ({"security": _ANYBODY} if open_ else {})}


def _lang() -> Schema:
    told = "The language of errors; else that of Accept-Language"
    return {"name": "lang", "in": "query", "schema": one_of(LANGUAGES), "description": told}


def _in(name: str) -> Schema:
    return _content(ref(name))


def _content(schema: Schema) -> Schema:
    return {"description": "Done", "content": {_JSON: {"schema": schema}}}


def _starting() -> dict[str, Schema]:
    return {"503": _in("Health") | {"description": "No worker process runs"}}


def _download(description: str, media_types: list[str]) -> Schema:
    content: Schema = {one: {} for one in media_types}
    headers = {"Content-Disposition": {"schema": STRING}}
    return {"description": description, "headers": headers, "content": content}


def _copy(media_types: list[str]) -> Schema:
    copy = _download("The copy", media_types)
    made = {"description": "How many findings were written, or changes made", **_COUNT}
    left = {"description": "How many accepted changes could not be made", **_COUNT}
    return copy | {"headers": {**copy["headers"], "X-Soat-Made": made, "X-Soat-Left": left}}


def _errors(statuses: Any) -> dict[str, Schema]:
    """The errors with these statuses, each with its codes and what they say."""
    again = {STATUS[code] for code in RETRY}
    told: dict[int, list[str]] = {UNREADABLE: ["any other code: what is wrong with the file"]}
    for code, status in STATUS.items():
        told.setdefault(status, []).append(f"`{code}`: {PHRASES[code]['en']}")
    return {
        str(status): {
            "description": "\n\n".join(told[status]),
            "content": {_JSON: {"schema": ref("Error")}},
        }
        | ({"headers": {"Retry-After": _COUNT}} if status in again else {})
        for status in sorted(told)
        if status in statuses and status != 499
    }
