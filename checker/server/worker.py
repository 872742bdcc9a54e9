"""One worker process, seen from both sides."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from checker.errors import InputError, SoatError
from checker.server.bench import Bench
from checker.server.limits import Limits

_START = 60.0  # seconds until a worker must have loaded what it needs


class WorkerEnded(Exception):
    """The process died before it answered."""


class Worker:
    """A process that does one job after another. Its temporary files lie in a folder of its own
    below ``folder``, which goes when it ends."""

    def __init__(self, make_bench: Callable[[], Bench], limits: Limits, folder: Path) -> None:
        self._make_bench = make_bench
        self._limits = limits
        self._base = folder
        self._folder: Path | None = None
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._ending = threading.Lock()
        self.usable = False

    def start(self) -> None:
        """Start the process and wait until it is ready. Raises WorkerEnded, TimeoutError."""
        context = multiprocessing.get_context("spawn")
        self._folder = Path(tempfile.mkdtemp(dir=self._base))
        self._connection, theirs = context.Pipe()
        given = theirs, self._make_bench, self._limits.memory, str(self._folder)
        self._process = context.Process(target=serve, args=given, daemon=True)
        self._process.start()
        theirs.close()
        self._received(_START)
        self.usable = True

    def ask(self, job: Any, seconds: float) -> Any:
        """Return the answer to a job. Raises the SoatError that it raises; TimeoutError when there
        is none in time and WorkerEnded when there will be none: the worker is then unusable."""
        self.usable = False
        assert self._connection
        try:
            self._connection.send(job)
        except OSError:
            raise WorkerEnded from None
        answer, held = self._received(seconds)
        self.usable = held <= self._limits.worn
        if isinstance(answer, SoatError):
            raise answer
        return answer

    def end(self) -> None:
        """End the process with all that it started, and remove its files."""
        self.usable = False
        with self._ending:
            if self._process and self._process.pid:
                if hasattr(os, "killpg"):
                    with contextlib.suppress(OSError):  # it leads a group from its first moment on
                        os.killpg(self._process.pid, signal.SIGKILL)
                self._process.kill()
                self._process.join()
            if self._folder:
                shutil.rmtree(self._folder, ignore_errors=True)

    def _received(self, seconds: float) -> Any:
        assert self._connection
        try:
            if not self._connection.poll(seconds):
                raise TimeoutError
            return self._connection.recv()
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            if isinstance(error, TimeoutError):
                raise
            raise WorkerEnded from None


def serve(
    connection: Connection, make_bench: Callable[[], Bench], memory: int, folder: str
) -> None:
    """Do jobs until there are no more, as a process of its own: answer each with its answer, or the
    SoatError that it raised, and the most bytes that this process ever held."""
    if hasattr(os, "setsid"):
        os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
    tempfile.tempdir = folder
    os.environ.update(TMPDIR=folder, TEMP=folder, TMP=folder)
    _bound_memory(memory)
    bench = make_bench()
    connection.send(None)
    inbox = _Inbox(connection, Path(folder))
    while True:
        job = inbox.next()
        answer = _done(job, bench)
        with contextlib.suppress(OSError):  # nobody asks any more
            connection.send((answer, _most_held()))


class _Inbox:
    """Receives jobs in a thread, so that the end of the server is seen during a job too: then this
    process ends at once with all that it started, and its files are removed."""

    def __init__(self, connection: Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder
        self._job: Any = None
        self._arrived = threading.Semaphore(0)
        threading.Thread(target=self._receive, daemon=True).start()

    def next(self) -> Any:
        self._arrived.acquire()
        job, self._job = self._job, None
        return job

    def _receive(self) -> None:
        while True:
            try:
                self._job = self._connection.recv()
            except (EOFError, OSError):
                break
            self._arrived.release()
        shutil.rmtree(self._folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            self._folder.parent.rmdir()
        if hasattr(os, "killpg"):
            os.killpg(0, signal.SIGKILL)
        os._exit(0)


def _done(job: Any, bench: Bench) -> Any:
    try:
        return job.do(bench)
    except SoatError as error:
        return error
    except MemoryError:
        return InputError("too-much-memory")
    except Exception as error:  # its words may hold some of the text
        return InputError("job-failed", reason=type(error).__name__)


def _bound_memory(most: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _most_held() -> int:
    """The most bytes that this process ever held; 0 where nothing tells."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
