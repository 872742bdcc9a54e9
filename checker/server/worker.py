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
from typing import Any, NamedTuple

from checker.errors import InputError, SoatError
from checker.server.bench import Bench
from checker.server.limits import Limits
from checker.server.sessions import end_session
from checker.server.temporary import remove_from_within

_START = 120.0  # seconds until a worker must have loaded what it needs
_GRACE = 10  # seconds after its time at which a worker that nobody ended is ended by the system


class WorkerEnded(Exception):
    """The process died before it answered."""


class _Answered(NamedTuple):
    """What a job gave, or the SoatError that it raised, and the most bytes that its process ever
    held."""

    answer: Any
    held: int = 0


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
        """Start the process and wait until it is ready. Raises WorkerEnded, TimeoutError, and the
        SoatError that making its bench raises."""
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
            self._connection.send((job, seconds))
        except OSError:
            raise WorkerEnded from None
        answered = self._received(seconds)
        self.usable = answered.held <= self._limits.worn
        return answered.answer

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        return bool(self._process and self._process.is_alive())

    def end(self) -> None:
        """End the process with all that it started, and remove its files."""
        self.usable = False
        with self._ending:
            if self._process and self._process.pid:
                self._process.kill()
                end_session(self._process.pid)
                self._process.join()
            if self._folder:
                shutil.rmtree(self._folder, ignore_errors=True)

    def _received(self, seconds: float) -> _Answered:
        assert self._connection
        try:
            if not self._connection.poll(seconds):
                raise TimeoutError
            answered: _Answered = self._connection.recv()
        except TimeoutError:
            raise
        except (EOFError, OSError, pickle.UnpicklingError):
            raise WorkerEnded from None
        if isinstance(answered.answer, SoatError):
            self.usable = answered.held <= self._limits.worn
            raise answered.answer
        return answered


def serve(
    connection: Connection, make_bench: Callable[[], Bench], memory: int, folder: str
) -> None:
    """Do jobs until there are no more, as a process of its own, and send an answer to each. What
    ends with the server: this process, all that it started, and its files in ``folder``."""
    if hasattr(os, "setsid"):
        os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
    tempfile.tempdir = folder
    os.environ.update(TMPDIR=folder, TEMP=folder, TMP=folder)
    _bound_memory(memory)
    _be_silent()
    try:
        bench = make_bench()
    except SoatError as error:
        connection.send(_Answered(error))
        return
    connection.send(_Answered(None))
    inbox = _Inbox(connection, Path(folder))
    while True:
        job, seconds = inbox.next()
        _end_after(seconds + _GRACE)
        answered = _Answered(_done(job, bench), _most_held())
        _end_after(0)
        with contextlib.suppress(OSError):  # nobody asks any more
            connection.send(answered)


class _Inbox:
    """Receives jobs in a thread, so that the end of the server is seen during a job too: then this
    process ends at once."""

    def __init__(self, connection: Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder
        self._jobs: list[Any] = []
        self._arrived = threading.Semaphore(0)
        threading.Thread(target=self._receive, daemon=True).start()

    def next(self) -> Any:
        self._arrived.acquire()
        return self._jobs.pop()

    def _receive(self) -> None:
        try:
            while True:
                self._jobs.append(self._connection.recv())
                self._arrived.release()
        finally:  # the server has ended, or sent more than there is room for
            end_session(os.getpid())
            remove_from_within(self._folder)
            os._exit(1)


def _done(job: Any, bench: Bench) -> Any:
    try:
        return job.do(bench)
    except SoatError as error:
        return error
    except MemoryError:
        return InputError("too-much-memory")
    except Exception as error:  # its words may hold some of the text
        return InputError("job-failed", reason=type(error).__name__)


def _be_silent() -> None:
    """Write nothing anywhere from now on, as it might be some of the text."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _end_after(seconds: float) -> None:
    """Have the system end this process after so many seconds, even one that does not come to see
    that its server has ended; never, with 0."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _bound_memory(most: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _most_held() -> int:
    """The most bytes that this process ever held; 0 where nothing tells."""
    with contextlib.suppress(OSError):  # that of getrusage is on Linux also that of the server
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
