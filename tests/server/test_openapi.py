"""The description of the API: every address is in it, and every answer fits it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from checker.office import Office
from checker.parsing import Grammar
from checker.reporting.formats import FORMATS, TERMINAL
from checker.server.answers import STATUS
from checker.server.api import Api
from checker.server.bench import Bench
from checker.server.crew import Crew
from checker.server.localities import Localities
from checker.server.openapi import make_description
from tests.conftest import FIXTURES, seed
from tests.server.conftest import LIMITS

TEXT = seed("nhi-chieu").encode()
FILES = {
    "a.txt": TEXT,
    "a.docx": (FIXTURES / "formats" / "nhi-chieu.docx").read_bytes(),
    "a.pdf": (FIXTURES / "formats" / "nhi-chieu.pdf").read_bytes(),
    "scan.pdf": (FIXTURES / "formats" / "scan.pdf").read_bytes(),
    "b.txt": TEXT.replace(b"OCOOP", "OCOOP <!-- soat: ignore spelling tên riêng -->".encode()),
    "broken.docx": b"PK\3\4",
}


@pytest.fixture(scope="module")
def description(client: TestClient) -> Any:
    answer = client.get("/api/openapi.json")
    assert answer.status_code == 200
    return answer.json()


def fits(description: Any, path: str, method: str, answer: Any) -> None:
    """Require that the answer is one of those that the description tells."""
    responses = description["paths"][path][method]["responses"]
    told = responses[str(answer.status_code)]
    kind = answer.headers["content-type"]
    content = {key.replace(" ", ""): value for key, value in told["content"].items()}
    plain = kind.partition(";")[0]
    schema = content.get(kind.replace(" ", ""), content.get(plain))
    assert schema is not None, (path, kind)
    if plain == "application/json" and "schema" in schema:
        whole = {**schema["schema"], "components": description["components"]}
        Draft202012Validator(whole).validate(answer.json())


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield inner
            else:
                yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def test_every_address_is_described(grammar: Grammar) -> None:
    described = {
        (path, method.upper())
        for path, methods in make_description(LIMITS)["paths"].items()
        for method in methods
    }
    api = Api(Crew(Bench, LIMITS), Localities(grammar.gazetteer), Office(), "draft", ocr=False)
    assert described == {
        (route.path, (route.methods or set()).difference(["HEAD"]).pop()) for route in api.routes()
    }


def test_every_reference_leads_somewhere_and_every_schema_is_one() -> None:
    description = make_description(LIMITS)
    schemas = description["components"]["schemas"]
    assert {one.rpartition("/")[2] for one in references(description)} == set(schemas)
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    json.dumps(description)


def test_every_status_is_described() -> None:
    responses = make_description(LIMITS)["paths"]["/api/check"]["post"]["responses"]
    assert {int(one) for one in responses} == {200, 422, *STATUS.values()} - {499}
    assert responses["503"]["headers"] and responses["429"]["headers"]


@pytest.mark.parametrize("path", ["health", "settings", "localities?q=a", "openapi.json"])
def test_what_is_asked_fits(client: TestClient, description: Any, path: str) -> None:
    answer = client.get(f"/api/{path}")
    assert answer.status_code == 200
    fits(description, f"/api/{path.partition('?')[0]}", "get", answer)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("path", ["review", "annotate", "fix"])
def test_what_is_done_fits(client: TestClient, description: Any, path: str, name: str) -> None:
    answer = client.post(f"/api/{path}", files={"file": (name, FILES[name])})
    assert answer.status_code in (200, 422)
    fits(description, f"/api/{path}", "post", answer)


def test_a_run_fits(client: TestClient, description: Any) -> None:
    for names in (["a.docx", "scan.pdf", "broken.docx"], ["a.pdf", "b.txt"]):
        files = [("file", (name, FILES[name])) for name in names]
        answer = client.post("/api/check", files=files)
        assert answer.status_code == 200
        fits(description, "/api/check", "post", answer)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != TERMINAL])
def test_every_form_of_report_fits(client: TestClient, description: Any, form: str) -> None:
    answer = client.post("/api/report", files={"file": ("a.txt", b"OCOOP")}, data={"form": form})
    assert answer.status_code == 200
    fits(description, "/api/report", "post", answer)


def test_errors_fit(client: TestClient, description: Any) -> None:
    for given in ({}, {"files": {"file": ("a.txt", b"a" * (LIMITS.upload + 1))}}):
        answer = client.post("/api/check", **given)  # type: ignore[arg-type]
        assert answer.status_code >= 400
        fits(description, "/api/check", "post", answer)
