"""The server as one ASGI application."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from checker.errors import SoatError
from checker.office import Office
from checker.phrases import say
from checker.server.access import Access
from checker.server.api import Api
from checker.server.crew import Crew
from checker.server.guard import Guard
from checker.server.limits import Limits
from checker.server.localities import Localities
from checker.server.login import Login

_PAGE = Path(__file__).parent / "page"
_RETRY = 5  # seconds after which a client may ask again
_STATUS = {
    "busy": 503,
    "took-too-long": 504,
    "worker-lost": 500,
    "job-failed": 500,
    "upload-too-large": 413,
    "too-slow": 408,
    "bad-request": 400,
    "no-file-sent": 400,
    "too-many-files": 400,
    "wrong-token": 401,
    "not-found": 404,
}
_UNREADABLE = 422  # every other error is one of the file


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
            Mount("/page", StaticFiles(directory=_PAGE)),
        ],
        exception_handlers={SoatError: _tell, HTTPException: _tell_http},
        lifespan=lifespan,
    )
    return Guard(app, serving.access, serving.limits, ("/", "/login", "/page/", "/api/health"))


async def _tell(request: Request, error: Exception) -> Response:
    assert isinstance(error, SoatError)
    status = _STATUS.get(error.code, _UNREADABLE)
    told = {"code": error.code, "message": error.message(_lang(request))}
    headers = {"Retry-After": str(_RETRY)} if status == 503 else None
    return JSONResponse({"error": told}, status, headers)


async def _tell_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = "not-found" if error.status_code == 404 else "bad-request"
    message = say(code, _lang(request), what=error.detail)
    return JSONResponse({"error": {"code": code, "message": message}}, error.status_code)


def _lang(request: Request) -> str:
    """The language of an error: that which the address asks for, else that of the browser."""
    told = request.query_params.get("lang")
    return told if told in ("vi", "en") else "vi"
