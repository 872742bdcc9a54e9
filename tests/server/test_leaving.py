"""A client that goes away before its answer is there."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.types import Message

from checker.office import Office
from checker.parsing import Grammar
from checker.server.access import Access
from checker.server.app import Serving, make_app
from checker.server.crew import Crew
from checker.server.limits import Limits
from checker.server.localities import Localities
from tests.server.work import NoBench

BODY = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\na\r\n--b--\r\n'
SCOPE = {
    "type": "http",
    "method": "POST",
    "path": "/api/review",
    "query_string": b"",
    "headers": [(b"host", b"localhost"), (b"content-type", b"multipart/form-data; boundary=b")],
    "client": ("127.0.0.1", 1),
}


class EndlessCrew(Crew):
    """A crew all of whose workers are at work for ever."""

    def __init__(self) -> None:
        super().__init__(NoBench, Limits(workers=1))  # type: ignore[arg-type]
        self.waiting = asyncio.Event()
        self.left = False

    async def do(self, job: Any, seconds: float | None = None) -> Any:
        self.waiting.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.left = True


def test_a_job_is_left_when_its_client_is_gone(grammar: Grammar) -> None:
    async def run() -> None:
        crew = EndlessCrew()
        serving = Serving(Access(), crew.limits, Office(), "draft", ocr=False)
        app = make_app(crew, serving, Localities(grammar.gazetteer))
        messages: list[Message] = [{"type": "http.request", "body": BODY, "more_body": False}]
        told: list[Message] = []

        async def receive() -> Message:
            if messages:
                return messages.pop()
            await crew.waiting.wait()
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            told.append(message)

        await asyncio.wait_for(app(SCOPE, receive, send), 30)
        await asyncio.sleep(0)
        assert crew.left
        assert told[0]["status"] == 499

    asyncio.run(run())
