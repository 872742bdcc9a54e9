"""What README and docs show is what the program prints, and they name only what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from checker.linter import Linter
from checker.ruleset import load_rules
from tests.cli.test_commands import NHI_CHIEU, soat

ROOT = Path(__file__).parent.parent
PAGES = ["README.md", "README.vi.md", "docs/writing-rules.md", "docs/json.md"]


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

    linter = Linter(rules, Linter.load().grammar)
    assert [failure for rule in rules for failure in run_examples(rule, linter)] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_and_paths_exist(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (ROOT / page).parent.joinpath(target).exists(), target
    for path in re.findall(r"`((?:checker|grammar|rules|fixtures|tools|docs)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), path
