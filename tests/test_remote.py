"""Documents that lie elsewhere."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from checker.errors import InputError
from checker.remote import expand_remote, is_remote, load, mark_of


@pytest.fixture
def store() -> Iterator[str]:
    """A folder elsewhere with documents and other files."""
    files = fsspec.filesystem("memory")
    for name in ("a.txt", "b/c.docx", "b/d.png", "b/.hidden/e.txt", ".f.txt", "b/~$c.docx"):
        files.pipe(f"/kho/{name}", name.encode())
    yield "memory://kho"
    files.rm("/kho", recursive=True)


def code_of(path: str) -> str:
    with pytest.raises(InputError) as told:
        load(path)
    return told.value.code


def test_a_path_is_no_url() -> None:
    assert not any(map(is_remote, ("a.txt", "/a/b.txt", "C:\\a.txt", "c://a", "kế hoạch.docx")))
    assert all(map(is_remote, ("s3://a/b", "zip://*::a.zip", "simplecache::s3://a/b")))


def test_a_folder_stands_for_its_documents(store: str) -> None:
    assert expand_remote(store) == ["memory:///kho/a.txt", "memory:///kho/b/c.docx"]


def test_a_pattern_stands_for_what_fits(store: str) -> None:
    assert expand_remote(f"{store}/*.txt") == ["memory:///kho/a.txt"]
    assert expand_remote(f"{store}/**/*.docx") == ["memory:///kho/b/c.docx"]


def test_a_file_stands_for_itself(store: str) -> None:
    assert expand_remote(f"{store}/a.txt") == [f"{store}/a.txt"]
    assert [load(one) for one in expand_remote(store)] == [b"a.txt", b"b/c.docx"]


def test_where_nothing_fits_it_is_told(store: str) -> None:
    with pytest.raises(InputError) as told:
        expand_remote(f"{store}/*.pdf")
    assert told.value.code == "no-documents"


def test_an_archive_is_a_folder(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("b/c.txt", "một")
        packed.writestr("d.txt", "hai")
    found = expand_remote(f"zip://::{archive}")
    assert found == [f"zip://b/c.txt::{archive}", f"zip://d.txt::{archive}"]
    assert [load(one).decode() for one in found] == ["một", "hai"]


def test_a_file_here_may_be_a_url(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("một", encoding="utf-8")
    assert [load(one).decode() for one in expand_remote(f"file://{tmp_path}")] == ["một"]


def test_the_mark_changes_with_the_file(store: str) -> None:
    before = mark_of(f"{store}/a.txt")
    assert before == mark_of(f"{store}/a.txt") != ""
    fsspec.filesystem("memory").pipe("/kho/a.txt", b"other")
    assert mark_of(f"{store}/a.txt") != before


def test_what_is_wrong_is_told(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert code_of(f"{store}/none.txt") == "no-such-file"
    assert code_of("none://a.txt") == "unreadable-url"

    def lacking(*_: object, **__: object) -> None:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr(fsspec, "open", lacking)
    assert code_of("s3://kho/a.txt") == "no-driver"
    monkeypatch.setitem(sys.modules, "fsspec", None)
    assert code_of("s3://kho/a.txt") == "no-fsspec"
