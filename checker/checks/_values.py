"""The placeholders of a check's messages."""

from __future__ import annotations

from typing import ClassVar, Protocol


class _WithValues(Protocol):
    VALUES: ClassVar[tuple[str, ...]]


def values_of(check: _WithValues | type[_WithValues], **told: str) -> dict[str, str]:
    """Return the placeholders of a check's messages, those that are not told empty."""
    return dict.fromkeys(check.VALUES, "") | told
