"""What stands before every endpoint: who may ask, how much may be sent, what every answer bears."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Collection, Iterator

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from checker.errors import SoatError
from checker.server.access import Access, address_of, token_of
from checker.server.answers import error_answer
from checker.server.defects import tell_defect
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
_MEGABYTE = 1_000_000


class Refused(SoatError):
    """A request that is not answered."""


class Guard:
    """The ASGI application ``app`` behind the rules of ``access`` and ``limits``; without a token
    only the paths ``open_paths``, and those that begin with one that ends in ``/``, are answered.

    A body that is too large or too slow, or for which there is no room, raises Refused where the
    endpoint reads it. Of a defect the client is told that there is one, and the log where.
    """

    def __init__(
        self, app: ASGIApp, access: Access, limits: Limits, open_paths: Collection[str]
    ) -> None:
        self.app = app
        self.access = access
        self.limits = limits
        self.open_paths = open_paths
        self._held = 0
        self._at_work: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _Answer(send)
        try:
            with self._one_of_its_client(scope):
                self._admit(scope)
                body = _Body(self, receive, Headers(scope=scope))
                try:
                    await self.app(scope, body.receive, answer.send)
                finally:
                    self._held -= body.held
        except SoatError as error:
            await error_answer(error, scope)(scope, receive, answer.send)
        except asyncio.CancelledError:  # the server ends before the answer is there
            if not answer.begun:
                await error_answer(Refused("server-ends"), scope)(scope, receive, answer.send)
            raise
        except Exception as error:
            tell_defect(error)
            if not answer.begun:
                failed = Refused("job-failed", reason=type(error).__name__)
                await error_answer(failed, scope)(scope, receive, answer.send)

    def hold(self, size: int) -> None:
        """Count bytes of a body that are held for a request. Raises Refused when they are too many
        with those of the others."""
        if self._held + size > self.limits.held:
            raise Refused("busy")
        self._held += size

    @contextlib.contextmanager
    def _one_of_its_client(self, scope: Scope) -> Iterator[None]:
        client = address_of(scope)
        if self._at_work[client] >= self.limits.each:
            raise Refused("too-many-requests")
        self._at_work[client] += 1
        try:
            yield
        finally:
            self._at_work[client] -= 1
            if not self._at_work[client]:
                del self._at_work[client]

    def _admit(self, scope: Scope) -> None:
        """Raise Refused, or TooManyGuesses, for a request that is not to be answered."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self.access.allows_host(host):
            raise Refused("wrong-host")
        reads = scope["method"] in ("GET", "HEAD")
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if not reads and not self.access.allows_origin(origin, site, host):
            raise Refused("wrong-origin")
        if not self._is_open(scope["path"]):
            told = token_of(headers.get("authorization"), headers.get("cookie"))
            if not self.access.admits(address_of(scope), told):
                raise Refused("token-needed")

    def _is_open(self, path: str) -> bool:
        return any(
            path.startswith(one) if one.endswith("/") and one != "/" else path == one
            for one in self.open_paths
        )


class _Body:
    """The body of a request as it comes in, within bounds; ``held`` are its bytes until now."""

    def __init__(self, guard: Guard, receive: Receive, headers: Headers) -> None:
        self._guard = guard
        self._receive = receive
        self._told = headers.get("content-length", "")
        self._limits = guard.limits
        self._deadline = asyncio.get_running_loop().time() + self._limits.reading
        self._is_whole = False
        self.held = 0

    async def receive(self) -> Message:
        if self._is_whole:
            return await self._receive()  # only the end of the connection can come
        if self._told.isdigit() and int(self._told) > self._limits.upload:
            raise self._too_large()
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
        except TimeoutError:
            raise Refused("too-slow", seconds=round(self._limits.reading)) from None
        size = len(message.get("body", b""))
        if self.held + size > self._limits.upload:
            raise self._too_large()
        self._guard.hold(size)
        self.held += size
        self._is_whole = not message.get("more_body", False)
        return message

    def _too_large(self) -> Refused:
        return Refused("upload-too-large", limit=max(1, self._limits.upload // _MEGABYTE))


class _Answer:
    """The answer as it goes out, with the headers that every one bears."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)
