"""Only some of the findings: those of chosen rules, or the gravest few."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from checker.file_report import FileReport
from checker.finding import LEVELS, Finding


def of_rules(
    report: FileReport, selected: Collection[str] | None, ignored: Collection[str]
) -> FileReport:
    """Return the report with the findings of the rules ``selected`` (ids; None is all) that are not
    ``ignored``."""
    if selected is None and not ignored:
        return report

    def kept(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(
            one
            for one in findings
            if (selected is None or one.rule in selected) and one.rule not in ignored
        )

    return replace(
        report,
        findings=kept(report.findings),
        suppressed=kept(report.suppressed),
        unchanged=kept(report.unchanged),
        absent=kept(report.absent),
    )


def at_most(report: FileReport, number: int) -> FileReport:
    """Return the report with its ``number`` gravest findings, the first of those alike, in order;
    ``left_out`` tells how many more there are."""
    findings = report.findings
    gravest = sorted(findings, key=lambda one: -LEVELS.index(one.level))[:number]
    kept = {id(one) for one in gravest}
    return replace(
        report,
        findings=tuple(one for one in findings if id(one) in kept),
        left_out=len(findings) - len(gravest),
    )
