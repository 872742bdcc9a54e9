"""``check: number-twice``: one office gave one number to two documents of a type and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import PartRecord

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("number", "office", "other")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        same: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for doc, one in enumerate(corpus.documents):
            if one.figure and one.office and one.year:
                same[one.office, one.year, one.number.upper().lstrip("0")].append(doc)
        for docs in same.values():
            first, *others = docs
            for doc in others:
                about = corpus.documents[doc]
                if about.digest and about.digest == corpus.documents[first].digest:
                    continue
                yield CorpusFact(
                    At(doc, number_spot(corpus, doc)),
                    {
                        "number": about.number,
                        "office": about.office_name,
                        "other": corpus.documents[first].path,
                    },
                    (At(first, number_spot(corpus, first)),),
                )


def number_spot(corpus: Corpus, doc: int) -> PartRecord:
    """Return where the number of a document stands."""
    return next(one for one in corpus.of_document(PartRecord, doc) if one.part == "number")
