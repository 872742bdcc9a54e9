"""Worker processes: what a job does to its worker, it does to no other."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checker.errors import ConfigError, SoatError
from checker.server.crew import Crew
from checker.server.limits import Limits
from tests.server.work import (
    SECRET,
    Break,
    Die,
    Fill,
    Leave,
    NoBench,
    Refuse,
    Say,
    Wait,
    bad_bench,
    no_bench,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX sessions")
LIMITS = Limits(workers=1)
Work = Callable[[Crew], Coroutine[Any, Any, None]]


def with_crew(work: Work, limits: Limits = LIMITS, bench: Any = NoBench) -> None:
    """Run ``work`` with a crew, which is then ended."""

    async def run() -> None:
        async with Crew(bench, limits) as crew:
            await asyncio.wait_for(work(crew), 30)

    asyncio.run(run())


async def code(doing: Awaitable[object]) -> str:
    with pytest.raises(SoatError) as caught:
        await doing
    assert SECRET not in caught.value.message("vi")
    return caught.value.code


@contextlib.asynccontextmanager
async def at_work(
    crew: Crew, pipe: Path, *, program: bool = False, seconds: float = 30
) -> AsyncIterator[tuple[Any, int]]:
    """A job that never ends and has begun, with the number that it tells."""
    os.mkfifo(pipe)
    task = asyncio.create_task(crew.do(Wait(str(pipe), program), seconds))
    yield task, int(await asyncio.to_thread(pipe.read_text))
    task.cancel()


def is_running(process: int) -> bool:
    """Whether there is such a process that has not ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2]
    except OSError:
        return False
    return not state.startswith(("Z", "X"))


def test_a_job_is_done_and_its_error_is_told() -> None:
    async def work(crew: Crew) -> None:
        assert (await crew.do(Say("a")))[0] == "a"
        assert await code(crew.do(Refuse())) == "too-large"
        first, second = await crew.do(Say()), await crew.do(Say())
        assert first == second != os.getpid()

    with_crew(work)


def test_a_defect_tells_none_of_the_text(capfd: pytest.CaptureFixture[str]) -> None:
    async def work(crew: Crew) -> None:
        assert await code(crew.do(Break())) == "job-failed"
        task = asyncio.create_task(crew.do(Break()))
        await asyncio.sleep(0)
        task.cancel()
        await crew.do(Say())

    with_crew(work)
    told = capfd.readouterr()
    assert (told.out, told.err) == ("", "")


def test_a_worker_that_takes_too_long_or_dies_is_replaced() -> None:
    async def work(crew: Crew) -> None:
        _, before = await crew.do(Say())
        assert await code(crew.do(Wait(), 0.1)) == "took-too-long"
        _, after = await crew.do(Say())
        assert await code(crew.do(Die())) == "worker-lost"
        _, last = await crew.do(Say())
        assert len({before, after, last}) == 3
        assert not is_running(before)

    with_crew(work)


def test_a_worker_that_is_killed_at_work_is_told_only_to_its_client(tmp_path: Path) -> None:
    async def work(crew: Crew) -> None:
        async with at_work(crew, tmp_path / "pipe") as (task, process):
            other = asyncio.create_task(crew.do(Say("b")))
            os.kill(process, signal.SIGKILL)
            assert await code(task) == "worker-lost"
            assert (await other)[0] == "b"

    with_crew(work)


def test_a_worker_that_died_while_it_waited_is_told_to_nobody() -> None:
    async def work(crew: Crew) -> None:
        _, process = await crew.do(Say())
        os.kill(process, signal.SIGKILL)
        while crew.is_ready:
            await asyncio.sleep(0)
        assert (await crew.do(Say("a")))[0] == "a"

    with_crew(work)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_what_a_worker_started_ends_with_it(tmp_path: Path) -> None:
    async def work(crew: Crew) -> None:
        async with at_work(crew, tmp_path / "pipe", program=True, seconds=0.5) as (task, program):
            assert is_running(program)
            assert await code(task) == "took-too-long"
            await crew.do(Say())
            assert not is_running(program)

    with_crew(work)


def test_jobs_beyond_those_that_may_wait_are_refused(tmp_path: Path) -> None:
    async def work(crew: Crew) -> None:
        async with at_work(crew, tmp_path / "pipe") as (_, process):
            waiting = asyncio.create_task(crew.do(Say()))
            await asyncio.sleep(0)
            assert await code(crew.do(Say())) == "busy"
            assert await code(waiting) == "busy"
            os.kill(process, signal.SIGKILL)

    with_crew(work, replace(LIMITS, waiting=1, patience=0.2))


def test_a_client_that_is_gone_takes_no_worker_with_it(tmp_path: Path) -> None:
    done = tmp_path / "done"

    async def work(crew: Crew) -> None:
        async with at_work(crew, tmp_path / "pipe") as (task, process):
            waiting = asyncio.create_task(crew.do(Wait(str(done))))
            await asyncio.sleep(0)
            waiting.cancel()
            task.cancel()
            os.kill(process, signal.SIGKILL)
            assert (await crew.do(Say("a")))[0] == "a"
            assert not done.exists()

    with_crew(work)


def test_memory_is_bounded_and_a_worker_that_held_much_is_replaced() -> None:
    async def work(crew: Crew) -> None:
        _, before = await crew.do(Say())
        assert await code(crew.do(Fill(3_000_000_000))) == "too-much-memory"
        assert (await crew.do(Say()))[1] == before
        assert await crew.do(Fill(200_000_000)) == before
        assert (await crew.do(Say()))[1] != before

    with_crew(work, replace(LIMITS, memory=2_000_000_000, worn=200_000_000))


def test_temporary_files_go_with_the_crew() -> None:
    left: list[Path] = []

    async def work(crew: Crew) -> None:
        left.append(Path(await crew.do(Leave())))
        assert left[0].exists()
        assert left[0].parent.stat().st_mode & 0o777 == 0o700

    with_crew(work)
    assert not left[0].parent.parent.exists()


def test_a_crew_that_cannot_start_says_why() -> None:
    async def work(_crew: Crew) -> None:
        raise AssertionError

    with pytest.raises(ConfigError):
        with_crew(work, bench=bad_bench)
    with pytest.raises(SoatError) as caught:
        with_crew(work, bench=no_bench)
    assert caught.value.code == "no-workers"


def test_readiness_is_told() -> None:
    async def work(crew: Crew) -> None:
        assert crew.is_ready

    with_crew(work)
    assert not Crew(NoBench, LIMITS).is_ready  # type: ignore[arg-type]
