"""Prints what a check costs: a cold command against bare Python, one more plan in the same process.

python -m tools.benchmarks [--runs 20]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from checker.linter import Linter

SEEDS = Path(__file__).resolve().parent.parent.parent / "fixtures" / "seeds"


def median_ms(runs: int, work: Callable[[], object]) -> float:
    """Return the median wall time of ``work`` in milliseconds, after one run uncounted."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def command(bytecode: str, *arguments: str) -> Callable[[], object]:
    """A run of Python; ``bytecode`` is a folder for compiled modules, which an installation has."""
    kept = {name: value for name, value in os.environ.items() if "BYTECODE" not in name}
    environment = {**kept, "PYTHONPYCACHEPREFIX": bytecode}
    return lambda: subprocess.run(
        [sys.executable, *arguments], capture_output=True, check=False, env=environment
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    seed = str(SEEDS / "nhi-chieu.txt")
    with tempfile.TemporaryDirectory() as bytecode:
        bare = median_ms(runs, command(bytecode, "-c", "pass"))
        check = command(bytecode, "-m", "checker", "check", "--format", "json", seed)
        cold = median_ms(runs, check)
    linter = Linter.load()
    seeds = sorted(map(str, SEEDS.glob("*.txt")))
    print(f"python -c pass               {bare:7.1f} ms")
    print(f"soat check, one plan, cold   {cold:7.1f} ms   {cold / bare:5.1f} times bare Python")
    for path in seeds:
        one = median_ms(runs, lambda path=path: linter.check_file(path, "draft"))
        print(
            f"one more plan, {Path(path).stem[:12]:<12}  {one:7.1f} ms   {1000 / one:5.0f} a second"
        )


if __name__ == "__main__":
    main()
