"""Finished work on disk: what was found in a batch of documents, one Parquet file each."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import time
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb

from checker.corpus.auditing.auditor import Audited
from checker.corpus.records import FindingRecord, by_column
from checker.corpus.store import connect
from checker.errors import InputError
from checker.finding import Finding
from checker.report_cache import encoded

_COLUMNS = ("path", "key", "report", "findings", "facts")
_MESSAGE = re.compile(r'"exception_message":"((?:[^"\\]|\\.)*)"')  # in that of a DuckDB error
_WHOLE = (  # reads every column
    "sum(length(report) + length(findings) + length(facts) + written % 2) OVER ()"
)


class Parts:
    """A folder of parts. Several processes may add to it at once, as a part is written whole or not
    at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def listed(self) -> list[Path]:
        """Return the parts, in the order of their names."""
        return sorted(self.folder.glob("*.parquet"))

    def write(self, audited: Iterable[Audited]) -> int:
        """Write the part of a batch, under a name that tells its documents, and return how many it
        has. Raises InputError ``cannot-write``."""
        rows = [_row(one) for one in audited]
        told = "\0".join(f"{path}\0{key}" for path, key, *_ in rows)
        name = hashlib.sha256(told.encode()).hexdigest()[:32]
        columns = ", ".join(f"unnest(${at}::VARCHAR[]) AS {name}" for at, name in _numbered())
        written = f"SELECT {columns}, {time.time_ns()}::BIGINT AS written"
        self._save(f"{name}.parquet", written, [list(one) for one in zip(*rows, strict=True)])
        return len(rows)

    def prune(self, keys: Mapping[str, str]) -> frozenset[str]:
        """Remove what is no more as asked: all documents but those of ``keys`` (by path) with their
        key there, parts that are damaged, and drafts that somebody left. Return the paths of the
        documents that stay. Raises OSError, and InputError as :meth:`write`."""
        for draft in self.folder.glob("*.draft"):
            draft.unlink(missing_ok=True)
        done: set[str] = set()
        connection = connect()
        for part in self.listed():
            rows = _documents(connection, part)
            good = {path for path, key in rows if key and keys.get(path) == key} - done
            if not good:
                part.unlink(missing_ok=True)
            elif len(good) < len(rows):
                kept = "SELECT * FROM read_parquet($1) WHERE path IN (SELECT unnest($2))"
                self._save(part.name, kept, [str(part), sorted(good)])
            done |= good
        return frozenset(done)

    def clear(self) -> None:
        """Remove all parts. Raises OSError."""
        for part in self.listed():
            part.unlink(missing_ok=True)

    def _save(self, name: str, query: str, values: list[Any]) -> None:
        """Write what a query gives as a part."""
        draft = self.folder / f"{uuid.uuid4().hex}.draft"
        target = str(draft).replace("'", "''")
        connection = connect()
        try:
            connection.execute(f"CREATE TEMP TABLE part AS {query}", values)
            connection.execute(f"COPY part TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
            draft.replace(self.folder / name)
        except (OSError, duckdb.Error) as error:
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            raise unwritable(self.folder, error) from None
        finally:
            connection.close()


def unwritable(path: Path, error: OSError | duckdb.Error) -> InputError:
    """Return what is told when nothing could be written to ``path``."""
    inner = _MESSAGE.search(str(error))
    return InputError("cannot-write", reason=f"{path}: {inner[1] if inner else error}")


def _numbered() -> Iterable[tuple[int, str]]:
    return enumerate(_COLUMNS, 1)


def _documents(connection: duckdb.DuckDBPyConnection, part: Path) -> list[tuple[str, str]]:
    """The paths and keys in a part; none in one that is damaged."""
    try:
        query = f"SELECT path, key, {_WHOLE} FROM read_parquet($1)"
        return [(path, key) for path, key, _ in connection.execute(query, [str(part)]).fetchall()]
    except duckdb.Error:
        return []


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
    """JSON, without what is no character: half of a surrogate pair."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace").decode("utf-8")
