"""The processes that do what clients ask, within bounds of time, memory and number.

The process that talks with clients never reads a document itself: what a hostile file does, it does
to a worker, which is replaced.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from checker.errors import SoatError
from checker.server.bench import Bench
from checker.server.limits import Limits
from checker.server.temporary import TemporaryFolder
from checker.server.worker import Worker, WorkerEnded

Answer = TypeVar("Answer", covariant=True)
_PAUSE = 1.0  # seconds before a process that did not start is started anew


class Job(Protocol[Answer]):
    """Something to do; it goes to a worker and its answer comes back, so both can be pickled."""

    def do(self, bench: Bench) -> Answer: ...


class ServerError(SoatError):
    """What kept a job from being done that is not the client's fault: ``busy``, ``took-too-long``,
    ``worker-lost``, ``no-workers``."""


class Crew:
    """Worker processes that share the jobs; start it with ``async with``. ``failure`` is why it
    could not be started."""

    def __init__(self, make_bench: Callable[[], Bench], limits: Limits) -> None:
        self.limits = limits
        self._make_bench = make_bench
        self._free: asyncio.Queue[Worker] = asyncio.Queue()
        self._workers: set[Worker] = set()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._waiting = 0
        self._closed = False
        self._folder = TemporaryFolder()
        self.failure: SoatError | None = None
        # one thread waits for each worker, and one more each while another takes its place
        self._threads = ThreadPoolExecutor(2 * limits.workers, "soat-worker")

    async def __aenter__(self) -> Crew:
        """Start the workers. Raises the SoatError that one meets in its preparation, and
        ServerError ``no-workers`` where none can be started."""
        self._folder.make()
        try:
            hired = [self._begin(self._hire()) for _ in range(self.limits.workers)]
            if not any(await asyncio.gather(*hired)):
                raise ServerError("no-workers")
        except SoatError as error:
            self.failure = error
            await self.__aexit__()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closed = True
        for worker in list(self._workers):
            worker.end()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._threads.shutdown(wait=True, cancel_futures=True)
        self._folder.remove()

    @property
    def is_ready(self) -> bool:
        """Whether there is any worker that does a job or waits for one."""
        return any(worker.is_alive for worker in self._workers)

    async def do(self, job: Job[Answer], seconds: float | None = None) -> Answer:
        """Have a worker do the job and return its answer; ``seconds`` is its time, unless the usual
        one. A job that has not begun is not done when this is cancelled. Raises the SoatError that
        the job raises, and ServerError."""
        worker = await self._free_worker()
        task = self._begin(self._asked(worker, job, seconds or self.limits.seconds))
        await asyncio.wait([task])  # when this is cancelled the worker stays at its job
        answer: Answer = task.result()
        return answer

    async def _free_worker(self) -> Worker:
        if self._free.empty() and self._waiting >= self.limits.waiting:
            raise ServerError("busy")
        self._waiting += 1
        try:
            async with asyncio.timeout(self.limits.patience):
                while True:
                    worker = await self._free.get()
                    if worker.is_alive:
                        return worker
                    self._begin(self._replace(worker))
        except TimeoutError:
            raise ServerError("busy") from None
        finally:
            self._waiting -= 1

    def _begin(self, work: Coroutine[Any, Any, Answer]) -> asyncio.Task[Answer]:
        """Start what goes on whatever becomes of the client."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._end)
        return task

    def _end(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # one that nobody awaits any more is not to be told in a log

    async def _asked(self, worker: Worker, job: Job[Any], seconds: float) -> Any:
        try:
            return await self._in_thread(worker.ask, job, seconds)
        except TimeoutError:
            raise ServerError("took-too-long", seconds=round(seconds)) from None
        except WorkerEnded:
            raise ServerError("worker-lost") from None
        finally:
            if worker.usable:
                self._free.put_nowait(worker)
            elif not self._closed:
                self._begin(self._replace(worker))

    async def _replace(self, worker: Worker) -> None:
        """End a worker and start another, until one starts."""
        started = False
        while not started and not self._closed:
            self._workers.discard(worker)
            await self._in_thread(worker.end)
            try:
                started = await self._hire()
            except SoatError:  # a soat.yml that has got a mistake
                started = False
            if not started:
                await asyncio.sleep(_PAUSE)

    async def _hire(self) -> bool:
        """Start a process and tell whether it came to be ready for jobs."""
        worker = Worker(self._make_bench, self.limits, self._folder.path)
        self._workers.add(worker)
        try:
            await self._in_thread(worker.start)
        except (WorkerEnded, TimeoutError):
            pass
        finally:
            if self._closed or not worker.usable:
                self._workers.discard(worker)
                await self._in_thread(worker.end)
        if worker.usable:
            self._free.put_nowait(worker)
        return worker.usable

    async def _in_thread(self, do: Callable[..., Any], *given: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._threads, do, *given)
