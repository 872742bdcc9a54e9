"""``check: superior-figure``: a plan's target is below the superior's for the same measure, or
above it where less is better."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import DocumentRecord, FigureRecord
from checker.corpus.superior.superiors import find_superiors
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_YEAR = re.compile(r"\b20\d\d\b")
_ANY = frozenset(("xa", "phuong", "cap xa", "xa phuong"))  # ties that name no place
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
                both = corpus.documents[doc], corpus.documents[superior]
                if target and _same_ties(one, target, *both) and _worse(one, target):
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


def _same_ties(
    one: FigureRecord, target: FigureRecord, about: DocumentRecord, above: DocumentRecord
) -> bool:
    """Whether both figures are of the same year, that of the plan where none is told, and of the
    same quarter, place or group, if of any: what one commune is set is not set to all."""
    first, second = _years_of(about, one.ties), _years_of(above, target.ties)
    same_years = first == second or not (first and second)
    return same_years and _other_ties(one, about) == _other_ties(target, above)


def _years_of(about: DocumentRecord, ties: Iterable[str]) -> frozenset[str]:
    """The years of a figure; where none is told with it, those in the title of the document."""
    told = frozenset(tie for tie in ties if tie.isdigit())
    return told or frozenset(_YEAR.findall(about.title))


def _other_ties(one: FigureRecord, about: DocumentRecord) -> frozenset[str]:
    """The ties of a figure without years and without the place that the whole document is of."""
    own = " ".join(fold(about.locality).lower().split())
    return frozenset(
        tie
        for tie in one.ties
        if not tie.isdigit()
        and not (own and (own.startswith(tie) or tie.startswith(own)))
        and tie not in _ANY
    )


def _worse(one: FigureRecord, target: FigureRecord) -> bool:
    if _LESS_IS_BETTER.search(one.what):
        return Decimal(one.value) > Decimal(target.value)
    return Decimal(one.value) < Decimal(target.value)
