"""Prints what an audit of made plans costs, and how much of what is planted in them it finds.

python -m tools.benchmarks.audit [--plans 1000 10000] [--communes] [--folder X] [--keep] [--jobs 2]

With ``--communes`` the set is that of the 114 communes of Hải Phòng, and what was missed or told
falsely is listed.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from checker.corpus.auditing.engines import Pool, Sequential
from tools.benchmarks.audit.made_set import made_communes, made_plans
from tools.benchmarks.audit.running import Run, run_audit
from tools.benchmarks.audit.truth import Measurement, Truth, measure

_SEED = 2026


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, nargs="*", default=[])
    parser.add_argument("--communes", action="store_true")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--keep", action="store_true", help="leave the plans and reports there")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=_SEED)
    parser.add_argument("--list", action="store_true", help="list what was missed or false")
    asked = parser.parse_args()
    makers: dict[str, Callable[[Path], Truth]] = {}
    if asked.communes:
        makers["communes"] = lambda folder: made_communes(folder, asked.seed)
    for number in asked.plans or ([] if asked.communes else [1000]):
        makers[str(number)] = lambda folder, number=number: made_plans(folder, number, asked.seed)
    work = asked.folder or Path(tempfile.mkdtemp())
    before: Run | None = None
    for name, make in makers.items():
        documents, out = work / name / "documents", work / name / "out"
        shutil.rmtree(work / name, ignore_errors=True)
        truth = make(documents)
        run = run_audit(documents, out, truth, Pool(asked.jobs) if asked.jobs > 1 else Sequential())
        _tell(run, before)
        _tell_measured(measure(truth, run.findings), asked.communes or asked.list)
        before = run
    if not asked.keep:
        shutil.rmtree(work, ignore_errors=True)


def _tell(run: Run, before: Run | None) -> None:
    seconds = run.reading + run.comparing
    print(
        f"{run.documents} documents: {run.documents / seconds:.1f} a second"
        f" (read {run.reading:.1f} s, compared {run.comparing:.1f} s),"
        f" {run.memory:.0f} MB at most, {len(run.findings)} findings"
    )
    if before:
        grown = run.documents / before.documents
        for what, now, then in (
            ("read", run.reading, before.reading),
            ("compared", run.comparing, before.comparing),
        ):
            print(f"  {what}: {now / then / grown:.2f} of linear growth")


def _tell_measured(told: Measurement, listed: bool) -> None:
    print(f"{'rule':<32}{'planted':>8}{'found':>7}{'recall':>8}{'told':>7}{'precision':>11}")
    for rule, one in told.by_rule.items():
        print(
            f"{rule:<32}{one.planted:>8}{one.found:>7}{one.recall:>8.2f}{one.told:>7}"
            f"{one.precision:>11.2f}"
        )
    if not listed:
        return
    for plant in told.missed:
        print(f"missed {plant.rule}: {', '.join(plant.files)} “{plant.words}”")
    for one in told.false:
        print(f"false {one.rule}: {Path(one.path).name}:{one.spot.line} {one.message}")


if __name__ == "__main__":
    main()
