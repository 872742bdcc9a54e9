"""``check: office-abbreviation``: an acronym explained in two ways in documents of one office and
year, or one thing with two acronyms.

Told is the document with the rarer explanation, of two equally common ones the later. Words that
differ in their diacritics only are the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.checks._same_office import by_office
from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import AcronymRecord
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_Said = dict[str, dict[int, AcronymRecord]]  # of each explanation the first in each document


@dataclass(frozen=True)
class Check:
    """``here`` and ``there`` are how this and the ``other`` document explain it, "BCĐ: Ban Chỉ
    đạo"."""

    VALUES: ClassVar[tuple[str, ...]] = ("here", "there", "other")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        offices = by_office(corpus)
        office_of = {doc: key for key, docs in offices.items() for doc in docs}
        expansions: dict[object, _Said] = defaultdict(lambda: defaultdict(dict))
        shorts: dict[object, _Said] = defaultdict(lambda: defaultdict(dict))
        for doc, one in corpus.rows(AcronymRecord):
            if office := office_of.get(doc):
                expansions[office, one.short][" ".join(one.spelled)].setdefault(doc, one)
                shorts[office, fold(one.full).lower()][one.short].setdefault(doc, one)
        for said in (*expansions.values(), *shorts.values()):
            if len(said) > 1:
                yield from _rivals(corpus, said)


def _rivals(corpus: Corpus, said: Mapping[str, dict[int, AcronymRecord]]) -> Iterator[CorpusFact]:
    def rank(way: str) -> tuple[int, list[str], str]:
        days = sorted(corpus.documents[doc].day or "9999" for doc in said[way])
        return -len(said[way]), days, way

    usual = min(said, key=rank)
    model, there = next(iter(said[usual].items()))
    for way in sorted(said.keys() - {usual}):
        for doc, here in said[way].items():
            if doc not in said[usual]:
                values = {
                    "here": f"{here.short}: {here.full}",
                    "there": f"{there.short}: {there.full}",
                    "other": corpus.documents[model].name,
                }
                yield CorpusFact(At(doc, here), values, (At(model, there),))
