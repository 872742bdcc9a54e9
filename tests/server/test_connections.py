"""Clients that are slow to ask or to read, on real connections."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import uvicorn
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from checker.server.connections import connection_class
from checker.server.limits import Limits

LIMITS = Limits(head=0.2, sending=0.2)
LARGE = 30_000_000
Talk = Callable[[int, set[Any]], Coroutine[Any, Any, None]]


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    size = LARGE if scope["path"] == "/large" else 2
    await Response(b"a" * size)(scope, receive, send)


def while_served(talk: Talk, limits: Limits = LIMITS) -> None:
    """Run ``talk`` with the port at which ``app`` is served, and the connections to it."""

    async def run() -> None:
        config = uvicorn.Config(
            app, http=connection_class(limits), ws="none", lifespan="off", log_config=None, port=0
        )
        server = uvicorn.Server(config)
        config.load()
        server.lifespan = config.lifespan_class(config)
        await server.startup()
        try:
            port = server.servers[0].sockets[0].getsockname()[1]
            await asyncio.wait_for(talk(port, server.server_state.connections), 20)
        finally:
            await server.shutdown()

    asyncio.run(run())


async def end_of(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read()
    except ConnectionResetError:
        return b""


def test_who_says_nothing_or_never_ends_saying_it_is_left() -> None:
    async def talk(port: int, connections: set[Any]) -> None:
        for said in (b"", b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: "):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(said)
            assert await end_of(reader) == b""
            writer.close()

    while_served(talk)


def test_who_goes_on_saying_nothing_after_an_answer_is_left() -> None:
    async def talk(port: int, connections: set[Any]) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(2):
            writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert (await reader.readuntil(b"\r\n\r\naa")).startswith(b"HTTP/1.1 200")
        writer.write(b"GET / HT")
        assert await end_of(reader) == b""
        writer.close()

    while_served(talk)


def test_who_does_not_read_a_large_answer_is_left() -> None:
    async def talk(port: int, connections: set[Any]) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1000)
        writer.write(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
        await reader.readuntil(b"\r\n\r\n")
        while connections:  # the stream is full: nothing more is read
            await asyncio.sleep(0)
        writer.close()

    while_served(talk)


def test_who_reads_a_large_answer_gets_it() -> None:
    async def talk(port: int, connections: set[Any]) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /large HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert len(await reader.read()) > LARGE
        writer.close()

    while_served(talk, replace(LIMITS, head=5))
