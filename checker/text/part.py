"""A stretch of a text with its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document; false when it is missing."""

    text: str
    start: int
    end: int

    def __bool__(self) -> bool:
        return self.end > self.start

    @staticmethod
    def missing(at: int) -> Part:
        return Part("", at, at)
