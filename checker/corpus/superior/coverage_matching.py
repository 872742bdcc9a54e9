"""Whether a plan carries out what a superior's plan asks: by the terms that both have."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from checker.corpus.records import SentenceRecord, Spot
from checker.corpus.superior.coverage import COVERED, MISSING, PARTLY, Cover
from checker.corpus.superior.coverage_terms import PlanWords, weights_of
from checker.corpus.superior.reports import Report, reports_in
from checker.corpus.superior.requirements import PLAN, REPORT, TASK, Asked
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.store import Corpus

_BEFORE = frozenset(("title", "opening"))  # what stands there promises nothing
_ENOUGH = 0.5  # of the weight of a clause, for a plan to answer it whole
_SOME = 0.22  # … for it to answer something of it
_FOR_IT = 0.3  # what serving the purpose of a clause counts, without doing what it says
_COVERED, _PARTLY = 0.75, 0.2  # of what was asked
_NOTHING_OF = 0.15  # of what was asked, for one clause to be left out
_ONE_PLACE = 0.12  # of the weight of a clause, for a sentence to count
_TOGETHER = 2  # terms that a sentence must have to count, but where there are …
_FEW = 4  # … terms at most
_LEAST_TERMS = 2  # of a task that can be looked for
_TRACE = 2  # terms without a common word, for a sentence to tell something of a task
_PLACES = 3  # at most, for a clause and for a requirement
_SHOWN = 120  # characters of a place's words
_ABOUT_WEIGHT = 0.35  # of a term that says what a task is about or for
_UNKNOWN_WEIGHT = 1.0  # of a term in the title of a task that no sentence of the plan has
_REPORT = re.compile(r"\bbáo cáo\b", re.IGNORECASE)
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

    @property
    def weight(self) -> float:
        """What it counts in the requirement: a longer one more, but not by all of its words."""
        return math.sqrt(self.all.total)


@dataclass(frozen=True)
class Search:
    """What is looked for in plans to find one requirement; ``subject`` are the terms of what the
    whole plan is about."""

    asked: Asked
    clauses: tuple[Clause, ...]
    reports: tuple[Report, ...]
    subject: frozenset[str]

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

    @cached_property
    def _sought(self) -> frozenset[str]:
        """All terms that are looked for."""
        return frozenset(
            term for search in self.all for clause in search.clauses for term in clause.all.terms
        )

    def read(self, sentences: Sequence[SentenceRecord]) -> PlanRead:
        """Return a plan as it is searched."""
        places: dict[str, list[int]] = {}
        for index, one in enumerate(sentences):
            if one.zone not in _BEFORE:
                for term in self.words.terms(one.words) & self._sought:
                    places.setdefault(term, []).append(index)
        return PlanRead(sentences, places)


def make_searches(corpus: Corpus, asked: Sequence[Asked]) -> Searches:
    """Return what to look for, weighted by how rare a term is in the superior's own plan, so that
    what is said of a plan does not change with those that are compared with it."""
    words = PlanWords.load()
    weights: dict[int, dict[str, float]] = {}
    subjects: dict[int, frozenset[str]] = {}
    for doc in corpus.superiors:
        sentences = corpus.of_document(SentenceRecord, doc)
        subjects[doc] = words.terms(corpus.documents[doc].title)
        weights[doc] = weights_of((words.terms(one.words) for one in sentences), subjects[doc])
    found = [
        Search(
            one,
            tuple(_clauses(one.text, words, weights[one.doc], subjects[one.doc])),
            tuple(reports_in(one.text)) if one.kind == REPORT else (),
            subjects[one.doc],
        )
        for one in asked
    ]
    return Searches(tuple(one for one in found if one.can_be_found), words)


def _clauses(
    text: str, words: PlanWords, weights: Mapping[str, float], subject: frozenset[str]
) -> Iterator[Clause]:
    for part in words.actions(text):
        core, rest = words.parted(part)
        terms = {term: weights.get(term, _UNKNOWN_WEIGHT) for term in core}
        about = {term: weights.get(term, _UNKNOWN_WEIGHT) * _ABOUT_WEIGHT for term in rest}
        if terms:
            purpose = about if about.keys() - subject else {}  # which all of the plan serves
            yield Clause(_weighted(terms | about), _weighted(purpose))


def _weighted(terms: Mapping[str, float]) -> Terms:
    ordered = {term: terms[term] for term in sorted(terms)}
    return Terms(ordered, sum(ordered.values()))


@dataclass(frozen=True)
class PlanRead:
    """A plan's sentences; ``places`` are for each term that is looked for the indexes of those that
    have it."""

    sentences: Sequence[SentenceRecord]
    places: Mapping[str, Sequence[int]]

    def cover(self, search: Search) -> Cover:
        """Return whether the plan carries out a requirement, and where."""
        if search.asked.kind == PLAN:
            return self._own_plan()
        if search.asked.kind == REPORT:
            return self._report(search)
        answered = left_out = 0.0
        near: list[tuple[float, SentenceRecord]] = []
        total = sum(clause.weight for clause in search.clauses)
        for clause in search.clauses:
            share, places = self._answer(clause)
            answered += clause.weight * share
            left_out = max(left_out, 0 if share else clause.weight)
            near += places
        share = answered / total if total else 0.0
        if share < _PARTLY:
            trace = self._trace(search)
            return Cover(PARTLY if trace else MISSING, tuple(map(_shown, trace)), share)
        whole = share >= _COVERED and left_out < _NOTHING_OF * total
        return Cover(COVERED if whole else PARTLY, _nearest_first(near), share)

    def _trace(self, search: Search) -> list[SentenceRecord]:
        """The sentence nearest to a task that is not found clause by clause, where it has several
        terms of it with no word in common: of one clause, or none of them of the subject."""
        near: list[tuple[int, int]] = []
        own: dict[int, set[str]] = {}
        for clause in search.clauses:
            for index, terms in self._common(clause.all.terms).items():
                telling = [term for term in terms if term not in search.subject]
                own.setdefault(index, set()).update(telling)
                if telling and _apart(terms) >= _TRACE:
                    near.append((-len(terms), index))
        near += [(-len(terms), index) for index, terms in own.items() if _apart(terms) >= _TRACE]
        return [self.sentences[min(near)[1]]] if near else []

    def _common(self, sought: Iterable[str]) -> dict[int, list[str]]:
        """The terms that are looked for in each sentence that has any."""
        common: dict[int, list[str]] = {}
        for term in sought:
            for index in self.places.get(term, ()):
                common.setdefault(index, []).append(term)
        return common

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
        together = 1 if len(sought.terms) <= _FEW else _TOGETHER
        near = [
            (-weight, index, terms)
            for index, terms in self._common(sought.terms).items()
            if len(terms) >= together and (weight := _weight(terms, sought)) >= least
        ]
        seen: set[str] = set()
        places: list[tuple[float, SentenceRecord]] = []
        for weight, index, terms in sorted(near):
            if len(places) < _PLACES and not seen.issuperset(terms):
                seen.update(terms)
                places.append((-weight, self.sentences[index]))
        return (_weight(seen, sought) / sought.total if sought.total else 0.0), places

    def _own_plan(self) -> Cover:
        """A plan of the office is what was asked for."""
        title = [one for one in self.sentences if one.zone == "title"][-1:]
        return Cover(COVERED, tuple(map(_shown, title)), 1.0)

    def _report(self, search: Search) -> Cover:
        """A duty to report is carried out where the plan tells to whom, or how often."""
        some = []
        for one in self.sentences:
            if one.zone in _BEFORE or not _REPORT.search(one.words):
                continue
            told = tuple(reports_in(one.words))
            if any(each.answers(asked) for each in told for asked in search.reports):
                return Cover(COVERED, (_shown(one),), 1.0)
            if any(each.above for each in told) or _REPORTING.search(fold(one.words).lower()):
                some.append(one)
        if not some:
            return Cover(MISSING)
        return Cover(PARTLY, tuple(map(_shown, some[:_PLACES])), 0.5)


def _weight(terms: Iterable[str], of: Terms) -> float:
    return sum(of.terms[term] for term in sorted(terms))


def _apart(terms: Iterable[str]) -> int:
    """How many terms have no word in common, about."""
    seen: set[str] = set()
    number = 0
    for term in sorted(terms):
        words = set(term.split())
        if not words & seen:
            seen |= words
            number += 1
    return number


def _nearest_first(near: Sequence[tuple[float, SentenceRecord]]) -> tuple[Spot, ...]:
    ordered = sorted(near, key=lambda one: (-one[0], one[1].line, one[1].column))
    places = {(one.line, one.column): one for _, one in ordered}
    return tuple(_shown(one) for one in list(places.values())[:_PLACES])


def _shown(one: SentenceRecord) -> Spot:
    """A place to keep, for there are many: with the beginning of its words."""
    return Spot(one.line, one.column, one.end_line, one.end_column, one.section, one.words[:_SHOWN])
