"""``check: linked-figure``: a figure is another in a document than in the plan that it names.

Of an appendix or a later plan of the office all figures are compared that measure the same for the
same years, terms and places. What a report says was reached may differ; of it only what it says was
planned is compared: "đạt 92% (chỉ tiêu giao 90%)", "theo kế hoạch là 90%".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.corpus.linked import Link, links_of
from checker.corpus.planned_figures import planned_in
from checker.corpus.records import FigureRecord, SentenceRecord

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_Measure = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True)
class Check:
    """``here`` is the figure, ``there`` that of the ``other``."""

    VALUES: ClassVar[tuple[str, ...]] = ("here", "there", "other")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        links = links_of(corpus)
        docs = sorted({doc for link in links for doc in (link.doc, link.other)})
        figures = _figures(corpus, docs)
        planned = _planned(corpus, sorted({one.doc for one in links if one.kind == "report"}))
        for link in links:
            here = planned[link.doc] if link.kind == "report" else figures[link.doc]
            yield from _differing(corpus, link, here, figures[link.other])


def _differing(
    corpus: Corpus, link: Link, here: Sequence[FigureRecord], there: Sequence[FigureRecord]
) -> Iterator[CorpusFact]:
    other = corpus.documents[link.other]
    year = corpus.documents[link.doc].year if link.kind == "plan" else other.year
    ours, theirs = _by_measure(here, year), _by_measure(there, other.year)
    for measure, figures in ours.items():
        others = theirs.get(measure, ())
        if not others or {one.value for one in figures} & {one.value for one in others}:
            continue
        values = {
            "here": figures[0].words,
            "there": others[0].words,
            "other": other.name,
        }
        yield CorpusFact(At(link.doc, figures[0]), values, (At(link.other, others[0]),))


def _by_measure(
    figures: Sequence[FigureRecord], year: int
) -> Mapping[_Measure, Sequence[FigureRecord]]:
    """What is measured, with its unit and ties; a figure without a year is one of ``year``."""
    found: dict[_Measure, list[FigureRecord]] = defaultdict(list)
    for one in figures:
        ties = set(one.ties)
        if year and not any(tie.isdigit() for tie in ties):
            ties.add(str(year))
        found[one.what, one.unit, tuple(sorted(ties))].append(one)
    return found


def _figures(corpus: Corpus, docs: list[int]) -> Mapping[int, list[FigureRecord]]:
    found: dict[int, list[FigureRecord]] = defaultdict(list)
    for doc, one in corpus.rows(FigureRecord, "doc IN (SELECT unnest(?::BIGINT[]))", [docs]):
        found[doc].append(one)
    return found


def _planned(corpus: Corpus, reports: list[int]) -> Mapping[int, list[FigureRecord]]:
    """The figures that reports say were planned."""
    found: dict[int, list[FigureRecord]] = defaultdict(list)
    where = "contains(words, '%') AND doc IN (SELECT unnest(?::BIGINT[]))"
    for doc, sentence in corpus.rows(SentenceRecord, where, [reports]):
        found[doc] += planned_in(sentence)
    return found
