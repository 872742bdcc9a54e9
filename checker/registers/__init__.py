"""Dated facts behind the checks; the data lies beside the code in YAML, with source and date."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def load_words(name: str) -> frozenset[str]:
    """Read a counted register: words divided by blanks, lines with ``#`` left out."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if line[:1] != "#" for word in line.split())
