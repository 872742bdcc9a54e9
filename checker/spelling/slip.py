"""What a finder of misspellings states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong word or phrase, ``text[start:end]``; ``kind`` is what a rule names under ``of``.
    ``suggestions`` are what to write instead, the best first, in the letter case of the text;
    ``values`` fill the placeholders of the rule's message."""

    kind: str
    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
