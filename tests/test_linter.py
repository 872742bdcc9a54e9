"""What the linter does with what reading says: scans, recognised text, pages, layout unread."""

from __future__ import annotations

from dataclasses import replace

from checker.file_report import FileReport
from checker.linter import Linter
from checker.reading import Source, read_bytes
from tests.conftest import FIXTURES, report_of, seed

SCAN = Source("a.pdf", "pdf", "", (), scan=True)


def reasons(report: FileReport) -> list[str]:
    return [skipped.reason for skipped in report.skipped]


def plan() -> Source:
    return read_bytes(seed("nhi-chieu").encode(), "a.pdf")


def test_scan_is_one_finding_and_nothing_else_is_run(linter: Linter) -> None:
    report = linter.check(SCAN, "issued")
    assert [(one.rule, one.level) for one in report.findings] == [("hygiene/scan", "error")]
    (skipped,) = report.skipped
    assert skipped.reason == "scan"
    assert {"layout", "spelling", "header"} <= set(skipped.groups)


def test_findings_of_recognised_text_are_lower_and_say_so(linter: Linter) -> None:
    read, recognised = (
        linter.check(replace(plan(), ocr=ocr), "draft").findings for ocr in (False, True)
    )
    lower = {"error": "warning", "warning": "info", "info": "info"}
    assert [lower[one.level] for one in read] == [one.level for one in recognised]
    assert all(one.message.endswith("(từ OCR, đối chiếu bản giấy)") for one in recognised)
    assert linter.check(replace(plan(), ocr=True), "draft").as_json("vi")["ocr"] is True


def test_findings_tell_their_page(linter: Linter) -> None:
    source = plan()
    middle = source.raw.index("\n2. Công tác đối ngoại")
    report = linter.check(replace(source, format="pdf", pages=(0, middle)), "draft")
    pages = [one.as_json()["page"] for one in report.findings]
    assert set(pages) == {1, 2}
    assert pages == sorted(pages)
    assert "page" not in linter.check(source, "draft").findings[0].as_json()


def test_what_was_not_read_is_told(linter: Linter) -> None:
    source = replace(plan(), format="pdf", unread=(4, 5, 6, 9))
    pages, layout = linter.check(source, "draft").skipped
    assert pages.as_json()["pages"] == [[4, 6], [9, 9]]
    assert (pages.reason, layout.reason, layout.groups) == (
        "scanned-pages",
        "no-layout",
        ("layout",),
    )
    old = replace(plan(), format="doc", note="converted")
    assert reasons(linter.check(old, "draft")) == ["converted"]
    assert reasons(linter.check(plan(), "draft")) == []
    word = str(FIXTURES / "formats" / "nhi-chieu.docx")
    assert reasons(report_of(linter, word, "draft")) == []
