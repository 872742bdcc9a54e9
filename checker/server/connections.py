"""Connections that are closed when their client takes too long to say what it wants, or to read
what it is told: uvicorn itself bounds neither."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from checker.server.limits import Limits

_SLOWEST = 8_000  # bytes a second that must be read of a large answer


class BoundedConnection(H11Protocol):
    """A connection with bounds of time; ``limits`` are those of its server."""

    limits: Limits

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self._hearing: asyncio.TimerHandle | None = None
        self._telling: asyncio.TimerHandle | None = None
        super().connection_made(transport)
        self._bound_hearing()

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._hearing, self._telling):
            if timer:
                timer.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._bound_hearing()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._bound_hearing()

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._telling is None:
            self._bound_telling()

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._telling:
            self._telling.cancel()
            self._telling = None

    def _bound_hearing(self) -> None:
        """Wait no longer than the limit for the request that comes next; that which is being
        answered is bounded where its body is read."""
        answering = self.cycle is not None and not self.cycle.response_complete
        if answering and self._hearing:
            self._hearing.cancel()
            self._hearing = None
        elif not answering and self._hearing is None:
            self._hearing = self.loop.call_later(self.limits.head, self._end_hearing)

    def _end_hearing(self) -> None:
        self._hearing = None
        if self.transport.get_write_buffer_size():  # it is still being told the last answer
            self._bound_hearing()
        else:
            self.transport.abort()

    def _bound_telling(self) -> None:
        unread = self.transport.get_write_buffer_size()
        self._telling = self.loop.call_later(self.limits.sending, self._end_telling, unread)

    def _end_telling(self, before: int) -> None:
        if before - self.transport.get_write_buffer_size() < _SLOWEST * self.limits.sending:
            self.transport.abort()
        else:
            self._bound_telling()


def connection_class(limits: Limits) -> type[Any]:
    """Return the class of the connections of a server with these limits."""
    return type("Connection", (BoundedConnection,), {"limits": limits})
