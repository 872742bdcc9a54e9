"""A change of a text as read."""

from __future__ import annotations

from typing import NamedTuple


class Edit(NamedTuple):
    """Replace ``raw[start:end]`` by ``text``; an edit never holds a line end (``\\n``)."""

    start: int
    end: int
    text: str
