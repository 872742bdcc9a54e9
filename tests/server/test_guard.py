"""What stands before every endpoint, before a small application."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from checker.server.access import Access
from checker.server.guard import Guard
from checker.server.limits import Limits

LIMITS = Limits(upload=1000, reading=5, held=1500, each=2)
SECRET = "chữ của văn bản mật"
ANYBODY = Access()


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Give back how long the body is; break at ``/break``."""
    request = Request(scope, receive)
    if scope["path"].startswith("/break"):
        if scope["path"] == "/break/late":
            await send({"type": "http.response.start", "status": 200, "headers": []})
        raise ValueError(SECRET)
    await PlainTextResponse(str(len(await request.body())))(scope, receive, send)


def guarded(access: Access = ANYBODY, limits: Limits = LIMITS) -> Guard:
    return Guard(echo, access, limits, ("/", "/open", "/page/"))


def ask(guard: Guard, method: str, path: str, **given: Any) -> httpx2.Response:
    async def run() -> httpx2.Response:
        async with client(guard) as one:
            return await one.request(method, path, **given)

    return asyncio.run(run())


def client(guard: Guard) -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(guard, raise_app_exceptions=False, client=("10.0.0.1", 1))
    return httpx2.AsyncClient(transport=transport, base_url="http://localhost:8080")


def code(answer: httpx2.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def test_every_answer_bears_the_headers_of_a_careful_server() -> None:
    guard = guarded()
    for answer in (
        ask(guard, "GET", "/"),
        ask(guard, "GET", "/", headers={"Host": "evil.example"}),
        ask(guard, "GET", "/break"),
    ):
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe-inline" not in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"


def test_other_names_and_pages_are_refused() -> None:
    guard = guarded()
    assert code(ask(guard, "GET", "/", headers={"Host": "evil.example"})) == (421, "wrong-host")
    evil = {"Origin": "http://evil.example"}
    assert code(ask(guard, "POST", "/", headers=evil)) == (403, "wrong-origin")
    assert ask(guard, "GET", "/", headers=evil).status_code == 200
    own = {"Origin": "http://localhost:8080", "Sec-Fetch-Site": "same-origin"}
    assert ask(guard, "POST", "/", headers=own, content=b"abc").text == "3"


def test_only_open_paths_are_answered_without_a_token() -> None:
    guard = guarded(Access(token="12345678"))
    for path in ("/", "/open", "/page/a.css"):
        assert ask(guard, "GET", path).status_code == 200
    for path in ("/api/check", "/openx", "/page", "/open/"):
        assert code(ask(guard, "GET", path)) == (401, "token-needed")
    answer = ask(guard, "GET", "/api/check")
    assert answer.headers["www-authenticate"] == "Bearer"
    bearer = {"Authorization": "Bearer 12345678"}
    assert ask(guard, "GET", "/api/check", headers=bearer).status_code == 200
    for number in range(10):
        wrong = {"Authorization": f"Bearer {number}"}
        assert code(ask(guard, "GET", "/api/check", headers=wrong)) == (401, "token-needed")
    answer = ask(guard, "GET", "/api/check", headers=bearer)
    assert code(answer) == (429, "too-many-guesses")
    assert int(answer.headers["retry-after"]) > 0


def test_a_body_is_bounded_whether_it_tells_its_length_or_not() -> None:
    guard = guarded()
    assert ask(guard, "POST", "/", content=b"a" * 1000).text == "1000"
    assert code(ask(guard, "POST", "/", content=b"a" * 1001)) == (413, "upload-too-large")

    async def parts() -> AsyncIterator[bytes]:
        for _ in range(11):
            yield b"a" * 100

    assert code(ask(guard, "POST", "/", content=parts())) == (413, "upload-too-large")
    assert guard._held == 0


Do = Callable[[Guard, httpx2.AsyncClient, asyncio.Event], Coroutine[Any, Any, None]]


def with_one_that_is_sent_slowly(do: Do, limits: Limits) -> None:
    """Run ``do`` while a body of 1000 bytes is under way; it comes to its end after the event."""

    async def run() -> None:
        guard, begun, ended = guarded(limits=limits), asyncio.Event(), asyncio.Event()

        async def slow() -> AsyncIterator[bytes]:
            yield b"a" * 900
            begun.set()
            await ended.wait()
            yield b"a" * 100

        async with client(guard) as one:
            first = asyncio.create_task(one.post("/", content=slow()))
            await begun.wait()
            await do(guard, one, ended)
            ended.set()
            assert (await first).text == "1000"
            assert (guard._held, guard._at_work) == (0, {})

    asyncio.run(run())


def test_all_bodies_together_are_bounded() -> None:
    async def do(guard: Guard, one: httpx2.AsyncClient, _: asyncio.Event) -> None:
        answer = await one.post("/", content=b"a" * 700)
        assert code(answer) == (503, "busy")
        assert int(answer.headers["retry-after"]) > 0
        assert (await one.post("/", content=b"a" * 500)).text == "500"

    with_one_that_is_sent_slowly(do, LIMITS)


def test_requests_at_once_of_one_client_are_bounded() -> None:
    async def do(guard: Guard, one: httpx2.AsyncClient, _: asyncio.Event) -> None:
        answer = await one.get("/")
        assert code(answer) == (429, "too-many-requests")
        assert int(answer.headers["retry-after"]) > 0
        transport = httpx2.ASGITransport(guard, client=("10.0.0.2", 1))
        async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as other:
            assert (await other.get("/")).status_code == 200

    with_one_that_is_sent_slowly(do, replace(LIMITS, each=1))


def test_who_sends_too_slowly_is_told() -> None:
    async def never() -> AsyncIterator[bytes]:
        yield b"a"
        await asyncio.Event().wait()

    guard = guarded(limits=replace(LIMITS, reading=0.05))
    assert code(ask(guard, "POST", "/", content=never())) == (408, "too-slow")
    assert guard._held == 0


@pytest.mark.parametrize(
    ("path", "header", "begins"),
    [
        ("/x", "", "Cần mã"),
        ("/x?lang=en", "vi", "An access"),
        ("/x", "en-GB,en;q=0.9,vi;q=0.5", "An access"),
        ("/x", "fr, vi-VN", "Cần mã"),
        ("/x?lang=fr", "en", "An access"),
        ("/x", "de,xen", "Cần mã"),
    ],
)
def test_errors_are_told_in_the_language_of_the_client(path: str, header: str, begins: str) -> None:
    answer = ask(
        guarded(Access(token="12345678")), "GET", path, headers={"Accept-Language": header}
    )
    assert answer.json()["error"]["message"].startswith(begins)


def test_a_defect_tells_where_it_is_and_none_of_the_text(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = ask(guarded(), "GET", "/break")
    assert code(answer) == (500, "job-failed")
    with contextlib.suppress(AssertionError):  # an answer without an end, as its client sees too
        ask(guarded(), "GET", "/break/late")
    told = capsys.readouterr()
    assert told.err.count("ValueError (test_guard.py:") == 2
    assert SECRET not in told.err + told.out + answer.text


def test_who_waits_when_the_server_ends_is_told() -> None:
    async def run() -> None:
        begun = asyncio.Event()

        async def endless(_scope: Scope, _receive: Receive, _send: Send) -> None:
            begun.set()
            await asyncio.Event().wait()

        told: list[Any] = []

        async def send(message: Any) -> None:
            told.append(message)

        async def receive() -> Any:
            raise AssertionError

        scope = {
            "type": "http",
            "method": "GET",
            "path": "/",
            "headers": [(b"host", b"localhost")],
            "client": ("10.0.0.1", 1),
        }
        guard = Guard(endless, ANYBODY, LIMITS, ())
        task = asyncio.create_task(guard(scope, receive, send))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert told[0]["status"] == 503
        assert b"server-ends" in told[1]["body"]

    asyncio.run(run())
