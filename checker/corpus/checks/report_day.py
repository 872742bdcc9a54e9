"""``check: report-day``: a plan sends a report by a later day than the superior asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.corpus.superior.duties import find_duties, find_sent

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("day", "asked", "superior")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        duties = [one for one in find_duties(corpus) if one.report.due]
        for doc, superiors, sent in find_sent(corpus) if duties else ():
            theirs = [one for one in duties if one.doc in superiors]
            for told in sent:
                same = [one for one in theirs if told.report.same_as(one.report)]
                if same and all(told.report.later_than(one.report) for one in same):
                    first = same[0]
                    yield CorpusFact(
                        At(doc, told.spot),
                        {
                            "day": told.report.due,
                            "asked": first.report.due,
                            "superior": corpus.documents[first.doc].name,
                        },
                        (At(first.doc, first.spot),),
                    )
