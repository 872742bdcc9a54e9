"""From which documents of its cluster a near-duplicate may have been copied.

A plan may be nearest to one that was made of the same model, while the names left in it are those
of a third; it is that one with which they are seen to be left over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from checker.corpus.copies.pairs import by_date, find_clusters
from checker.corpus.copies.traces_found import CENTRE, KIN, LEVELS, OTHER_CENTRES, bare_levels
from checker.corpus.records import DocumentRecord

if TYPE_CHECKING:
    from checker.corpus.store import Corpus

_HELD = 500  # documents whose sentences are held at once
_MEMBER = (
    "WITH member AS (SELECT unnest($1::BIGINT[]) AS doc, unnest($2::BIGINT[]) AS cluster),"
    " about AS (SELECT * FROM member JOIN documents USING (doc)) "
)


class Source(NamedTuple):
    """Two documents of a cluster; a name of ``original`` stands in ``copy``."""

    original: int
    copy: int


def possible_sources(corpus: Corpus) -> list[Source]:
    """Return the documents of clusters of three and more of which another has a name, a number or
    a level word, without those that it is a pair with anyway."""
    clusters = [docs for docs in find_clusters(corpus) if len(docs) > 2]
    if not clusters:
        return []
    cluster_of = {doc: number for number, docs in enumerate(clusters) for doc in docs}
    found = {
        *_by_words(corpus, clusters, cluster_of),
        *_by_query(corpus, cluster_of, _OWN_NUMBERS),
        *_by_query(corpus, cluster_of, _PROVINCE_NUMBERS),
        *_by_query(corpus, cluster_of, _PROVINCES),
        *_by_query(corpus, cluster_of, _UNITS),
        *_same_signers(corpus, clusters),
    }
    return sorted(found)


# The number of a document cited with its date.
_OWN_NUMBERS = (
    "SELECT min(a.doc), b.doc FROM citations c JOIN about b USING (doc) JOIN about a"
    " ON a.cluster = b.cluster AND a.figure = c.figure AND a.type = c.code AND a.figure <> b.figure"
    " WHERE c.year > 0 AND"
    " printf('%04d-%02d-%02d', c.year, c.month, c.date) = a.day"
    " GROUP BY b.doc, c.figure ORDER BY ALL"
)
# A document of a province, cited in one of another.
_PROVINCE_NUMBERS = (
    ", cited AS (SELECT cluster, who, figure_, code, y, m, d, province, min(doc) AS doc FROM"
    " (SELECT a.cluster, c.who, c.figure AS figure_, c.code, c.year AS y, c.month AS m,"
    " c.date AS d, a.province, a.doc FROM citations c JOIN about a USING (doc)"
    " WHERE c.figure <> '' AND c.year > 0 AND split_part(c.who, '|', 2) <> ''"
    " AND a.province <> '') GROUP BY ALL)"
    " SELECT min(x.doc), b.doc FROM citations c JOIN about b USING (doc) JOIN cited x"
    " ON x.cluster = b.cluster AND x.who = c.who AND x.figure_ = c.figure AND x.code = c.code"
    " AND x.y = c.year AND x.m = c.month AND x.d = c.date AND x.province <> b.province"
    " WHERE b.province <> '' GROUP BY b.doc, c.figure, c.code ORDER BY ALL"
)
_PROVINCES = (
    ", above AS (SELECT cluster, province, min(doc) AS doc FROM about WHERE province <> ''"
    " GROUP BY ALL)"
    " SELECT x.doc, b.doc FROM places p JOIN about b USING (doc) JOIN above x"
    " ON x.cluster = b.cluster AND x.province = p.level || ' ' || p.name"
    " AND x.province <> b.province WHERE b.province <> '' GROUP BY ALL ORDER BY ALL"
)
# A unit's name that is not the commonest of its kind in a document, and where it is commonest.
_UNITS = (
    ", named AS (SELECT u.doc, m.cluster, u.name,"
    f" CASE WHEN starts_with(u.name, '{CENTRE}')"
    f" AND NOT regexp_matches(u.name, '{OTHER_CENTRES}') THEN '{CENTRE}' ELSE"
    f" list_aggregate(string_split(u.name, ' ')[1:{KIN}], 'string_agg', ' ') END AS kin,"
    " count(*) AS times FROM units u JOIN member m USING (doc) GROUP BY ALL),"
    " ranked AS (SELECT *, rank() OVER (PARTITION BY doc, kin ORDER BY times DESC) AS place"
    " FROM named),"
    " users AS (SELECT cluster, name, arg_max(doc, (times, -doc)) AS doc FROM ranked"
    " WHERE place = 1 GROUP BY ALL)"
    " SELECT x.doc, r.doc FROM ranked r JOIN users x ON x.cluster = r.cluster AND x.name = r.name"
    " WHERE r.place > 1 AND x.doc <> r.doc GROUP BY ALL ORDER BY ALL"
)


def _by_query(corpus: Corpus, cluster_of: Mapping[int, int], sql: str) -> Iterator[Source]:
    docs = sorted(cluster_of)
    rows = corpus.query(_MEMBER + sql, [docs, [cluster_of[doc] for doc in docs]])
    return (Source(original, copy) for original, copy in rows)


def _same_signers(corpus: Corpus, clusters: Sequence[Sequence[int]]) -> Iterator[Source]:
    for docs in clusters:
        first: dict[str, int] = {}
        for doc in sorted(docs, key=lambda one: by_date(corpus.documents[one])):
            about = corpus.documents[doc]
            other = first.setdefault(about.signer.lower(), doc)
            if about.signer and other != doc and corpus.documents[other].office != about.office:
                yield Source(other, doc)


@dataclass(frozen=True)
class _Names:
    """Names of places and signers with the first document of each cluster whose own they are, and
    for each cluster the first document of a level."""

    owners: Mapping[str, Mapping[int, int]]
    levels: Mapping[tuple[int, str], int]


def _by_words(
    corpus: Corpus, clusters: Sequence[Sequence[int]], cluster_of: Mapping[int, int]
) -> Iterator[Source]:
    """Yield documents with the ones whose place, signer or level word they have."""
    names = _names(corpus.documents, clusters)
    listed = sorted(names.owners)
    if not listed and not names.levels:
        return
    search = AhoCorasick(listed or ["\0"], matchkind=MatchKind.LeftmostLongest)
    docs = sorted(cluster_of)
    for start in range(0, len(docs), _HELD):
        rows = corpus.query(
            "SELECT doc, string_agg(words, chr(10) ORDER BY seq) FROM sentences"
            " WHERE doc IN (SELECT unnest(?::BIGINT[])) GROUP BY doc ORDER BY doc",
            [docs[start : start + _HELD]],
        )
        for doc, text in rows:
            about, cluster = corpus.documents[doc], cluster_of[doc]
            for index in sorted({one[0] for one in search.find_matches_as_indexes(text)}):
                name = listed[index] if listed else ""
                owner = names.owners.get(name, {}).get(cluster, doc)
                if name not in (_bare(about), about.signer) and owner != doc:
                    yield Source(owner, doc)
            for level in LEVELS:
                other = names.levels.get((cluster, level), doc)
                if level != about.level and other != doc and _has_bare(text, level):
                    yield Source(other, doc)


def _has_bare(text: str, level: str) -> bool:
    """Whether a level word stands alone in a text."""
    return level in text.lower() and any(
        next(bare_levels(line, level), None) for line in text.split("\n")
    )


def _names(documents: Sequence[DocumentRecord], clusters: Iterable[Sequence[int]]) -> _Names:
    owners: dict[str, dict[int, int]] = defaultdict(dict)
    levels: dict[tuple[int, str], int] = {}
    for cluster, docs in enumerate(clusters):
        for doc in docs:
            about = documents[doc]
            levels.setdefault((cluster, about.level), doc)
            for name in (_bare(about), about.signer):
                if " " in name:
                    owners[name].setdefault(cluster, doc)
    return _Names(owners, levels)


def _bare(about: DocumentRecord) -> str:
    return about.locality.removeprefix(about.level).strip()
