"""``check: superior-name``: a programme is named nearly as in the superior's plan, but not so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import SentenceRecord
from checker.corpus.superior.names import NAMING, Name, is_in_its_place, is_slip, names_in
from checker.corpus.superior.superiors import find_superiors

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_Known = Mapping[tuple[str, ...], tuple[Name, SentenceRecord]]


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("name", "right", "superior")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        theirs: dict[int, _Known] = {
            doc: {
                name.key: (name, one)
                for one in reversed(corpus.of_document(SentenceRecord, doc))
                for name in names_in(one.words)
            }
            for doc in corpus.superiors
        }
        above = find_superiors(corpus) if any(theirs.values()) else {}
        for doc, named in _named(corpus) if above else ():
            own = {name.key for name, _ in named}
            for superior in above.get(doc, ()):
                for name, one in named:
                    if found := _meant(name, theirs[superior], own):
                        right, where = found
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


def _named(corpus: Corpus) -> Iterator[tuple[int, list[tuple[Name, SentenceRecord]]]]:
    """Yield the documents with the names in them and where these stand."""
    rows = corpus.rows(
        SentenceRecord,
        "zone NOT IN ('recipients', 'signature') AND regexp_matches(words, ?, 'i')",
        [NAMING],
    )
    for doc, sentences in groupby(rows, key=lambda row: row[0]):
        yield doc, [(name, one) for _, one in sentences for name in names_in(one.words)]


def _meant(
    name: Name, known: _Known, own: set[tuple[str, ...]]
) -> tuple[Name, SentenceRecord] | None:
    """The superior's name of which a plan's is a slip; ``own`` are all those of the plan."""
    if name.key in known:
        return None
    for right, where in known.values():
        if is_slip(name, right) or (right.key not in own and is_in_its_place(name, right)):
            return right, where
    return None
