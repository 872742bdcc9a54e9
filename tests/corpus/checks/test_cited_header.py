"""A document is cited, and at hand itself."""

from __future__ import annotations

import functools
from collections.abc import Callable

import pytest

from checker.corpus.checks.cited_header import Check
from checker.corpus.comparing import Surroundings
from checker.corpus.extracting import facts_of
from checker.corpus.records import Facts
from checker.corpus.store import Corpus
from checker.parsing import Grammar, parse
from checker.reading import read_bytes
from checker.registers.known_documents import KnownDocuments

HEAD = "ỦY BAN NHÂN DÂN\nPHƯỜNG {}\nKẾ HOẠCH\nTrồng cây\n{}\nI. MỤC ĐÍCH\n1. Trồng cây.\n"
CITED = "Căn cứ {type} số {number}-UBND ngày {day} của UBND {who} {title};"
SUPERIOR = (
    "ỦY BAN NHÂN DÂN\n{who}\nSố: {number}/KH-UBND\nHải Phòng, ngày {day}\nKẾ HOẠCH\n{title}\n"
    "I. MỤC ĐÍCH\n1. Trồng cây.\n"
)
TITLE = "Trồng cây xanh đô thị năm 2026"
Told = Callable[..., list[tuple[str, str, str]]]


def superior(
    number: str = "29",
    day: str = "29 tháng 01 năm 2026",
    who: str = "THÀNH PHỐ HẢI PHÒNG",
    title: str = TITLE,
) -> str:
    return SUPERIOR.format(number=number, day=day, who=who, title=title)


def cited(
    number: str = "29/KH",
    day: str = "29/01/2026",
    who: str = "thành phố",
    title: str = f"về {TITLE.lower()}",
    type_: str = "Kế hoạch",
) -> str:
    return CITED.format(type=type_, number=number, day=day, who=who, title=title)


@pytest.fixture(scope="module")
def told(grammar: Grammar, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What a plan of Nhị Chiểu with this basis says, and what the documents above it have: the
    words said, the right ones, and the part of the header."""
    empty = KnownDocuments((), tmp_path_factory.mktemp("register") / "none.tsv")
    near = Surroundings(grammar.issuers, empty, grammar.unit_names, grammar.gazetteer)

    @functools.cache
    def facts(text: str, path: str) -> Facts:
        return facts_of(parse(read_bytes(text.encode(), path), grammar), grammar)

    @functools.cache
    def of(basis: str, *above: str) -> Corpus:
        below = facts(HEAD.format("NHỊ CHIỂU", basis), "0")
        return Corpus.of([below], [facts(text, f"{at}") for at, text in enumerate(above, 1)])

    def run(part: str, basis: str, *above: str) -> list[tuple[str, str, str]]:
        corpus = of(basis, *above)
        found = []
        for fact in Check(part).compare(corpus, near):
            (related,) = fact.related
            assert (fact.at.doc, related.doc) == (0, 1)
            found.append((fact.values["said"], fact.values["right"], related.spot.words))
        return found

    return run


def test_another_date(told: Told) -> None:
    where = "Hải Phòng, ngày 29 tháng 01 năm 2026"
    assert told("date", cited(day="19/01/2026"), superior()) == [("19/1/2026", "29/1/2026", where)]


def test_what_agrees(told: Told) -> None:
    for part in ("date", "title", "type", "number"):
        assert told(part, cited(), superior()) == []


def test_another_year_is_of_this_document_only_with_its_title(told: Told) -> None:
    assert len(told("date", cited(day="29/01/2025"), superior())) == 1
    assert told("date", cited(day="29/01/2025", title=""), superior()) == []
    assert told("date", cited(day="19/01/2025"), superior()) == []


@pytest.mark.parametrize("who", ["phường", "tỉnh Bắc Ninh", "phường Lê Chân"])
def test_the_number_of_another_office(told: Told, who: str) -> None:
    assert told("date", cited(day="19/01/2026", who=who), superior()) == []


def test_two_that_may_be_meant(told: Told) -> None:
    other = superior(day="30 tháng 01 năm 2026")
    assert told("date", cited(day="19/01/2026"), superior(), other) == []
    assert told("date", cited(day="30/01/2026"), superior(), other) == []


def test_a_commune_made_anew_has_new_numbers(told: Told) -> None:
    own = superior(who="PHƯỜNG NHỊ CHIỂU", day="12 tháng 8 năm 2025")
    assert len(told("date", cited(who="phường", day="11/8/2025"), own)) == 1
    assert told("date", cited(who="phường", day="11/3/2025"), own) == []


def test_the_title_of_something_else(told: Told) -> None:
    army = cited(title="về việc tuyển chọn và gọi công dân nhập ngũ")
    ((said, right, _),) = told("title", army, superior())
    assert (said, right) == ("về việc tuyển chọn và gọi công dân nhập ngũ", TITLE)
    assert told("title", cited(title="về trồng cây xanh"), superior()) == []
    assert told("title", army, superior(), superior(title="Gọi công dân nhập ngũ năm 2026")) == []


def test_another_number_with_date_and_title(told: Told) -> None:
    found = [("92/KH-UBND", "29/KH-UBND", "Số: 29/KH-UBND")]
    assert told("number", cited(number="92/KH"), superior()) == found
    assert told("number", cited(number="92/KH"), superior(), superior(number="92")) == []
    assert told("number", cited(number="92/KH", title="về cây xanh"), superior()) == []


def test_the_code_of_another_type_with_figure_date_and_title(told: Told) -> None:
    programme = cited("29/CTr", type_="Chương trình")
    assert told("number", programme, superior()) == [
        ("29/CTr-UBND", "29/KH-UBND", "Số: 29/KH-UBND")
    ]
    assert told("number", programme, superior(number="92")) == []
    report = cited("29/BC", type_="Báo cáo", title="về thu hút khách du lịch năm 2026")
    assert told("number", report, superior()) == []
