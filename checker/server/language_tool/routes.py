"""The addresses of LanguageTool's API, with ``/v2`` before them and without: clients differ."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from checker.errors import SoatError
from checker.server.access import Access, token_of
from checker.server.answers import RETRY, STATUS
from checker.server.crew import Crew
from checker.server.language_tool.answer import LANGUAGES, SOFTWARE
from checker.server.language_tool.form import FormError, read_check_form
from checker.server.language_tool.job import CheckParagraph

NAMES = ("check", "languages", "info", "healthcheck")
PATHS = frozenset(f"{base}/{name}" for base in ("", "/v2") for name in NAMES)
_SECONDS = 8.0  # LibreOffice waits for ten
_MOST_BYTES = 300_000  # of a form, about a hundred pages
_FORM_STATUS = {"lt-too-long": 413, "lt-wrong-key": 403}


def routes(crew: Crew, access: Access, most: int = _MOST_BYTES) -> list[Route]:
    """Return the routes. Where ``access`` asks for a token, a form must have it as its ``apiKey``
    (or the request as other requests have it); the other addresses tell nothing that is secret.
    ``most`` is the most bytes of a form."""

    async def check(request: Request) -> Response:
        try:
            form = read_check_form(*await _sent(request, most))
            _admit(form.api_key, request, access)
            return _json(await crew.do(CheckParagraph(form), _SECONDS))
        except FormError as error:
            return _error(_FORM_STATUS.get(error.code, 400), error)
        except SoatError as error:
            return _error(STATUS.get(error.code, 500), error)

    async def languages(_request: Request) -> Response:
        return _json(list(LANGUAGES))

    async def info(_request: Request) -> Response:
        return _json({"software": SOFTWARE})

    async def healthcheck(_request: Request) -> Response:
        return PlainTextResponse("OK")

    endpoints = zip(NAMES, (check, languages, info, healthcheck), strict=True)
    return [
        Route(f"{base}/{name}", endpoint, methods=["GET", "POST"] if name == "check" else ["GET"])
        for name, endpoint in endpoints
        for base in ("/v2", "")
    ]


async def _sent(request: Request, most: int) -> tuple[bytes, str]:
    """The form that a request brings and its content type, as far as ``most`` bytes."""
    if request.method != "POST":
        return request.scope["query_string"], ""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise FormError("lt-too-long", limit=most // 1000)
    return bytes(body), request.headers.get("content-type", "")


def _admit(api_key: str, request: Request, access: Access) -> None:
    """Raise FormError, or TooManyGuesses, for who does not know the token."""
    headers = request.headers
    told = api_key or token_of(headers.get("authorization"), headers.get("cookie"))
    if not access.admits(request.client.host if request.client else "", told):
        raise FormError("lt-wrong-key")


def _json(told: Any) -> Response:
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Response(content, media_type="application/json")


def _error(status: int, error: SoatError) -> Response:
    headers = {"Retry-After": str(RETRY[error.code])} if error.code in RETRY else {}
    return PlainTextResponse(f"Error: {error.message('en')}", status, headers)
