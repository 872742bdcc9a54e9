from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.document import Document
from checker.file_report import FileReport
from checker.linter import Linter
from checker.parsing import Grammar, parse
from checker.reading import read_bytes

FIXTURES = Path(__file__).parent.parent / "fixtures"
SEEDS = sorted(path.stem for path in (FIXTURES / "seeds").glob("*.txt"))
TWINS = sorted(path.stem for path in (FIXTURES / "twins").glob("*.txt"))


@pytest.fixture(scope="session")
def linter() -> Linter:
    return Linter.load()


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


def twin(name: str) -> str:
    return (FIXTURES / "twins" / f"{name}.txt").read_text(encoding="utf-8")


def seed(name: str) -> str:
    return (FIXTURES / "seeds" / f"{name}.txt").read_text(encoding="utf-8")
