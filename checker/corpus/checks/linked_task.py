"""``check: linked-task``: the appendix of a plan and the plan do not give the same tasks.

Keys
    of             ``lead`` (a task is led by another unit in the appendix, report or later plan of
                   the office), ``added`` (the appendix has a task that the plan has not) or
                   ``left-out`` (the other way round)
    least_words    words of a title that names one task

Tasks are looked for only where at least half of those of the appendix are found in the plan: an
appendix may be of something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.checks._task_titles import likeness, matched, same_units, shown, title_words
from checker.corpus.finding import At, CorpusFact
from checker.corpus.linked import Link, links_of, tasks_of
from checker.corpus.records import TaskRecord
from checker.decoding import one_of

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_WAYS = ("lead", "added", "left-out")
_LIKE = 0.5  # share of the words of two titles from which they may be of one task
_LEAST_FOUND = 2  # tasks that both have


@dataclass(frozen=True)
class Check:
    """``here`` and ``there`` are the units that lead."""

    VALUES: ClassVar[tuple[str, ...]] = ("task", "here", "there", "other")

    of: str
    least_words: int

    def __post_init__(self) -> None:
        one_of("of", self.of, _WAYS)

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        links = links_of(corpus)
        tasks = tasks_of(corpus, links)
        for link in links:
            here, there = tasks.get(link.doc, ()), tasks.get(link.other, ())
            if self.of == "lead":
                yield from self._other_leads(corpus, link, here, there)
            elif link.kind == "appendix" and _are_alike(here, there):
                if self.of == "added":
                    yield from self._missing(corpus, link.doc, here, link.other, there)
                else:
                    yield from self._missing(corpus, link.other, there, link.doc, here)

    def _other_leads(
        self,
        corpus: Corpus,
        link: Link,
        here: Sequence[TaskRecord],
        there: Sequence[TaskRecord],
    ) -> Iterator[CorpusFact]:
        for task, planned in matched(here, there, self.least_words):
            leads, others = same_units(task.leads), same_units(planned.leads)
            if leads and others and not leads & others:
                values = {
                    "task": shown(task.words),
                    "here": shown(task.lead),
                    "there": shown(planned.lead),
                    "other": corpus.documents[link.other].name,
                }
                yield CorpusFact(At(link.doc, task), values, (At(link.other, planned),))

    def _missing(
        self,
        corpus: Corpus,
        doc: int,
        tasks: Sequence[TaskRecord],
        other: int,
        others: Sequence[TaskRecord],
    ) -> Iterator[CorpusFact]:
        """Yield the tasks of one document that the other has not."""
        for task in tasks:
            if len(title_words(task.title)) >= self.least_words and not _is_among(task, others):
                values = {
                    "task": shown(task.words),
                    "here": shown(task.lead),
                    "there": "",
                    "other": corpus.documents[other].name,
                }
                yield CorpusFact(At(doc, task), values, (At(other, others[0]),))


def _is_among(task: TaskRecord, others: Sequence[TaskRecord]) -> bool:
    words = title_words(task.title)
    return any(likeness(words, title_words(one.title)) >= _LIKE for one in others)


def _are_alike(tasks: Sequence[TaskRecord], others: Sequence[TaskRecord]) -> bool:
    found = sum(_is_among(task, others) for task in tasks)
    return found >= _LEAST_FOUND and 2 * found >= len(tasks)
