"""Prints what a check of many plans costs: cold, from the cache, in two processes, and beside other
linters on the same files.

python -m tools.benchmarks.many [--plans 1000]

The others are run where they are installed (on PATH): codespell, proselint, and cspell with the
dictionary @cspell/dict-vi-vn beside it. None of them knows what Soát looks for; they only show what
people are used to wait.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

SEEDS = Path(__file__).resolve().parent.parent.parent / "fixtures" / "seeds"
_TIMEOUT = 3600  # seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=1000)
    plans = parser.parse_args().plans
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents = folder / "documents"
        size = _write_plans(documents, plans)
        print(f"{plans} plans, {size / 1e6:.1f} MB")
        environment = {**os.environ, "XDG_CACHE_HOME": name, "LOCALAPPDATA": name}
        soat = [sys.executable, "-m", "checker", "check", "--fail-on", "never", "--format", "jsonl"]
        _run([*soat, str(SEEDS / "nhi-chieu.txt")], environment)  # compiles rules and grammar
        alone = _run([*soat, "--no-cache", "--jobs", "1", str(documents)], environment)
        _tell("soat, one process, no cache", alone, alone)
        for told, options in (
            ("soat, two processes, no cache", ("--no-cache", "--jobs", "2")),
            ("soat, one process, filling the cache", ("--jobs", "1")),
            ("soat, from the cache", ("--jobs", "1")),
        ):
            _tell(told, _run([*soat, *options, str(documents)], environment), alone)
        for told, command in _others(folder, documents):
            if shutil.which(command[0]):
                _tell(told, _run(command, environment), alone)
            else:
                print(f"{told:<40} not installed")


def _write_plans(folder: Path, number: int) -> int:
    """Write so many plans made of the seeds, no two alike; return their size in bytes."""
    folder.mkdir()
    seeds = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    size = 0
    for index in range(number):
        text = seeds[index % len(seeds)]
        told = f"{text.rstrip()}\n\nBản lưu số {index + 1}.\n".encode()
        (folder / f"{index:05}.txt").write_bytes(told)
        size += len(told)
    return size


def _others(folder: Path, documents: Path) -> list[tuple[str, list[str]]]:
    config = folder / "cspell.json"
    told = {"version": "0.2", "language": "en,vi", "import": _vietnamese_dictionary()}
    config.write_text(json.dumps(told), encoding="utf-8")
    files = [str(path) for path in sorted(documents.glob("*.txt"))]
    quiet = ["--no-progress", "--no-summary", "--quiet", "--root", str(documents)]
    return [
        ("codespell", ["codespell", str(documents)]),
        ("proselint", ["proselint", "check", *files]),
        ("cspell with Vietnamese", ["cspell", *quiet, "--config", str(config), "**"]),
    ]


def _vietnamese_dictionary() -> list[str]:
    """The dictionary that is installed beside cspell, if there is one."""
    program = shutil.which("cspell")
    folders = Path(program).resolve().parents if program else ()
    places = (folder / "@cspell" / "dict-vi-vn" / "cspell-ext.json" for folder in folders)
    return [str(place) for place in places if place.is_file()][:1]


def _run(command: Sequence[str], environment: dict[str, str]) -> float:
    """Return the wall time of a command in seconds; 2 and more than 1 findings are no failures."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=False, timeout=_TIMEOUT)
    return time.perf_counter() - start


def _tell(told: str, seconds: float, alone: float) -> None:
    print(f"{told:<40} {seconds:8.2f} s   {seconds / alone:6.3f} of one process", flush=True)


if __name__ == "__main__":
    main()
