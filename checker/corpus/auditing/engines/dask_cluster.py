"""A Dask cluster: one on this machine, or one that is there already."""

from __future__ import annotations

import contextlib
import importlib
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from checker.corpus.auditing.engines.engine import Batch, Done, batches_of, make_work, write_ended
from checker.errors import InputError
from checker.parallel import cores
from checker.project import Options

_RETRIES = 2
_FAILURES = 1  # workers that may die on a batch before it is divided


@dataclass(frozen=True)
class DaskCluster:
    """The workers of the scheduler at an address; without one so many processes here as ``jobs``,
    else one for each core. Workers elsewhere must see the documents, and the folder of the parts,
    under the same paths. A worker that dies is seen to as by the pool."""

    scheduler: str | None = None
    jobs: int | None = None

    def run(self, paths: Sequence[str], options: Options, parts: Path) -> Iterator[Done]:
        """Also raises InputError: ``no-dask``, ``no-scheduler``."""
        if not paths:
            return
        run = _Run(uuid.uuid4().hex, options, parts.resolve())
        with self._client() as client:
            workers = max(1, sum(client.nthreads().values()))
            died: list[Batch] = []
            yield from _done(client, run, batches_of(paths, workers), died)
            killers: list[Batch] = []
            for path in (path for batch in died for path in batch):
                yield from _done(client, run, [(path,)], killers)
        for (path,) in killers:
            yield Done(write_ended(options, parts, path), path)

    @contextlib.contextmanager
    def _client(self) -> Iterator[Any]:
        distributed = _distributed()
        with contextlib.ExitStack() as open_:
            if self.scheduler is None:
                few = {"distributed.scheduler.allowed-failures": _FAILURES}
                open_.enter_context(importlib.import_module("dask.config").set(few))
                cluster = distributed.LocalCluster(
                    n_workers=self.jobs or cores(),
                    threads_per_worker=1,
                    dashboard_address=None,
                    silence_logs=50,
                )
                address = open_.enter_context(cluster)
            else:
                address = self.scheduler
            try:
                client = distributed.Client(address)
            except (OSError, ValueError) as error:
                told = str(error) or type(error).__name__
                raise InputError("no-scheduler", path=self.scheduler, reason=told) from None
            yield open_.enter_context(client)


class _Run(NamedTuple):
    """What a worker must know; ``name`` is that of one run alone."""

    name: str
    options: Options
    parts: Path

    def here(self) -> Callable[[Batch], int]:
        """Return what does a batch in this thread of this worker, loaded once for a run."""
        kept = _distributed().get_worker().__dict__.setdefault("soat_audit", threading.local())
        if getattr(kept, "run", None) != self.name:
            kept.run, kept.work = self.name, make_work(self.options, self.parts)
        work: Callable[[Batch], int] = kept.work
        return work


def _do(run: _Run, batch: Batch) -> int:
    return run.here()(batch)


def _done(client: Any, run: _Run, batches: Iterable[Batch], died: list[Batch]) -> Iterator[Done]:
    """Yield what is done of batches; those on which workers die are put into ``died``."""
    distributed = _distributed()
    asked = {client.submit(_do, run, one, pure=False, retries=_RETRIES): one for one in batches}
    for future in distributed.as_completed(asked):
        batch = asked[future]
        try:
            yield Done(future.result(), batch[-1])
        except distributed.KilledWorker:
            died.append(batch)


def _distributed() -> Any:
    """The library, whose functions have no types. Raises InputError ``no-dask``."""
    try:
        return importlib.import_module("distributed")
    except ImportError:
        raise InputError("no-dask") from None
