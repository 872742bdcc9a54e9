"""One batch after another, in this process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.corpus.auditing.engines.engine import Done, batches_of, make_work
from checker.project import Options


class Sequential:
    """The engine that needs nothing; a file on which Python itself dies ends it."""

    def run(self, paths: Sequence[str], options: Options, parts: Path) -> Iterator[Done]:
        work = make_work(options, parts)
        for batch in batches_of(paths):
            yield Done(work(batch), batch[-1])
