"""Whose a name or a number is that stands in two near-duplicates.

A person who signs for an office, or is named in what it says on another matter, is of that office;
where nothing tells, of the older document's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checker.corpus.copies.pairs import by_date, find_clusters
from checker.corpus.copies.traces_found import NUMBER, PERSON, Trace

if TYPE_CHECKING:
    from checker.corpus.store import Corpus

_Named = Mapping[tuple[str, str], set[int]]  # documents of an office that name a person


def belonging_elsewhere(corpus: Corpus, traces: Sequence[Trace]) -> list[Trace]:
    """Return the traces without the people and numbers that are the copy's own."""
    named = _named(corpus, [one for one in traces if one.kind == PERSON])
    cluster_of = {doc: number for number, docs in enumerate(find_clusters(corpus)) for doc in docs}
    numbers = {(one.office, one.figure.lstrip("0"), one.year) for one in corpus.documents}

    def is_own(one: Trace) -> bool:
        if one.kind == NUMBER:
            own = corpus.documents[one.second]
            figure = corpus.documents[one.first].figure.lstrip("0")
            return one.own == own.locality and (own.office, figure, own.year) in numbers
        return one.kind == PERSON and not _is_of_first(corpus, one, named, cluster_of)

    return [one for one in traces if not is_own(one)]


def _is_of_first(
    corpus: Corpus, trace: Trace, named: _Named, cluster_of: Mapping[int, int]
) -> bool:
    """Whether a person is of the office of the original."""
    first, second = corpus.documents[trace.first], corpus.documents[trace.second]
    name = trace.found.lower()
    cluster = cluster_of.get(trace.second, -1)

    def is_of(office: str) -> bool:
        docs = named.get((office, name), set())
        return any(cluster_of.get(doc, -2) != cluster for doc in docs)

    signs = [one.signer.lower() == name for one in (first, second)]
    first_has, second_has = (
        is_of(one.office) or (signs[at] and not signs[1 - at])
        for at, one in enumerate((first, second))
    )
    return not second_has and (first_has or by_date(first) < by_date(second))


def _named(corpus: Corpus, traces: Sequence[Trace]) -> _Named:
    """In which documents of the offices of both sides a person is named."""
    wanted = sorted(
        {
            (corpus.documents[doc].office, one.found.lower())
            for one in traces
            for doc in (one.first, one.second)
            if corpus.documents[doc].office
        }
    )
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    rows = corpus.query(
        "SELECT DISTINCT office, name, doc FROM"
        " (SELECT unnest($1::VARCHAR[]) AS office, unnest($2::VARCHAR[]) AS name)"
        " JOIN documents USING (office) JOIN sentences USING (doc)"
        " WHERE contains(lower(sentences.words), name) ORDER BY ALL",
        [[office for office, _ in wanted], [name for _, name in wanted]],
    )
    for office, name, doc in rows:
        found[office, name].add(doc)
    return found
