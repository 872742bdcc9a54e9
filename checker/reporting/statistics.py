"""How often each rule found something: ``soat check --statistics``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker.finding import LEVELS
from checker.phrases import say
from checker.reporting.run import Run


def statistics_lines(run: Run) -> Iterator[str]:
    """Yield a line for each rule that found something, the most frequent first, and the sum."""
    found: Counter[tuple[str, str]] = Counter()
    files: Counter[tuple[str, str]] = Counter()
    for report in run.reports:
        told = Counter((one.rule, one.level) for one in report.findings)
        found += told
        files.update(dict.fromkeys(told, 1))
    width = max((len(rule) for rule, _ in found), default=0)
    levels = {level: say(f"level-{level}", run.lang) for level in LEVELS}
    level_width = max(map(len, levels.values()))
    for rule, level in sorted(found, key=lambda key: (-found[key], key)):
        known = run.rules.get(rule)
        yield "  ".join(
            (
                f"{found[rule, level]:>6}",
                say("statistics-files", run.lang, count=files[rule, level]).rjust(12),
                f"{levels[level]:<{level_width}}",
                f"{rule:<{width}}",
                known.common.title[run.lang] if known else "",
            )
        ).rstrip()
