"""What an engine is, and the work that it has done batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from checker.corpus.auditing.auditor import Auditor
from checker.corpus.auditing.parts import Parts
from checker.project import Options

Batch = tuple[str, ...]

_LARGEST = 32  # documents: a few seconds of work, which is all that is lost when a run is ended
_SHARES = 4  # batches for each process at least, so that all have work to the end


class Done(NamedTuple):
    """A batch that is done: how many documents, and the path of the last."""

    documents: int
    last: str


class Engine(Protocol):
    """Has documents audited. ``run`` writes the parts of those at ``paths`` into a folder, in
    batches, and yields each batch. Raises ConfigError and RuleError for a soat.yml with a mistake,
    InputError for a part that cannot be written."""

    def run(self, paths: Sequence[str], options: Options, parts: Path) -> Iterator[Done]: ...


def make_work(options: Options, parts: Path) -> Callable[[Batch], int]:
    """Return what does a batch, writes its part, and tells how many documents that are."""
    auditor, written = Auditor(options), Parts(parts)
    return lambda batch: written.write(auditor.audited(path) for path in batch)


def write_ended(options: Options, parts: Path, path: str) -> int:
    """Write the part of a document on which the process that read it was ended."""
    return Parts(parts).write([Auditor(options).ended(path)])


def batches_of(paths: Sequence[str], processes: int = 1) -> list[Batch]:
    """Divide paths into batches for so many processes."""
    size = max(1, min(_LARGEST, len(paths) // (processes * _SHARES)))
    return [tuple(paths[at : at + size]) for at in range(0, len(paths), size)]
