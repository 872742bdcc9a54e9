"""What README and docs show is what the program prints, and they name only what there is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from checker.linter import Linter
from checker.ruleset import load_rules
from tests.cli.test_commands import NHI_CHIEU, soat
from tools.build_docs import load_clauses, pages

ROOT = Path(__file__).parent.parent
PAGES = [
    "README.md",
    "README.vi.md",
    "docs/writing-rules.md",
    "docs/baseline.md",
    "docs/ci.md",
    "docs/formats.md",
    "docs/json.md",
    "docs/outputs.md",
    "docs/pre-commit.md",
    "docs/soat-yml.md",
    "docs/suppressions.md",
    "docs/coverage.md",
    "docs/editors.md",
    "docs/libreoffice.md",
    "docs/server.md",
    "docs/rules/README.md",
]


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_shown_output_is_real(page: str) -> None:
    printed = soat("check", NHI_CHIEU).stdout.replace(str(ROOT) + "/", "")
    blocks = re.findall(r"```text\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        left = iter(printed.splitlines())
        for line in block.splitlines():
            assert line.strip() == "…" or line in left  # in this order


def test_shown_rule_is_sound(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    path = tmp_path / "recipients" / "vi-du.yml"
    path.parent.mkdir()
    path.write_text(block, encoding="utf-8")
    rules = load_rules(tmp_path)
    assert yaml.safe_load(block)["check"] == "pattern"
    from checker.rule_examples import run_examples

    loaded = Linter.load()
    linter = Linter(rules, loaded.grammar, loaded.registers.speller, loaded.registers.documents)
    assert [failure for rule in rules for failure in run_examples(rule, linter)] == []


def test_shown_suppressions_leave_out_what_they_name(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "suppressions.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```markdown\n(.*?)```", text, re.DOTALL)
    beside_words, _, _ = block.partition("<!-- soat: ignore-start")
    path = tmp_path / "ke-hoach.md"
    plan = Path(NHI_CHIEU).read_text(encoding="utf-8")
    path.write_text(plan + "\n" + beside_words, encoding="utf-8")
    (report,) = json.loads(soat("check", "--format", "json", str(path)).stdout)["files"]
    shown = re.findall(r"ignore (\S+)", beside_words)
    assert sorted(one["rule"] for one in report["suppressed"]) == sorted(shown)
    assert "hygiene/unused-suppression" not in {one["rule"] for one in report["findings"]}


@pytest.mark.parametrize("page", PAGES)
def test_links_and_paths_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if not target.startswith("https://"):
            assert (ROOT / page).parent.joinpath(target).exists(), target
    for path in re.findall(r"`((?:checker|grammar|rules|fixtures|tools|docs)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), path


def test_generated_pages_are_fresh() -> None:
    written = pages()
    for name, text in written.items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == text, name
    kept = {f"rules/{path.name}" for path in (ROOT / "docs" / "rules").iterdir()}
    assert kept == {name for name in written if name.startswith("rules/")}


def test_every_clause_is_checked_or_says_why_not() -> None:
    clauses = load_clauses()
    ids = {rule.id: rule for rule in load_rules(ROOT / "rules")}
    assert len({clause.id for clause in clauses}) == len(clauses)
    for clause in clauses:
        assert clause.rules or clause.why_not, clause.id
        assert set(clause.rules) <= set(ids), clause.id
        if clause.confidence in ("L", "mem"):
            assert all(ids[rule].level("issued") == "info" for rule in clause.rules), clause.id
