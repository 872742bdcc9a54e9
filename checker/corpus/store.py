"""The facts of many documents as tables of DuckDB, from which comparisons read them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from checker.corpus.records import RECORDS, DocumentRecord, Facts, columns, make

R = TypeVar("R")
T = TypeVar("T")

PLAN, SUPERIOR = "plan", "superior"
_TABLES = {record: name for name, record in RECORDS.items()}


class Corpus:
    """Documents with their facts. A document is known by its index in ``documents``, which are
    those to compare, in the order of their paths; then come the ``superiors`` (their indexes) that
    they are compared with."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        names = _names(DocumentRecord)
        found = connection.execute(f"SELECT role, {names} FROM documents ORDER BY doc").fetchall()
        self.documents: tuple[DocumentRecord, ...] = tuple(
            make(DocumentRecord, tuple(values)) for _, *values in found
        )
        self.superiors = tuple(index for index, row in enumerate(found) if row[0] == SUPERIOR)
        self._kept: dict[str, Any] = {}

    @staticmethod
    def of(facts: Iterable[Facts], superiors: Iterable[Facts] = ()) -> Corpus:
        """Return a corpus of facts that are at hand."""
        connection = connect()
        plans, above = list(facts), list(superiors)
        rows = [json.dumps(one.as_json(), ensure_ascii=False) for one in (*plans, *above)]
        roles = [PLAN] * len(plans) + [SUPERIOR] * len(above)
        connection.execute("CREATE TEMP TABLE found (doc BIGINT, role VARCHAR, facts VARCHAR)")
        connection.execute(
            "INSERT INTO found SELECT unnest($1::BIGINT[]), unnest($2::VARCHAR[]),"
            " unnest($3::VARCHAR[])",
            [list(range(len(rows))), roles, rows],
        )
        fill(connection, "found")
        return Corpus(connection)

    @property
    def plans(self) -> Iterator[tuple[int, DocumentRecord]]:
        """The documents to compare, with their indexes."""
        above = set(self.superiors)
        return ((doc, one) for doc, one in enumerate(self.documents) if doc not in above)

    def rows(
        self, record: type[R], where: str = "true", values: Sequence[object] = ()
    ) -> Iterator[tuple[int, R]]:
        """Yield the records of one kind for which the SQL condition ``where`` holds, each with the
        index of its document, in the order of documents and places."""
        names = _names(record)
        cursor = self.connection.cursor().execute(
            f"SELECT doc, {names} FROM {_TABLES[record]} WHERE {where} ORDER BY doc, seq",
            list(values),
        )
        while some := cursor.fetchmany(1000):
            for doc, *fields in some:
                yield doc, make(record, tuple(fields))

    def of_document(self, record: type[R], doc: int) -> list[R]:
        """Return the records of one kind of one document."""
        return [one for _, one in self.rows(record, "doc = ?", [doc])]

    def query(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return what an SQL query gives; it must tell its order."""
        return self.connection.cursor().execute(sql, list(values)).fetchall()

    def keep(self, name: str, find: Callable[[], T]) -> T:
        """Return what ``find`` gives, found once; for what several rules, or reports, look at."""
        if name not in self._kept:
            self._kept[name] = find()
        kept: T = self._kept[name]
        return kept


def connect(path: Path | str = ":memory:") -> duckdb.DuckDBPyConnection:
    """Open a database; nothing is fetched from elsewhere."""
    return duckdb.connect(
        str(path),
        config={"autoinstall_known_extensions": False, "autoload_known_extensions": False},
    )


def fill(connection: duckdb.DuckDBPyConnection, found: str) -> None:
    """Make the tables of a relation ``found`` with the columns doc, role and facts (JSON)."""
    read = _read("facts->'document'", columns(DocumentRecord))
    connection.execute(
        f"CREATE TABLE documents AS SELECT doc, role, {_unnested(columns(DocumentRecord), 'd')}"
        f" FROM (SELECT doc, role, {read} AS d FROM {found}) ORDER BY doc"
    )
    connection.execute(
        "CREATE TABLE signatures AS SELECT doc, from_json(facts->'signature', '[\"BIGINT\"]')"
        f" AS hashes FROM {found} ORDER BY doc"
    )
    for name, record in RECORDS.items():
        fill_table(connection, name, record, f"SELECT doc, facts->'{name}' FROM {found}")


def fill_table(
    connection: duckdb.DuckDBPyConnection, name: str, record: type[Any], found: str
) -> None:
    """Make the table of a kind of record of a query that gives each document with its records, as
    JSON by column."""
    told = columns(record)
    first = next(iter(told))
    connection.execute(
        f"CREATE TABLE {name} AS SELECT doc, generate_subscripts(r.{first}, 1) AS seq,"
        f" {_unnested(told, 'r')} FROM (SELECT doc, {_read('told', told)} AS r"
        f" FROM ({found}) AS f(doc, told)) ORDER BY doc, seq"
    )


def _read(json_value: str, told: Mapping[str, str]) -> str:
    shape = json.dumps({name: [_json_type(sql)] for name, sql in told.items()})
    return f"from_json({json_value}, '{shape}')"


def _names(record: type[Any]) -> str:
    return ", ".join(f'"{name}"' for name in columns(record))


def _json_type(sql: str) -> Any:
    return [sql.removesuffix("[]")] if sql.endswith("[]") else sql


def _unnested(told: Mapping[str, str], of: str) -> str:
    return ", ".join(f'unnest({of}."{name}") AS "{name}"' for name in told)
