"""The parts of a document that are cited: "điểm a khoản 2 Điều 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator

# The smallest first, written as Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.7 has it.
LEVELS = ("tiết", "điểm", "khoản", "Điều", "Tiểu mục", "Mục", "Chương", "Phần", "Phụ lục")
_RANK = {level.lower(): rank for rank, level in enumerate(LEVELS)}
_PIECE = re.compile(
    r"(?P<level>tiết|điểm|khoản|điều|tiểu mục|mục|chương|phần|phụ lục) (?P<label>\w+)"
    r"|(?:, và|,|và) (?P<more>[\dA-Za-zđĐ]{1,4})\b",
    re.IGNORECASE,
)

# Pairs of level and label, the smallest first: (("khoản", "2"), ("Điều", "5")).
Provision = tuple[tuple[str, str], ...]


def read_provisions(text: str) -> tuple[Provision, ...]:
    """Return the provisions that ``text`` lists, each with all that it lies in: "khoản 3, khoản 4
    Điều 5 và Điều 6" gives khoản 3 Điều 5, khoản 4 Điều 5, Điều 6."""
    done: list[Provision] = []
    waiting: list[Provision] = []  # those that the next larger part may hold
    for level, label in _pieces(text):
        rank = _RANK[level.lower()]
        piece = (LEVELS[rank], label)
        before = _RANK[waiting[-1][-1][0].lower()] if waiting else rank
        if before < rank:
            waiting = [
                (*one, piece) if _RANK[one[-1][0].lower()] < rank else one for one in waiting
            ]
        elif before == rank:
            waiting.append((piece,))
        else:
            done += waiting
            waiting = [(piece,)]
    return tuple(done + waiting)


def write_provisions(provisions: tuple[Provision, ...]) -> str:
    """Write each provision whole: "khoản 3 Điều 5, khoản 4 Điều 5, Điều 6"."""
    return ", ".join(" ".join(map(" ".join, one)) for one in provisions)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    level = ""
    for match in _PIECE.finditer(text):
        level = match["level"] or level
        if level:
            yield level, match["label"] or match["more"]
