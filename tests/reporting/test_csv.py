"""CSV as Excel reads it: a byte order mark, one line a finding, nothing that runs."""

from __future__ import annotations

import codecs
import csv
import io

import pytest

from checker.file_report import FileReport, Skipped
from checker.linter import Linter
from checker.reporting.csv import COLUMNS, render
from checker.reporting.run import Run
from checker.reporting.spreadsheet import MAX_CELL, inert, shown
from tests.reporting.runs import EMPTY, MISSING, TEXT, finding, only, sample


def rows(run: Run) -> list[list[str]]:
    """Return the lines after the head."""
    content = render(run)
    assert content.startswith(codecs.BOM_UTF8)
    text = content.decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n")
    head, *told = csv.reader(io.StringIO(text, newline=""))
    assert all(len(row) == len(head) == len(COLUMNS) for row in told)
    return told


def test_head_is_in_the_language_of_the_run(linter: Linter) -> None:
    vi, en = (render(sample(linter, lang)).decode("utf-8-sig") for lang in ("vi", "en"))
    assert vi.startswith("Tệp,Dòng,Cột,Trang,Mục,Mức,Quy tắc,Nhóm,Lời báo,")
    assert en.startswith("File,Line,Column,Page,Section,Level,Rule,Group,Message,")


def test_finding_is_a_line(linter: Linter) -> None:
    run = sample(linter)
    told = rows(run)
    assert len(told) == sum(run.counts.values()) + 1
    row = next(row for row in told if row[6] == "spelling/acronym")
    assert row[:8] == [TEXT, "106", "101", "", "II.3.2", "LỖI", "spelling/acronym", "spelling"]
    assert row[8].startswith("“OCOOP” có lẽ gõ sai")
    assert row[9:11] == ["OCOOP", "OCOP"]
    assert row[11].startswith("Nghị định 30/2020/NĐ-CP")
    assert row[12].startswith("…các di tích lịch sử, các sản phẩm OCOOP, mô hình")


def test_unreadable_file_and_what_was_not_run_are_lines(linter: Linter) -> None:
    last = rows(sample(linter))[-1]
    assert (last[0], last[5], last[6]) == (MISSING, "KHÔNG ĐỌC ĐƯỢC", "no-such-file")
    (row,) = rows(only(FileReport("a.txt", "draft", left_out=7)))
    assert row[5] == "CHƯA GHI HẾT"
    assert "7 lời báo" in row[8]
    (row,) = rows(only(FileReport("a.odt", "draft", skipped=(Skipped(("layout",), "no-layout"),))))
    assert row[5] == "KHÔNG SOÁT"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@A1", "\t=1", " =1", "\r\n=1", "＝1", "－1", "\x00=1", "='https://x'"],
)
def test_formula_is_text(text: str) -> None:
    report = FileReport("a.txt", "draft", findings=(finding(message=text, text=text),))
    (row,) = rows(only(report))
    assert row[8].startswith("'")
    assert row[8] == row[9] == inert(text)


def test_plain_words_stay_as_they_are() -> None:
    assert inert("Số: 12/KH-UBND – “a, b”") == "Số: 12/KH-UBND – “a, b”"


def test_long_words_are_cut_at_what_a_cell_holds() -> None:
    assert shown("a" * MAX_CELL) == "a" * MAX_CELL
    assert shown("a" * (MAX_CELL + 1)) == "a" * (MAX_CELL - 1) + "…"
    assert shown("a" + "😀" * MAX_CELL) == "a" + "😀" * ((MAX_CELL - 2) // 2) + "…"
    assert len(inert("=" + "a" * MAX_CELL)) == MAX_CELL


def test_run_without_files_is_only_a_head() -> None:
    assert rows(EMPTY) == []
