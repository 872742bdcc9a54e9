"""Spelling checkers as the measurement sees them: ours, and programs from outside."""

from __future__ import annotations

import re
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.spelling import real_words
from checker.spelling.slip import Slip
from checker.spelling.speller import Speller
from checker.spelling.tokens import prose_of

_OUTSIDE = re.compile(r"(\d+):(\d+) (\S+) ?(.*)")
CERTAIN = 99.0  # the gain of what rests on no statistics


@dataclass(frozen=True)
class Mark:
    """What a program says of a word: where, what it would write, how sure it is."""

    start: int
    end: int
    suggestions: tuple[str, ...]
    gain: float = CERTAIN


Checker = Callable[[Sequence[str]], Iterator[list[Mark]]]


def own_checker(speller: Speller) -> Checker:
    def check(texts: Sequence[str]) -> Iterator[list[Mark]]:
        for text in texts:
            yield [
                Mark(slip.start, slip.end, slip.suggestions, _gain(slip))
                for slip in speller.slips(prose_of(text))
            ]

    return check


def _gain(slip: Slip) -> float:
    """What is told for other reasons than its gain counts as told at any threshold; a guess, which
    is not told, has less than is needed."""
    gain = float(slip.values.get("gain", CERTAIN))
    least = real_words.LEAST_GAIN
    return min(gain, least - 0.1) if slip.kind == "guess" else max(gain, least)


def outside_checker(command: str) -> Checker:
    """A program that reads a file of paragraphs."""

    def check(texts: Sequence[str]) -> Iterator[list[Mark]]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "paragraphs.txt"
            path.write_text("\n".join(texts) + "\n", encoding="utf-8")
            arguments = [part.replace("{file}", str(path)) for part in shlex.split(command)]
            ran = subprocess.run(arguments, capture_output=True, text=True, check=False)
        marks: list[list[Mark]] = [[] for _ in texts]
        for line in ran.stdout.splitlines():
            found = _OUTSIDE.fullmatch(line)
            if found:
                start = int(found[2]) - 1
                suggestions = tuple(one.strip() for one in found[4].split(",") if one.strip())
                mark = Mark(start, start + len(found[3]), suggestions)
                marks[int(found[1]) - 1].append(mark)
        yield from marks

    return check
