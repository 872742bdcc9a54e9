"""Who does the work of an audit: this process, several, or a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from checker.corpus.auditing import Auditor
from checker.corpus.parts import Parts
from checker.project import Options

Batch = tuple[str, ...]
BATCH = 40  # documents


class Engine(Protocol):
    """Has batches done. ``run`` yields how many documents of each are done, in any order."""

    def run(self, batches: Sequence[Batch], options: Options, parts: Path) -> Iterator[int]: ...


class Sequential:
    """One batch after another, in this process."""

    def run(self, batches: Sequence[Batch], options: Options, parts: Path) -> Iterator[int]:
        work = make_work(options, parts)
        yield from map(work, batches)


def make_work(options: Options, parts: Path) -> Callable[[Batch], int]:
    """Return what does a batch and writes its part."""
    auditor = Auditor(options)

    def work(batch: Batch) -> int:
        return Parts(parts).write(batch, [auditor.audited(path) for path in batch])

    return work


def batches_of(paths: Sequence[str]) -> list[Batch]:
    """Divide paths into batches."""
    return [tuple(paths[at : at + BATCH]) for at in range(0, len(paths), BATCH)]
