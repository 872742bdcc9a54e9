"""``check: unsigned-plan``: a plan that was sent in without the name of who signed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.expecting import is_plan
from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import PartRecord

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus


@dataclass(frozen=True)
class Check:
    """Told at the title, by which a supervisor knows the plan; a file of a type or with a text that
    cannot be read is left out."""

    VALUES: ClassVar[tuple[str, ...]] = ("document",)

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        unsigned = {
            doc: one
            for doc, one in corpus.plans
            if one.legible and one.type and is_plan(one) and not one.signer
        }
        if not unsigned:
            return
        for doc, title in corpus.rows(PartRecord, "part = 'title'"):
            if doc in unsigned:
                yield CorpusFact(At(doc, title), {"document": unsigned[doc].name})
