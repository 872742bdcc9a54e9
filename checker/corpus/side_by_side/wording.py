"""Two passages word by word: what both have, and what only one has."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from checker.corpus.side_by_side.passages import Passage

_LONG = 6000  # words of both passages
_SHORTEST = 2  # words that both have between two differences, to be told as such


class Run(NamedTuple):
    """Words of the first passage and what stands for them in the second, as written there; the
    ``same`` in both, or not."""

    same: bool
    first: str
    second: str

    @property
    def mirrored(self) -> Run:
        return Run(self.same, self.second, self.first)


class _Unit(NamedTuple):
    """A word or a mark, or a whole line, and where it begins."""

    words: str
    start: int


def runs_of(first: Passage, second: Passage) -> tuple[Run, ...]:
    """Return both passages whole, cut where they begin or cease to be the same; long ones are
    compared line by line."""
    by_line = len(first.words) + len(second.words) > _LONG
    units, other_units = _units(first, by_line), _units(second, by_line)
    cuts = _cuts([one.words for one in units], [one.words for one in other_units], by_line)
    starts = [(0, 0)]
    for _, at, other in cuts[1:]:
        starts.append((_start(units, at, first), _start(other_units, other, second)))
    ends = [*starts[1:], (len(first.text), len(second.text))]
    return tuple(
        Run(same, first.text[start:end], second.text[other:other_end])
        for (same, *_), (start, other), (end, other_end) in zip(cuts, starts, ends, strict=True)
    )


def _units(passage: Passage, by_line: bool) -> list[_Unit]:
    if not by_line:
        return [
            _Unit(word, start)
            for word, (start, _) in zip(passage.words, passage.tokens, strict=True)
        ]
    lines = []
    start = 0
    for line in passage.text.splitlines(keepends=True):
        begins = max(start, passage.marker if start == 0 else 0)
        lines.append(_Unit(passage.text[begins : start + len(line)].strip(), begins))
        start += len(line)
    return lines


def _cuts(
    first: Sequence[str], second: Sequence[str], by_line: bool
) -> list[tuple[bool, int, int]]:
    """Where runs begin, by the indexes of units; what lies between two differences and is too short
    to be read as the same belongs to them."""
    opcodes = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    cuts: list[tuple[bool, int, int]] = []
    for at, (tag, start, end, other, _) in enumerate(opcodes):
        words = sum(word[:1].isalnum() for word in first[start:end])
        short = not by_line and 0 < at < len(opcodes) - 1 and words < _SHORTEST
        same = tag == "equal" and not short
        if not cuts or cuts[-1][0] is not same:
            cuts.append((same, start, other))
    return cuts or [(True, 0, 0)]


def _start(units: Sequence[_Unit], index: int, passage: Passage) -> int:
    return units[index].start if index < len(units) else len(passage.text)
