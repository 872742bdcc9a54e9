"""Acronyms that every reader of administrative documents knows, and those seen in print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from checker.registers import load_words


@dataclass(frozen=True)
class Acronyms:
    """``meanings`` maps known acronyms to what they stand for; ``seen`` are all capitals that
    occur in print often enough to be no slip; ``slips`` maps known slips to what is meant."""

    meanings: dict[str, str]
    seen: frozenset[str]
    slips: dict[str, str]


def make_acronyms(raw: dict[str, Any]) -> Acronyms:
    """Make the register of acronyms.yml (curated) and acronyms-seen.txt (counted by
    tools/build_registers.py)."""
    return Acronyms(raw["acronyms"], load_words("acronyms-seen.txt"), raw["slips"])
