"""Code Quality of GitLab: the fields that docs.gitlab.com names (“Code quality report format”)."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator

from checker.file_report import FileReport
from checker.linter import Linter
from checker.reporting.gitlab import render
from checker.reporting.run import Run
from tests.reporting.runs import EMPTY, MISSING, TEXT, WORD, finding, only, sample

_TEXT = {"type": "string", "minLength": 1}
REPORT = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string"},
                "check_name": _TEXT,
                "fingerprint": _TEXT,
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {**_TEXT, "not": {"pattern": r"^\./"}},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)


def issues(run: Run) -> list[dict[str, Any]]:
    """Return the issues, of which no two have the same fingerprint."""
    told = json.loads(render(run))
    REPORT.validate(told)
    assert len({one["fingerprint"] for one in told}) == len(told)
    assert isinstance(told, list)
    return told


def test_findings_are_issues_in_order(linter: Linter) -> None:
    run = sample(linter)
    found = [(report.path, one) for report in run.reports for one in report.findings]
    told = issues(run)
    assert [(one["location"]["path"], one["check_name"]) for one in told[:-1]] == [
        (path, one.rule) for path, one in found
    ]
    assert [one["location"]["lines"]["begin"] for one in told[:-1]] == [
        one.place.line for _, one in found
    ]
    assert {one["severity"] for one in told[:-1]} == {"critical", "minor", "info"}


def test_unreadable_file_blocks(linter: Linter) -> None:
    told = issues(sample(linter))[-1]
    assert (told["severity"], told["location"]["path"]) == ("blocker", MISSING)


def test_same_fault_in_two_files_has_two_fingerprints(linter: Linter) -> None:
    told = [one for one in issues(sample(linter)) if one["check_name"] == "spelling/acronym"]
    assert [one["location"]["path"] for one in told] == [TEXT, WORD]


def test_fingerprint_does_not_hang_on_the_message_and_the_line(linter: Linter) -> None:
    vi, en = ([one["fingerprint"] for one in issues(sample(linter, lang))] for lang in ("vi", "en"))
    assert vi == en


def test_one_file_named_in_two_ways_has_unique_fingerprints() -> None:
    reports = [FileReport(path, "draft", findings=(finding(),)) for path in ("a.txt", "./a.txt")]
    told = issues(Run(tuple(reports), {}))
    assert [one["location"]["path"] for one in told] == ["a.txt", "a.txt"]


def test_place_in_a_word_file_is_told_in_words(linter: Linter) -> None:
    told = [one for one in issues(sample(linter)) if one["check_name"] == "spelling/acronym"]
    assert "«OCOOP»" not in told[0]["description"]
    assert "(mục II.3.2: …" in told[1]["description"]


def test_run_without_files_is_an_empty_list() -> None:
    assert issues(EMPTY) == []
    assert issues(only(FileReport("a.txt", "draft"))) == []
