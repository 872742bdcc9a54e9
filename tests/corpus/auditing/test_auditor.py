"""One document of an audit: whatever it is, something is told of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from checker.corpus.auditing.auditor import Auditor
from checker.project import Options
from tests.cli.conftest import loaded_once
from tests.conftest import seed

__all__ = ["loaded_once"]
pytestmark = pytest.mark.usefixtures("loaded_once")


@pytest.fixture
def auditor() -> Auditor:
    return Auditor(Options(stage="issued"))


def test_a_document_has_a_report_and_facts(auditor: Auditor, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(seed("nhi-chieu"), encoding="utf-8")
    key, report, facts = auditor.audited(str(path))
    assert report.findings
    assert facts.document.office_name == "UBND phường Nhị Chiểu"
    assert facts.tasks
    assert key == auditor.key(str(path)) != ""


def test_its_key_changes_with_its_content(auditor: Auditor, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("một", encoding="utf-8")
    before = auditor.key(str(path))
    path.write_text("hai", encoding="utf-8")
    assert auditor.key(str(path)) != before


def test_a_file_that_is_not_there_is_told_and_tried_again(auditor: Auditor) -> None:
    path = "/nowhere/a.txt"
    key, report, facts = auditor.audited(path)
    assert (key, auditor.key(path)) == ("", "")
    assert report.error and report.error.code == "no-such-file"
    assert path in facts.document.error


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("a.txt", b"", "empty-file"), ("a.docx", b"PK\x03\x04 ", "broken-package")],
)
def test_a_bad_file_is_told(
    auditor: Auditor, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    key, report, facts = auditor.audited(str(path))
    assert key and facts.document.error
    assert report.error and report.error.code == code


def test_a_defect_of_our_own_is_told_of_the_file(
    auditor: Auditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(seed("nhi-chieu"), encoding="utf-8")

    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("checker.corpus.auditing.auditor.facts_of", fail)
    assert "RecursionError" in auditor.audited(str(path)).facts.document.error


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there")
def test_a_name_that_is_no_utf_8_can_be_written_down(auditor: Auditor, tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/k\xe9.txt")
    Path(path).write_text(seed("nhi-chieu"), encoding="utf-8")
    report = auditor.audited(path).report
    assert report.error is None
    assert report.path == f"{tmp_path}/k\\udce9.txt"
    Path(path).unlink()
    assert "udce9" in auditor.audited(path).facts.document.error.encode().decode()


def test_a_path_too_long_is_told(auditor: Auditor) -> None:
    assert auditor.audited("/" + "a" * 5000).facts.document.error
