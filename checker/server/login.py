"""The page itself, and how a browser comes to know the token."""

from __future__ import annotations

import contextlib
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from checker.errors import SoatError
from checker.server.access import COOKIE, Access, address_of, token_of
from checker.server.brake import TooManyGuesses
from checker.server.forms import sent_form, text_of

_KEPT = 30 * 86_400  # seconds


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
        """The page, or the one that asks for the token; ``?token=`` tells it in a link."""
        told = request.query_params.get("token", "")
        with contextlib.suppress(TooManyGuesses):  # the form will say so
            if told and self.access.token and self._admits(request, told):
                return self._let_in(request, RedirectResponse("/", 303))
        known = token_of(request.headers.get("authorization"), request.headers.get("cookie"))
        is_known = self.access.allows_token(known)
        name = "index.html" if is_known else "login.html"
        return FileResponse(self.page / name, media_type="text/html; charset=utf-8")

    async def login(self, request: Request) -> Response:
        """Let in the browser whose form tells the token. Raises WrongToken, TooManyGuesses."""
        async with sent_form(request, files=0) as form:
            told = text_of(form, "token")
        if not self._admits(request, told):
            raise WrongToken("wrong-token")
        return self._let_in(request, JSONResponse({"status": "ok"}))

    def _admits(self, request: Request, told: str) -> bool:
        return self.access.admits(address_of(request.scope), told)

    def _let_in(self, request: Request, response: Response) -> Response:
        # lax, as a link in a letter must lead to the page; requests of other pages are refused
        response.set_cookie(
            COOKIE,
            self.access.cookie,
            max_age=_KEPT,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
        return response
