"""The folder of a server's temporary files, gone with it, or at the next start after a crash."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

_NAME = "soat-serve-"
_LOCK = "lock"  # a file in the folder that is locked while its server runs
_YOUNG = 60  # seconds for which a folder may be without it


class TemporaryFolder:
    """A folder in the system's folder of temporary files; ``path`` is there once it is made."""

    def __init__(self) -> None:
        self.path = Path()
        self._lock: int | None = None

    def make(self) -> None:
        """Make the folder, and remove those that servers which were killed have left."""
        for left in Path(tempfile.gettempdir()).glob(f"{_NAME}*"):
            if not left.is_symlink() and not _is_used(left):
                shutil.rmtree(left, ignore_errors=True)
        self.path = Path(tempfile.mkdtemp(prefix=_NAME))
        self._lock = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        _lock(self._lock)

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
            shutil.rmtree(self.path, ignore_errors=True)


def remove_from_within(part: Path) -> None:
    """Remove a folder that lies in that of a server which has ended, and that too when it is the
    last."""
    shutil.rmtree(part, ignore_errors=True)
    whole = part.parent
    if whole.name.startswith(_NAME) and not any(one.is_dir() for one in whole.glob("*")):
        shutil.rmtree(whole, ignore_errors=True)


def _is_used(folder: Path) -> bool:
    """Tell whether a running server holds the folder; one that cannot be looked at is not ours."""
    try:
        file = os.open(folder / _LOCK, os.O_RDWR)
    except FileNotFoundError:
        return time.time() - folder.stat().st_mtime < _YOUNG
    except OSError:
        return True
    try:
        _lock(file)
    except OSError:
        return True
    finally:
        os.close(file)
    return False


def _lock(file: int) -> None:
    """Lock an open file until it is closed. Raises OSError where another process holds it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
