"""Prints what a check costs: a cold command against bare Python, one more plan in the same process.

python -m tools.benchmarks [--runs 20]
"""

from __future__ import annotations

import argparse
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from checker.data import cache_folder
from checker.linter import Linter
from checker.reading import read_bytes, read_file
from checker.spelling.speller import Speller
from checker.spelling.tokens import prose_of
from tools.layouts.plan import plan_docx

TWINS = Path(__file__).resolve().parent.parent.parent / "fixtures" / "twins"
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
        one = median_ms(runs, lambda path=path: linter.check(read_file(path), "draft"))
        print(
            f"one more plan, {Path(path).stem[:12]:<12}  {one:7.1f} ms   {1000 / one:5.0f} a second"
        )

    _print_spelling(linter, runs, bare)
    _print_word(runs)


def _print_word(runs: int) -> None:
    """Reading a Word file of 12 pages with its layout, against its bare text by python-docx."""
    import docx

    head, mark, rest = (TWINS / "nhi-chieu.txt").read_text(encoding="utf-8").partition("\nI. ")
    body, ending, tail = rest.partition("\nNơi nhận")
    data = plan_docx(head + (mark + body) * 2 + ending + tail)
    tracemalloc.start()
    source = read_bytes(data, "plan.docx")
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    own = median_ms(runs, lambda: read_bytes(data, "plan.docx"))
    bare = median_ms(runs, lambda: [p.text for p in docx.Document(io.BytesIO(data)).paragraphs])
    print(f"docx, {len(source.raw)} letters, layout   {own:7.1f} ms   {peak:.1f} MB at most")
    print(
        f"its text by python-docx      {bare:7.1f} ms   {own / bare:5.1f} times for all the layout"
    )


def _print_spelling(linter: Linter, runs: int, bare: float) -> None:
    """The speller alone on the twins: its load, and words a second."""
    proses = [prose_of(path.read_text(encoding="utf-8")) for path in sorted(TWINS.glob("*.txt"))]
    words = sum(len(prose.tokens) for prose in proses)
    sample = prose_of("Đẩy mạnh chuyển đổi số.")
    load = median_ms(runs, lambda: Speller.load(cache_folder()).slips(sample))
    speller = linter.registers.speller
    work = median_ms(runs, lambda: [speller.slips(prose_of(prose.text, ())) for prose in proses])
    print(f"speller, load                {load:7.1f} ms   {load / bare:5.1f} times bare Python")
    print(
        f"speller, {words} words        {work:7.1f} ms   {1000 * words / work:,.0f} words a second"
    )


if __name__ == "__main__":
    main()
