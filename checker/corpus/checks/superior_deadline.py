"""``check: superior-deadline``: a plan sets a later day than the superior's for the same task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import SentenceRecord, Spot, TaskRecord
from checker.corpus.superior.coverage_terms import PlanWords
from checker.corpus.superior.requirements import PLAN, REPORT, Asked, deadline, find_asked
from checker.corpus.superior.superiors import find_superiors, shown_day

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_SAME = 0.6  # of the terms of the shorter of two texts that tell of one task
_LEAST = 2  # terms that both must have


class _Set(NamedTuple):
    """A day that a plan sets, and for what."""

    doc: int
    spot: Spot
    text: str
    day: str


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("day", "superior_day", "task", "superior")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        above = find_superiors(corpus)
        asked = [one for one in find_asked(corpus) if one.deadline]
        words = PlanWords.load()
        tasks = [(one, words.terms(one.title)) for one in asked if one.kind not in (PLAN, REPORT)]
        for told in _days_set(corpus) if tasks else ():
            some = [(one, terms) for one, terms in tasks if one.doc in above.get(told.doc, ())]
            same = _same_task(words.terms(told.text), some)
            if same and told.day > same.deadline:
                yield _fact(corpus, told, same)


def _same_task(
    terms: frozenset[str], tasks: Sequence[tuple[Asked, frozenset[str]]]
) -> Asked | None:
    """The task of the superior's plan that a text tells of; none where two are as near."""
    near = sorted(
        ((len(terms & theirs), index) for index, (_, theirs) in enumerate(tasks)), reverse=True
    )
    if not near or near[0][0] < _LEAST or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    common, index = near[0]
    one, theirs = tasks[index]
    return one if common >= _SAME * min(len(terms), len(theirs)) else None


def _days_set(corpus: Corpus) -> Iterator[_Set]:
    """The days by which plans want something done."""
    for doc, task in corpus.rows(TaskRecord, "deadline <> ''"):
        yield _Set(doc, task, task.title, task.deadline)
    dated = corpus.rows(
        SentenceRecord, "zone IN ('body', 'closing', 'heading') AND words LIKE '%/20%'"
    )
    for doc, rows in groupby(dated, key=lambda row: row[0]):
        for _, one in rows:
            if day := deadline(one.words):
                yield _Set(doc, one, one.words, day)


def _fact(corpus: Corpus, told: _Set, asked: Asked) -> CorpusFact:
    return CorpusFact(
        At(told.doc, told.spot),
        {
            "day": shown_day(told.day),
            "superior_day": shown_day(asked.deadline),
            "task": asked.title,
            "superior": corpus.documents[asked.doc].name,
        },
        (At(asked.doc, asked.spot),),
    )
