"""PDF read in a process of its own: the same as without, and ended when it does not end."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.reading import read_bytes, read_file
from checker.reading.pdf import apart
from tests.conftest import FIXTURES

PLAN = FIXTURES / "formats" / "nhi-chieu.pdf"


def test_file_is_read_as_its_bytes_are() -> None:
    assert read_file(str(PLAN)) == read_bytes(PLAN.read_bytes(), str(PLAN))
    assert read_file(str(FIXTURES / "formats" / "scan.pdf")).scan


def test_errors_come_through(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 ...")
    with pytest.raises(InputError) as caught:
        read_file(str(path))
    assert (caught.value.code, caught.value.values["path"]) == ("broken-pdf", str(path))


def test_reading_that_takes_too_long_is_ended_and_the_next_goes_on() -> None:
    read_file(str(PLAN))
    worker = apart._workers[0]
    with pytest.raises(InputError) as caught:
        apart.read_pdf_apart(PLAN.read_bytes(), "a.pdf", seconds=0)
    assert caught.value.code == "endless-pdf"
    assert worker.poll() is not None
    assert read_file(str(PLAN)).raw


def test_process_that_is_gone_is_begun_anew() -> None:
    read_file(str(PLAN))
    apart._workers[0].kill()
    apart._workers[0].wait()
    assert read_file(str(PLAN)).raw


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="this system has no SIGPIPE")
def test_process_that_ends_without_an_answer_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    apart._end()
    apart._workers.clear()
    monkeypatch.setattr(apart, "_START", "import sys; sys.stdin.buffer.read(9)")
    before = signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # as the command sets it
    try:
        with pytest.raises(InputError) as caught:
            read_file(str(PLAN))
    finally:
        signal.signal(signal.SIGPIPE, before)
    assert caught.value.code == "endless-pdf"


def test_requests_are_served_until_there_are_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_bound_memory", lambda: None)
    ends = os.pipe(), os.pipe()
    with os.fdopen(ends[0][1], "wb") as asking, os.fdopen(ends[1][0], "rb") as told:
        apart._send(asking, (b"%PDF-1.7 ...", "a.pdf", False))
        asking.close()
        with os.fdopen(ends[0][0], "rb") as requests, os.fdopen(ends[1][1], "wb") as answers:
            apart.serve(requests, answers)
        assert apart._received(told) == ("broken-pdf", {"path": "a.pdf"})
        assert apart._received(told) is None
