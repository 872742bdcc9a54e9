from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from checker.linter import Linter
from checker.parsing import Grammar
from checker.rule import Rule
from tests.conftest import seed
from tests.reading.documents import plan_docx


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The Nhị Chiểu plan as a Word file, alone in its folder."""
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(plan_docx(seed("nhi-chieu")))
    return path


@pytest.fixture
def loaded_once(
    linter: Linter, shipped_rules: tuple[Rule, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let commands in this process share what is loaded, and keep no reports."""

    def load(
        lang: str = "vi", *, guesses: bool = False, rules: Sequence[Rule] | None = None
    ) -> Linter:
        registers = linter.registers
        return Linter(
            shipped_rules if rules is None else rules,
            linter.grammar,
            registers.speller,
            registers.documents,
            lang,
            guesses=guesses,
        )

    monkeypatch.setattr(Linter, "load", load)
    monkeypatch.setattr(Grammar, "load", lambda *_: linter.grammar)
    monkeypatch.setattr("checker.ruleset.load_rules", lambda *_: shipped_rules)
    monkeypatch.setattr("checker.project.cache_folder", lambda: None)
