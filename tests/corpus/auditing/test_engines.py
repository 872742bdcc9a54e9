"""Whoever does the work, the result is the same; a file that ends a process is told of, alone."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from checker.corpus.auditing.engines import Engine, Pool, Sequential
from checker.corpus.auditing.engines.dask_cluster import DaskCluster
from checker.corpus.auditing.engines.engine import batches_of
from checker.errors import ConfigError, InputError
from checker.project import Options
from tests.cli.conftest import loaded_once
from tests.conftest import seed

__all__ = ["loaded_once"]

OPTIONS = Options(stage="issued")


class Deadly(str):
    """A path at which a process dies, but for the first."""

    def encode(self, *arguments: Any) -> bytes:
        if multiprocessing.parent_process() is not None:
            os._exit(9)
        return super().encode(*arguments)

    def __reduce__(self) -> Any:
        return Deadly, (str(self),)


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Twelve small documents, the last of which cannot be read."""
    folder = tmp_path / "documents"
    folder.mkdir()
    lines = seed("nhi-chieu").splitlines(keepends=True)
    for number in range(11):
        text = "".join((*lines[:30], *lines[30 + number : 40 + number]))
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "bad.docx").write_bytes(b"PK\x03\x04")
    return [str(path) for path in sorted(folder.iterdir())]


def run(engine: Engine, paths: Iterable[str], parts: Path) -> list[tuple[Any, ...]]:
    """What an engine writes, in the order of the paths."""
    listed = list(paths)
    parts.mkdir()
    done = list(engine.run(listed, OPTIONS, parts))
    assert sum(one.documents for one in done) == len(listed)
    return duckdb.execute(
        "SELECT path, key, report, findings, facts FROM read_parquet($1) ORDER BY path",
        [f"{parts}/*.parquet"],
    ).fetchall()


@pytest.mark.usefixtures("loaded_once")
def test_a_cluster_writes_what_one_process_writes(paths: list[str], tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        engine = DaskCluster(cluster.scheduler_address)
        spread = run(engine, paths, tmp_path / "dask")
    assert spread == run(Sequential(), paths, tmp_path / "one")


@pytest.mark.usefixtures("loaded_once")
def test_several_processes_write_what_one_does_but_for_a_file_that_ends_one(
    paths: list[str], tmp_path: Path
) -> None:
    told = run(Pool(2), [*paths[:2], Deadly(paths[2]), *paths[3:]], tmp_path / "pool")
    alone = run(Sequential(), paths, tmp_path / "one")
    assert "process-ended" in told[2][2] and told[2][1] == ""
    assert told[:2] + told[3:] == alone[:2] + alone[3:]


def test_a_batch_that_ends_its_process_is_divided(
    paths: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[str, ...]] = []

    def apart(
        jobs: Iterable[tuple[str, ...]], _make: Any, _processes: int, failed: Any
    ) -> Iterator[int]:
        for job in jobs:
            given.append(job)
            yield failed(job) if paths[2] in job else len(job)

    monkeypatch.setattr("checker.corpus.auditing.engines.pool.work_apart", apart)
    done = list(Pool(1).run(paths, OPTIONS, tmp_path))
    assert given == [*batches_of(paths), *((path,) for path in paths[:3])]
    assert sum(one.documents for one in done) == len(paths)
    assert len(list(tmp_path.glob("*.parquet"))) == 1


@pytest.mark.usefixtures("loaded_once")
def test_a_mistake_in_the_configuration_ends_all(tmp_path: Path) -> None:
    (tmp_path / "soat.yml").write_text("- a", encoding="utf-8")
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    with pytest.raises(ConfigError):
        run(Sequential(), [str(tmp_path / "a.txt")], tmp_path / "parts")


def test_what_is_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError) as told:
        list(DaskCluster("none://").run(["a.txt"], OPTIONS, tmp_path))
    assert told.value.code == "no-scheduler"
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError) as told:
        list(DaskCluster().run(["a.txt"], OPTIONS, tmp_path))
    assert told.value.code == "no-dask"


@pytest.mark.parametrize("number", [0, 1, 9, 100, 1000])
def test_batches_hold_each_path_once_and_are_small(number: int) -> None:
    paths = [str(one) for one in range(number)]
    batches = batches_of(paths, 2)
    assert [path for batch in batches for path in batch] == paths
    assert max(map(len, batches), default=0) <= 32
    assert len(batches) >= min(number, 8)
