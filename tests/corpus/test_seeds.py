"""The seeds read together: exactly what a careful reader finds (fixtures/audit/seeds.yml)."""

from __future__ import annotations

from typing import Any

import pytest

from checker.corpus.comparing import Comparison
from checker.corpus.extracting import facts_of
from checker.corpus.finding import CorpusFinding
from checker.corpus.records import Facts
from checker.corpus.rule_examples import surroundings
from checker.corpus.store import Corpus
from checker.data import parse_yaml
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes
from checker.rule import Rule
from tests.conftest import FIXTURES, SEEDS, TWINS

SUPERIOR = "ban-tuyen-giao-hai-phong"
WANTED: list[dict[str, str]] = parse_yaml(
    (FIXTURES / "audit" / "seeds.yml").read_text(encoding="utf-8")
)


def compared(
    folder: str, names: list[str], linter: Linter, rules: tuple[Rule, ...]
) -> list[CorpusFinding]:
    def facts(name: str) -> Facts:
        content = (FIXTURES / folder / f"{name}.txt").read_bytes()
        return facts_of(parse(read_bytes(content, f"{name}.txt"), linter.grammar), linter.grammar)

    corpus = Corpus.of([facts(name) for name in names if name != SUPERIOR], [facts(SUPERIOR)])
    return list(Comparison().findings(corpus, rules, surroundings(linter)))


def is_told(wanted: dict[str, str], one: CorpusFinding) -> bool:
    told: dict[str, Any] = {"rule": one.rule, "path": one.path, "section": one.spot.section}
    told["words"] = one.spot.words
    related = " ".join(other.spot.words for other in one.related)
    return all(
        related.startswith(value) if key == "related" else told[key] == value
        for key, value in wanted.items()
    )


def test_seeds(linter: Linter, shipped_rules: tuple[Rule, ...]) -> None:
    found = compared("seeds", SEEDS, linter, shipped_rules)
    for wanted in WANTED:
        assert any(is_told(wanted, one) for one in found), wanted
    for one in found:
        assert any(is_told(wanted, one) for wanted in WANTED), (one.rule, one.path, one.message)
    assert len(found) == len(WANTED)


@pytest.mark.parametrize("level", ["error", "warning"])
def test_mended_ones(level: str, linter: Linter, shipped_rules: tuple[Rule, ...]) -> None:
    found = compared("twins", TWINS, linter, shipped_rules)
    assert [(one.rule, one.path, one.message) for one in found if one.level == level] == []
