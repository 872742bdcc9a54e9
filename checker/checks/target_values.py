"""``check: target-values``: one target with two values, "tỷ lệ hộ nghèo còn 2%" and "… còn 3%".

Targets are the same when the words of what they measure are (see ``checker.text.measures``), and no
other year, term or place stands with one of them or in the headings above it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.kinds import KIND_GROUPS
from checker.text.amounts import Amount
from checker.text.measures import find_measured, find_ties, ties_above
from checker.text.words import words_of

_KINDS = KIND_GROUPS["PROSE"] - {"BASIS", "CELL"}


class _Target(NamedTuple):
    """A figure of what is measured; ``line`` is the index of its line, ``own`` what its sentence
    names of years, terms and places."""

    amount: Amount
    line: int
    own: frozenset[str]


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("other",)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        groups: dict[tuple[str, ...], list[_Target]] = defaultdict(list)
        for key, target in _targets(document):
            groups[key].append(target)
        rivals = [same for same in groups.values() if len({one.amount.values for one in same}) > 1]
        above = ties_above((one.kind, one.text) for one in document.lines) if rivals else []
        for same in rivals:
            first = same[0]
            ties = first.own | above[first.line]
            for other in same[1:]:
                alike = other.own | above[other.line] == ties
                if alike and not other.amount.values & first.amount.values:
                    span = (first.amount.start, first.amount.end)
                    values = {"other": document.text[slice(*span)]}
                    yield Fact(other.amount.start, other.amount.end, values, (), (span,))


def _targets(document: Document) -> Iterator[tuple[tuple[str, ...], _Target]]:
    for index, line in enumerate(document.lines):
        if line.kind in _KINDS:
            for one in find_measured(document.text, document.folded, line.start, line.end):
                key = tuple(word.sound for word in words_of(document.text[slice(*one.words)]))
                own = find_ties(document.text[slice(*one.sentence)])
                yield (*key, one.amount.unit), _Target(one.amount, index, own)
