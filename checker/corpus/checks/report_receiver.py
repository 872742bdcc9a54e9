"""``check: report-receiver``: a plan sends its reports to another office than the superior asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.corpus.superior.duties import Duty, ReportSent, find_duties, find_sent

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("receiver", "asked", "superior")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        duties = [one for one in find_duties(corpus) if one.report.above]
        for doc, superiors, sent in find_sent(corpus) if duties else ():
            theirs = [one for one in duties if one.doc in superiors]
            told = [one for one in sent if one.report.above]
            if theirs and told and not _one_is_right(told, theirs):
                first = theirs[0]
                yield CorpusFact(
                    At(doc, told[0].spot),
                    {
                        "receiver": told[0].report.receiver,
                        "asked": first.report.receiver,
                        "superior": corpus.documents[first.doc].name,
                    },
                    (At(first.doc, first.spot),),
                )


def _one_is_right(told: list[ReportSent], duties: list[Duty]) -> bool:
    """Whether a report goes to an office that is asked for, or to one whose name is too short to
    tell."""
    reports = [*(one.report for one in told), *(one.report for one in duties)]
    if not all(one.spelled_out for one in reports):
        return True
    return any(one.report.same_receiver(duty.report) for one in told for duty in duties)
