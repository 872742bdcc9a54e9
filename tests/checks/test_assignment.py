"""A task without its lead line, in the seed itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.linter import FileReport
from tests.conftest import seed

LINES = seed("nhi-chieu").split("\n")
LEADS = [
    number
    for number, line in enumerate(LINES)
    if line.startswith(("* Đơn vị chủ trì", "* Đơn vị thực hiện"))
]


def test_seed_has_eight_lead_lines() -> None:
    assert len(LEADS) == 8


@pytest.mark.parametrize("number", LEADS)
def test_any_lead_line_taken_out_is_missed_at_its_task(
    check: Callable[..., FileReport], number: int
) -> None:
    lines = list(LINES)
    lines[number] = ""
    found = [f for f in check("\n".join(lines)).findings if f.group == "assignment"]
    (finding,) = found
    assert finding.rule == "assignment/lead-unit"
    # the place is the line of the helpers, before which the lead stood
    assert lines[finding.place.line - 1].startswith("* Đơn vị phối hợp")
    assert finding.place.line - 1 - number <= 2
    assert finding.section in finding.message
