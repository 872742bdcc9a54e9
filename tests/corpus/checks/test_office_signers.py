"""Signers of one office: which document is told of, and what is left alone."""

from __future__ import annotations

import pytest

from checker.corpus.checks.office_signer import Check
from checker.corpus.records import DocumentRecord, Facts, PartRecord
from checker.corpus.rule_examples import surroundings
from checker.corpus.store import Corpus
from checker.linter import Linter

OFFICE = "UBND|phuong nhi chieu|hai phong"
HEAD, DEPUTY = "CHỦ TỊCH", "PHÓ CHỦ TỊCH"


def signed(day: str, post: str, signer: str, office: str = OFFICE) -> Facts:
    about = DocumentRecord(
        path=f"{day}.txt",
        title=f"Kế hoạch của ngày {day}",
        day=day,
        year=int(day[:4]),
        office=office,
        post=post,
        signer=signer,
        legible=True,
    )
    spot = (1, 1, 1, 9, "")
    parts = (PartRecord(*spot, post, "post"), PartRecord(*spot, signer, "signer"))
    return Facts(about, parts)


def told(linter: Linter, check: Check, *facts: Facts) -> list[tuple[str, str, str]]:
    corpus = Corpus.of(facts)
    return [
        (corpus.documents[fact.at.doc].day, fact.values["here"], fact.values["there"])
        for fact in check.compare(corpus, surroundings(linter))
    ]


POST, NAME, HEADS = Check("post", 45), Check("spelling", 366), Check("head", 15)


def test_the_rarer_post_is_told_even_where_it_is_the_first(linter: Linter) -> None:
    found = told(
        linter,
        POST,
        signed("2026-03-01", HEAD, "Trần Hồng Túc"),
        signed("2026-03-10", DEPUTY, "Trần Hồng Túc"),
        signed("2026-03-11", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Trần Hồng Túc"),
    )
    assert found == [("2026-03-01", HEAD, DEPUTY)]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (signed("2026-09-01", HEAD, "Trần Hồng Túc"), "promoted since"),
        (signed("2026-03-11", "Q. CHỦ TỊCH", "Trần Hồng Túc"), "acting"),
        (signed("2026-03-11", HEAD, "Bùi Văn Nam"), "another person"),
        (signed("2026-03-11", "BÍ THƯ", "Trần Hồng Túc"), "another post held besides"),
        (signed("2026-03-11", HEAD, "Trần Hồng Túc", "ĐU|phuong nhi chieu|hai phong"), "elsewhere"),
    ],
)
def test_posts_that_agree(linter: Linter, other: Facts, why: str) -> None:
    assert told(linter, POST, signed("2026-03-10", DEPUTY, "Trần Hồng Túc"), other) == [], why


@pytest.mark.parametrize("name", ["Trần Hồng Tú", "Trần Hồng Tục", "Trần Hòng Túc"])
def test_one_letter_or_tone_makes_a_name_another(linter: Linter, name: str) -> None:
    right = signed("2026-03-10", DEPUTY, "Trần Hồng Túc")
    assert told(linter, NAME, right, signed("2026-05-01", DEPUTY, name)) == [
        ("2026-05-01", name, "Trần Hồng Túc")
    ]


@pytest.mark.parametrize("name", ["Trần Hồng Hạnh", "Trần Thị Túy", "Lê Hồng Túc Anh"])
def test_other_persons_have_other_names(linter: Linter, name: str) -> None:
    right = signed("2026-03-10", DEPUTY, "Trần Hồng Túc")
    assert told(linter, NAME, right, signed("2026-05-01", DEPUTY, name)) == []


def test_old_and_new_place_of_the_tone_is_one_spelling(linter: Linter) -> None:
    right = signed("2026-03-10", DEPUTY, "Lê Thị Hoà")
    assert told(linter, NAME, right, signed("2026-05-01", DEPUTY, "Lê Thị Hòa")) == []


def test_two_heads_within_days_are_told_not_a_new_head_later(linter: Linter) -> None:
    first = signed("2026-03-10", HEAD, "Trần Hồng Túc")
    assert told(linter, HEADS, first, signed("2026-03-12", HEAD, "Bùi Văn Nam")) == [
        ("2026-03-12", "Bùi Văn Nam", "Trần Hồng Túc")
    ]
    assert told(linter, HEADS, first, signed("2026-05-12", HEAD, "Bùi Văn Nam")) == []


def test_offices_of_which_the_province_is_not_known_are_left_out(linter: Linter) -> None:
    facts = [
        signed("2026-03-10", post, "Trần Hồng Túc", "UBND|xa hung dao|") for post in (HEAD, DEPUTY)
    ]
    assert told(linter, POST, *facts) == []
