"""A change of how a stretch of text is set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Setting(NamedTuple):
    """How ``raw[start:end]`` is to be set: ``values`` are fields of ``Format``,
    ``ParagraphFormat`` or ``Page`` (:mod:`checker.reading.layout`), in its units, those of a Page
    for the sections in which the span lies; the width and height are of the sheet held upright."""

    start: int
    end: int
    values: Mapping[str, float | bool | str]
