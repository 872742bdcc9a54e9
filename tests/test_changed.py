"""Which documents git knows as changed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from checker.changed import changed_files
from checker.errors import InputError
from tests.conftest import Git

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def names(*paths: str, rev: str = "HEAD") -> list[str]:
    return [Path(path).as_posix() for path in changed_files(paths, rev)]


def code(*paths: str, rev: str = "HEAD") -> str:
    with pytest.raises(InputError) as told:
        changed_files(paths, rev)
    assert "{" not in told.value.message("vi")
    return told.value.code


def test_changed_in_every_way(git: Git) -> None:
    for name in ("same.txt", "edited.txt", "staged.txt", "gone.txt", "unlinked.txt", "old.txt"):
        write(name, f"{name}\n" * 20)
    write(".gitignore", "bo-qua.txt\n")
    git("add", "-A")
    git("commit", "-qm", "1")
    assert names() == []

    write("edited.txt", "khác")
    write("staged.txt", "khác")
    write("undone.txt", "mới")
    git("add", "staged.txt", "undone.txt")
    git("rm", "-q", "gone.txt")
    Path("unlinked.txt").unlink()
    Path("undone.txt").unlink()
    git("mv", "old.txt", "new.txt")
    write("untracked.txt", "mới")
    write("bo-qua.txt", "mới")
    assert names() == ["edited.txt", "new.txt", "staged.txt", "untracked.txt"]

    git("add", "-A")
    git("commit", "-qm", "2")
    assert names() == []
    assert names(rev="HEAD~1") == ["edited.txt", "new.txt", "staged.txt", "untracked.txt"]


def test_staged_is_told_though_the_file_is_as_before(git: Git) -> None:
    write("a.txt", "một")
    git("add", "-A")
    git("commit", "-qm", "1")
    write("a.txt", "hai")
    git("add", "-A")
    write("a.txt", "một")
    assert names() == ["a.txt"]


def test_only_documents_of_folders_but_any_file_that_is_named(git: Git) -> None:
    for name in ("a.DOCX", "b.py", "~$c.docx", ".d.txt", ".github/e.md", "f/g.pdf", "f/.h/i.txt"):
        write(name, "x")
    assert names() == ["a.DOCX", "f/g.pdf"]
    assert names("b.py", "~$c.docx", "f") == ["b.py", "f/g.pdf", "~$c.docx"]
    assert names(".github") == [".github/e.md"]
    assert names("f", "f/g.pdf", ".") == ["a.DOCX", "f/g.pdf"]


@pytest.mark.parametrize(
    "name",
    [
        "Kế hoạch số 12.txt",
        "Kê\u0301 hoạch.txt",
        ":(exclude)a.txt" if sys.platform != "win32" else "a.txt",
        "*.txt" if sys.platform != "win32" else "b.txt",
        "hai\ndòng.txt" if sys.platform != "win32" else "c.txt",
        'ngoặc "kép"\t.txt' if sys.platform != "win32" else "d.txt",
        "-n.txt",
    ],
)
def test_names_of_all_kinds(git: Git, name: str) -> None:
    write(f"dự thảo/{name}", "một")
    write("dự thảo/zz.txt", "một")
    assert f"dự thảo/{name}" in names("dự thảo")
    assert names(f"dự thảo/{name}") == [f"dự thảo/{name}"]
    git("add", "-A")
    git("commit", "-qm", "1")
    write(f"dự thảo/{name}", "hai")
    assert names() == [f"dự thảo/{name}"]
    assert names(f"dự thảo/{name}") == [f"dự thảo/{name}"]


def test_from_a_folder_within(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt", "x")
    write("b/c.txt", "x")
    write("b/d/e.txt", "x")
    monkeypatch.chdir("b")
    assert names() == ["c.txt", "d/e.txt"]
    assert names("..") == ["../a.txt", "../b/c.txt", "../b/d/e.txt"]
    assert names("d") == ["d/e.txt"]
    git("add", "-A", "..")
    git("commit", "-qm", "1")
    write("d/e.txt", "y")
    write("../a.txt", "y")
    assert names() == ["d/e.txt"]
    assert names("../a.txt") == ["../a.txt"]


def test_before_the_first_commit_all_are(git: Git) -> None:
    write("a.txt", "x")
    git("add", "-A")
    write("b.txt", "x")
    write("a.txt", "y")
    assert names() == ["a.txt", "b.txt"]
    assert code(rev="main") == "unknown-rev"


def test_in_a_worktree_and_in_another_repository(git: Git, tmp_path: Path) -> None:
    write("a.txt", "x")
    git("add", "-A")
    git("commit", "-qm", "1")
    git("worktree", "add", "-q", "../nhanh")
    (tmp_path / "nhanh" / "a.txt").write_text("y", encoding="utf-8")
    assert names() == []
    assert names("../nhanh", ".") == ["../nhanh/a.txt"]


def test_in_a_hook_of_git(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a/b.txt", "x")
    write("a/c.txt", "x")
    git("add", "-A")
    git("commit", "-qm", "1")
    write("a/b.txt", "y")
    monkeypatch.setenv("GIT_DIR", str(Path(".git").resolve()))
    monkeypatch.setenv("GIT_INDEX_FILE", str(Path(".git/index.lock").resolve()))
    assert names("a") == ["a/b.txt"]


def test_a_revision_is_never_an_option(git: Git) -> None:
    write("a.txt", "x")
    git("add", "-A")
    git("commit", "-qm", "1")
    for rev in ("--output=b.txt", "-h", "", "không-có", "HEAD; touch b.txt", "a\0b", "HEAD:a.txt"):
        assert code(rev=rev) == "unknown-rev"
    assert not Path("b.txt").exists()


def test_what_is_wrong_is_told(git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert code("khong-co") == "no-such-file"
    assert code("") == "no-path"
    assert code(".git") == "git-failed"
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    outside = tmp_path / "ngoài"
    outside.mkdir()
    assert code(str(outside)) == "no-repository"
    monkeypatch.setattr("checker.changed.find_program", lambda *_: None)
    assert code() == "no-git"
