"""``check: superior-figure``: a plan's target is below the superior's for the same measure, or
above it where less is better."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import FigureRecord
from checker.corpus.superiors import find_superiors

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_LEAST_WORDS = 3  # of a measure: "ho dan" may be any
_LESS_IS_BETTER = re.compile(
    r"\b(?:ho ngheo|can ngheo|ngheo da chieu|that nghiep|suy dinh duong|tu vong|vi pham|tai nan|"
    r"tao hon|qua han|tre han|tre hen|giam|mac benh|bo hoc|sinh con thu)\b"
)


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("figure", "asked", "what", "superior")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        asked = _targets(corpus)
        measures = sorted({what for what, _ in asked})
        above = find_superiors(corpus) if asked else {}
        for doc, one in corpus.rows(FigureRecord, "list_contains(?, what)", [measures]):
            for superior in above.get(doc, ()):
                target = next(
                    (it for at, it in asked.get((one.what, one.unit), ()) if at == superior), None
                )
                if target and _same_ties(one, target) and _worse(one, target):
                    yield CorpusFact(
                        At(doc, one),
                        {
                            "figure": one.words,
                            "asked": target.words,
                            "what": one.what,
                            "superior": corpus.documents[superior].name,
                        },
                        (At(superior, target),),
                        (target.words,),
                    )


def _targets(corpus: Corpus) -> dict[tuple[str, str], list[tuple[int, FigureRecord]]]:
    """The shares that superiors' plans set, each but once: two for one measure tell nothing."""
    found: dict[tuple[str, str], list[tuple[int, FigureRecord]]] = {}
    for superior in corpus.superiors:
        seen: dict[tuple[str, str], list[FigureRecord]] = {}
        for one in corpus.of_document(FigureRecord, superior):
            telling = len(one.what.split()) >= _LEAST_WORDS or _LESS_IS_BETTER.search(one.what)
            if one.unit.startswith("%") and telling:
                seen.setdefault((one.what, one.unit), []).append(one)
        for key, some in seen.items():
            if len({one.value for one in some}) == 1:
                found.setdefault(key, []).append((superior, some[0]))
    return found


def _same_ties(one: FigureRecord, target: FigureRecord) -> bool:
    """Whether both figures are of the same year: of one that is not told, the plan's."""
    years = (
        {tie for tie in one.ties if tie.isdigit()},
        {tie for tie in target.ties if tie.isdigit()},
    )
    return not all(years) or years[0] == years[1]


def _worse(one: FigureRecord, target: FigureRecord) -> bool:
    if _LESS_IS_BETTER.search(one.what):
        return Decimal(one.value) > Decimal(target.value)
    return Decimal(one.value) < Decimal(target.value)
