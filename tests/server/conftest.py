from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from starlette.testclient import TestClient

from checker.office import Office
from checker.parsing import Grammar
from checker.server.access import Access
from checker.server.app import Serving, make_app
from checker.server.bench import Bench
from checker.server.crew import Crew
from checker.server.limits import Limits
from checker.server.localities import Localities

LIMITS = Limits(upload=3_000_000, files=3, workers=1)


@pytest.fixture(scope="session")
def client(grammar: Grammar) -> Iterator[TestClient]:
    """A browser's or program's side of a server of one worker, without a token."""
    crew = Crew(partial(Bench, None), LIMITS)
    ocr = shutil.which("tesseract") is not None
    serving = Serving(Access(), LIMITS, Office(), "draft", ocr)
    app = make_app(crew, serving, Localities(grammar.gazetteer))
    with TestClient(app, "http://localhost") as client:
        yield client


Post = Callable[..., Any]


@pytest.fixture
def post(client: TestClient) -> Post:
    """Send one file to an address with fields; give the answer."""

    def send(address: str, name: str, data: bytes, **fields: str) -> Any:
        return client.post(address, files={"file": (name, data)}, data=fields)

    return send
