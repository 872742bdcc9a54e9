"""``check: near-duplicate``: a document that is nearly the same as an earlier one.

Two plans of one office in different years are alike rightly, and nothing is told of them.

Keys
    similarity  from which share, in hundredths, of the runs of words of the shorter document that
                the other has, too; at least 60
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import TOP, DocumentRecord, PartRecord, Spot
from checker.decoding import DecodingError

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_LEAST, _MOST = 60, 100


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("other", "path", "percent", "count")

    similarity: int

    def __post_init__(self) -> None:
        if not _LEAST <= self.similarity <= _MOST:
            raise DecodingError("wrong-type", "similarity", wanted=f"{_LEAST}–{_MOST}")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        from checker.corpus.copies.traces import count_differing

        counts = count_differing(corpus)
        titles: dict[int, Spot] = dict(corpus.rows(PartRecord, "part = 'title'")) if counts else {}
        for pair, count in counts.items():
            about, other = corpus.documents[pair.second], corpus.documents[pair.first]
            percent = int(pair.similarity * 100)
            if percent < self.similarity or _is_of_another_year(about, other):
                continue
            values = {
                "other": other.name,
                "path": other.path,
                "percent": str(percent),
                "count": str(count),
            }
            related = At(pair.first, titles.get(pair.first, TOP))
            yield CorpusFact(At(pair.second, titles.get(pair.second, TOP)), values, (related,))


def _is_of_another_year(about: DocumentRecord, other: DocumentRecord) -> bool:
    years = {about.year, other.year}
    return bool(about.office) and about.office == other.office and len(years - {0}) > 1
