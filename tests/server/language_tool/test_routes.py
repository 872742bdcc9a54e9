"""The addresses, asked by a client without a network."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from checker.errors import InputError, SoatError
from checker.server.access import Access
from checker.server.bench import Bench
from checker.server.crew import ServerError
from checker.server.language_tool.routes import PATHS, routes

TEXT = "Các sản phẩm OCOOP tiêu biểu của phường"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class _Here:
    """A crew that works in this process."""

    def __init__(self, bench: Bench, error: SoatError | None = None) -> None:
        self.bench = bench
        self.error = error

    async def do(self, job: Any, seconds: float | None = None) -> Any:
        assert seconds and seconds < 10, "LibreOffice waits for ten seconds"
        if self.error:
            raise self.error
        return job.do(self.bench)


def _client(crew: Any, token: str = "", **options: Any) -> TestClient:
    return TestClient(Starlette(routes=routes(crew, Access(token=token), **options)))


@pytest.fixture(scope="module")
def client(bench: Bench) -> TestClient:
    return _client(_Here(bench))


@pytest.mark.parametrize("base", ["/v2", ""])
def test_check_is_answered_with_and_without_v2(client: TestClient, base: str):
    raw = f"text={TEXT}&language=vi-VN".encode()
    for answer in (
        client.post(f"{base}/check", content=raw, headers=FORM),
        client.post(f"{base}/check", data={"text": TEXT, "language": "vi"}),
        client.get(f"{base}/check", params={"text": TEXT, "language": "auto"}),
    ):
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/json"
        (match,) = answer.json()["matches"]
        assert (match["offset"], match["length"]) == (TEXT.index("OCOOP"), 5)


@pytest.mark.parametrize("base", ["/v2", ""])
def test_clients_learn_languages_and_version(client: TestClient, base: str):
    (language,) = client.get(f"{base}/languages").json()
    assert language == {"name": "Tiếng Việt", "code": "vi", "longCode": "vi-VN"}
    assert client.get(f"{base}/info").json()["software"]["apiVersion"] == 1
    assert client.get(f"{base}/healthcheck").text == "OK"


def test_the_paths_are_those_of_the_routes(bench: Bench):
    assert {route.path for route in routes(_Here(bench), Access())} == PATHS  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("text=a&data={}&language=vi", "Error: Set only 'text' or 'data' parameter, not both"),
        ("language=vi", "Error: Missing 'text' or 'data' parameter"),
        ("text=a", "Error: Missing 'language' parameter"),
        ("text=a&language=xx", "Error: 'xx' is not a language code known to Soát."),
    ],
)
def test_errors_are_in_the_words_of_languagetool(client: TestClient, body: str, words: str):
    answer = client.post("/v2/check", content=body, headers=FORM)
    assert answer.status_code == 400
    assert answer.text.startswith(words)


def test_other_pages_are_not_let_in(client: TestClient):
    """A page of another site may not read an answer: none of the headers that would let it."""
    from_elsewhere = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    asked = client.options("/v2/check", headers=from_elsewhere)
    answered = client.post(
        "/v2/check", data={"text": TEXT, "language": "vi"}, headers=from_elsewhere
    )
    assert (asked.status_code, answered.status_code) == (405, 200)
    for answer in (asked, answered):
        assert not [name for name in answer.headers if name.startswith("access-control")]


def test_text_in_english_is_left_alone(client: TestClient):
    form = {"text": "This is English ,and the plan of 31/2/2025  is not ours..", "language": "auto"}
    assert client.post("/v2/check", data=form).json()["matches"] == []
    assert client.post("/v2/check", data=form | {"language": "en-US"}).status_code == 400


def test_too_long_a_text_is_refused(bench: Bench):
    client = _client(_Here(bench), most=1000)
    assert client.post("/check", data={"text": "a" * 900, "language": "vi"}).status_code == 200
    answer = client.post("/check", data={"text": "a" * 1000, "language": "vi"})
    assert (answer.status_code, answer.text[:6]) == (413, "Error:")


def test_the_key_is_the_token_of_the_office(bench: Bench):
    client = _client(_Here(bench), token="tok3n")
    form = {"text": TEXT, "language": "vi", "username": "soat"}
    for wrong in ({}, {"apiKey": "token"}, {"apiKey": "tôken"}):
        answer = client.post("/v2/check", data=form | wrong)
        assert answer.status_code == 403
        assert TEXT not in answer.text
    assert client.post("/v2/check", data=form | {"apiKey": "tok3n"}).status_code == 200
    bearer = {"Authorization": "Bearer tok3n"}
    assert client.post("/v2/check", data=form, headers=bearer).status_code == 200
    assert client.get("/v2/languages").status_code == 200


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ServerError("busy"), 503),
        (ServerError("took-too-long", seconds=8), 504),
        (ServerError("worker-lost"), 500),
        (InputError("job-failed", reason="ValueError"), 500),
    ],
)
def test_a_job_that_is_not_done_is_a_clear_error(bench: Bench, error: SoatError, status: int):
    answer = _client(_Here(bench, error)).post("/check", data={"text": TEXT, "language": "vi"})
    assert answer.status_code == status
    assert answer.text.startswith("Error: ")
    assert TEXT not in answer.text
    assert ("retry-after" in answer.headers) == (status == 503)
