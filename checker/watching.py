"""Files that change while one looks on.

Drafts lie on network drives, where the system's own notification is late or missing; so the files
are looked at again and again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

PAUSE = 0.5  # seconds between two looks

_State = tuple[int, int]  # when it was last written, in nanoseconds, and its size in bytes


def watch(
    files: Callable[[], Sequence[str]], pause: Callable[[], None] = lambda: time.sleep(PAUSE)
) -> Iterator[list[str]]:
    """Yield first all that ``files`` returns, then, as they change, those that are new or were
    written since they were last yielded, never an empty list. Does not end by itself.

    ``files`` is asked at every look, ``pause`` waits between two looks. A file counts as changed
    once two looks find it alike, so one that is still being written waits; one that is gone and
    comes back is new. Files are looked at before they are yielded: what is written while the caller
    reads them is told the next time.
    """
    told = seen = _states(files())
    if told:
        yield list(told)
    while True:
        pause()
        before, seen = seen, _states(files())
        told = {path: state for path, state in told.items() if path in seen}
        changed = [
            path
            for path, state in seen.items()
            if state != told.get(path) and state == before.get(path)
        ]
        if changed:
            told |= {path: seen[path] for path in changed}
            yield changed


def _states(paths: Sequence[str]) -> dict[str, _State]:
    """The state of each file that is there."""
    states: dict[str, _State] = {}
    for path in paths:
        try:
            stat = Path(path).stat()
        except (OSError, ValueError):
            continue
        states[path] = (stat.st_mtime_ns, stat.st_size)
    return states
