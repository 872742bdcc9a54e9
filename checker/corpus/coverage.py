"""What a superior's plan asks of the plans below it, and which of them answer it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from checker.corpus.records import Spot

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

COVERED, PARTLY, MISSING = "covered", "partly", "missing"
OUTSIDE, UNREAD = "outside", "unread"


class Requirement(NamedTuple):
    """A task that a superior's plan (``doc``) gives to offices like those of the plans; ``title``
    is short, ``spot`` where it stands."""

    doc: int
    title: str
    spot: Spot


class Cover(NamedTuple):
    """Whether a plan carries out a requirement: ``covered``, ``partly`` or ``missing``, and where
    it does."""

    state: str
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True)
class Coverage:
    """The matrix of requirements and plans; ``covers`` by index of the document, one for each
    requirement. ``left_out`` tells which plans are not in it, and why: ``outside`` (of another
    place than the superior's) or ``unread`` (the text cannot be read)."""

    requirements: tuple[Requirement, ...]
    covers: Mapping[int, tuple[Cover, ...]]
    left_out: Mapping[int, str]


def find_coverage(corpus: Corpus, surroundings: Surroundings) -> Coverage:
    """Return the coverage of the superior's plans, made once for the corpus; without requirements
    where there is no superior's plan."""
    return corpus.keep("coverage", lambda: Coverage((), {}, {}))
