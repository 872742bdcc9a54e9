"""Dated facts behind the checks; the data lies beside the code in YAML, with source and date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def load_words(name: str) -> frozenset[str]:
    """Read a counted register: words divided by blanks, lines with ``#`` left out."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if line[:1] != "#" for word in line.split())


def read_table(path: Path) -> list[str]:
    """Read the rows of a table, lines with ``#`` left out; columns are divided by tabs, the rows
    sorted by the first."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and line[0] != "#"]


def rows_of(table: Sequence[str], key: str) -> Iterator[str]:
    """Yield the rows of a table whose first column is ``key``."""
    key += "\t"
    index = bisect_left(table, key)
    while index < len(table) and table[index].startswith(key):
        yield table[index]
        index += 1
