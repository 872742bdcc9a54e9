"""``check: expected-plan``: an office that should have a plan, and has none among the documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.expecting import find_expected
from checker.corpus.finding import NOWHERE, At, CorpusFact
from checker.corpus.records import Spot

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("office",)

    def compare(self, corpus: Corpus, surroundings: Surroundings) -> Iterator[CorpusFact]:
        for one in find_expected(corpus, surroundings):
            if not one.docs:
                spot = Spot(1, 1, 1, 1, "", one.name)
                yield CorpusFact(At(NOWHERE, spot), {"office": one.name})
