"""The server as one ASGI application."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from checker.errors import SoatError
from checker.office import Office
from checker.reporting.text_style import COLOURS, MARKS, PAPER_COLOURS, TEXT
from checker.server.access import Access
from checker.server.answers import error_answer
from checker.server.api import Api
from checker.server.crew import Crew
from checker.server.guard import Guard
from checker.server.language_tool import routes as language_tool
from checker.server.limits import Limits
from checker.server.localities import Localities
from checker.server.login import Login

_PAGE = Path(__file__).parent / "page"
_OPEN = ("/", "/login", "/page/", "/api/health", "/api/openapi.json", *language_tool.PATHS)


@dataclass(frozen=True)
class Serving:
    """What is served: who may ask, how much, and what soat.yml says of the office; ``ocr`` tells
    whether scans can be read."""

    access: Access
    limits: Limits
    own: Office
    stage: str
    ocr: bool


def make_app(crew: Crew, serving: Serving, localities: Localities) -> ASGIApp:
    """Return the application; it starts and ends ``crew`` with itself."""

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with crew:
            yield

    api = Api(crew, localities, serving.own, serving.stage, serving.ocr)
    login = Login(serving.access, _PAGE)
    app = Starlette(
        routes=[
            *login.routes(),
            *api.routes(),
            *language_tool.routes(crew, serving.access),
            Route("/page/text.css", _text_style),
            Mount("/page", StaticFiles(directory=_PAGE)),
        ],
        exception_handlers={SoatError: _tell, HTTPException: _tell_http, Exception: _tell_failed},
        lifespan=lifespan,
    )
    return Guard(app, serving.access, serving.limits, _OPEN)


async def _text_style(_request: Request) -> Response:
    """The style of a document's text, the same as in reports."""
    style = f"{COLOURS}{TEXT}{MARKS}@media print {{\n{PAPER_COLOURS}}}\n"
    return Response(style, media_type="text/css")


async def _tell(request: Request, error: Exception) -> Response:
    assert isinstance(error, SoatError)
    return error_answer(error, request.scope)


async def _tell_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = {404: "not-found", 405: "wrong-method"}.get(error.status_code, "bad-request")
    answer = error_answer(SoatError(code, what=error.detail), request.scope)
    answer.headers.update(error.headers or {})
    return answer


async def _tell_failed(request: Request, error: Exception) -> Response:
    return error_answer(SoatError("job-failed", reason=type(error).__name__), request.scope)
