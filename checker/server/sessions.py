"""Ending all that a process started, programs in groups of their own too.

A worker leads a session (POSIX), which what it starts belongs to, also after the worker has died.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_MOST_ROUNDS = 20  # what is started while others are being ended is found in the next


def end_session(leader: int) -> None:
    """End the processes of the session that the process ``leader`` leads, but not this one; on
    Windows, which has no sessions, the process and all that it started."""
    if sys.platform == "win32":
        command = ["taskkill", "/T", "/F", "/PID", str(leader)]
        subprocess.run(command, capture_output=True, check=False)
        return
    for _ in range(_MOST_ROUNDS):
        members = [one for one in _processes() if one != os.getpid() and _session(one) == leader]
        if not members:
            return
        for member in members:
            with contextlib.suppress(OSError):
                os.kill(member, signal.SIGKILL)


def _processes() -> Iterator[int]:
    """The numbers of the running processes, but for those that have ended and wait to be known."""
    if Path("/proc/self/stat").exists():
        for place in Path("/proc").iterdir():
            if place.name.isdigit() and not _has_ended(place):
                yield int(place.name)
        return
    listed = subprocess.run(["ps", "-A", "-o", "pid=,stat="], capture_output=True, check=False)
    for line in listed.stdout.decode("ascii", "replace").splitlines():
        number, _, state = line.strip().partition(" ")
        if number.isdigit() and "Z" not in state:
            yield int(number)


def _has_ended(place: Path) -> bool:
    try:
        state = (place / "stat").read_bytes().rpartition(b") ")[2][:1]
    except OSError:
        return True
    return state in (b"Z", b"X")


def _session(process: int) -> int:
    try:
        return os.getsid(process)
    except OSError:
        return 0
