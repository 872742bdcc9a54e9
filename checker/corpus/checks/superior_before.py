"""``check: superior-before``: a plan is dated before the superior's plan that it cites by its
number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import CitationRecord
from checker.corpus.superior.superiors import find_citing, find_superiors, part_of, shown_day

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("day", "superior", "superior_day")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        citing = find_citing(corpus)
        for doc, above in find_superiors(corpus).items():
            own = corpus.documents[doc]
            for superior in above:
                about = corpus.documents[superior]
                cited = citing.get((doc, superior))
                by_number = isinstance(cited, CitationRecord) and cited.numbered
                if own.day and own.day < about.day and by_number:
                    yield CorpusFact(
                        At(doc, part_of(corpus, doc, "day")),
                        {
                            "day": shown_day(own.day),
                            "superior": about.name,
                            "superior_day": shown_day(about.day),
                        },
                        (At(superior, part_of(corpus, superior, "day")),),
                    )
