"""What reports are made of: all that one run of the command says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from checker.file_report import FileReport

if TYPE_CHECKING:
    from checker.ruleset import Rule


@dataclass(frozen=True)
class Run:
    """``reports`` in the order of the files, ``rules`` by id; ``lang`` is vi or en; ``compared``
    tells whether a baseline was given."""

    reports: tuple[FileReport, ...]
    rules: Mapping[str, Rule]
    lang: str = "vi"
    compared: bool = False

    @cached_property
    def counts(self) -> Counter[str]:
        """How many findings are told of each level."""
        return Counter(finding.level for report in self.reports for finding in report.findings)
