"""What a superior's plan asks of the plans below it, and which of them answer it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from checker.corpus.records import SentenceRecord, Spot

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

COVERED, PARTLY, MISSING = "covered", "partly", "missing"
OUTSIDE, UNREAD = "outside", "unread"


class Requirement(NamedTuple):
    """A task that a superior's plan (``doc``) gives to offices like those of the plans; ``title``
    is short, ``spot`` where it stands. ``lead`` tells that they have to do it, and not only to
    support who does; ``deadline`` is the last day for it (ISO), empty where none is set; ``kind``
    is that of :class:`~checker.corpus.superior.requirements.Asked`."""

    doc: int
    title: str
    spot: Spot
    lead: bool = True
    deadline: str = ""
    kind: str = "task"


class Cover(NamedTuple):
    """Whether a plan carries out a requirement: ``covered``, ``partly`` or ``missing``, and where
    it does, the nearest place first; ``outside`` where it is compared with the plans of several
    superiors and this one is not for it. ``share`` from 0 to 1 is how much was found."""

    state: str
    spots: tuple[Spot, ...] = ()
    share: float = 0.0


@dataclass(frozen=True)
class Coverage:
    """The matrix of requirements and plans; ``covers`` by index of the document, one for each
    requirement. ``left_out`` tells which plans are not in it, and why: ``outside`` (of another
    place than the superior's, or about another matter) or ``unread`` (the text cannot be read).
    Documents that are no plans are in neither."""

    requirements: tuple[Requirement, ...]
    covers: Mapping[int, tuple[Cover, ...]]
    left_out: Mapping[int, str]


def find_coverage(corpus: Corpus, surroundings: Surroundings) -> Coverage:
    """Return the coverage of the superior's plans, made once for the corpus; without requirements
    where there is no superior's plan."""
    return corpus.keep("coverage", lambda: cover(corpus))


def cover(corpus: Corpus, *, elsewhere: bool = False) -> Coverage:
    """Return the coverage; with ``elsewhere`` also of plans of other provinces than the superior's
    and about other matters."""
    from checker.corpus.superior.coverage_matching import make_searches
    from checker.corpus.superior.requirements import find_asked
    from checker.corpus.superior.superiors import find_superiors, is_plan

    asked = find_asked(corpus)
    searches = make_searches(corpus, asked)
    above = find_superiors(corpus)
    covers: dict[int, tuple[Cover, ...]] = {}
    left_out: dict[int, str] = {}
    plans = [one for one in corpus.plans if is_plan(one[1])] if corpus.superiors else []
    for doc, about in plans:
        if not about.legible:
            left_out[doc] = UNREAD
        elif not above[doc] and not elsewhere:
            left_out[doc] = OUTSIDE
    inside = {doc for doc, _ in plans} - left_out.keys()
    for doc, sentences in _plans_read(corpus) if searches.all else ():
        if doc in inside:
            plan = searches.read(sentences)
            covers[doc] = tuple(
                plan.cover(search)
                if elsewhere or search.asked.doc in above[doc]
                else Cover(OUTSIDE)
                for search in searches.all
            )
    requirements = tuple(
        Requirement(one.doc, one.title, one.spot, one.lead, one.deadline, one.kind)
        for one in (search.asked for search in searches.all)
    )
    return Coverage(requirements, covers, left_out)


def _plans_read(corpus: Corpus) -> Iterator[tuple[int, list[SentenceRecord]]]:
    """Yield each plan with its sentences, in one reading."""
    above = set(corpus.superiors)
    rows = corpus.rows(SentenceRecord, "zone NOT IN ('recipients', 'signature')")
    for doc, sentences in groupby(rows, key=lambda row: row[0]):
        if doc not in above:
            yield doc, [one for _, one in sentences]
