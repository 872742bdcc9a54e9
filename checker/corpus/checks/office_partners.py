"""``check: office-partners``: one task, two leads or partners in plans of one office and year.

Tasks are the same when all words of their titles are, and each plan has one only of that title;
only those written with labels or in a table are compared. Partners differ when each plan names one
that the other does not.

Keys
    least_words    words of a title that names one task ("Tuyên truyền" is in every plan)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.checks._same_office import by_office
from checker.corpus.checks._task_titles import same_units, shown, title_words
from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import TaskRecord

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_COMPARED = "form IN ('fields', 'table') AND len(leads) > 0"
# What stands twice in an office, so that few tasks are looked at.
_TITLE = r"lower(regexp_replace(title, '[\s.,;:()/–-]+', '', 'g'))"
_WHERE = f"""
    {_COMPARED} AND (doc, {_TITLE}) IN (
        SELECT t.doc, {_TITLE.replace("title", "t.title")}
        FROM tasks t JOIN documents d USING (doc) WHERE {_COMPARED} AND d.office <> ''
        QUALIFY count(*) OVER (
            PARTITION BY d.office, d.year, {_TITLE.replace("title", "t.title")}) > 1)
"""


@dataclass(frozen=True)
class Check:
    """``here`` and ``there`` are the units of this and the ``other`` plan."""

    VALUES: ClassVar[tuple[str, ...]] = ("task", "here", "there", "other")

    least_words: int

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        offices = by_office(corpus)
        order = {doc: rank for docs in offices.values() for rank, doc in enumerate(docs)}
        office_of = {doc: key for key, docs in offices.items() for doc in docs}
        found: dict[object, dict[int, list[TaskRecord]]] = defaultdict(lambda: defaultdict(list))
        for doc, task in corpus.rows(TaskRecord, _WHERE):
            words = title_words(task.title)
            if doc in office_of and len(words) >= self.least_words:
                found[office_of[doc], words][doc].append(task)
        for same in found.values():
            single = [(doc, tasks[0]) for doc, tasks in same.items() if len(tasks) == 1]
            if len(single) > 1:
                yield from _differing(corpus, sorted(single, key=lambda one: order[one[0]]))


def _differing(corpus: Corpus, same: Sequence[tuple[int, TaskRecord]]) -> Iterator[CorpusFact]:
    (first, model), *others = same
    for doc, task in others:
        leads = same_units(task.leads) & same_units(model.leads)
        helpers, others_helpers = same_units(task.supports), same_units(model.supports)
        if leads and not (helpers - others_helpers and others_helpers - helpers):
            continue
        here, there = (_given(one, bool(leads)) for one in (task, model))
        values = {
            "task": shown(task.words),
            "here": here,
            "there": there,
            "other": corpus.documents[first].name,
        }
        yield CorpusFact(At(doc, task), values, (At(first, model),))


def _given(task: TaskRecord, with_partners: bool) -> str:
    """To whom a task is given, as shown."""
    lead = shown(task.lead)
    return f"{lead} (phối hợp: {shown(task.support)})" if with_partners else lead
