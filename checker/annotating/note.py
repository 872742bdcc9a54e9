"""What is said of a place in a text as read."""

from __future__ import annotations

from typing import NamedTuple


class Note(NamedTuple):
    """``words`` (one line or several) on ``raw[start:end]``; an empty span is the place where
    something is missing."""

    start: int
    end: int
    level: str
    words: str
