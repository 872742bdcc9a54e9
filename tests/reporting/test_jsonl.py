"""One finding a line: the same as in the JSON output, and a line whatever the words hold."""

from __future__ import annotations

import json

from checker.linter import Linter
from checker.reporting import json as whole
from checker.reporting.jsonl import render, render_file
from tests.reporting.runs import EMPTY, MISSING, sample


def test_the_lines_are_the_findings_of_the_json_output_with_their_file(linter: Linter) -> None:
    run = sample(linter)
    lines = [json.loads(line) for line in render(run).decode().splitlines()]
    files = json.loads(whole.render(run))["files"]
    told = [{"path": file["path"], **one} for file in files for one in file["findings"]]
    assert [line for line in lines if "error" not in line] == told
    assert len(told) > 40


def test_a_file_that_cannot_be_read_is_a_line(linter: Linter) -> None:
    line = json.loads(render(sample(linter, "en")).decode().splitlines()[-1])
    assert line["path"] == MISSING
    assert line["error"]["code"] == "no-such-file"
    assert "no such file" in line["error"]["message"]


def test_a_file_is_told_alone_as_within_the_run(linter: Linter) -> None:
    run = sample(linter)
    assert "".join(render_file(one, "vi") for one in run.reports).encode() == render(run)


def test_a_run_without_files_has_no_lines() -> None:
    assert render(EMPTY) == b""
