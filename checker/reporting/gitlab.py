"""A Code Quality report of GitLab (docs.gitlab.com, “Code Quality report format”)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from checker.file_report import FileReport
from checker.finding import Finding
from checker.reporting.locations import message_with_place, posix_path
from checker.reporting.run import Run
from checker.reporting.sound_text import encoded, json_bytes

_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}
_UNREADABLE = "blocker"


def render(run: Run) -> bytes:
    """Return a list of issues; no two have the same fingerprint."""
    issues: dict[str, dict[str, Any]] = {}
    for report in run.reports:
        for issue, identity in _issues(report, run.lang):
            told = _fingerprint(issue["location"]["path"], identity)
            while told in issues:
                told = _fingerprint(told, identity)
            issues[told] = issue | {"fingerprint": told}
    return json_bytes(list(issues.values()))


def _issues(report: FileReport, lang: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the issues of a file, each with the words by which it is known again."""
    path = posix_path(report.path)
    if report.error:
        told = report.error.message(lang)
        yield _issue(told, report.error.code, _UNREADABLE, path, 1), report.error.code
    for finding in report.findings:
        message = message_with_place(finding, report, lang)
        line, severity = max(finding.place.line, 1), _SEVERITIES[finding.level]
        yield _issue(message, finding.rule, severity, path, line), _identity(finding)


def _identity(finding: Finding) -> str:
    return finding.fingerprint or f"{finding.rule}\0{finding.place}"


def _issue(description: str, check: str, severity: str, path: str, line: int) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": check,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }


def _fingerprint(*words: str) -> str:
    return hashlib.sha256(encoded("\0".join(words))).hexdigest()[:32]
