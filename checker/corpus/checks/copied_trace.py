"""``check: copied-trace``: words of the document that this one is a copy of.

Keys
    trace   ``unit`` (a unit named as there, while the document names it otherwise elsewhere),
            ``place`` (its place or province), ``level`` (its level word, "phường" in a xã),
            ``person`` (its signer or others that it names) or ``number`` (its own number, or a
            document of its province)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.finding import At, CorpusFact
from checker.decoding import one_of

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_MENDED = ("unit", "place", "level")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("found", "own", "other", "path")

    trace: str

    def __post_init__(self) -> None:
        one_of("trace", self.trace, ("unit", "place", "level", "person", "number"))

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        from checker.corpus.copies.traces import find_traces

        for trace in find_traces(corpus):
            if trace.kind != self.trace:
                continue
            other = corpus.documents[trace.first]
            yield CorpusFact(
                At(trace.second, trace.spot),
                {
                    "found": trace.found,
                    "own": trace.own,
                    "other": other.name,
                    "path": other.path,
                },
                (At(trace.first, trace.original),),
                (trace.own,) if trace.kind in _MENDED and trace.own else (),
            )
