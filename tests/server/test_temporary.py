"""What servers that were killed have left is removed at the next start."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from checker.server.temporary import TemporaryFolder, remove_from_within


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_only_folders_that_no_server_holds_are_removed(tmp_path: Path) -> None:
    running, killed, other = TemporaryFolder(), tmp_path / "soat-serve-a", tmp_path / "soat-other"
    running.make()
    for path in (killed, other):
        path.mkdir()
        (path / "lock").touch()
    old, young = tmp_path / "soat-serve-old", tmp_path / "soat-serve-young"
    for path in (old, young):
        path.mkdir()
    os.utime(old, (0, 0))
    link = tmp_path / "soat-serve-link"
    link.symlink_to(other)
    new = TemporaryFolder()
    new.make()
    assert {*tmp_path.iterdir()} == {running.path, new.path, other, young, link}
    new.remove()
    new.remove()
    assert not new.path.exists() and running.path.exists()
    running.remove()


def test_the_last_worker_of_a_killed_server_removes_its_folder(tmp_path: Path) -> None:
    server = TemporaryFolder()
    server.make()
    first, second = server.path / "a", server.path / "b"
    for path in (first, second):
        path.mkdir()
    remove_from_within(first)
    assert {*server.path.iterdir()} == {second, server.path / "lock"}
    remove_from_within(second)
    assert not server.path.exists()
    own = tmp_path / "own" / "a"
    own.mkdir(parents=True)
    remove_from_within(own)
    assert own.parent.exists()
