"""The made sets that measure ``soat audit``, and the measuring."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from checker.corpus.extracting import facts_of
from checker.corpus.finding import CorpusFinding
from checker.corpus.records import TOP
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes
from tools.benchmarks.audit.communes import make_communes, places, wording
from tools.benchmarks.audit.made_set import HAI_PHONG, SUPERIOR, made_communes
from tools.benchmarks.audit.truth import Plant, Truth, measure


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Truth]:
    folder = tmp_path_factory.mktemp("plans")
    return folder, made_communes(folder, 7)


def test_every_kind_is_planted_thrice(made: tuple[Path, Truth]) -> None:
    _, truth = made
    planted = Counter(plant.rule for plant in truth.plants)
    assert len(planted) == 35
    assert min(planted.values()) >= 3


def test_files_of_the_truth_are_there(made: tuple[Path, Truth]) -> None:
    folder, truth = made
    named = {file for plant in truth.plants for file in plant.files if file.endswith(".txt")}
    assert named <= {path.name for path in folder.glob("*.txt")}
    assert truth.superiors == (SUPERIOR,)
    assert len(truth.expected) == 114


def test_words_that_are_planted_stand_in_the_files(made: tuple[Path, Truth]) -> None:
    folder, truth = made
    for plant in truth.plants:
        if plant.rule.partition("/")[2] in ("copied-unit", "copied-person", "report-day"):
            assert plant.words in (folder / plant.files[0]).read_text(encoding="utf-8")


def test_same_seed_makes_the_same_set(made: tuple[Path, Truth], tmp_path: Path) -> None:
    folder, truth = made
    assert made_communes(tmp_path, 7) == truth
    name = sorted(path.name for path in folder.iterdir())[5]
    assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_plans_that_are_no_copies_have_little_in_common(made: tuple[Path, Truth]) -> None:
    folder, truth = made
    copies = {file for plant in truth.plants if "near" in plant.rule for file in plant.files}
    plans = sorted(path for path in folder.glob("*.txt") if path.name not in copies)[:20]
    runs = [_runs(path.read_text(encoding="utf-8")) for path in plans]
    assert max(_alike(one, other) for at, one in enumerate(runs) for other in runs[:at]) < 0.45


def test_made_plan_is_read_as_it_was_meant(made: tuple[Path, Truth], linter: Linter) -> None:
    folder, _ = made
    path = folder / SUPERIOR
    facts = facts_of(
        parse(read_bytes(path.read_bytes(), path.name), linter.grammar), linter.grammar
    )
    assert facts.document.number == "29/KH-UBND"
    assert facts.document.office_name == "UBND thành phố Hải Phòng"


def test_communes_have_people_of_their_own(linter: Linter) -> None:
    known = linter.registers.gazetteer
    made = make_communes(known, places(known, HAI_PHONG), wording(), random.Random(1))
    people = [name for one in made for name in one.people]
    assert len(made) == 114
    assert len(set(people)) == len(people)


def test_recall_and_precision() -> None:
    truth = Truth(
        [
            Plant("corpus/a", ("one.txt",), "Sở Nội vụ", ("corpus/b",)),
            Plant("corpus/a", ("two.txt",)),
            Plant("corpus/no-plan", ("xã Ba",)),
        ]
    )
    told = measure(
        truth,
        [
            _finding("corpus/a", "x/one.txt", "gửi sở nội vụ"),
            _finding("corpus/a", "x/one.txt", "khác"),
            _finding("corpus/b", "x/one.txt", "gửi Sở Nội vụ"),
            _finding("corpus/c", "x/two.txt", ""),
        ],
    )
    assert told.by_rule["corpus/a"] == (2, 1, 2, 1)
    assert told.by_rule["corpus/b"].precision == 1
    assert told.by_rule["corpus/no-plan"].recall == 0
    assert [plant.files for plant in told.missed] == [("two.txt",), ("xã Ba",)]
    assert [one.rule for one in told.false] == ["corpus/a", "corpus/c"]


def _finding(rule: str, path: str, message: str) -> CorpusFinding:
    return CorpusFinding(rule, "warning", message, 0, path, TOP, (), "", ())


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def _alike(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other)
