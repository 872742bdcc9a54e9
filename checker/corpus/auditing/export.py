"""The tables of an audit, for those who ask their own questions: DuckDB and Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb

from checker.corpus.auditing.audit import Audit
from checker.corpus.copies.pairs import find_clusters, find_pairs
from checker.corpus.expecting import find_expected
from checker.corpus.finding import CorpusFinding
from checker.corpus.store import Corpus
from checker.corpus.superior.coverage import find_coverage

FOLDER = "parquet"
PARQUET = (
    "documents",
    "findings",
    "corpus_findings",
    "citations",
    "units",
    "tasks",
    "sections",
    "places",
    "pairs",
    "clusters",
    "requirements",
    "coverage",
    "expected",
)
_ROWS = 5_000  # inserted at once
_RELATED = 'STRUCT("path" VARCHAR, line BIGINT, "column" BIGINT, section VARCHAR, "text" VARCHAR)[]'
_FINDING = {
    "doc": "BIGINT",
    "path": "VARCHAR",
    "rule": "VARCHAR",
    "group": "VARCHAR",
    "severity": "VARCHAR",
    "message": "VARCHAR",
    "line": "BIGINT",
    "column": "BIGINT",
    "end_line": "BIGINT",
    "end_column": "BIGINT",
    "section": "VARCHAR",
    "words": "VARCHAR",
    "suggestions": "VARCHAR[]",
    "basis": "VARCHAR",
    "related": _RELATED,
    "fingerprint": "VARCHAR",
    "reason": "VARCHAR",
}
_PAIR = {
    "first": "BIGINT",
    "second": "BIGINT",
    "similarity": "DOUBLE",
    "first_path": "VARCHAR",
    "second_path": "VARCHAR",
}
_CLUSTER = {"cluster": "BIGINT", "doc": "BIGINT", "path": "VARCHAR"}
_REQUIREMENT = {
    "requirement": "BIGINT",
    "doc": "BIGINT",
    "path": "VARCHAR",
    "title": "VARCHAR",
    "line": "BIGINT",
    "section": "VARCHAR",
    "words": "VARCHAR",
}
_COVER = {
    "requirement": "BIGINT",
    "title": "VARCHAR",
    "doc": "BIGINT",
    "path": "VARCHAR",
    "state": "VARCHAR",
    "lines": "BIGINT[]",
}
_EXPECTED = {
    "name": "VARCHAR",
    "docs": "BIGINT[]",
    "late": "BIGINT[]",
    "paths": "VARCHAR[]",
}


def write_tables(audit: Audit, out: Path) -> None:
    """Add to the open database what the comparison found, and write the tables that are named in
    PARQUET to the folder ``parquet`` of ``out``, each whole or not at all. ``doc`` is that of
    ``documents``, ``path`` its path. In ``coverage`` a requirement of -1 stands for a plan that was
    left out, with the reason as its state. Raises OSError, duckdb.Error."""
    connection, corpus = audit.corpus.connection, audit.corpus
    clusters = (
        (number, doc, corpus.documents[doc].path)
        for number, docs in enumerate(find_clusters(corpus), 1)
        for doc in docs
    )
    _fill(connection, "corpus_findings", _FINDING, map(_finding, audit.findings))
    _fill(connection, "pairs", _PAIR, _pairs(corpus))
    _fill(connection, "clusters", _CLUSTER, clusters)
    _fill(connection, "requirements", _REQUIREMENT, _requirements(audit))
    _fill(connection, "coverage", _COVER, _covers(audit))
    _fill(connection, "expected", _EXPECTED, _expected(audit))
    folder = out / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name in PARQUET:
        _copy(connection, name, folder / f"{name}.parquet")


def _finding(one: CorpusFinding) -> tuple[Any, ...]:
    told = one.as_json() | {"doc": one.doc, "reason": one.reason, "words": one.spot.words}
    return tuple(told[name] for name in _FINDING)


def _pairs(corpus: Corpus) -> Iterator[tuple[Any, ...]]:
    for one in find_pairs(corpus):
        paths = (corpus.documents[doc].path for doc in (one.first, one.second))
        yield one.first, one.second, one.similarity, *paths


def _requirements(audit: Audit) -> Iterator[tuple[Any, ...]]:
    found = find_coverage(audit.corpus, audit.surroundings).requirements
    for number, one in enumerate(found):
        path, spot = audit.corpus.documents[one.doc].path, one.spot
        yield number, one.doc, path, one.title, spot.line, spot.section, spot.words


def _covers(audit: Audit) -> Iterator[tuple[Any, ...]]:
    found = find_coverage(audit.corpus, audit.surroundings)
    titles = [one.title for one in found.requirements]
    for doc in sorted({*found.covers, *found.left_out}):
        path = audit.corpus.documents[doc].path
        if doc in found.left_out:
            yield -1, "", doc, path, found.left_out[doc], ()
            continue
        for number, cover in enumerate(found.covers[doc]):
            lines = tuple(spot.line for spot in cover.spots)
            yield number, titles[number], doc, path, cover.state, lines


def _expected(audit: Audit) -> Iterator[tuple[Any, ...]]:
    documents = audit.corpus.documents
    for one in find_expected(audit.corpus, audit.surroundings):
        yield one.name, one.docs, one.late, tuple(documents[doc].path for doc in one.docs)


def _fill(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: Mapping[str, str],
    rows: Iterable[tuple[Any, ...]],
) -> None:
    """Make a table of rows, a few thousand at a time."""
    described = ", ".join(f'"{column}" {type_}' for column, type_ in columns.items())
    connection.execute(f"CREATE OR REPLACE TABLE {name} ({described})")
    values = ", ".join(
        f"unnest(${place}::{type_}[])" for place, type_ in enumerate(columns.values(), 1)
    )
    left = iter(rows)
    while some := list(islice(left, _ROWS)):
        by_column = [list(column) for column in zip(*some, strict=True)]
        connection.execute(f"INSERT INTO {name} SELECT {values}", by_column)


def _copy(connection: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    draft = path.with_suffix(".new")
    target = str(draft).replace("'", "''")
    connection.execute(f"COPY {name} TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
    draft.replace(path)
