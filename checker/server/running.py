"""The server as a process: its connections, its log, its end."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Iterator, Sequence
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from checker.errors import InputError
from checker.server.connections import connection_class
from checker.server.crew import Crew
from checker.server.defects import tell_only_defects

_MOST_CONNECTIONS = 500
_KEEP_ALIVE = 15  # seconds
_GRACE = 5  # seconds for which jobs may go on when the server is to end
_BACKLOG = 100


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at the address; who calls waits until :func:`run` answers.
    Raises InputError."""
    try:
        family, *_, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family)
    except (OSError, UnicodeError):
        raise InputError("no-such-address", host=host) from None
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows, where "reuse" means to share
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen(_BACKLOG)
    except PermissionError:
        listening.close()
        raise InputError("port-forbidden", port=port) from None
    except OSError as error:
        listening.close()
        code = "port-taken" if _is_local_address(host) else "no-such-address"
        raise InputError(code, port=port, other=port + 1, host=host) from error
    return listening


def run(app: ASGIApp, crew: Crew, listening: socket.socket, proxies: Sequence[str] = ()) -> None:
    """Serve until a signal (Ctrl+C, SIGTERM) ends it. ``proxies`` are the addresses whose headers
    X-Forwarded-For and X-Forwarded-Proto are believed. Raises the SoatError for which no worker
    could be started."""
    if hasattr(signal, "SIGPIPE"):  # a client that goes away must not end the server
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    tell_only_defects()
    config = uvicorn.Config(
        app,
        http=connection_class(crew.limits),
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_GRACE,
    )
    try:
        _Server(config).run(sockets=[listening])
    except SystemExit:
        if crew.failure is None:
            raise
        raise crew.failure from None


class _Server(uvicorn.Server):
    """A server that has ended well when a signal ended it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        told = [signal.SIGINT, signal.SIGTERM]
        if hasattr(signal, "SIGBREAK"):  # Windows
            told.append(signal.SIGBREAK)
        before = {one: signal.signal(one, self.handle_exit) for one in told}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.should_exit = True  # told again, it still ends its workers first


def _is_local_address(host: str) -> bool:
    """Whether a socket could be bound to the address at some port."""
    with contextlib.suppress(OSError, UnicodeError):
        family, *_, address = socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM)[0]
        with socket.socket(family) as probe:
            probe.bind(address)
            return True
    return False
