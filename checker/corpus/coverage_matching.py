"""Whether a plan carries out what a superior's plan asks: by the terms that both have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from checker.corpus.coverage import COVERED, MISSING, PARTLY, Cover
from checker.corpus.coverage_terms import PlanWords, weights_of
from checker.corpus.records import SentenceRecord, Spot
from checker.corpus.requirements import PLAN, REPORT, TASK, Asked
from checker.corpus.superior_reports import Report, reports_in
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.store import Corpus

_BEFORE = frozenset(("title", "opening"))  # what stands there promises nothing
_CLAUSE = re.compile(r";|\.(?= |$)")
_ENOUGH = 0.5  # of the weight of a clause, for a plan to answer it whole
_SOME = 0.22  # … for it to answer something of it
_FOR_IT = 0.3  # what serving the purpose of a clause counts, without doing what it says
_COVERED, _PARTLY = 0.75, 0.2  # of what was asked
_ONE_PLACE = 0.12  # of the weight of a clause, for a sentence to count
_TOGETHER = 2  # terms that a sentence must have to count, but where there are …
_FEW = 4  # … terms at most
_LEAST_TERMS = 2  # of a task that can be looked for
_PLACES = 3  # at most, for a clause and for a requirement
_SHOWN = 120  # characters of a place's words
_ABOUT_WEIGHT = 0.35  # of a term that says what a task is about or for
_UNKNOWN_WEIGHT = 1.0  # of a term in the title of a task that no sentence of the plan has
_REPORTING = re.compile(
    r"\bbao cao\b.{0,40}\b(?:ket qua|tinh hinh|dinh ky|theo quy dinh|che do)|\bche do bao cao"
)


class Terms(NamedTuple):
    """Terms with their weights."""

    terms: Mapping[str, float]
    total: float


class Clause(NamedTuple):
    """A part of a requirement: all of its terms, and those of what it is about or for."""

    all: Terms
    about: Terms


@dataclass(frozen=True)
class Search:
    """What is looked for in plans to find one requirement."""

    asked: Asked
    clauses: tuple[Clause, ...]
    reports: tuple[Report, ...]

    @property
    def can_be_found(self) -> bool:
        """Whether it asks for anything of its own, and not only to carry out the plan."""
        terms = sum(len(clause.all.terms) for clause in self.clauses)
        return self.asked.kind != TASK or terms >= _LEAST_TERMS


@dataclass(frozen=True)
class Searches:
    """The searches for all requirements; ``words`` are those that count."""

    all: tuple[Search, ...]
    words: PlanWords

    def read(self, sentences: Sequence[SentenceRecord]) -> PlanRead:
        """Return a plan as it is searched."""
        terms = [
            frozenset() if one.zone in _BEFORE else self.words.terms(one.words) for one in sentences
        ]
        return PlanRead(sentences, terms)


def make_searches(corpus: Corpus, asked: Sequence[Asked]) -> Searches:
    """Return what to look for, weighted by how rare a term is in the superior's own plan, so that
    what is said of a plan does not change with those that are compared with it."""
    words = PlanWords.load()
    weights: dict[int, dict[str, float]] = {}
    for doc in corpus.superiors:
        sentences = corpus.of_document(SentenceRecord, doc)
        subject = words.terms(corpus.documents[doc].title)
        weights[doc] = weights_of((words.terms(one.words) for one in sentences), subject)
    found = [
        Search(
            one,
            tuple(_clauses(one.text, words, weights[one.doc])),
            tuple(reports_in(one.text)) if one.kind == REPORT else (),
        )
        for one in asked
    ]
    return Searches(tuple(one for one in found if one.can_be_found), words)


def _clauses(text: str, words: PlanWords, weights: Mapping[str, float]) -> Iterator[Clause]:
    for part in _CLAUSE.split(text):
        core, rest = words.parted(part)
        terms = {term: weights.get(term, _UNKNOWN_WEIGHT) for term in core}
        about = {term: weights.get(term, _UNKNOWN_WEIGHT) * _ABOUT_WEIGHT for term in rest}
        if terms:
            yield Clause(_weighted(terms | about), _weighted(about))


def _weighted(terms: Mapping[str, float]) -> Terms:
    return Terms(terms, sum(terms[term] for term in sorted(terms)))


@dataclass(frozen=True)
class PlanRead:
    """A plan's sentences with their ``terms``."""

    sentences: Sequence[SentenceRecord]
    terms: Sequence[frozenset[str]]

    def cover(self, search: Search) -> Cover:
        """Return whether the plan carries out a requirement, and where."""
        if search.asked.kind == PLAN:
            return self._own_plan()
        if search.asked.kind == REPORT:
            return self._report(search)
        answered = total = 0.0
        near: list[tuple[float, SentenceRecord]] = []
        for clause in search.clauses:
            share, places = self._answer(clause)
            answered += clause.all.total * share
            total += clause.all.total
            near += places
        share = answered / total if total else 0.0
        if share < _PARTLY:
            return Cover(MISSING, (), share)
        return Cover(COVERED if share >= _COVERED else PARTLY, _nearest_first(near), share)

    def _answer(self, clause: Clause) -> tuple[float, list[tuple[float, SentenceRecord]]]:
        """How far the plan answers a clause, from 0 to 1, and where, with the weight of what each
        place has; where it only serves what the clause is for, that is something."""
        share, places = self._found(clause.all)
        if share >= _SOME:
            return min(share / _ENOUGH, 1), places
        share, places = self._found(clause.about)
        return (_FOR_IT, places) if share >= _ENOUGH else (0.0, [])

    def _found(self, sought: Terms) -> tuple[float, list[tuple[float, SentenceRecord]]]:
        """The share of terms that the sentences nearest to them have, and these."""
        least = sought.total * _ONE_PLACE
        near = []
        for index, terms in enumerate(self.terms):
            common = terms & sought.terms.keys()
            enough = len(common) >= _TOGETHER or len(sought.terms) <= _FEW
            if common and enough and (weight := _weight(common, sought)) >= least:
                near.append((-weight, index, common))
        seen: set[str] = set()
        places: list[tuple[float, SentenceRecord]] = []
        for weight, index, common in sorted(near, key=lambda one: one[:2]):
            if len(places) < _PLACES and not common <= seen:
                seen |= common
                places.append((-weight, self.sentences[index]))
        return (_weight(seen, sought) / sought.total if sought.total else 0.0), places

    def _own_plan(self) -> Cover:
        """A plan of the office is what was asked for."""
        title = [one for one in self.sentences if one.zone == "title"][-1:]
        return Cover(COVERED, tuple(map(_shown, title)), 1.0)

    def _report(self, search: Search) -> Cover:
        """A duty to report is carried out where the plan tells to whom, or how often."""
        some = [one for one in self.sentences if _REPORTING.search(fold(one.words).lower())]
        for one in some:
            for told in reports_in(one.words):
                if any(told.answers(asked) for asked in search.reports):
                    return Cover(COVERED, (_shown(one),), 1.0)
        if not some:
            return Cover(MISSING)
        return Cover(PARTLY, tuple(map(_shown, some[:_PLACES])), 0.5)


def _weight(terms: frozenset[str] | set[str], of: Terms) -> float:
    return sum(of.terms[term] for term in sorted(terms))


def _nearest_first(near: Sequence[tuple[float, SentenceRecord]]) -> tuple[Spot, ...]:
    ordered = sorted(near, key=lambda one: (-one[0], one[1].line, one[1].column))
    places = {(one.line, one.column): one for _, one in ordered}
    return tuple(_shown(one) for one in list(places.values())[:_PLACES])


def _shown(one: SentenceRecord) -> Spot:
    """A place to keep, for there are many: with the beginning of its words."""
    return Spot(one.line, one.column, one.end_line, one.end_column, one.section, one.words[:_SHOWN])
