"""What is written about a defect of Soát: where it is, and never the words of an error, which may
hold some of a text or the name of a file."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path


def tell_defect(error: BaseException) -> None:
    """Write the kind of an unexpected error and the line of code where it came up to stderr."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    print(f"soat: {type(error).__name__} ({place})", file=sys.stderr, flush=True)


def tell_only_defects() -> None:
    """Have the logs of this process tell defects, in this way, and nothing else."""
    root = logging.getLogger()
    root.handlers = [_Defects(logging.ERROR)]
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [], True
        logger.setLevel(logging.ERROR)


class _Defects(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, Exception):
            tell_defect(error)
