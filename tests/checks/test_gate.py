"""The one pass over all triggers lets through exactly what the patterns would find."""

from __future__ import annotations

import pytest

from checker.checks.pattern import Check
from checker.context import Context, trigger_form
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_file
from tests.conftest import FIXTURES, SEEDS, TWINS

FILES = [f"seeds/{name}" for name in SEEDS] + [f"twins/{name}" for name in TWINS]


@pytest.mark.parametrize("name", FILES)
def test_gate_changes_nothing(linter: Linter, name: str) -> None:
    document = parse(read_file(str(FIXTURES / f"{name}.txt")), linter.grammar)
    gated = Context(linter.registers, linter.gate.hits(document))
    for rule in linter.rules:
        if isinstance(rule.check, Check):
            every = list(range(len(document.lines)))
            open_ = Context(
                linter.registers, {trigger_form(one): every for one in rule.check.triggers}
            )
            assert list(rule.check.facts(document, gated)) == list(
                rule.check.facts(document, open_)
            )
