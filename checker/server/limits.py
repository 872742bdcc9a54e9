"""How much a server takes on."""

from __future__ import annotations

from dataclasses import dataclass

from checker.parallel import cores


@dataclass(frozen=True)
class Limits:
    """Of a request: ``upload`` bytes at most, ``files`` in its form, ``head`` seconds until its
    first line and headers are there, ``reading`` until its body is, ``sending`` seconds within
    which its client must have read more of a large answer.

    Of all requests: ``held`` bytes of bodies at once, ``each`` of them at once from one address.

    Of jobs: ``seconds`` for one, ``scan_seconds`` for one that reads scans; ``workers`` are the
    processes that do them, ``waiting`` the jobs that may wait for one, ``patience`` the seconds
    that one may wait. ``memory`` is the most bytes of address space of a worker; one that ever held
    more than ``worn`` bytes is replaced after its job."""

    upload: int = 50_000_000
    files: int = 50
    head: float = 20
    reading: float = 60
    sending: float = 60
    held: int = 500_000_000
    each: int = 12
    seconds: float = 60
    scan_seconds: float = 300
    workers: int = max(1, cores())
    waiting: int = 32
    patience: float = 60
    memory: int = 6_000_000_000
    worn: int = 1_000_000_000
