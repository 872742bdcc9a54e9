"""The workbook of an audit as openpyxl reads it."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from checker.corpus.auditing.audit import Audit
from checker.linter import Linter
from checker.reporting.audit import xlsx, xlsx_table
from tests.reporting.audit_sample import PATHS, TASK, empty, many, sample

SHEETS = [
    "Tổng hợp",
    "Văn bản",
    "Lỗi từng văn bản",
    "Đối chiếu",
    "Gần giống nhau",
    "Nhiệm vụ cấp trên",
    "Cơ quan phải có",
]


def book(audit: Audit) -> Workbook:
    """Return the workbook, in which nothing is a formula."""
    read = openpyxl.load_workbook(io.BytesIO(xlsx.render(audit)))
    assert all(
        cell.data_type in "snd" for sheet in read for row in sheet.iter_rows() for cell in row
    )
    return read


def rows(read: Workbook, sheet: str, head: int = 1) -> list[dict[str, object]]:
    names, *told = read[sheet].iter_rows(min_row=head, values_only=True)
    return [dict(zip(map(str, names), row, strict=True)) for row in told]


@pytest.fixture(scope="module")
def read(linter: Linter) -> Workbook:
    return book(sample(linter))


def test_sheets_can_be_read_filtered_and_printed(read: Workbook) -> None:
    assert read.sheetnames == SHEETS
    for sheet in read.worksheets[1:]:
        assert sheet.auto_filter.ref
        assert sheet.freeze_panes
        assert sheet.print_title_rows
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P" in sheet.oddFooter.right.text
    assert read.properties.created == datetime.datetime(2026, 1, 1)


def test_summary_says_what_to_look_at_first(read: Workbook) -> None:
    told = [row[0] for row in read["Tổng hợp"].iter_rows(values_only=True) if row[0]]
    assert told[0] == "Kết quả rà soát 4 văn bản"
    assert "Hạn ban hành: 01/02/2026." in told
    first = told[told.index("Cần xem trước") + 1 :]
    assert first[0].startswith("1 tệp không đọc được")
    assert any("Báo cáo” không thấy ở 1 trong 2" in one.replace("”:", "”") for one in first)
    links = [one.hyperlink.location for one in read["Tổng hợp"]["A"] if one.hyperlink]
    assert "'Gần giống nhau'!A1" in links and "'Cơ quan phải có'!A1" in links


def test_plans(read: Workbook, linter: Linter) -> None:
    first, second, scan, lost = rows(read, "Văn bản")
    assert (first["Tệp"], first["Số, ký hiệu"]) == (PATHS[0], "138/KH-UBND")
    assert first["Ngày ban hành"] == datetime.datetime(2026, 4, 20)
    assert first["Tỉnh, thành phố"] == "thành phố Hải Phòng"
    assert first["Xã, phường"] == "phường Nhị Chiểu"
    assert first["Người ký"] == "Trần Hồng Túc"
    found = [row for row in rows(read, "Lỗi từng văn bản") if row["Tệp"] == PATHS[0]]
    assert first["Lỗi"] == sum(row["Mức"] == "LỖI" for row in found)
    assert second["Đối chiếu nhiều văn bản"] >= 1
    assert (scan["Tình trạng"], scan["Lỗi"]) == ("chữ hỏng, chưa soát được", None)
    assert lost["Tình trạng"] == "không đọc được"
    assert "không có tệp này" in str(lost["Ghi chú"])


def test_findings_between_documents_have_both_places(read: Workbook) -> None:
    first, absent = rows(read, "Đối chiếu")
    assert (first["Mức"], first["Tệp"], first["Dòng"]) == ("LỖI", PATHS[1], 48)
    assert first["Chữ trong văn bản"] == "=1+1 <b>"
    assert first["Văn bản kia, chỗ"] == f"{PATHS[0]}, mục II.1, dòng 50"
    assert first["Chữ ở văn bản kia"] == "trung tâm"
    assert (absent["Tệp"], absent["Dòng"]) == (None, None)


def test_pairs_stand_side_by_side(read: Workbook) -> None:
    told = list(read["Gần giống nhau"].iter_rows(min_row=2, values_only=True))
    assert {row[:5] for row in told} == {(1, 1, 0.96, PATHS[0], PATHS[1])}
    assert any(row[6] and row[8] and row[6] != row[8] for row in told)


def test_coverage_is_coloured_and_summed_up(read: Workbook) -> None:
    sheet = read["Nhiệm vụ cấp trên"]
    head = [cell.value for cell in sheet[3]]
    assert head[5:] == [f"1. {TASK}", "2. Báo cáo"]
    assert [cell.value for cell in sheet[4]][2:] == [1, 1, 0, "Có\nmục II.1", "Một phần\ndòng 48"]
    assert sheet["G5"].value == "Không thấy"
    colours = {sheet[cell].fill.fgColor.rgb for cell in ("F4", "G4", "G5")}
    assert len(colours) == 3
    assert [cell.value for cell in sheet[6]][5:] == [2, 1]
    assert sheet.auto_filter.ref == "A3:G5"
    assert sheet["A8"].value == f"{PATHS[2]}: Không đối chiếu: không đọc được chữ"


def test_missing_offices_come_first(read: Workbook) -> None:
    told = [(row["Cơ quan"], row["Tình trạng"]) for row in rows(read, "Cơ quan phải có")]
    assert told == [
        ("phường Thành Đông", "Chưa có kế hoạch"),
        ("phường Nhị Chiểu", "Ban hành muộn"),
        ("xã Hưng Đạo", "Đã có"),
    ]


def test_what_does_not_fit_a_sheet_is_told(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_table, "MAX_ROWS", 6)
    audit = many(linter, 9)
    read = book(audit)
    plans = [row[0] for row in read["Văn bản"].iter_rows(min_row=2, values_only=True)]
    assert plans[:4] == ["0000.txt", "0001.txt", "0002.txt", "0003.txt"]
    assert "Còn 5 dòng nữa" in plans[4] and len(plans) == 5
    findings = sum(len(report.findings) for _, report in audit.reports())
    last = read["Lỗi từng văn bản"]["A6"].value
    assert f"Còn {findings - 4} dòng nữa" in last


def test_same_audit_gives_the_same_bytes(linter: Linter) -> None:
    assert xlsx.render(sample(linter)) == xlsx.render(sample(linter))


def test_audit_of_nothing_says_why_sheets_are_empty(linter: Linter) -> None:
    read = book(empty(linter))
    assert "--against" in read["Nhiệm vụ cấp trên"]["A2"].value
    assert "--expect" in read["Cơ quan phải có"]["A2"].value


def test_findings_are_bounded_and_the_rest_is_told(
    linter: Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_FINDINGS", 3)
    audit = sample(linter)
    count = sum(len(report.findings) for _, report in audit.reports())
    told = list(book(audit)["Lỗi từng văn bản"].iter_rows(min_row=2, max_col=1, values_only=True))
    assert len(told) == 4
    assert str(told[-1][0]).startswith(f"Còn {count - 3} dòng nữa")


def test_english(linter: Linter) -> None:
    read = book(sample(linter, "en"))
    assert read.sheetnames[0] == "Summary"
    assert read["Offices expected"]["B2"].value == "No plan"
