"""Print what memory a process and all that it started hold, again and again (Linux).

    python -m tools.load.memory PID [SECONDS]

A line every five seconds: the seconds since the start, the resident memory of the process, of its
workers together, in MB, the number of processes and of the process's open files.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_EVERY = 5.0  # seconds


def resident(process: int) -> int:
    """Return the bytes of memory that a process holds, 0 for one that has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * _PAGE
    except OSError:
        return 0


def started_by(process: int) -> Iterator[int]:
    """Yield the processes that a process started, and those that these did."""
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = path.read_text().split()
        except OSError:
            continue
        for child in map(int, children):
            yield child
            yield from started_by(child)


def main(process: int, seconds: float) -> None:
    begun = time.monotonic()
    while (passed := time.monotonic() - begun) < seconds and resident(process):
        workers = list(started_by(process))
        files = len(list(Path(f"/proc/{process}/fd").iterdir()))
        own, theirs = resident(process) / 1e6, sum(map(resident, workers)) / 1e6
        print(f"{passed:6.0f} {own:7.1f} {theirs:8.1f} {len(workers):3} {files:4}", flush=True)
        time.sleep(_EVERY)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 300)
