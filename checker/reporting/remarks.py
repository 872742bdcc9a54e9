"""What is said of a file besides its findings: what did not run, what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def remarks(report: FileReport, lang: str, *, named: bool = False) -> Iterator[Remark]:
    """Yield what is said; groups of rules are told by their codes, or ``named`` in words."""
    for skipped in report.skipped:
        code = f"skipped-{skipped.reason}"
        groups, lines, pages = skipped.groups, skipped.lines, skipped.pages
        told = {
            "groups": _in_words(groups, lang) if named else ", ".join(groups),
            "lines": said_lines(lines),
            "pages": said_lines(pages),
        }
        yield Remark(code, say(code, lang, **told))
    if report.left_out:
        yield Remark(_LEFT_OUT, say(_LEFT_OUT, lang, count=report.left_out))


def _in_words(groups: Sequence[str], lang: str) -> str:
    names = [say(f"group-{group}", lang) for group in groups]
    return "; ".join(name[0].lower() + name[1:] for name in names)
