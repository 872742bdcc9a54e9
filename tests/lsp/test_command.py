"""The process ``soat lsp``: where it cannot run, what it does with noise, when it ends."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys

import pytest
from lsprotocol import types

from checker.lsp.server import Server
from tests.lsp.editor import COMMAND

SECRET = "bí mật của văn bản"
_HOVER = {"textDocument": {"uri": "file:///a.txt"}, "position": {"line": 0, "character": 0}}


def test_without_pygls_it_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['pygls'] = None; sys.modules['lsprotocol'] = None\n"
        "sys.argv = ['soat', 'lsp']\n"
        "from checker.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 2
    assert 'pip install "soat[lsp]"' in done.stderr.decode()
    assert not done.stdout


def test_checking_does_not_load_the_language_server() -> None:
    program = (
        "import sys, checker.cli, checker.cli.check, checker.cli.lsp\n"
        "sys.exit(any(name.startswith(('pygls', 'lsprotocol')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_noise_is_survived_and_no_text_is_logged() -> None:
    noise = (
        b"Content-Length: 9\r\n\r\nnot json!",
        b"Content-Type: x\r\nContent-Length: 2\r\n\r\n[]",
        _message(method="textDocument/didOpen", params={"text": SECRET}),
        _message(method="textDocument/didChange", params=_change("file:///khong-mo.txt")),
        _message(method="khong/co", params={"text": SECRET}),
    )
    start = {"processId": None, "rootUri": None, "capabilities": {}}
    sent = (
        _message(id=1, method="initialize", params=start),
        _message(method="initialized", params={}),
        *noise,
        _message(id=2, method="shutdown"),
        _message(method="exit"),
    )
    done = subprocess.run(
        COMMAND, input=b"".join(sent), capture_output=True, check=False, timeout=30
    )
    assert done.returncode == 0
    assert b'"id": 2' in done.stdout
    assert SECRET not in done.stdout.decode() + done.stderr.decode()
    assert SECRET not in done.stdout.decode("unicode_escape")


def test_what_cannot_be_understood_is_answered() -> None:
    """An editor that gets no answer waits for ever."""
    start = {"processId": None, "rootUri": None, "capabilities": {}}
    odd = {"textDocument": {"hover": {"contentFormat": ["of tomorrow"]}}}
    sent = (
        _message(id=1, method="initialize", params={**start, "capabilities": odd}),
        _message(id=2, method="initialize", params=start),
        _message(id=3, method="textDocument/hover", params={"textDocument": {}}),
        _message(id=4, method="shutdown"),
        _message(id=5, method="textDocument/hover", params=_HOVER),
        _message(method="exit"),
    )
    done = subprocess.run(
        COMMAND, input=b"".join(sent), capture_output=True, check=False, timeout=30
    )
    assert done.returncode == 0
    assert _errors(done.stdout) == {1: -32602, 2: None, 3: -32602, 4: None, 5: -32600}


def test_it_ends_when_the_editor_is_gone() -> None:
    command = [*COMMAND, "--stdio"]  # as many editors write it
    done = subprocess.run(command, input=b"", capture_output=True, check=False, timeout=30)
    assert done.returncode == 0
    assert not done.stderr


def test_a_failure_is_logged_without_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    server, logged = Server(), []
    monkeypatch.setattr(server.connection, "window_log_message", logged.append)

    async def fail(_params: object) -> None:
        raise ValueError(SECRET)

    assert asyncio.run(server._guarded("textDocument/hover", fail)(None)) is None
    (told,) = logged
    assert told.type == types.MessageType.Error
    assert "textDocument/hover: ValueError test_command.py:" in told.message
    assert SECRET not in told.message


def _message(**content: object) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def _change(uri: str) -> dict[str, object]:
    return {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": SECRET}]}


def _errors(told: bytes) -> dict[int, int | None]:
    """The codes of errors, None for an answer without, by the ids of the requests."""
    bodies = (json.loads(one) for one in re.findall(rb"\r\n\r\n(\{.*?\})(?=Content-|$)", told))
    return {one["id"]: one.get("error", {}).get("code") for one in bodies if "method" not in one}
