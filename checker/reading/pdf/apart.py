"""PDF read in a process of its own: PDFium unpacks and draws whatever a file asks for, and only
from outside can that be ended. The process serves one file after another until Soát ends."""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from typing import IO, Any

from checker.errors import InputError
from checker.reading.pdf import read_pdf
from checker.reading.source import Source

SECONDS = 120  # for the text of a file; a scan may take that for each of its pages
MEMORY = 3_000_000_000  # bytes
_PAGES = 200  # of a scan at most
_LENGTH = struct.Struct("<Q")
_START = (
    "import sys; sys.path[:] = sys.argv[1:]; "
    "from checker.reading.pdf.apart import serve; serve(sys.stdin.buffer, sys.stdout.buffer)"
)
_lock = threading.Lock()
_workers: list[subprocess.Popen[bytes]] = []  # one, once it was needed


def read_pdf_apart(
    data: bytes, path: str, *, ocr: bool = False, seconds: float = SECONDS
) -> Source:
    """Read a PDF as :func:`read_pdf` does, within bounds of time and memory.

    Raises InputError as it does, and ``endless-pdf`` for a file that takes longer than ``seconds``
    (with ``ocr`` as long for each page of a scan), needs more than 3 GB, or that PDFium fails on.
    """
    limit = seconds * _PAGES if ocr else seconds
    with _lock:
        if not _workers or _workers[0].poll() is not None:
            _workers[:] = [_started()]
        answer = _asked(_workers[0], (data, path, ocr), limit)
    if isinstance(answer, Source):
        return answer
    if isinstance(answer, tuple):
        code, values = answer
        raise InputError(code, **values)
    raise InputError("endless-pdf", path=path, seconds=round(seconds))


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests until there are no more: a Source, or code and values of an InputError."""
    _bound_memory()
    while request := _received(requests):
        data, path, ocr = request
        try:
            answer: object = read_pdf(data, path, ocr=ocr)
        except InputError as error:
            answer = error.code, error.values
        _send(answers, answer)


def _started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", _START, *sys.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


@atexit.register
def _end() -> None:
    for worker in _workers:
        worker.kill()


def _asked(worker: subprocess.Popen[bytes], request: object, seconds: float) -> Any:
    """Ask the process; when it does not answer in time, or ends, it is ended and None returned."""
    answers: list[object] = []

    def ask() -> None:
        if hasattr(signal, "pthread_sigmask"):  # a process that is gone must not end this one
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPIPE})
        with contextlib.suppress(OSError, EOFError, pickle.UnpicklingError):
            assert worker.stdin and worker.stdout
            _send(worker.stdin, request)
            answers.append(_received(worker.stdout))

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if answers and answers[0] is not None:
        return answers[0]
    worker.kill()
    worker.wait()
    asking.join()
    return None


def _send(stream: IO[bytes], told: object) -> None:
    frame = pickle.dumps(told)
    stream.write(_LENGTH.pack(len(frame)) + frame)
    stream.flush()


def _received(stream: IO[bytes]) -> Any:
    """What was sent, None at the end of the stream."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    return pickle.loads(stream.read(_LENGTH.unpack(head)[0]))


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
