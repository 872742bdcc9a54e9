"""Near-duplicates: which documents are copies of one another, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from checker.corpus.records import SentenceRecord

if TYPE_CHECKING:
    from checker.corpus.store import Corpus


@dataclass(frozen=True)
class Pair:
    """Two near-duplicates, the older ``first``; ``similarity`` from 0 to 1 is the share of runs of
    words that both have."""

    first: int
    second: int
    similarity: float


class Difference(NamedTuple):
    """A sentence of the first document and what stands for it in the second; None where the other
    has nothing."""

    first: SentenceRecord | None
    second: SentenceRecord | None


def find_pairs(corpus: Corpus) -> tuple[Pair, ...]:
    """Return each near-duplicate with the document that it is most like, of those before it; made
    once for the corpus."""
    return corpus.keep("pairs", lambda: ())


def find_clusters(corpus: Corpus) -> tuple[tuple[int, ...], ...]:
    """Return the groups of documents that are joined by pairs, the largest first."""
    return corpus.keep("clusters", lambda: ())


def differences(corpus: Corpus, pair: Pair) -> tuple[Difference, ...]:
    """Return the sentences in which two documents differ, in the order of the second."""
    return ()
