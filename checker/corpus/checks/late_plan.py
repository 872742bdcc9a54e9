"""``check: late-plan``: a plan that was issued after the day by which it was asked for."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.expecting import find_due, find_expected, late_plans
from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import PartRecord

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("document", "day", "due", "days")

    def compare(self, corpus: Corpus, surroundings: Surroundings) -> Iterator[CorpusFact]:
        due = find_due(corpus, surroundings)
        late = {doc for one in find_expected(corpus, surroundings) for doc in one.late}
        placed = {doc for one in find_expected(corpus, surroundings) for doc in one.docs}
        by_office: dict[str, list[int]] = defaultdict(list)
        for doc in due:
            if doc not in placed:
                about = corpus.documents[doc]
                by_office[about.office or about.path].append(doc)
        for docs in by_office.values():
            late |= set(late_plans(corpus, docs, due))
        days = dict(corpus.rows(PartRecord, "part = 'day'")) if late else {}
        for doc in sorted(late):
            issued = datetime.date.fromisoformat(corpus.documents[doc].day)
            at = due[doc].at
            yield CorpusFact(
                At(doc, days[doc]),
                {
                    "document": corpus.documents[doc].name,
                    "day": f"{issued:%d/%m/%Y}",
                    "due": f"{due[doc].day:%d/%m/%Y}",
                    "days": str((issued - due[doc].day).days),
                },
                (at,) if at else (),
            )
