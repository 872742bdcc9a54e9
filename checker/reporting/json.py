"""The stable JSON output (contract: DESIGN section 7; docs/json.md)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from checker import __version__
from checker.file_report import FileReport
from checker.finding import LEVELS


def write_json(reports: Sequence[FileReport], out: TextIO, lang: str) -> None:
    """Write all reports as one JSON object; ``corpus`` holds findings that belong to several
    files."""
    counts = Counter(finding.level for report in reports for finding in report.findings)
    told = {
        "tool": "soat",
        "version": __version__,
        "files": [report.as_json(lang) for report in reports],
        "corpus": [],
        "summary": {level: counts[level] for level in reversed(LEVELS)},
    }
    json.dump(told, out, ensure_ascii=False, indent=2)
    out.write("\n")
