"""The processes that do what clients ask, within bounds of time, memory and number.

The process that talks with clients never reads a document itself: what a hostile file does, it does
to a worker, which is replaced.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol, TypeVar

from checker.errors import SoatError
from checker.server.bench import Bench
from checker.server.limits import Limits
from checker.server.worker import Worker, WorkerEnded

Answer = TypeVar("Answer", covariant=True)
_FOLDER = "soat-serve-"


class Job(Protocol[Answer]):
    """Something to do; it goes to a worker and its answer comes back, so both can be pickled."""

    def do(self, bench: Bench) -> Answer: ...


class ServerError(SoatError):
    """What kept a job from being done that is not the client's fault: ``busy``, ``took-too-long``,
    ``worker-lost``."""


class Crew:
    """Worker processes that share the jobs; start it with ``async with``."""

    def __init__(self, make_bench: Callable[[], Bench], limits: Limits) -> None:
        self.limits = limits
        self._make_bench = make_bench
        self._free: asyncio.Queue[Worker] = asyncio.Queue()
        self._workers: set[Worker] = set()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._waiting = 0
        self._closed = False
        self._folder = Path()
        # one thread waits for each worker, and one more each while another takes its place
        self._threads = ThreadPoolExecutor(2 * limits.workers, "soat-worker")

    async def __aenter__(self) -> Crew:
        _remove_left_behind()
        self._folder = Path(tempfile.mkdtemp(prefix=f"{_FOLDER}{os.getpid()}-"))
        await asyncio.gather(*(self._hire() for _ in range(self.limits.workers)))
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closed = True
        for worker in list(self._workers):
            worker.end()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._threads.shutdown(wait=True, cancel_futures=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    async def do(self, job: Job[Answer], seconds: float | None = None) -> Answer:
        """Have a worker do the job and return its answer; ``seconds`` is its time, unless the usual
        one. Raises the SoatError that the job raises, and ServerError."""
        worker = await self._free_worker()
        # a client that is gone must not take the worker with it
        task = asyncio.create_task(self._asked(worker, job, seconds or self.limits.seconds))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        answer: Answer = await asyncio.shield(task)
        return answer

    async def _free_worker(self) -> Worker:
        if self._free.empty() and self._waiting >= self.limits.waiting:
            raise ServerError("busy")
        self._waiting += 1
        try:
            async with asyncio.timeout(self.limits.patience):
                return await self._free.get()
        except TimeoutError:
            raise ServerError("busy") from None
        finally:
            self._waiting -= 1

    async def _asked(self, worker: Worker, job: Job[Any], seconds: float) -> Any:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._threads, worker.ask, job, seconds)
        except TimeoutError:
            raise ServerError("took-too-long", seconds=round(seconds)) from None
        except WorkerEnded:
            raise ServerError("worker-lost") from None
        finally:
            if worker.usable:
                self._free.put_nowait(worker)
            elif not self._closed:
                await self._replace(worker)

    async def _replace(self, worker: Worker) -> None:
        self._workers.discard(worker)
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._threads, worker.end)
        hiring = asyncio.create_task(self._hire())
        self._tasks.add(hiring)
        hiring.add_done_callback(self._tasks.discard)

    async def _hire(self) -> None:
        """Start a process; jobs come to it when it has loaded what it needs."""
        loop = asyncio.get_running_loop()
        worker = Worker(self._make_bench, self.limits, self._folder)
        self._workers.add(worker)
        with contextlib.suppress(WorkerEnded, TimeoutError):
            await loop.run_in_executor(self._threads, worker.start)
        if self._closed:
            worker.end()
        elif worker.usable:
            self._free.put_nowait(worker)
        else:
            await asyncio.sleep(1)
            await self._replace(worker)


def _remove_left_behind() -> None:
    """Remove what servers that were killed left in the temporary folder."""
    for path in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
        owner = path.name.removeprefix(_FOLDER).partition("-")[0]
        if owner.isdigit() and not _is_running(int(owner)):
            shutil.rmtree(path, ignore_errors=True)


def _is_running(process: int) -> bool:
    if os.name != "posix":
        return False  # there a folder in use cannot be removed
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
