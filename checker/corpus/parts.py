"""Finished work on disk: what was found in a batch of documents, one Parquet file each."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import duckdb

from checker.corpus.auditing import Audited
from checker.corpus.records import FindingRecord, by_column
from checker.corpus.store import connect
from checker.finding import Finding
from checker.report_cache import encoded

_COLUMNS = (
    "path VARCHAR, key VARCHAR, report VARCHAR, findings VARCHAR, facts VARCHAR, written BIGINT"
)


class Parts:
    """A folder of parts. Several processes may add to it at once, as a part is written whole or not
    at all; one that cannot be read is as one that is not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def finished(self) -> dict[str, str]:
        """Return the keys of the documents that are done, by path."""
        found: dict[str, str] = {}
        connection = connect()
        for part in self.readable():
            rows = connection.execute("SELECT path, key FROM read_parquet($1)", [str(part)])
            found.update(rows.fetchall())
        return found

    def readable(self) -> list[Path]:
        """Return the parts that are whole, in the order of their names; others are removed."""
        connection, whole = connect(), []
        for part in sorted(self.folder.glob("*.parquet")):
            try:
                connection.execute("SELECT count(*) FROM parquet_metadata($1)", [str(part)])
                whole.append(part)
            except duckdb.Error:
                with contextlib.suppress(OSError):
                    part.unlink()
        return whole

    def write(self, batch: Sequence[str], audited: Iterable[Audited]) -> int:
        """Write the part of a batch, as of the paths in it, and return how many documents it has.
        Raises OSError."""
        rows = [(*_row(one), time.time_ns()) for one in audited]
        name = hashlib.sha256("\0".join((*batch, *(row[1] for row in rows))).encode(*_SAFE))
        part = self.folder / f"{name.hexdigest()[:32]}.parquet"
        draft = part.with_suffix(f".{os.getpid()}")
        connection = connect()
        connection.execute(f"CREATE TABLE part ({_COLUMNS})")
        connection.execute(
            "INSERT INTO part SELECT unnest($1::VARCHAR[]), unnest($2::VARCHAR[]),"
            " unnest($3::VARCHAR[]), unnest($4::VARCHAR[]), unnest($5::VARCHAR[]),"
            " unnest($6::BIGINT[])",
            [list(column) for column in zip(*rows, strict=True)],
        )
        target = str(draft).replace("'", "''")
        connection.execute(f"COPY part TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
        connection.close()
        draft.replace(part)
        return len(rows)

    def keep_only(self, keys: Mapping[str, str]) -> None:
        """Remove the parts of which nothing is asked for any more: that hold no document of
        ``keys`` (by path) as it is now."""
        connection = connect()
        for part in self.readable():
            rows = connection.execute("SELECT path, key FROM read_parquet($1)", [str(part)])
            if not any(keys.get(path) == key for path, key in rows.fetchall()):
                part.unlink(missing_ok=True)


_SAFE = ("utf-8", "surrogateescape")


def _row(one: Audited) -> tuple[str, str, str, str, str]:
    report = one.report
    return (
        report.path,
        one.key,
        _json(encoded(report)),
        _json(by_column([_finding(finding) for finding in report.findings], FindingRecord)),
        _json(one.facts.as_json()),
    )


def _finding(one: Finding) -> FindingRecord:
    return FindingRecord(
        one.place.line,
        one.place.column,
        one.place.end_line,
        one.place.end_column,
        one.section,
        " ".join(one.text.split()),
        one.rule,
        one.group,
        one.level,
        one.message,
        one.suggestions,
        one.basis,
        one.fingerprint,
    )


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
