"""The tables of an audit as DuckDB reads them, in the database and beside it."""

from __future__ import annotations

from pathlib import Path

import duckdb

from checker.corpus.auditing.export import PARQUET, write_tables
from checker.linter import Linter
from tests.reporting.audit_sample import HUNG_DAO, NHI_CHIEU, PATHS, SCAN, empty, sample


def test_tables_stand_in_the_database(linter: Linter, tmp_path: Path) -> None:
    audit = sample(linter)
    write_tables(audit, tmp_path)
    ask = audit.corpus.query
    assert ask("SELECT * FROM pairs") == [
        (NHI_CHIEU, HUNG_DAO, 0.969, PATHS[NHI_CHIEU], PATHS[HUNG_DAO])
    ]
    assert ask("SELECT * FROM clusters ORDER BY doc") == [
        (1, NHI_CHIEU, PATHS[NHI_CHIEU]),
        (1, HUNG_DAO, PATHS[HUNG_DAO]),
    ]
    told = ask('SELECT path, related[1]."path", suggestions, reason FROM corpus_findings')
    assert told[0] == (PATHS[HUNG_DAO], PATHS[NHI_CHIEU], ["12/KH-UBND"], "")
    assert [row[3] for row in told] == ["", "sổ ghi nhầm", ""]
    assert ask("SELECT requirement, doc, state, lines FROM coverage ORDER BY ALL") == [
        (-1, SCAN, "unread", []),
        (0, NHI_CHIEU, "covered", [48]),
        (0, HUNG_DAO, "covered", [48]),
        (1, NHI_CHIEU, "partly", [48]),
        (1, HUNG_DAO, "missing", []),
    ]
    assert ask("SELECT name FROM expected WHERE len(docs) = 0") == [("phường Thành Đông",)]
    assert ask("SELECT paths FROM expected WHERE len(docs) = 1 LIMIT 1")[0][0][0] in PATHS


def test_tables_name_paths_and_tasks(linter: Linter, tmp_path: Path) -> None:
    audit = sample(linter)
    write_tables(audit, tmp_path)
    ask = audit.corpus.query
    asked = "SELECT c.path FROM coverage c JOIN documents d USING (doc) WHERE c.path <> d.path"
    assert ask(asked) == []
    titles = "SELECT DISTINCT c.title = r.title FROM coverage c JOIN requirements r"
    assert ask(f"{titles} USING (requirement)") == [(True,)]
    both = "SELECT doc, rule, words FROM findings UNION ALL SELECT doc, rule, words"
    assert ask(f"{both} FROM corpus_findings ORDER BY ALL")


def test_parquet_is_beside_it_and_whole(linter: Linter, tmp_path: Path) -> None:
    folder = tmp_path / "của 'phường'"
    folder.mkdir()
    audit = sample(linter)
    write_tables(audit, folder)
    files = sorted(path.name for path in (folder / "parquet").iterdir())
    assert files == sorted(f"{name}.parquet" for name in PARQUET)
    for name in PARQUET:
        of = duckdb.read_parquet(str(folder / "parquet" / f"{name}.parquet"))
        rows = audit.corpus.query(f"SELECT count(*) FROM {name}")[0][0]
        assert len(of) == rows
    before = {path: path.read_bytes() for path in (folder / "parquet").iterdir()}
    write_tables(audit, folder)
    assert before == {path: path.read_bytes() for path in (folder / "parquet").iterdir()}


def test_audit_of_nothing_has_empty_tables(linter: Linter, tmp_path: Path) -> None:
    audit = empty(linter)
    write_tables(audit, tmp_path)
    assert audit.corpus.query("SELECT count(*) FROM corpus_findings") == [(0,)]
    assert (tmp_path / "parquet" / "coverage.parquet").is_file()
