"""Finished work is kept whole, as long as it is as asked."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from checker.corpus.auditing.auditor import Audited
from checker.corpus.auditing.parts import Parts, unwritable
from checker.corpus.records import DocumentRecord, Facts
from checker.errors import InputError
from checker.file_report import FileReport


def audited(path: str, key: str) -> Audited:
    return Audited(key, FileReport(path, "issued"), Facts(DocumentRecord(path)))


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    """Parts of two batches: a and b, c and d."""
    kept = Parts(tmp_path)
    kept.write([audited("a", "1"), audited("b", "1")])
    kept.write([audited("c", "1"), audited("d", "1")])
    return kept


def documents(parts: Parts) -> list[tuple[str, str]]:
    files = [str(part) for part in parts.listed()]
    found = duckdb.execute("SELECT path, key FROM read_parquet($1) ORDER BY ALL", [files])
    return found.fetchall()


def test_what_is_as_asked_stays(parts: Parts) -> None:
    before = parts.listed()
    assert parts.prune(dict.fromkeys("abcd", "1")) == set("abcd")
    assert parts.listed() == before


def test_of_a_batch_only_what_has_changed_is_removed(parts: Parts) -> None:
    assert parts.prune({"a": "1", "b": "2", "c": "1", "d": "1"}) == set("acd")
    assert documents(parts) == [("a", "1"), ("c", "1"), ("d", "1")]


def test_what_nobody_asks_for_is_removed(parts: Parts) -> None:
    assert parts.prune({"c": "1", "d": "1"}) == set("cd")
    assert len(parts.listed()) == 1


def test_a_file_that_could_not_be_read_is_tried_again(tmp_path: Path) -> None:
    parts = Parts(tmp_path)
    parts.write([audited("a", "")])
    assert parts.prune({"a": ""}) == set()


@pytest.mark.parametrize("share", [0, 2, 4], ids=["empty", "half", "end-lost"])
def test_a_damaged_part_is_removed(parts: Parts, share: int) -> None:
    damaged = parts.listed()[0]
    content = damaged.read_bytes()
    damaged.write_bytes(content[: len(content) * share // 5])
    assert len(parts.prune(dict.fromkeys("abcd", "1"))) == 2
    assert damaged not in parts.listed()


def test_what_a_killed_process_left_is_removed(parts: Parts) -> None:
    draft = parts.folder / "0123.draft"
    draft.write_bytes(b"PAR1")
    parts.prune(dict.fromkeys("abcd", "1"))
    assert not draft.exists()


def test_a_batch_done_twice_is_there_once(parts: Parts) -> None:
    parts.write([audited("a", "1"), audited("b", "1")])
    assert len(parts.listed()) == 2
    parts.write([audited("a", "1")])
    parts.prune(dict.fromkeys("abcd", "1"))
    assert [path for path, _ in documents(parts)] == list("abcd")


def test_half_characters_and_nul_do_not_stop_it(tmp_path: Path) -> None:
    parts = Parts(tmp_path)
    facts = Facts(DocumentRecord("a", title="Kế hoạch \udce9 \0"))
    assert parts.write([Audited("1", FileReport("a", "issued"), facts)]) == 1


def test_of_an_error_of_duckdb_the_message_is_told() -> None:
    error = duckdb.IOException('IO Error: {"exception_message":"No space left on \\"a\\""}')
    assert unwritable(Path("out"), error).values["reason"] == 'out: No space left on \\"a\\"'
    assert unwritable(Path("out"), OSError("full")).values["reason"] == "out: full"


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as told:
        Parts(tmp_path / "none").write([audited("a", "1")])
    assert told.value.code == "cannot-write"
