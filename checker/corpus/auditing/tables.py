"""The tables of an audit, filled of the parts that its engine wrote."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from checker.corpus.auditing.parts import Parts
from checker.corpus.records import FindingRecord
from checker.corpus.store import PLAN, SUPERIOR, fill, fill_table
from checker.files import shown_path

_MEMORY = "500MB"  # for tables; what is more waits on disk
_AT_ONCE = 200  # documents that are unpacked together


def load(
    connection: duckdb.DuckDBPyConnection,
    paths: Sequence[str],
    against: Sequence[str],
    parts: Parts,
) -> None:
    """Fill the tables of a new database with the documents at ``paths`` and those that they are
    compared with, as :func:`fill` makes them, and ``findings`` (of each document alone) and
    ``reports``. Raises duckdb.Error."""
    connection.execute(f"SET memory_limit = '{_MEMORY}'")
    number = _index(connection, _listed(paths, against), parts)
    ((main,),) = connection.execute("SELECT current_database()").fetchall()
    for first in range(0, max(1, number), _AT_ONCE):
        connection.execute("ATTACH ':memory:' AS unpacked; USE unpacked")
        _unpack(connection, first, first + _AT_ONCE)
        for table in _tables(connection):
            place = f'"{main}".main."{table}"'
            make = f"INSERT INTO {place}" if first else f"CREATE TABLE {place} AS"
            connection.execute(f'{make} FROM unpacked.main."{table}"')
        connection.execute(f'USE "{main}"; DETACH unpacked')
    connection.execute("DROP TABLE listed")


def _listed(paths: Sequence[str], against: Sequence[str]) -> list[tuple[str, str]]:
    """Paths, as they are shown, with their roles: first those to compare, each in its order."""
    above = {shown_path(path) for path in against}
    plans = {shown_path(path) for path in paths} - above
    return [(path, PLAN) for path in sorted(plans)] + [(path, SUPERIOR) for path in sorted(above)]


def _index(
    connection: duckdb.DuckDBPyConnection, listed: Sequence[tuple[str, str]], parts: Parts
) -> int:
    """Make a table of where each document is found, and return how many there are."""
    connection.execute(
        "CREATE TEMP TABLE listed AS SELECT row_number() OVER (ORDER BY place) - 1 AS doc,"
        " path, role, part"
        " FROM (SELECT unnest($1::VARCHAR[]) AS path, unnest($2::VARCHAR[]) AS role,"
        " unnest(range($3)) AS place)"
        " JOIN (SELECT path, arg_max(filename, (written, filename)) AS part"
        " FROM read_parquet($4, filename = true) GROUP BY path) USING (path) ORDER BY doc",
        [
            [path for path, _ in listed],
            [role for _, role in listed],
            len(listed),
            [str(part) for part in parts.listed()],
        ],
    )
    ((number,),) = connection.execute("SELECT count(*) FROM listed").fetchall()
    return int(number)


def _unpack(connection: duckdb.DuckDBPyConnection, first: int, end: int) -> None:
    """Make the tables of some of the documents."""
    within = f"doc >= {first} AND doc < {end}"
    needed = connection.execute(
        f"SELECT DISTINCT part FROM listed WHERE {within} ORDER BY part"
    ).fetchall()
    connection.execute(
        "CREATE TABLE found AS SELECT doc, role, report, findings, facts"
        " FROM read_parquet($1, filename = true) AS p JOIN listed AS l"
        f" ON p.path = l.path AND p.filename = l.part AND {within}",
        [[part for (part,) in needed]],
    )
    fill(connection, "found")
    fill_table(connection, "findings", FindingRecord, "SELECT doc, findings FROM found")
    connection.execute("CREATE TABLE reports AS SELECT doc, report FROM found ORDER BY doc")
    connection.execute("DROP TABLE found")


def _tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = 'unpacked' ORDER BY 1"
    )
    return [name for (name,) in found.fetchall()]
