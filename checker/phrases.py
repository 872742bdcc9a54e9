"""What the program says outside of rules, in Vietnamese and English."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {}


def say(key: str, lang: str = "vi", **values: object) -> str:
    """Return the phrase ``key`` in ``lang`` (``vi`` or ``en``), its placeholders filled."""
    return PHRASES[key][lang].format(**values)
