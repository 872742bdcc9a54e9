"""Files that commands write: what stands in their place is kept."""

from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from checker.cli.output import write_output

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_output(pipe, b"x")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    reader.join(10)
    assert read == [b"x"]


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"old")
    link.symlink_to(file.name)
    write_output(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_who_may_read_a_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    file.chmod(0o600)
    write_output(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
