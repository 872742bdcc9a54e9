"""How much a server takes on."""

from __future__ import annotations

from dataclasses import dataclass

from checker.parallel import cores


@dataclass(frozen=True)
class Limits:
    """``upload`` is the most bytes of one request, ``files`` the most files in it. ``seconds`` is
    the time of one job, ``reading`` that of receiving a request. ``workers`` are the processes that
    do jobs, ``waiting`` the jobs that may wait for one, ``patience`` the seconds that one may wait.
    ``memory`` is the most bytes of address space of a worker; one that ever held more than
    ``worn`` bytes is replaced after its job."""

    upload: int = 50_000_000
    files: int = 50
    seconds: float = 60
    reading: float = 60
    workers: int = max(1, cores())
    waiting: int = 32
    patience: float = 60
    memory: int = 6_000_000_000
    worn: int = 1_000_000_000
