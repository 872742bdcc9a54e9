"""``check: superior-name``: a programme is named nearly as in the superior's plan, but not so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import SentenceRecord
from checker.corpus.superior_names import is_slip, names_in
from checker.corpus.superiors import find_superiors

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("name", "right", "superior")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        theirs = {
            doc: {
                name.key: (name, one)
                for one in reversed(corpus.of_document(SentenceRecord, doc))
                for name in names_in(one.words)
            }
            for doc in corpus.superiors
        }
        above = find_superiors(corpus) if any(theirs.values()) else {}
        for doc, one in corpus.rows(SentenceRecord, "zone NOT IN ('recipients', 'signature')"):
            for superior in above.get(doc, ()):
                known = theirs[superior]
                for name in names_in(one.words):
                    if name.key in known:
                        continue
                    for right, where in known.values():
                        if is_slip(name, right):
                            yield CorpusFact(
                                At(doc, one),
                                {
                                    "name": name.shown,
                                    "right": right.shown,
                                    "superior": corpus.documents[superior].name,
                                },
                                (At(superior, where),),
                                (right.shown,),
                            )
                            break
