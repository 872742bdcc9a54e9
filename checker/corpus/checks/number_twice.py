"""``check: number-twice``: one office gave one number to two documents of a type and year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.checks._number_series import Numbered, number_spots, series_of, whole_number
from checker.corpus.finding import At, CorpusFact
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_WORD = re.compile(r"\w+")
_COUNTS = re.compile(r"\d+|[ivx]+")  # what tells the plan of one quarter from that of the next
_SAME_TITLE = 0.9  # share of the words that two titles of one document have in common
_SAME_TEXT = 0.8  # share of the hashes of two versions of one text


@dataclass(frozen=True)
class Check:
    """Versions of one document, as its draft, are not two documents."""

    VALUES: ClassVar[tuple[str, ...]] = ("number", "office", "other")

    def compare(self, corpus: Corpus, surroundings: Surroundings) -> Iterator[CorpusFact]:
        pairs = [
            pair
            for numbered in series_of(corpus, surroundings.issuers).values()
            for pair in _pairs(numbered, corpus)
        ]
        spots = number_spots(corpus, (doc for pair in pairs for doc in pair))
        for doc, first in pairs:
            values = {
                "number": whole_number(corpus, doc),
                "office": corpus.documents[doc].office_name,
                "other": corpus.documents[first].path,
            }
            yield CorpusFact(At(doc, spots[doc]), values, (At(first, spots[first]),))


def _pairs(numbered: Sequence[Numbered], corpus: Corpus) -> Iterator[tuple[int, int]]:
    """Yield each document whose number another one has, with the first of that number; of several
    versions the first one."""
    same: dict[tuple[int, str], list[int]] = defaultdict(list)
    for one in numbered:
        same[one.figure, one.letter].append(one.doc)
    for docs in same.values():
        apart: list[list[int]] = []
        for doc in docs:
            for versions in apart:
                if any(_are_versions(corpus, other, doc) for other in versions):
                    versions.append(doc)
                    break
            else:
                apart.append([doc])
        yield from ((versions[0], apart[0][0]) for versions in apart[1:])


def _are_versions(corpus: Corpus, one: int, other: int) -> bool:
    """Whether two files are the same document: the same title, or nearly the same text with the
    same date."""
    here, there = corpus.documents[one], corpus.documents[other]
    if here.digest and here.digest == there.digest:
        return True
    titles = [_WORD.findall(fold(about.title).lower()) for about in (here, there)]
    if all(titles) and _are_alike(*titles):
        return True
    days = {about.day for about in (here, there) if about.day}
    return len(days) < 2 and _shared(corpus, one, other) >= _SAME_TEXT


def _are_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    counts, others = ([word for word in words if _COUNTS.fullmatch(word)] for words in (one, other))
    return counts == others and SequenceMatcher(None, one, other).ratio() >= _SAME_TITLE


def _shared(corpus: Corpus, one: int, other: int) -> float:
    """The share of hashes that the signatures of two documents have in common."""
    found = corpus.query(
        "SELECT hashes FROM signatures WHERE doc IN (?, ?) ORDER BY doc", [one, other]
    )
    hashes = [row[0] for row in found if row[0]]
    if len(hashes) < 2:
        return 0.0
    alike: int = sum(a == b for a, b in zip(*hashes, strict=True))
    return alike / len(hashes[0])
