"""An audit: done once, resumed, the same whoever does it, and alone in its folder."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from checker.corpus.auditing.audit import (
    PARTS,
    STORE,
    Audit,
    AuditOptions,
    compare,
    keep,
    opened,
    run_batches,
)
from checker.corpus.auditing.engines import Done, Sequential
from checker.errors import InputError
from checker.project import Options
from tests.cli.conftest import loaded_once
from tests.conftest import FIXTURES, seed

__all__ = ["loaded_once"]
pytestmark = pytest.mark.usefixtures("loaded_once")

ABOVE = str(FIXTURES / "seeds/ban-tuyen-giao-hai-phong.txt")
ASKED = AuditOptions(Options(stage="issued"))

_KILLED = """
import os, signal, sys
from pathlib import Path
from checker.corpus.auditing.audit import AuditOptions, run_batches
from checker.corpus.auditing.engines import Sequential
from checker.project import Options

asked = AuditOptions(Options(stage="issued"))
steps = run_batches(sys.argv[2:], asked, Path(sys.argv[1]), Sequential())
next(steps)
next(steps)
os.kill(os.getpid(), signal.SIGKILL)
"""


class Counting(Sequential):
    """Remembers what it was given to do."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def run(self, paths: Sequence[str], options: Options, parts: Path) -> Iterator[Done]:
        self.asked += paths
        yield from super().run(paths, options, parts)


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Four small documents."""
    folder = tmp_path / "documents"
    folder.mkdir()
    text = "".join(seed("hung-dao").splitlines(keepends=True)[:40])
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"{text}\n{number}\n", encoding="utf-8")
    return [str(path) for path in sorted(folder.iterdir())]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def do(paths: Sequence[str], out: Path, asked: AuditOptions = ASKED) -> list[str]:
    """Have the work done; return of which documents."""
    engine = Counting()
    list(run_batches(paths, asked, out, engine))
    return engine.asked


def told(audit: Audit) -> list[Any]:
    """All that an audit tells."""
    return [
        *(one.as_json() for one in audit.findings),
        *(report.as_json("vi") for _, report in audit.reports()),
        audit.corpus.documents,
    ]


def test_documents_are_compared_with_the_superiors(out: Path) -> None:
    files = [str(FIXTURES / f"seeds/{name}.txt") for name in ("nhi-chieu", "hung-dao")]
    asked = AuditOptions(Options(stage="issued"), (ABOVE,))
    assert set(do([*files, ABOVE], out, asked)) == {*files, ABOVE}
    audit = compare([*files, ABOVE], asked, out)
    names = [Path(one.path).stem for one in audit.corpus.documents]
    assert names == ["hung-dao", "nhi-chieu", "ban-tuyen-giao-hai-phong"]
    assert audit.corpus.superiors == (2,)
    assert [doc for doc, _ in audit.reports()] == [0, 1]
    for doc, report in audit.reports():
        within = sum(audit.counts[doc].values())
        between = sum(1 for one in audit.findings if one.doc == doc)
        assert within == len(report.findings) + between
    keep(audit, out)
    assert (out / STORE).is_file()


def test_nothing_is_done_twice(paths: list[str], out: Path) -> None:
    assert do(paths, out) == paths
    assert do(paths, out) == []


def test_a_changed_file_alone_is_done_again(paths: list[str], out: Path) -> None:
    do(paths, out)
    Path(paths[2]).write_text(seed("nhi-chieu"), encoding="utf-8")
    assert do(paths, out) == [paths[2]]
    audit = compare(paths, ASKED, out)
    assert audit.corpus.documents[2].office_name == "UBND phường Nhị Chiểu"


def test_a_file_changed_back_is_told_as_it_is_now(paths: list[str], out: Path) -> None:
    before = Path(paths[0]).read_text(encoding="utf-8")
    do(paths, out)
    first = told(compare(paths, ASKED, out))
    Path(paths[0]).write_text(seed("nhi-chieu"), encoding="utf-8")
    do(paths, out)
    Path(paths[0]).write_text(before, encoding="utf-8")
    do(paths, out)
    assert told(compare(paths, ASKED, out)) == first


def test_without_the_cache_all_is_done_again(paths: list[str], out: Path) -> None:
    do(paths, out)
    assert do(paths, out, AuditOptions(Options(stage="issued", cache=False))) == paths


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_run_is_taken_up(paths: list[str], out: Path, tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", _KILLED, str(out), *paths], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert do(paths, out) == paths[1:]
    other = tmp_path / "other"
    do(paths, other)
    assert told(compare(paths, ASKED, out)) == told(compare(paths, ASKED, other))


def test_a_damaged_part_is_made_again(paths: list[str], out: Path) -> None:
    do(paths, out)
    first = told(compare(paths, ASKED, out))
    damaged = sorted((out / PARTS).glob("*.parquet"))[0]
    damaged.write_bytes(damaged.read_bytes()[:100])
    assert len(do(paths, out)) == 1
    assert told(compare(paths, ASKED, out)) == first


def test_many_documents_are_unpacked_some_at_a_time(
    paths: list[str], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(paths, out)
    first = told(compare(paths, ASKED, out))
    monkeypatch.setattr("checker.corpus.auditing.tables._AT_ONCE", 3)
    audit = compare(paths, ASKED, out)
    assert told(audit) == first
    places = audit.corpus.query("SELECT doc, seq FROM sentences ORDER BY ALL")
    assert audit.corpus.connection.execute("SELECT doc, seq FROM sentences").fetchall() == places


def test_a_document_that_disappeared_is_told_and_moves_no_other(
    paths: list[str], out: Path
) -> None:
    Path(paths[1]).unlink()
    do(paths, out)
    audit = compare(paths, ASKED, out)
    assert [bool(one.error) for one in audit.corpus.documents] == [False, True, False, False]
    assert json.loads(json.dumps(audit.report(1).as_json("vi")))["error"]["code"] == "no-such-file"


def code_of(out: Path) -> str:
    with pytest.raises(InputError) as wrong, opened(out):
        pass
    return wrong.value.code


def test_two_audits_do_not_write_to_one_folder(out: Path) -> None:
    ask = f"from pathlib import Path; from checker.corpus.auditing.audit import opened\nwith opened(Path({str(out)!r})): pass"
    with opened(out):
        other = subprocess.run([sys.executable, "-c", ask], capture_output=True, check=False)
    assert b"audit-at-work" in other.stderr or b"another soat audit" in other.stderr
    with opened(out):
        pass


def test_a_lock_left_half_made_holds_nobody_up(out: Path) -> None:
    with opened(out):
        pass
    (lock,) = (out / PARTS).iterdir()
    lock.write_bytes(lock.read_bytes()[:50])
    with opened(out):
        pass


def test_a_folder_that_cannot_be_ours_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.touch()
    assert code_of(file) == "out-is-file"
    assert code_of(tmp_path / "a?b") == "out-odd-name"
    assert not (tmp_path / "a?b").exists()


@pytest.mark.parametrize("name", ["report.docx", "parts/theirs.parquet", "parquet/a.parquet"])
def test_what_is_not_ours_is_not_written_over(tmp_path: Path, name: str) -> None:
    theirs = tmp_path / name
    theirs.parent.mkdir(exist_ok=True)
    theirs.write_text("theirs", encoding="utf-8")
    assert code_of(tmp_path) == "out-not-ours"
    assert theirs.read_text(encoding="utf-8") == "theirs"


def test_a_comparison_that_is_stopped_leaves_nothing_half_made(
    paths: list[str], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("checker.corpus.auditing.audit._surroundings", stop)
    with pytest.raises(KeyboardInterrupt), opened(out):
        do(paths, out)
        compare(paths, ASKED, out)
    assert [one.name for one in out.iterdir()] == [PARTS]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError), opened(tmp_path / "out"):
        pass
