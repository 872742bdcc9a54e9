"""An audit of a made set, timed."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from checker.corpus.auditing.audit import AuditOptions, compare, keep, run_batches
from checker.corpus.auditing.engines import Engine
from checker.corpus.finding import CorpusFinding
from checker.project import Options
from tools.benchmarks.audit.truth import Truth


class Run(NamedTuple):
    """``reading`` and ``comparing`` in seconds, ``memory`` the peak of this process, or of the
    largest of its workers, in MB."""

    documents: int
    reading: float
    comparing: float
    memory: float
    findings: tuple[CorpusFinding, ...]


def run_audit(folder: Path, out: Path, truth: Truth, engine: Engine) -> Run:
    """Audit the documents of a folder against those of the truth. Raises OSError."""
    against = tuple(str(folder / name) for name in truth.superiors)
    paths = [str(path) for path in sorted(folder.glob("*.txt")) if str(path) not in against]
    asked = AuditOptions(Options("vi", "issued"), against, truth.expected)
    start = time.perf_counter()
    for _ in run_batches(paths, asked, out, engine):
        pass
    read = time.perf_counter()
    audit = compare(paths, asked, out)
    findings = audit.findings
    keep(audit, out)
    end = time.perf_counter()
    return Run(len(paths), read - start, end - read, max(_peaks()), findings)


def _peaks() -> Iterator[float]:
    """The peak of memory of this process and of its largest child, in MB."""
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        yield resource.getrusage(who).ru_maxrss / 1024
