"""``check: superior-task``: what the superior's plan asks of communes is not in a plan.

Keys
    state  missing, or partly where a part of it is there; of a report that part is told by
           report-receiver and report-day
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.corpus.superior.coverage import MISSING, PARTLY, find_coverage
from checker.corpus.superior.requirements import REPORT
from checker.corpus.superior.superiors import part_of, predates
from checker.decoding import OneOf

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus


@dataclass(frozen=True)
class Check:
    state: Annotated[str, OneOf((MISSING, PARTLY))]

    VALUES: ClassVar[tuple[str, ...]] = ("task", "section", "superior")

    def compare(self, corpus: Corpus, surroundings: Surroundings) -> Iterator[CorpusFact]:
        coverage = find_coverage(corpus, surroundings)
        for doc, covers in coverage.covers.items():
            for asked, cover in zip(coverage.requirements, covers, strict=True):
                elsewhere = self.state == PARTLY and asked.kind == REPORT
                told = asked.lead and cover.state == self.state and not elsewhere
                if told and not predates(corpus, doc, asked.doc):
                    spot = cover.spots[0] if cover.spots else part_of(corpus, doc, "title")
                    yield CorpusFact(
                        At(doc, spot),
                        {
                            "task": asked.title,
                            "section": asked.spot.section or "–",
                            "superior": corpus.documents[asked.doc].name,
                        },
                        (At(asked.doc, asked.spot),),
                    )
