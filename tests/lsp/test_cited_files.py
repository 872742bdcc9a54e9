from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from lsprotocol import types

from checker.document import Document
from checker.lsp import cited_files
from checker.lsp.cited_files import CitedFiles, documents_below
from checker.lsp.references import part_named
from checker.parsing import Grammar
from tests.conftest import seed
from tests.reading.documents import plan_docx

Read = Callable[[str], Document]

CITING = "Thực hiện Kế hoạch số {number} ngày {day} của UBND thành phố về thông tin đối ngoại."


def known(folder: Path, grammar: Grammar, files: CitedFiles | None = None) -> CitedFiles:
    files = files or CitedFiles("utf-16")
    files.read(files.keep(documents_below([str(folder)])), grammar)
    return files


def found(files: CitedFiles, read: Read, number: str, day: str) -> list[str]:
    (citation,) = read(CITING.format(number=number, day=day)).citations
    return [Path(path).name for path, _ in files.find(citation)]


def test_word_and_text_files_are_found_by_number_and_date(
    tmp_path: Path, grammar: Grammar, read: Read
) -> None:
    (tmp_path / "a.docx").write_bytes(plan_docx(seed("nhi-chieu")))
    (tmp_path / "b.txt").write_bytes(seed("nhi-chieu").encode())
    (tmp_path / "c.md").write_bytes(
        seed("nhi-chieu").replace("ngày 20 tháng 4", "ngày 21 tháng 4").encode()
    )
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "rong.txt").write_bytes(b"")
    files = known(tmp_path, grammar)
    assert found(files, read, "138/KH-UBND", "20/4/2026") == ["a.docx", "b.txt"]
    assert found(files, read, "138/KH-UBND", "21/4/2026") == ["c.md"]
    assert found(files, read, "139/KH-UBND", "20/4/2026") == []


def test_the_place_is_that_of_the_number(tmp_path: Path, grammar: Grammar, read: Read) -> None:
    (tmp_path / "b.txt").write_bytes(seed("nhi-chieu").encode())
    (citation,) = read(CITING.format(number="138/KH-UBND", day="20/4/2026")).citations
    ((_, place),) = known(tmp_path, grammar).find(citation)
    assert place.start == types.Position(2, 0)


def test_a_file_is_read_again_only_when_it_has_changed(
    tmp_path: Path, grammar: Grammar, read: Read
) -> None:
    path = tmp_path / "b.txt"
    path.write_bytes(seed("nhi-chieu").encode())
    files = known(tmp_path, grammar)
    assert files.keep(documents_below([str(tmp_path)])) == []
    path.write_bytes(seed("nhi-chieu").replace("138/KH", "139/KH").encode())
    os.utime(path, ns=(0, 0))
    known(tmp_path, grammar, files)
    assert found(files, read, "138/KH-UBND", "20/4/2026") == []
    assert found(files, read, "139/KH-UBND", "20/4/2026") == ["b.txt"]


def test_folders_are_searched_within_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("1.txt", "2.txt", "sau/3.txt", ".an/4.txt", "node_modules/5.md", "6.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    names = [Path(one.path).name for one in documents_below([str(tmp_path)])]
    assert names == ["1.txt", "2.txt", "3.txt"]
    flat = documents_below([str(tmp_path)], deep=False)
    assert [Path(one.path).name for one in flat] == ["1.txt", "2.txt"]
    monkeypatch.setattr(cited_files, "MOST_FILES", 1)
    assert len(documents_below([str(tmp_path)])) == 1


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("khoản 2 Mục II", "Công tác đối ngoại"),
        ("mục II.3.2", "Xây dựng hệ thống quảng bá"),
        ("điểm a khoản 1 mục I", "Nâng cao hiệu quả"),
        ("phần III", "TỔ CHỨC THỰC HIỆN"),
        ("mục IX.9", None),
        ("Phụ lục I", None),
    ],
)
def test_parts_of_the_document_are_found(read: Read, words: str, heading: str | None) -> None:
    text = seed("nhi-chieu").replace("1. Giao văn", f"1. Theo {words}, giao văn", 1)
    document = read(text)
    for inside in (0, len(words)):
        part = part_named(document, document.text.index(f"{words}, giao") + inside)
        assert (part.text.startswith(heading) if part else None) == (True if heading else None)
    assert part_named(document, document.text.index("MỤC ĐÍCH")) is None


def test_an_appendix_is_found(read: Read) -> None:
    text = seed("nhi-chieu").replace("1. Giao văn", "1. Theo Phụ lục II, giao văn", 1)
    text += "\n\nPHỤ LỤC I\nDANH MỤC\n\nNội dung.\n\nPHỤ LỤC II\nKINH PHÍ\n\nNội dung.\n"
    document = read(text)
    part = part_named(document, document.text.index("Phụ lục II, giao"))
    assert part is not None
    assert document.text[part.start :].startswith("PHỤ LỤC II")
