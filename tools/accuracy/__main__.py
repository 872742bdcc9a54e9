"""Prints recall per kind of defect and false alarms per 1,000 words on the repaired twins.

python -m tools.accuracy [--runs 30] [--seed 1] [--misses]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import ModuleType

from checker.document import Document
from checker.file_report import FileReport
from checker.finding import Finding
from checker.linter import Linter
from checker.reading import read_bytes
from tools.accuracy import (
    acronyms,
    amounts,
    assignment,
    capitalization,
    cited,
    content,
    dates,
    form,
    known,
    places,
    syllables,
    terms,
    typography,
    units,
)
from tools.accuracy.defects import Defect, Generator

MODULES = (
    content,
    form,
    typography,
    capitalization,
    dates,
    cited,
    known,
    assignment,
    units,
    places,
    terms,
    syllables,
    acronyms,
    amounts,
)
TWINS = Path(__file__).resolve().parent.parent.parent / "fixtures" / "twins"


@dataclass
class Score:
    """What became of one kind: ``extra`` counts errors and warnings that the defect does not
    explain."""

    injected: int = 0
    found: int = 0
    extra: int = 0
    words: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.injected if self.injected else 1.0


def measure(
    linter: Linter,
    runs: int,
    seed: int,
    modules: Sequence[ModuleType] = MODULES,
    most: int | None = None,
) -> tuple[dict[str, Score], Score]:
    """Return the score of every kind of defect in ``modules``, and that of the twins as they are
    (``extra`` only); ``most`` limits the defects of a kind, and takes them from short texts first.
    """
    twins = {path.stem: path.read_text(encoding="utf-8") for path in sorted(TWINS.glob("*.txt"))}
    if most is not None:
        twins = dict(sorted(twins.items(), key=lambda one: len(one[1])))
    sound = Score()
    documents = {}
    for name, text in twins.items():
        report = _check(linter, text, name)
        assert report.document is not None
        documents[name] = report.document
        sound.extra += sum(finding.level != "info" for finding in report.findings)
        sound.words += _words(report)
    scores: dict[str, Score] = {}
    for kind, rules, generate in (one for module in modules for one in module.generators()):
        chance = random.Random(f"{seed} {kind}")
        score = scores.setdefault(kind, Score())
        for name, defect in islice(_defects(documents, twins, generate, chance, runs), most):
            report = _check(linter, defect.text, name)
            score.injected += 1
            hits = [f for f in report.findings if f.rule in rules and _at(f, defect, report)]
            if hits:
                score.found += 1
            else:
                around = defect.text[max(0, defect.start - 40) : defect.end + 30]
                score.misses.append(f"{name}: {' '.join(around.split())}")
            score.extra += sum(
                finding.level != "info" and finding.rule not in rules for finding in report.findings
            )
            score.words += _words(report)
    return scores, sound


def _defects(
    documents: dict[str, Document],
    twins: dict[str, str],
    generate: Generator,
    chance: random.Random,
    runs: int,
) -> Iterator[tuple[str, Defect]]:
    seen: set[str] = set()
    for _ in range(runs):
        for name, text in twins.items():
            defect = generate(text, documents[name], chance)
            if defect and defect.text not in seen:
                seen.add(defect.text)
                yield name, defect


def _check(linter: Linter, text: str, name: str) -> FileReport:
    return linter.check(read_bytes(text.encode(), name), "draft")


def _words(report: FileReport) -> int:
    return len(report.document.words) if report.document else 0


def _at(finding: Finding, defect: Defect, report: FileReport) -> bool:
    """Tell whether a finding is about the defect: it overlaps the wrong words; about something
    missing, any place will do but must be one."""
    if defect.start == defect.end or report.document is None:
        return True
    start, end = report.document.view.raw_span(finding.start, finding.end)
    return start <= defect.end and end >= defect.start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", action="store_true", help="show what was not found")
    options = parser.parse_args()
    scores, sound = measure(Linter.load(), options.runs, options.seed)
    width = max(map(len, scores))
    print(f"{'kind':<{width}}  injected  found  recall  extra/1000 words")
    for kind, score in scores.items():
        rate = 1000 * score.extra / max(1, score.words)
        counts = f"{score.injected:8}  {score.found:5}  {score.recall:6.3f}  {rate:16.3f}"
        print(f"{kind:<{width}}  {counts}")
        for miss in score.misses if options.misses else ():
            print(f"    missed {miss}")
    injected = sum(score.injected for score in scores.values())
    found = sum(score.found for score in scores.values())
    print(f"{'all':<{width}}  {injected:8}  {found:5}  {found / injected:6.3f}")
    print(
        f"twins: {sound.extra} false alarms in {sound.words} words "
        f"({1000 * sound.extra / sound.words:.3f} per 1,000)"
    )


if __name__ == "__main__":
    main()
