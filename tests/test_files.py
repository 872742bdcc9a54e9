"""Which documents a user's paths stand for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.files import expand


def test_a_folder_stands_for_its_documents_in_order(tmp_path: Path) -> None:
    for name in (
        "b.DOCX",
        "b.truoc-khi-sua-2.docx",
        "a/kh.txt",
        "a/anh.png",
        ".an/kh.txt",
        "~$b.docx",
        "c.yml",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("KẾ HOẠCH", encoding="utf-8")
    files, errors = expand([str(tmp_path), str(tmp_path / "c.yml"), "-", str(tmp_path)])
    names = [Path(file).name for file in files]
    assert (names, errors) == (["b.DOCX", "kh.txt", "c.yml", "-"], [])


def test_a_folder_without_documents_and_an_empty_path_are_told(tmp_path: Path) -> None:
    files, errors = expand([str(tmp_path), ""])
    assert files == []
    assert [error.code for error in errors] == ["no-documents", "no-path"]


def test_a_folder_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kin").mkdir()
    (tmp_path / "kh.txt").write_text("KẾ HOẠCH", encoding="utf-8")
    scan = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "kin":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    files, errors = expand([str(tmp_path)])
    assert [Path(file).name for file in files] == ["kh.txt"]
    assert [error.code for error in errors] == ["unreadable-folder"]
    assert "kin" in errors[0].message()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_pipe_in_a_folder_is_no_document(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.docx").symlink_to("nowhere.docx")
    assert expand([str(tmp_path)]) == ([str(tmp_path / "b.docx")], [])
