"""Whatever a document or the name of a file holds, every machine format stays readable."""

from __future__ import annotations

import json
import re

from hypothesis import given, settings

from checker.reporting.jsonl import render as jsonl
from checker.reporting.run import Run
from checker.reporting.sound_text import encoded, for_terminal
from tests.reporting import (
    test_csv,
    test_github,
    test_gitlab,
    test_junit,
    test_sarif,
    test_xlsx,
)
from tests.reporting.runs import hostile

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_URI = re.compile(r"[A-Za-z0-9\-._~%/:]*")


@given(hostile)
@settings(max_examples=25)
def test_every_format_stays_readable(run: Run) -> None:
    found = sum(len(report.findings) for report in run.reports)
    unread = sum(bool(report.error) for report in run.reports)
    remarks = sum(len(report.skipped) + bool(report.left_out) for report in run.reports)
    suppressed = sum(len(report.suppressed) for report in run.reports)

    lines = jsonl(run).decode().splitlines()
    assert len([json.loads(line) for line in lines]) == found + unread

    log = test_sarif.told(run)
    assert len(log["results"]) == found + suppressed
    assert all(_URI.fullmatch(one["location"]["uri"]) for one in log["artifacts"])

    assert len(test_gitlab.issues(run)) == found + unread

    rows = test_csv.rows(run)
    assert len(rows) == found + unread + remarks
    assert not any(_FORMULA.match(cell) for row in rows for cell in row)

    suites = test_junit.JUnitXml.fromstring(test_junit.render(run))
    assert [suite.errors for suite in suites] == [int(bool(one.error)) for one in run.reports]

    read = test_xlsx.book(run)
    assert read.worksheets[1].max_row == found + 1
    _commands_are_whole(run, found + unread + remarks)


def _commands_are_whole(run: Run, count: int) -> None:
    commands = test_github.commands(run)
    assert len(commands) == count
    assert not any("\x1b" in command.message for command in commands)
    for report in run.reports:
        for one in report.findings:
            start = encoded(for_terminal(one.message)).decode()
            assert any(command.message.startswith(start) for command in commands)
