"""What stands before every endpoint: who may ask, how much may be sent, what every answer bears."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from checker.errors import SoatError
from checker.phrases import say
from checker.server.access import Access, token_of
from checker.server.limits import Limits

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class RequestTooLarge(SoatError):
    """More was sent than the server takes."""


class RequestTooSlow(SoatError):
    """It was not sent in time."""


class Guard:
    """The ASGI application ``app`` behind the rules of ``access`` and ``limits``; without a token
    only the paths ``open_paths``, and those that begin with one that ends in ``/``, are answered.

    A body that is too large or too slow raises RequestTooLarge or RequestTooSlow where the
    endpoint reads it.
    """

    def __init__(
        self, app: ASGIApp, access: Access, limits: Limits, open_paths: Collection[str]
    ) -> None:
        self.app = app
        self.access = access
        self.limits = limits
        self.open_paths = open_paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _with_headers(send)
        refusal = self._refusal(scope)
        if refusal:
            await _refuse(scope, answer, *refusal)
            return
        await self.app(scope, self._bounded(receive, Headers(scope=scope)), answer)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Status and phrase of why this is not answered, or None."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self.access.allows_host(host):
            return 421, "wrong-host"
        reads = scope["method"] in ("GET", "HEAD")
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if not reads and not self.access.allows_origin(origin, site, host):
            return 403, "wrong-origin"
        if self._is_open(scope["path"]):
            return None
        told = token_of(headers.get("authorization"), headers.get("cookie"))
        return None if self.access.allows_token(told) else (401, "token-needed")

    def _is_open(self, path: str) -> bool:
        return any(
            path.startswith(one) if one.endswith("/") and one != "/" else path == one
            for one in self.open_paths
        )

    def _bounded(self, receive: Receive, headers: Headers) -> Receive:
        most = self.limits.upload
        told = headers.get("content-length", "")
        got = 0
        deadline = asyncio.get_running_loop().time() + self.limits.reading

        async def bounded() -> Message:
            nonlocal got
            if told.isdigit() and int(told) > most:
                raise RequestTooLarge("upload-too-large", limit=most // 1_000_000)
            try:
                async with asyncio.timeout_at(None if got < 0 else deadline):
                    message = await receive()
            except TimeoutError:
                seconds = round(self.limits.reading)
                raise RequestTooSlow("too-slow", seconds=seconds) from None
            got += len(message.get("body", b""))
            if got > most:
                raise RequestTooLarge("upload-too-large", limit=most // 1_000_000)
            return message

        return bounded


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent


async def _refuse(scope: Scope, send: Send, status: int, code: str) -> None:
    query = scope.get("query_string", b"")
    lang = "en" if b"lang=en" in query else "vi"
    body = json.dumps(
        {"error": {"code": code, "message": say(code, lang)}}, ensure_ascii=False
    ).encode()
    headers = [
        (b"content-type", b"application/json; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        *([(b"www-authenticate", b"Bearer")] if status == 401 else []),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
