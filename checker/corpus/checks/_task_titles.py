"""When tasks of two documents, and units named in them, are the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from checker.corpus.records import TaskRecord
from checker.text.folding import fold

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"^\s*(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s+")
_UNIT_WORDS = 3  # by which a unit is known: its name may be shortened after them
_SAME = 0.85  # share of the words of both titles that are the same


def title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title, folded and small, without the number before it."""
    return tuple(_WORD.findall(fold(_NUMBER.sub("", title)).lower()))


def shown(words: str) -> str:
    """Return words without the marks that end them."""
    return words.strip(" .;:,")


def same_units(names: Iterable[str]) -> frozenset[str]:
    """Return what units are known by, so that one named in two ways is the same."""
    return frozenset(" ".join(name.split()[:_UNIT_WORDS]) for name in names)


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of the words of both titles that are the same, from 0 to 1."""
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common / (len(one) + len(other)) if one or other else 0.0


def matched(
    tasks: Sequence[TaskRecord], others: Sequence[TaskRecord], least_words: int
) -> Iterator[tuple[TaskRecord, TaskRecord]]:
    """Yield the tasks of two documents that are the same, those whose title stands once in each and
    has ``least_words``."""
    ones, twos = _single(tasks, least_words), _single(others, least_words)
    for words, task in ones.items():
        alike = [two for two in twos if likeness(words, two) >= _SAME]
        if words in twos:
            yield task, twos[words]
        elif len(alike) == 1 and sum(likeness(alike[0], one) >= _SAME for one in ones) == 1:
            yield task, twos[alike[0]]


def _single(tasks: Sequence[TaskRecord], least_words: int) -> dict[tuple[str, ...], TaskRecord]:
    found: dict[tuple[str, ...], list[TaskRecord]] = defaultdict(list)
    for task in tasks:
        words = title_words(task.title)
        if len(words) >= least_words:
            found[words].append(task)
    return {words: same[0] for words, same in found.items() if len(same) == 1}
