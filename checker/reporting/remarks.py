"""What is said of a file besides its findings: what did not run, what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.file_report import FileReport
from checker.phrases import said_lines, say

_LEFT_OUT = "findings-left-out"


class Remark(NamedTuple):
    """``code`` names what is said (of the phrases)."""

    code: str
    words: str

    @property
    def level(self) -> str:
        """The phrase that stands where findings have their level."""
        return "level-left-out" if self.code == _LEFT_OUT else "level-not-run"


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
        yield Remark(_LEFT_OUT, say(_LEFT_OUT, lang, count=report.left_out))
