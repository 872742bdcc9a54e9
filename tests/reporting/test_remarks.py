from __future__ import annotations

from checker.file_report import FileReport, Skipped
from checker.reporting.remarks import remarks


def test_groups_by_code_or_in_words() -> None:
    report = FileReport("a.txt", "draft", skipped=(Skipped(("amounts", "units"), "scan"),))
    (told,) = remarks(report, "vi")
    assert "): amounts, units." in told.words
    (told,) = remarks(report, "vi", named=True)
    assert "): số liệu; tên cơ quan, đơn vị." in told.words
