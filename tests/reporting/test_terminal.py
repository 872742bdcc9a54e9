"""What a clerk reads on the terminal: places, pages, long words, what was not checked."""

from __future__ import annotations

import io
from dataclasses import replace

from checker.linter import Linter
from checker.reading import Source, read_bytes
from checker.reporting.terminal import TerminalReport
from tests.conftest import FIXTURES, seed


def told(linter: Linter, source: Source, lang: str = "vi") -> list[str]:
    out = io.StringIO()
    TerminalReport(out, lang).file(linter.check(source, "draft"))
    return out.getvalue().splitlines()


def word(name: str) -> Source:
    return read_bytes((FIXTURES / "layout" / name).read_bytes(), name)


def test_other_lines_of_the_same_fault_are_told(linter: Linter) -> None:
    lines = told(linter, word("heading-not-bold.docx"))
    at = next(i for i, line in enumerate(lines) if "Đề mục La Mã (3 chỗ)" in line)
    others = lines[at + 2].split()
    assert others[:3] == ["cũng", "ở", "dòng"]
    assert len(others) == 5


def test_only_some_of_many_lines_are_told(linter: Linter) -> None:
    lines = told(linter, word("font-theme.docx"), "vi")
    (others,) = [line for line in lines if "cũng ở dòng" in line]
    assert others.endswith(" …")
    assert others.count(",") == 11


def test_page_of_a_pdf_is_told(linter: Linter) -> None:
    source = replace(read_bytes(seed("nhi-chieu").encode(), "a"), format="pdf", pages=(0, 5000))
    lines = told(linter, source)
    assert any("· trang 1" in line for line in lines)
    assert any("· trang 2 · mục" in line for line in lines)
    assert any("Không soát cách trình bày" in line for line in lines)
    assert not any(
        "trang" in line
        for line in told(linter, replace(source, format="text", pages=()))
        if "·" in line
    )


def test_scanned_pages_are_told(linter: Linter) -> None:
    source = replace(read_bytes(seed("nhi-chieu").encode(), "a"), unread=(2, 3, 7))
    assert any("Không soát trang 2–3, 7 (chỉ là ảnh quét" in line for line in told(linter, source))


def test_name_of_a_file_stays_on_its_line(linter: Linter) -> None:
    lines = told(linter, read_bytes(seed("nhi-chieu").encode(), "a\n✗ b.txt"))
    assert lines[0].startswith("a\ufffd✗ b.txt  hiểu là")
