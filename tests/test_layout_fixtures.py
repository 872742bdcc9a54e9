"""The family of Word documents with one fault of layout each: each is told once, sound ones are
silent."""

from __future__ import annotations

import io
import zipfile

import pytest

from checker.linter import Linter
from checker.reading import read_bytes
from checker.ruleset import Rule
from tests.conftest import FIXTURES, SEEDS, TWINS, report_of, seed, twin
from tools.layouts.family import FAMILY
from tools.layouts.package import write
from tools.layouts.party import party_docx
from tools.layouts.plan import plan_docx

LAYOUT = FIXTURES / "layout"
LEFTOVERS = {
    f"hygiene/{name}"
    for name in ("tracked-changes", "comments", "highlight", "hidden-text", "properties")
}
PARTY = ("ban-tuyen-giao-hai-phong", "thanh-mien")


def of_layout(rule: Rule) -> bool:
    return rule.id.startswith("layout/") or rule.id in LEFTOVERS


@pytest.mark.parametrize("name", FAMILY)
def test_fault_is_told_once_and_nothing_else(linter: Linter, name: str) -> None:
    told = report_of(linter, str(LAYOUT / f"{name}.docx"), "draft")
    assert [finding.rule for finding in told.findings] == list(FAMILY[name].rules)


def test_every_rule_on_layout_is_seen_red(linter: Linter) -> None:
    told = {rule for variant in FAMILY.values() for rule in variant.rules}
    rules = {rule.id for rule in linter.rules if of_layout(rule)}
    assert rules - told == set()


def test_the_folder_holds_the_family_and_nothing_else() -> None:
    assert {path.stem for path in LAYOUT.iterdir()} == set(FAMILY)


def contents(data: bytes) -> list[tuple[str, bytes]]:
    """The parts of a package, unpacked: how they are packed differs from one zlib to another."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


@pytest.mark.parametrize("name", FAMILY)
def test_the_tool_makes_the_same_documents(name: str) -> None:
    made = write(FAMILY[name].parts)
    assert contents(made) == contents((LAYOUT / f"{name}.docx").read_bytes())


@pytest.mark.parametrize("name", TWINS)
def test_a_twin_set_as_it_should_be_is_silent(linter: Linter, name: str) -> None:
    make = party_docx if name in PARTY else plan_docx
    told = linter.check(read_bytes(make(twin(name)), f"{name}.docx"), "draft")
    assert [finding for finding in told.findings if finding.level != "info"] == []
    assert [finding for finding in told.findings if finding.group == "layout"] == []


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_set_as_it_should_be_has_no_fault_of_layout(linter: Linter, name: str) -> None:
    make = party_docx if name in PARTY else plan_docx
    told = linter.check(read_bytes(make(seed(name)), f"{name}.docx"), "draft")
    assert [finding for finding in told.findings if finding.group == "layout"] == []
