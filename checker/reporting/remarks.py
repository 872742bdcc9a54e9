"""What is said of a file besides its findings: what did not run, what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.file_report import FileReport
from checker.phrases import said_lines, say


class Remark(NamedTuple):
    """``code`` names what is said (of the phrases)."""

    code: str
    words: str


def remarks(report: FileReport, lang: str) -> Iterator[Remark]:
    for skipped in report.skipped:
        code = f"skipped-{skipped.reason}"
        groups, lines, pages = skipped.groups, skipped.lines, skipped.pages
        told = {
            "groups": ", ".join(groups),
            "lines": said_lines(lines),
            "pages": said_lines(pages),
        }
        yield Remark(code, say(code, lang, **told))
    if report.left_out:
        yield Remark("findings-left-out", say("findings-left-out", lang, count=report.left_out))
