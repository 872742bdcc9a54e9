"""Numbers of one office: given once, and in the order of their dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.corpus.checks import number_order, number_twice
from checker.corpus.checks._number_series import Numbered
from checker.corpus.checks.number_order import out_of_order
from checker.corpus.comparing import Surroundings
from checker.corpus.finding import CorpusFact
from checker.corpus.records import DocumentRecord, Facts, PartRecord
from checker.corpus.store import Corpus
from checker.parsing import Grammar
from checker.registers.known_documents import KnownDocuments

OFFICE = "UBND|phuong nhi chieu|hai phong"


@pytest.fixture
def near(grammar: Grammar, tmp_path: Path) -> Surroundings:
    empty = KnownDocuments((), tmp_path / "none.tsv")
    return Surroundings(grammar.issuers, empty, grammar.unit_names, grammar.gazetteer)


def plan(path: str, number: str, day: str, issuer: str = "", **told: object) -> Facts:
    figure, _, _ = number.replace("-", "/", 1).partition("/")
    about: dict[str, Any] = {
        "office": OFFICE,
        "office_name": "UBND phường Nhị Chiểu",
        "issuer_code": "UBND",
        "regime": "state",
        "title": f"Kế hoạch của {path}",
        "day": day,
        "year": int(day[:4]),
        "figure": figure,
        **told,
    }
    parts = (
        PartRecord(3, 1, 3, 15, "", f"Số: {number}", "number"),
        PartRecord(1, 1, 1, 9, "", issuer, "issuer"),
    )
    signature = tuple(crc32(f"{path} {index}".encode()) for index in range(128))
    return Facts(DocumentRecord(path, number=number, **about), parts, signature=signature)


def told(facts: Iterable[CorpusFact], corpus: Corpus) -> list[str]:
    return [corpus.documents[fact.at.doc].path for fact in facts]


def twice(near: Surroundings, *plans: Facts) -> list[str]:
    corpus = Corpus.of(plans)
    return told(number_twice.Check().compare(corpus, near), corpus)


def order(near: Surroundings, *plans: Facts, days: int = 0) -> list[str]:
    corpus = Corpus.of(plans)
    return told(number_order.Check(days).compare(corpus, near), corpus)


def test_a_third_document_of_one_number_is_told_of_the_first(near: Surroundings) -> None:
    plans = [plan(path, "012/KH-UBND", "2026-03-01") for path in ("a", "b", "c")]
    corpus = Corpus.of([*plans, plan("d", "12/KH-UBND", "2026-04-01")])
    facts = list(number_twice.Check().compare(corpus, near))
    assert told(facts, corpus) == ["b", "c", "d"]
    assert {fact.related[0].doc for fact in facts} == {0}
    assert facts[0].values["other"] == "a"


def test_not_two_documents_with_one_number(near: Surroundings) -> None:
    unplaced: dict[str, object] = {"office": "UBND|phuong nhi chieu|"}
    others: dict[str, dict[str, Any]] = {
        "report": {"number": "12/BC-UBND"},
        "letter": {"number": "12a/KH-UBND"},
        "year": {"day": "2027-03-01", "year": 2027},
        "office": {"office": "UBND|phuong le chan|hai phong"},
        "unplaced": unplaced,
        "unplaced, too": unplaced,
        "title": {"title": "Kế hoạch của a"},
        "digest": {"digest": "1"},
        "figure": {"figure": ""},
        "undated": {"year": 0},
    }
    plans = [
        plan(path, **{"number": "12/KH-UBND", "day": "2026-03-02", **other})
        for path, other in others.items()
    ]
    first = plan("a", "12/KH-UBND", "2026-03-01", digest="1")
    same = plan("b", "12/KH-UBND", "2026-03-02")
    assert twice(near, first, same, *plans) == ["b"]


def test_two_quarters_are_two_plans_and_a_slip_of_the_pen_is_not(near: Surroundings) -> None:
    title = "Kiểm tra vệ sinh môi trường, an toàn thực phẩm trên địa bàn phường quý {} năm 2026"
    first = plan("a", "12/KH-UBND", "2026-03-01", title=title.format("I"))
    second = plan("b", "12/KH-UBND", "2026-06-01", title=title.format("II"))
    draft = plan("c", "12/KH-UBND", "2026-02-27", title=title.format("I").replace("địa", "dịa", 1))
    assert twice(near, first, second, draft) == ["b"]


def test_the_same_text_with_a_blank_day_is_the_draft(near: Surroundings) -> None:
    final = plan("a", "12/KH-UBND", "2026-03-01")
    draft = plan("b", "12/KH-UBND", "2026-03-01", title="Tên khác hẳn của bản dự thảo")
    draft = replace(draft, document=replace(draft.document, day=""))
    same_text = Facts(draft.document, draft.parts, signature=final.signature)
    assert twice(near, final, draft) == ["b"]
    assert twice(near, final, same_text) == []


def test_communes_made_anew_began_anew(near: Surroundings) -> None:
    before = plan("a", "12/KH-UBND", "2025-06-30")
    after = plan("b", "12/KH-UBND", "2025-07-01")
    assert twice(near, before, after) == []
    assert order(near, before, plan("c", "9/KH-UBND", "2025-07-02")) == []
    assert order(near, after, plan("c", "9/KH-UBND", "2025-07-02")) == ["b"]


def test_two_bodies_of_the_party_have_one_code(near: Surroundings) -> None:
    party = {"regime": "party", "office": "ĐU|phuong nhi chieu|hai phong", "issuer_code": "ĐU"}
    first, second = (
        plan(path, "12-KH/ĐU", "2026-03-01", issuer=issuer, **party)
        for path, issuer in (("a", "ĐẢNG ỦY PHƯỜNG"), ("b", "ĐẢNG ỦY ỦY BAN NHÂN DÂN PHƯỜNG"))
    )
    assert twice(near, first, second) == []
    assert twice(near, first, plan("b", "12-KH/ĐU", "2026-03-01", issuer="Đảng ủy phường", **party))


def test_one_wrong_date_among_many_is_one_finding(near: Surroundings) -> None:
    plans = [plan(f"{n:02}", f"{n}/KH-UBND", f"2026-03-{n:02}") for n in range(1, 21)]
    plans[4] = plan("05", "5/KH-UBND", "2026-09-05")
    corpus = Corpus.of(plans)
    (fact,) = number_order.Check().compare(corpus, near)
    assert told([fact], corpus) == ["05"]
    assert fact.values == {
        "number": "5/KH-UBND",
        "day": "05/9/2026",
        "other": "6/KH-UBND",
        "other_day": "06/3/2026",
    }
    assert corpus.documents[fact.related[0].doc].path == "06"


def test_numbers_that_follow_no_order_are_no_series(near: Surroundings) -> None:
    days = (28, 3, 25, 1, 20, 9, 15, 5)
    plans = [plan(f"{n}", f"{n}/KH-UBND", f"2026-03-{day:02}") for n, day in enumerate(days, 1)]
    assert order(near, *plans) == []
    assert len(order(near, *plans[:4])) == 2


def test_the_series_of_a_party_committee_begins_anew_with_its_congress(near: Surroundings) -> None:
    def plans(year: int) -> list[Facts]:
        party = {"regime": "party", "office": "ĐU|phuong nhi chieu|hai phong", "issuer_code": "ĐU"}
        return [
            plan("a", "112-KH/ĐU", f"{year}-02-01", **party),
            plan("b", "2-KH/ĐU", f"{year}-09-01", **party),
        ]

    assert order(near, *plans(2030)) == []
    assert order(near, *plans(2027)) == ["a"]


DAY = datetime.date(2026, 1, 1)
NUMBERED = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 12)), max_size=7).map(
    lambda pairs: [
        Numbered(doc, figure, "", DAY + datetime.timedelta(days=day))
        for doc, (figure, day) in enumerate(pairs)
    ]
)


def ordered(numbered: Iterable[Numbered], days: int) -> bool:
    return all(
        one.day <= other.day + datetime.timedelta(days=days)
        for one in numbered
        for other in numbered
        if one.day and other.day and one.figure < other.figure
    )


@given(NUMBERED, st.integers(0, 2))
def test_without_the_fewest_that_are_told_a_series_is_in_order(
    numbered: list[Numbered], days: int
) -> None:
    wrong = out_of_order(numbered, days)
    left = [one for one in numbered if one not in wrong]
    assert ordered(left, days)
    assert len(left) + len(wrong) == len(numbered)
    assert not any(ordered(some, days) for some in combinations(numbered, len(left) + 1))
