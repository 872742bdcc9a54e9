from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from checker import data
from checker.document import Document
from checker.file_report import FileReport
from checker.linter import Linter
from checker.parsing import Grammar, parse
from checker.reading import read_bytes, read_file
from checker.ruleset import Rule, load_rules

hypothesis.settings.register_profile("soat", max_examples=40, deadline=None)
hypothesis.settings.load_profile("soat")

FIXTURES = Path(__file__).parent.parent / "fixtures"
SEEDS = sorted(path.stem for path in (FIXTURES / "seeds").glob("*.txt"))
TWINS = sorted(path.stem for path in (FIXTURES / "twins").glob("*.txt"))

Git = Callable[..., str]


@pytest.fixture(scope="session")
def shipped_rules() -> tuple[Rule, ...]:
    """All rules, those that compare documents too."""
    return load_rules(data.folder("rules"), data.cache_folder())


@pytest.fixture(scope="session")
def linter(shipped_rules: tuple[Rule, ...]) -> Linter:
    return Linter.load(rules=shipped_rules)


@pytest.fixture(scope="session")
def grammar(linter: Linter) -> Grammar:
    return linter.grammar


@pytest.fixture(scope="session")
def read(grammar: Grammar) -> Callable[[str], Document]:
    """Parse a text."""
    return lambda text: parse(read_bytes(text.encode(), "text.txt"), grammar)


@pytest.fixture(scope="session")
def check(linter: Linter) -> Callable[..., FileReport]:
    """Check a text."""

    def run(text: str, stage: str = "draft") -> FileReport:
        return linter.check(read_bytes(text.encode(), "text.txt"), stage)

    return run


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in the working folder: an empty repository."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Soát")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "soat@example.invalid")
    folder = tmp_path / "kho"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    run("init", "-q")
    return run


def report_of(linter: Linter, path: str | Path, stage: str = "draft") -> FileReport:
    """Check a file."""
    return linter.check(read_file(str(path)), stage)


def twin(name: str) -> str:
    return (FIXTURES / "twins" / f"{name}.txt").read_text(encoding="utf-8")


def seed(name: str) -> str:
    return (FIXTURES / "seeds" / f"{name}.txt").read_text(encoding="utf-8")
