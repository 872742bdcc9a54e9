"""The workbook as openpyxl reads it."""

from __future__ import annotations

import datetime
import io
from collections import Counter

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from checker.file_report import FileReport
from checker.linter import Linter
from checker.reporting import xlsx
from checker.reporting.run import Run
from checker.reporting.spreadsheet import MAX_CELL
from tests.reporting.runs import EMPTY, MISSING, TEXT, WORD, finding, only, sample

SHEETS = ["Tổng hợp", "Lời báo", "Theo quy tắc"]


def book(run: Run) -> Workbook:
    """Return the workbook, in which nothing is a formula."""
    read = openpyxl.load_workbook(io.BytesIO(xlsx.render(run)))
    assert all(
        cell.data_type in "sn" for sheet in read for row in sheet.iter_rows() for cell in row
    )
    return read


def rows(read: Workbook, sheet: str) -> list[dict[str, object]]:
    """Return the rows of a sheet by their heads."""
    head, *told = read[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in told]


def test_files_are_summed_up(linter: Linter) -> None:
    run = sample(linter)
    text, word, missing, total = rows(book(run), "Tổng hợp")
    counts = Counter(one.level for one in run.reports[0].findings)
    assert text == {
        "Tệp": TEXT,
        "Tên loại": "Kế hoạch",
        "Thể thức": "văn bản hành chính",
        "Địa phương": "phường Nhị Chiểu, thành phố Hải Phòng",
        "Lỗi": counts["error"],
        "Nên sửa": counts["warning"],
        "Lưu ý": counts["info"],
        "Ghi chú": None,
    }
    assert word["Tệp"] == WORD
    assert missing["Tệp"] == MISSING
    assert "không có tệp này" in str(missing["Ghi chú"])
    assert total["Tệp"] == f"3 văn bản, {sum(run.counts.values())} lời báo"
    assert total["Lỗi"] == run.counts["error"]


def test_findings_are_rows_in_order(linter: Linter) -> None:
    run = sample(linter)
    told = rows(book(run), "Lời báo")
    found = [(report.path, one) for report in run.reports for one in report.findings]
    assert [(row["Tệp"], row["Quy tắc"], row["Dòng"]) for row in told] == [
        (path, one.rule, one.place.line) for path, one in found
    ]
    row = next(row for row in told if row["Quy tắc"] == "spelling/acronym")
    assert (row["Mức"], row["Mục"]) == ("LỖI", "II.3.2")
    assert (row["Chữ trong văn bản"], row["Gợi ý sửa thành"]) == ("OCOOP", "OCOP")


def test_rules_are_counted_the_most_frequent_first(linter: Linter) -> None:
    run = sample(linter)
    told = rows(book(run), "Theo quy tắc")
    counts = Counter(one.rule for report in run.reports for one in report.findings)
    assert {row["Quy tắc"]: row["Cộng"] for row in told} == counts
    sums = [row["Cộng"] for row in told]
    assert sums == sorted(sums, key=int, reverse=True)
    row = next(row for row in told if row["Quy tắc"] == "spelling/acronym")
    assert (row["Lỗi"], row["Nên sửa"], row["Số tệp"]) == (2, 0, 2)
    assert row["Nội dung quy tắc"] == run.rules["spelling/acronym"].common.title["vi"]


def test_sheets_can_be_read_and_filtered(linter: Linter) -> None:
    read = book(sample(linter))
    assert read.sheetnames == SHEETS
    assert [sheet.freeze_panes for sheet in read] == ["B2", "B2", "B2"]
    assert [sheet.auto_filter.ref.split(":")[0] for sheet in read] == ["A1", "A1", "A1"]
    sheet = read["Lời báo"]
    colours = {row[1].value: row[1].fill.fgColor.rgb for row in sheet.iter_rows(min_row=2)}
    assert len(set(colours.values())) == 3
    assert sheet["F2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height >= 30  # a message of two lines
    assert book(sample(linter, "en")).sheetnames == ["Summary", "Findings", "By rule"]


def test_files_are_linked_where_the_path_is_plain(linter: Linter) -> None:
    link = book(sample(linter))["Lời báo"]["A2"].hyperlink
    assert link.target.replace("\\", "/") == TEXT.replace(" ", "%20")
    for path in ("/tmp/a.txt", "https:evil.txt", "a#b.txt", "a%20b.txt"):
        sheet = book(only(FileReport(path, "draft")))["Tổng hợp"]
        assert sheet["A2"].value == path
        assert sheet["A2"].hyperlink is None


def test_formula_link_and_long_text_are_plain_text() -> None:
    found = (finding(message="=1+1", text="https://example.org", basis="a" * 40_000),)
    (row,) = rows(book(only(FileReport("a.txt", "draft", findings=found))), "Lời báo")
    assert row["Lời báo"] == "=1+1"
    assert row["Chữ trong văn bản"] == "https://example.org"
    assert len(str(row["Căn cứ"])) == MAX_CELL


def test_what_does_not_fit_a_sheet_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_ROWS", 4)
    report = FileReport("a.txt", "draft", findings=(finding(),) * 5)
    told = rows(book(only(report)), "Lời báo")
    assert [row["Quy tắc"] for row in told] == ["locality/other-place"] * 2 + [None]
    assert "3 lời báo" in str(told[2]["Tệp"])


def test_same_run_gives_the_same_bytes(linter: Linter) -> None:
    run = sample(linter)
    assert xlsx.render(run) == xlsx.render(run)
    assert book(run).properties.created == datetime.datetime(2026, 1, 1)


def test_run_without_files_has_empty_sheets() -> None:
    read = book(EMPTY)
    assert [sheet.max_row for sheet in read] == [2, 1, 1]
