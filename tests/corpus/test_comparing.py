"""Comparing: a fact becomes a finding, at the level and in the words that are asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.corpus.comparing import Comparison
from checker.corpus.extracting import facts_of
from checker.corpus.finding import CorpusFinding
from checker.corpus.rule_examples import surroundings
from checker.corpus.store import Corpus
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes
from checker.rule import Rule

FIRST = """ỦY BAN NHÂN DÂN
PHƯỜNG NHỊ CHIỂU
Số: 12/KH-UBND
Nhị Chiểu, ngày 10 tháng 3 năm 2026
KẾ HOẠCH
Tuyên truyền an toàn giao thông năm 2026
I. MỤC ĐÍCH
1. Nâng cao nhận thức của nhân dân.
"""
SECOND = FIRST.replace("Tuyên truyền an toàn giao thông", "Phòng, chống thiên tai").replace(
    "Nâng cao nhận thức của nhân dân", "Chủ động ứng phó với bão, lũ trên địa bàn phường"
)


@pytest.fixture
def twice(shipped_rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in shipped_rules if rule.id == "corpus/number-twice")


def told(
    linter: Linter, rules: tuple[Rule, ...], second: str, comparison: Comparison | None = None
) -> list[CorpusFinding]:
    facts = [
        facts_of(parse(read_bytes(text.encode(), name), linter.grammar), linter.grammar)
        for name, text in (("a.txt", FIRST), ("b.txt", second))
    ]
    corpus = Corpus.of(facts)
    return list((comparison or Comparison()).findings(corpus, rules, surroundings(linter)))


def test_finding_is_told_of_the_later_with_the_place_in_the_other(
    linter: Linter, twice: tuple[Rule, ...]
) -> None:
    (one,) = told(linter, twice, SECOND)
    assert (one.path, one.level, one.spot.line, one.spot.words) == (
        "b.txt",
        "error",
        3,
        "Số: 12/KH-UBND",
    )
    assert [(other.path, other.spot.line) for other in one.related] == [("a.txt", 3)]
    assert one.reason == "" and "reason" not in one.as_json()
    assert one.as_json()["related"] == [
        {"path": "a.txt", "line": 3, "column": 1, "section": "", "text": "Số: 12/KH-UBND"}
    ]


def test_levels_of_soat_yml(linter: Linter, twice: tuple[Rule, ...]) -> None:
    levels = {"b.txt": {"corpus/number-twice": "info"}}
    (one,) = told(linter, twice, SECOND, Comparison(levels=lambda path: levels[path]))
    assert one.level == "info"
    off = Comparison(levels=lambda path: {"corpus/number-twice": "off"})
    assert told(linter, twice, SECOND, off) == []


def test_the_stage_is_that_of_the_document(linter: Linter, twice: tuple[Rule, ...]) -> None:
    rule = replace(twice[0], common=replace(twice[0].common, stages=("issued",)))
    stages = {"a.txt": "draft", "b.txt": "issued"}
    assert told(linter, (rule,), SECOND, Comparison(stage=lambda path: stages[path]))
    assert not told(linter, (rule,), SECOND, Comparison(stage=lambda _path: "draft"))


def test_words_in_english(linter: Linter, twice: tuple[Rule, ...]) -> None:
    (one,) = told(linter, twice, SECOND, Comparison(lang="en"))
    assert one.message.startswith("Number “12/KH-UBND”")


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("<!-- soat: ignore corpus/number-twice sổ ghi nhầm -->\n", "sổ ghi nhầm"),
        ("<!-- soat: ignore corpus sổ ghi nhầm -->\n", "sổ ghi nhầm"),
        ("<!-- soat: ignore corpus/number-twice -->\n", ""),
        ("<!-- soat: ignore corpus/near-nothing sổ ghi nhầm -->\n", ""),
        ("<!-- soat: ignore header sổ ghi nhầm -->\n", ""),
    ],
)
def test_suppressed_on_the_line(
    linter: Linter, twice: tuple[Rule, ...], comment: str, reason: str
) -> None:
    (one,) = told(linter, twice, SECOND.replace("Số: 12", comment + "Số: 12"))
    assert one.reason == reason


def test_suppressed_elsewhere_is_told_and_in_the_file_is_not(
    linter: Linter, twice: tuple[Rule, ...]
) -> None:
    below = "<!-- soat: ignore corpus/number-twice sổ ghi nhầm -->\nI. MỤC"
    (one,) = told(linter, twice, SECOND.replace("I. MỤC", below))
    assert one.reason == ""
    (one,) = told(linter, twice, SECOND.replace("I. MỤC", below.replace("ignore", "ignore-file")))
    assert one.reason == "sổ ghi nhầm"


def test_fingerprint_stays_when_lines_are_inserted(linter: Linter, twice: tuple[Rule, ...]) -> None:
    (one,) = told(linter, twice, SECOND)
    (other,) = told(linter, twice, "\n\n" + SECOND)
    assert one.spot.line != other.spot.line
    assert one.fingerprint == other.fingerprint
