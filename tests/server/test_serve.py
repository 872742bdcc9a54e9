"""``soat serve`` as a process."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import soat
from checker.errors import SoatError
from checker.server.running import listen
from tests.conftest import seed

_OPTIONS = ("--port", "0", "--no-browser", "-j", "1")
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")


@contextlib.contextmanager
def served(
    tmp_path: Path, *options: str, folder: Path | None = None
) -> Iterator[tuple[subprocess.Popen[str], str, int]]:
    """A server of one worker, started in ``folder``, with what it says first and its port; its
    temporary files lie in ``tmp_path``."""
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", "serve", *_OPTIONS, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "TMPDIR": str(tmp_path), "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout
        said = process.stdout.readline() + process.stdout.readline()
        port = re.search(r":(\d+)/", said)
        assert port, said
        yield process, said, int(port[1])
    finally:
        process.kill()
        process.communicate()


def ask(port: int, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST" if body else "GET", path, body, headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content


def form(data: bytes, name: str = "mat.txt") -> tuple[bytes, dict[str, str]]:
    head = f'--b\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    return head.encode() + data + b"\r\n--b--\r\n", headers


@posix
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_well_and_nothing_is_left(tmp_path: Path, ending: signal.Signals) -> None:
    with served(tmp_path) as (process, said, port):
        assert "127.0.0.1" in said and "Ctrl+C" in said
        body, headers = form(seed("nhi-chieu").encode())
        status, content = ask(port, "/api/check", body, **headers)
        assert status == 200 and json.loads(content)["summary"]["error"] > 0
        large, headers = form(b"PK\3\4" + bytes(2_000_000), "mat.docx")
        assert ask(port, "/api/review", large, **headers)[0] == 422
        (folder,) = tmp_path.iterdir()
        assert [one for one in folder.rglob("*") if one.is_file()] == [folder / "lock"]
        assert ask(port, "/", Host="evil.example")[0] == 421
        assert ask(port, "/api/health")[0] == 200
        process.send_signal(ending)
        out, err = process.communicate(timeout=30)
        assert (process.returncode, out, err) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


@posix
def test_clients_that_go_away_do_not_end_it(tmp_path: Path) -> None:
    body, headers = form(seed("nhi-chieu").encode())
    with served(tmp_path) as (_, _, port):
        ask(port, "/api/health")
        for _ in range(50):  # it is still answering when it sees that they are gone
            with socket.create_connection(("127.0.0.1", port)) as gone:
                gone.sendall(b"GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.request("POST", "/api/review", body, headers)
        connection.close()
        assert ask(port, "/api/review", body, **headers)[0] == 200


@posix
@pytest.mark.skipif(not Path("/proc").exists(), reason="looks into /proc")
def test_killed_it_takes_its_workers_with_it(tmp_path: Path) -> None:
    with served(tmp_path) as (process, _, port):
        ask(port, "/api/health")
        workers = [os.pidfd_open(one) for one in _children(process.pid)]
        assert workers and list(tmp_path.iterdir())
        process.kill()
        for worker in workers:
            assert select.select([worker], [], [], 30)[0], "a worker goes on"
            os.close(worker)
    assert list(tmp_path.iterdir()) == []


def test_an_office_server_asks_for_the_token_that_it_tells(tmp_path: Path) -> None:
    with served(tmp_path, "--host", "0.0.0.0", "--lang", "en") as (process, _, port):
        assert process.stdout
        token = re.search(r"token: (\S+)", process.stdout.readline())
        assert token and len(token[1]) > 20
        assert token[1] in process.stdout.readline()
        status, content = ask(port, "/api/settings")
        assert (status, json.loads(content)["error"]["code"]) == (401, "token-needed")
        assert ask(port, "/api/settings", Authorization=f"Bearer {token[1]}")[0] == 200
        assert ask(port, f"/?token={token[1]}")[0] == 303


@pytest.mark.parametrize("proxy", [True, False])
def test_only_the_proxy_that_is_told_is_believed(tmp_path: Path, proxy: bool) -> None:
    options = ["--token", "12345678", "--allow-host", "soat.xa.vn"]
    with served(tmp_path, *options, *(["--proxy", "127.0.0.1"] if proxy else [])) as (
        _,
        said,
        port,
    ):
        assert "12345678" not in said
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        headers = {"Host": "soat.xa.vn", "X-Forwarded-Proto": "https"}
        connection.request("GET", "/?token=12345678", headers=headers)
        answer = connection.getresponse()
        assert answer.status == 303
        assert ("Secure" in (answer.getheader("Set-Cookie") or "")) is proxy
        for number in range(11):
            told = {"Authorization": f"Bearer {number}", "X-Forwarded-For": f"10.0.0.{number}"}
            status, _ = ask(port, "/api/settings", **told)
        assert status == (401 if proxy else 429)
        connection.close()


def test_what_is_wrong_with_the_options_is_told_at_once() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        for options, code in (
            (["--port", str(port)], "port-taken"),
            (["--host", "192.0.2.1"], "no-such-address"),
            (["--host", "no such name"], "no-such-address"),
            (["--token", "1234"], "short-token"),
        ):
            ran = CliRunner().invoke(soat, ["serve", "--no-browser", *options])
            assert isinstance(ran.exception, SoatError)
            assert ran.exception.code == code
            assert {ran.exception.message("vi"), ran.exception.message("en")}


def test_checking_loads_nothing_of_the_server() -> None:
    code = (
        "import sys; from checker.cli import check, serve; "
        "print([m for m in ('starlette', 'uvicorn', 'checker.server') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def _children(process: int) -> list[int]:
    told = Path(f"/proc/{process}/task").glob("*/children")
    return [int(one) for path in told for one in path.read_text().split()]


def test_the_soat_yml_where_it_is_started_is_in_force(tmp_path: Path) -> None:
    (tmp_path / "soat.yml").write_text(
        "locality: phường Nhị Chiểu, thành phố Hải Phòng\nstage: issued\n", encoding="utf-8"
    )
    with served(tmp_path, folder=tmp_path) as (process, _, port):
        assert process.stdout
        assert str(tmp_path / "soat.yml") in process.stdout.readline()
        told = json.loads(ask(port, "/api/settings")[1])
        assert (told["locality"], told["stage"]) == (
            "phường Nhị Chiểu, thành phố Hải Phòng",
            "issued",
        )
