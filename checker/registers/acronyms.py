"""Acronyms that every reader of administrative documents knows, and those seen in print."""

from __future__ import annotations

from dataclasses import dataclass

from checker.data import load_yaml
from checker.registers import FOLDER, load_words


@dataclass(frozen=True)
class Acronyms:
    """``meanings`` maps known acronyms to what they stand for; ``seen`` are all capitals that
    occur in print often enough to be no slip."""

    meanings: dict[str, str]
    seen: frozenset[str]


def load_acronyms() -> Acronyms:
    """Read acronyms.yml (curated) and acronyms-seen.txt (counted by tools/build_registers)."""
    return Acronyms(
        load_yaml(FOLDER / "acronyms.yml")["acronyms"], load_words("acronyms-seen.txt")
    )
