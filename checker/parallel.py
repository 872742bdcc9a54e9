"""Work done in several processes: jobs go in, answers come out in their order."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from checker.errors import SoatError

Job = TypeVar("Job")
Answer = TypeVar("Answer")
FROM = 51  # files from which more than one process pays
_EACH = 10  # files that a process should have to be worth its start


def processes_for(files: int, asked: int | None) -> int:
    """Return in how many processes to check so many files: as many as asked for, else one for each
    core when the files are many, and for every ten files at most."""
    if asked:
        return min(asked, max(1, files))
    return min(cores(), files // _EACH) if files >= FROM else 1


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def work_apart(
    jobs: Sequence[Job],
    make_work: Callable[[], Callable[[Job], Answer]],
    processes: int,
    failed: Callable[[Job], Answer],
) -> Iterator[Answer]:
    """Yield the answers to ``jobs`` in their order. Each process calls ``make_work`` (which can be
    pickled) once and does one job after another; to one on which it dies ``failed`` gives the
    answer, and another takes its place. Raises the SoatError that a job raises."""
    crew = _Crew(jobs, make_work, failed)
    try:
        for _ in range(processes):
            crew.hire()
        for index in range(len(jobs)):
            while index not in crew.done:
                crew.collect()
            yield crew.done.pop(index)
    finally:
        crew.dismiss()


class _Crew(Generic[Job, Answer]):
    """The processes, each with its connection and the index of the job that it is at."""

    def __init__(
        self,
        jobs: Sequence[Job],
        make_work: Callable[[], Callable[[Job], Answer]],
        failed: Callable[[Job], Answer],
    ) -> None:
        self.jobs = jobs
        self.make_work = make_work
        self.failed = failed
        self.done: dict[int, Answer] = {}
        self._left = iter(range(len(jobs)))
        self._busy: dict[Connection, tuple[BaseProcess, int]] = {}

    def hire(self) -> None:
        """Start a process with the next job, if there is one."""
        index = next(self._left, None)
        if index is None:
            return
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.make_work))
        with _sigint_blocked():
            process.start()
        theirs.close()
        self._give(ours, process, index)

    def collect(self) -> None:
        """Wait for answers, and give those who are free the next job. Raises SoatError."""
        answered = wait(list(self._busy))
        for ready in [one for one in self._busy if one in answered]:
            process, index = self._busy.pop(ready)
            try:
                answer = ready.recv()
            except (EOFError, OSError):
                ready.close()
                process.join()
                self.done[index] = self.failed(self.jobs[index])
                self.hire()
                continue
            following = next(self._left, None)
            if following is None:
                ready.close()
                process.join()
            else:
                self._give(ready, process, following)
            if isinstance(answer, SoatError):
                raise answer
            self.done[index] = answer

    def dismiss(self) -> None:
        """End the processes that are still at work."""
        for connection, (process, _) in self._busy.items():
            connection.close()
            process.terminate()
            process.join()

    def _give(self, connection: Connection, process: BaseProcess, index: int) -> None:
        self._busy[connection] = process, index
        # a process that is gone must not end this one; it is seen when its answer is read
        with _ignoring_sigpipe(), contextlib.suppress(OSError):
            connection.send(self.jobs[index])


def _serve(connection: Connection, make_work: Callable[[], Callable[[Job], Answer]]) -> None:
    """Answer jobs until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process ends this one
    work = make_work()
    while True:
        try:
            job = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer: Answer | SoatError = work(job)
        except SoatError as error:
            answer = error
        try:
            connection.send(answer)
        except OSError:  # nobody asks any more
            return


@contextlib.contextmanager
def _sigint_blocked() -> Iterator[None]:
    """A process started in this context never sees Ctrl+C; this one sees it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def _ignoring_sigpipe() -> Iterator[None]:
    if not hasattr(signal, "SIGPIPE"):
        yield
        return
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)
