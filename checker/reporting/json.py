"""The stable JSON output (contract: DESIGN section 7; docs/json.md)."""

from __future__ import annotations

from checker import __version__
from checker.finding import LEVELS
from checker.reporting.run import Run
from checker.reporting.sound_text import json_bytes


def render(run: Run) -> bytes:
    """Return all reports as one JSON object; ``corpus`` holds findings that belong to several
    files."""
    told = {
        "tool": "soat",
        "version": __version__,
        "files": [report.as_json(run.lang) for report in run.reports],
        "corpus": [],
        "summary": {level: run.counts[level] for level in reversed(LEVELS)},
    }
    return json_bytes(told)
