"""Several processes on this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from checker.corpus.auditing.engines.engine import Batch, Done, batches_of, make_work, write_ended
from checker.parallel import processes_for, work_apart
from checker.project import Options

_DIED = -1


@dataclass(frozen=True)
class Pool:
    """So many processes as ``jobs``, else one for each core when the documents are many. A batch on
    which one dies is done again, one document at a time; what ends a process then is told of the
    document, and does not end the run."""

    jobs: int | None = None

    def run(self, paths: Sequence[str], options: Options, parts: Path) -> Iterator[Done]:
        processes = processes_for(len(paths), self.jobs)
        batches = batches_of(paths, processes)
        work, died = partial(make_work, options, parts), []
        done = work_apart(batches, work, processes, lambda _: _DIED)
        for batch, documents in zip(batches, done, strict=True):
            if documents == _DIED:
                died.append(batch)
            else:
                yield Done(documents, batch[-1])
        again = [(path,) for batch in died for path in batch]
        ended = partial(_ended, options, parts)
        for (path,), documents in zip(again, work_apart(again, work, 1, ended), strict=True):
            yield Done(documents, path)


def _ended(options: Options, parts: Path, batch: Batch) -> int:
    return write_ended(options, parts, *batch)
