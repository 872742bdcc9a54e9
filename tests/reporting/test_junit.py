"""JUnit XML as junitparser reads it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from junitparser import JUnitXml

from checker.file_report import FileReport, Skipped
from checker.linter import Linter
from checker.reporting.junit import render
from checker.reporting.run import Run
from tests.reporting.runs import EMPTY, MISSING, TEXT, WORD, finding, only, sample


def suites(run: Run) -> dict[str, Any]:
    """Return the suites by file; their sums are those of their tests."""
    read = JUnitXml.fromstring(render(run))
    told = list(read)
    for suite in told:
        kinds = Counter(type(result).__name__ for case in suite for result in case.result)
        assert suite.tests == len(list(suite))
        assert (suite.failures, suite.errors) == (kinds["Failure"], kinds["Error"])
        assert suite.skipped == kinds["Skipped"]
    assert read.tests == sum(suite.tests for suite in told)
    assert read.failures == sum(suite.failures for suite in told)
    return {suite.name: suite for suite in told}


def test_errors_fail_and_the_rest_passes(linter: Linter) -> None:
    run = sample(linter)
    told = suites(run)
    assert list(told) == [TEXT, WORD, MISSING]
    levels = Counter(one.level for one in run.reports[0].findings)
    assert told[TEXT].failures == levels["error"] > 0
    assert told[TEXT].tests == levels.total()
    passed = [case for case in told[TEXT] if not case.result]
    assert len(passed) == levels["warning"] + levels["info"]
    assert all(case.system_out for case in passed)


def test_failure_tells_message_place_and_clause(linter: Linter) -> None:
    case = next(case for case in suites(sample(linter))[TEXT] if "spelling/acronym" in case.name)
    assert (case.name, case.classname) == ("spelling/acronym 106:101", TEXT)
    (failure,) = case.result
    assert failure.message.startswith("“OCOOP” có lẽ gõ sai")
    assert failure.type == "error"
    level, place, basis = failure.text.splitlines()
    assert level == f"LỖI: {failure.message}"
    assert place.startswith("mục II.3.2: …các di tích lịch sử, các sản phẩm «OCOOP», mô hình")
    assert basis.endswith("[spelling/acronym]")


def test_what_fails_is_what_the_command_fails_for(linter: Linter) -> None:
    report = sample(linter).reports[0]
    levels = Counter(one.level for one in report.findings)
    for fail_on, count in (
        ("warning", levels["error"] + levels["warning"]),
        ("info", levels.total()),
        ("never", 0),
    ):
        assert suites(only(replace(report, fail_on=fail_on)))[TEXT].failures == count


def test_clean_file_is_one_test_that_passes() -> None:
    suite = suites(only(FileReport("a.txt", "draft")))["a.txt"]
    (case,) = suite
    assert case.is_passed


def test_file_with_known_findings_only_is_not_called_clean() -> None:
    run = only(FileReport("a.txt", "draft", unchanged=(finding(),)))
    (case,) = suites(run)["a.txt"]
    assert case.is_passed
    assert case.name == "không thấy lỗi mới nào"


def test_unreadable_file_is_an_error(linter: Linter) -> None:
    (case,) = suites(sample(linter))[MISSING]
    (error,) = case.result
    assert (type(error).__name__, error.type) == ("Error", "no-such-file")


def test_what_was_not_run_is_skipped(linter: Linter) -> None:
    report = FileReport("a.pdf", "draft", skipped=(Skipped(("layout",), "no-layout"),))
    suite = suites(only(report, "en"))["a.pdf"]
    assert suite.skipped == 1
    (skipped,) = next(case for case in suite if case.is_skipped).result
    assert skipped.message.startswith("Layout (fonts, sizes, margins) not checked")


def test_tests_of_a_file_have_names_of_their_own() -> None:
    suite = suites(only(FileReport("a.txt", "draft", findings=(finding(), finding()))))["a.txt"]
    assert [case.name for case in suite] == [
        "locality/other-place 3:5",
        "locality/other-place 3:5 #2",
    ]


def test_run_without_files_has_no_suites() -> None:
    assert suites(EMPTY) == {}


def test_findings_that_are_not_told_are_not_called_nothing(linter: Linter) -> None:
    cut = replace(sample(linter).reports[0], findings=(), left_out=3)
    (suite,) = suites(only(cut)).values()
    assert [type(case.result[0]).__name__ for case in suite] == ["Skipped"]
