"""``check: superior-not-cited``: a plan does not cite the superior's plan that it carries out.

Keys
    numbered  true for superiors' plans whose number and day are known; false for others, which can
              be known by issuer and title alone
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.corpus.superior.superiors import (
    after_opening,
    end_of,
    find_citing,
    find_superiors,
    part_of,
    predates,
)

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus


@dataclass(frozen=True)
class Check:
    numbered: bool

    VALUES: ClassVar[tuple[str, ...]] = ("superior", "title")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        citing, opened = find_citing(corpus), after_opening(corpus)
        for doc, above in find_superiors(corpus).items():
            for superior in above:
                about = corpus.documents[superior]
                numbered = bool(about.figure and about.day)
                if numbered != self.numbered or predates(corpus, doc, superior):
                    continue
                if (doc, superior) not in citing:
                    yield CorpusFact(
                        At(doc, opened.get(doc) or end_of(part_of(corpus, doc, "title"))),
                        {"superior": about.name, "title": about.title},
                        (At(superior, part_of(corpus, superior, "title")),),
                    )
