"""``check: linked-deadline``: a task has another deadline in the appendix, the report or the later
plan of an office than in the plan that this names.

Only deadlines with a month or a day are compared; what a report says was done earlier is none.

Keys
    least_words    words of a title that names one task
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.checks._task_titles import matched, shown
from checker.corpus.finding import At, CorpusFact
from checker.corpus.linked import links_of, tasks_of
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_IN_YEAR = re.compile(r"\d/|\bthang\b|\bquy\b|\bngay\b")
_IS_START = re.compile(r"^\W*(?:tu|sau|bat dau)\b(?!.*\b(?:den|truoc)\b)")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("task", "here", "there", "other")

    least_words: int

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        links = links_of(corpus)
        tasks = tasks_of(corpus, links)
        for link in links:
            here, there = tasks.get(link.doc, ()), tasks.get(link.other, ())
            for task, planned in matched(here, there, self.least_words):
                if not (_is_precise(task.time) and _is_precise(planned.time)):
                    continue
                late, due = task.deadline, planned.deadline
                if not late or not due or late == due or (link.kind == "report" and late < due):
                    continue
                values = {
                    "task": shown(task.words),
                    "here": shown(task.time),
                    "there": shown(planned.time),
                    "other": corpus.documents[link.other].name,
                }
                yield CorpusFact(At(link.doc, task), values, (At(link.other, planned),))


def _is_precise(time: str) -> bool:
    plain = fold(time).lower()
    return bool(_IN_YEAR.search(plain)) and not _IS_START.search(plain)
