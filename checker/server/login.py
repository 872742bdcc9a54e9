"""The page itself, and how a browser comes to know the token."""

from __future__ import annotations

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from checker.errors import SoatError
from checker.server.access import COOKIE, Access, token_of

_DAY = 86_400  # seconds


class WrongToken(SoatError):
    """A token that is not the server's."""


class Login:
    """Gives the page of the folder ``page`` to those who know the token, to others ``login.html``,
    which sends the token to ``/login``."""

    def __init__(self, access: Access, page: Path) -> None:
        self.access = access
        self.page = page

    def routes(self) -> list[Route]:
        return [Route("/", self.start), Route("/login", self.login, methods=["POST"])]

    async def start(self, request: Request) -> Response:
        told = request.query_params.get("token")
        if told and self.access.token and self.access.allows_token(told):
            return self._let_in(request, RedirectResponse("/", 303))
        known = token_of(request.headers.get("authorization"), request.headers.get("cookie"))
        name = "index.html" if self.access.allows_token(known) else "login.html"
        return FileResponse(self.page / name, media_type="text/html; charset=utf-8")

    async def login(self, request: Request) -> Response:
        async with request.form(max_files=0, max_fields=4) as form:
            told = form.get("token", "")
        if not isinstance(told, str) or not self.access.allows_token(told.strip()):
            raise WrongToken("wrong-token")
        return self._let_in(request, JSONResponse({"status": "ok"}))

    def _let_in(self, request: Request, response: Response) -> Response:
        response.set_cookie(
            COOKIE,
            self.access.token,
            max_age=_DAY,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return response
