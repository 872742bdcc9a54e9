"""Citations against the register of known documents: what is not known is silent."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import known_document
from checker.context import Context
from checker.document import Document
from checker.file_report import FileReport
from checker.finding import Fact
from checker.linter import Linter
from checker.registers.known_documents import KnownDocument
from checker.text.dates import figures
from tests.conftest import TWINS, twin

Read = Callable[[str], Document]
Told = Callable[..., list[tuple[str, str]]]

KNOWN = KnownDocument(
    "12/2020/NĐ-CP",
    "Nghị định",
    datetime.date(2020, 3, 5),
    "Chính phủ",
    "quy định về quản lý chợ và cửa hàng nông thôn",
    40,
    datetime.date(2026, 3, 1),
    "77/2026/NĐ-CP",
    "here",
    "H",
)
PARTY = KNOWN._replace(
    number="36-NQ/TW", type="Nghị quyết", issuer="Bộ Chính trị", articles=0, until=None
)
YEARLY = KNOWN._replace(number="71/NQ-CP", type="Nghị quyết", articles=0, until=None)
LAW = KNOWN._replace(
    number="45/2020/QH14", type="Luật", issuer="Quốc hội", title="Luật Chăn trâu", until=None
)
PLAN = KNOWN._replace(
    number="12/KH-UBND", type="Kế hoạch", issuer="Ủy ban nhân dân xã Tân Lập", until=None
)
HEADER = """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP

Số: 90/KH-UBND

Tân Lập, ngày {day} tháng {month} năm 2026

KẾ HOẠCH
Tuyên truyền xã Tân Lập

{text}
"""


@pytest.fixture(scope="module")
def told(linter: Linter, read: Read) -> Told:
    """Run one fault on a text with the documents that are known, and on what they name."""
    registers = linter.registers

    def run(fault: str, text: str, *documents: KnownDocument) -> list[tuple[str, str]]:
        known = registers.documents.with_own(documents or (KNOWN, PARTY, YEARLY, LAW, PLAN))
        context = Context(dataclasses.replace(registers, documents=known), {})
        document = read(text)
        facts = known_document.Check(fault).facts(document, context)
        return [(document.text[fact.start : fact.end], _shown(fact)) for fact in facts]

    return run


def _shown(fact: Fact) -> str:
    return " ".join(filter(None, (*fact.suggestions, fact.values["known"], fact.values["state"])))


TITLE = "quy định về quản lý chợ và cửa hàng nông thôn"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Nghị định số 12/2020/NĐ-CP ngày 06/3/2020 của Chính phủ.", "06/3/2020"),
        ("Nghị định 12/2020/NĐ-CP ngày 05 tháng 4 năm 2020.", "05 tháng 4 năm 2020"),
        ("Luật Chăn trâu số 45/2020/QH14 ngày 05/4/2020.", "05/4/2020"),
        ("Nghị quyết số 71/NQ-CP ngày 05/4/2020 của Chính phủ.", "05/4/2020"),
        ("Nghị quyết số 36-NQ/TW ngày 06/3/2020 của Bộ Chính trị.", "06/3/2020"),
        (f"Nghị quyết số 71/NQ-CP ngày 05/3/2021 của Chính phủ {TITLE}.", "05/3/2021"),
        ("Kế hoạch số 12/KH-UBND ngày 06/3/2020 của UBND xã.", "06/3/2020"),
        ("Kế hoạch số 12/KH-UBND ngày 06/3/2020 của UBND xã Tân Lập.", "06/3/2020"),
    ],
)
def test_another_date(told: Told, text: str, date: str) -> None:
    [(shown, known)] = told("date", text)
    assert shown == date
    assert "05/3/2020" in known


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 12/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.",
        "Nghị định số 12/2020/NĐ-CP ngày 05/3/2021 của Chính phủ.",  # citation/year
        "Nghị định số 12/2021/NĐ-CP ngày 06/3/2021 của Chính phủ.",
        "Thông tư số 12/2020/NĐ-CP ngày 06/3/2020.",  # citation/type
        "Nghị quyết số 45/2020/QH14 ngày 06/3/2020 của Quốc hội.",
        "số 45/2020/QH14 ngày 06/3/2020.",
        "Nghị quyết số 71/NQ-CP ngày 05/3/2021 của Chính phủ.",
        f"Nghị quyết số 71/NQ-CP ngày 06/4/2021 của Chính phủ {TITLE}.",
        "Nghị quyết số 71/NQ-CP ngày 05/4/2020 của Chính phủ về miễn học phí cho trẻ em mầm non.",
        "Kế hoạch số 12/KH-UBND ngày 06/3/2020 của UBND tỉnh.",
        "Kế hoạch số 12/KH-UBND ngày 06/3/2020 của UBND xã Hưng Đạo.",
        "Kế hoạch số 12/KH-UBND ngày 06/3/2020.",
        "Nghị định số 12/2020/NĐ-CP ngày 30/02/2020 và tháng 4/2020.",
    ],
)
def test_dates_that_tell_nothing(told: Told, text: str) -> None:
    assert told("date", text) == []


def test_congresses_begin_a_new_series(told: Told) -> None:
    congress = PARTY._replace(date=datetime.date(2021, 1, 9))
    text = "Nghị quyết số 36-NQ/TW ngày 20/10/2021 của Bộ Chính trị."
    assert told("date", text, congress) == []
    assert told("date", text.replace("2021", "2022"), congress) == []


def test_two_dates_in_one_document_are_one_finding(told: Told) -> None:
    right, wrong = (f"Nghị định số 12/2020/NĐ-CP ngày {day}/3/2020.\n" for day in ("05", "06"))
    assert told("date", right * 2 + wrong) == []
    assert [shown for shown, _ in told("date", right + wrong * 2)] == ["06/3/2020"] * 2


@given(day=st.dates(datetime.date(2020, 1, 1), datetime.date(2020, 12, 31)))
def test_only_the_known_date_is_silent(told: Told, day: datetime.date) -> None:
    text = f"Theo Nghị định số 12/2020/NĐ-CP ngày {figures(day)} của Chính phủ."
    assert bool(told("date", text)) == (day != KNOWN.date)


@pytest.mark.parametrize("style", ["06/3/2020", "06-3-2020", "06.3.2020", "06 tháng 3 năm 2020"])
def test_the_right_date_is_written_like_the_wrong_one(told: Told, style: str) -> None:
    text = f"Nghị định số 12/2020/NĐ-CP ngày {style} của Chính phủ {TITLE}."
    [(_, shown)] = told("date", text)
    assert shown.startswith(style.replace("06", "05"))


@pytest.mark.parametrize("who", ["Ban Bí thư", "Ban Chấp hành Trung ương", "BCH Trung ương"])
def test_another_body_of_the_party(told: Told, who: str) -> None:
    text = f"Nghị quyết số 36-NQ/TW ngày 05/3/2020 của {who} {TITLE}."
    assert told("issuer", text) == [(who, "Bộ Chính trị")]
    assert told("issuer", text.replace("05/3/2020", "05/3/2019")) == []
    assert told("issuer", text.replace(" ngày 05/3/2020", "")) == []


@pytest.mark.parametrize(
    "who", ["Bộ Chính trị", "Bộ Chính trị khóa XII", "Trung ương", "Chính phủ"]
)
def test_bodies_that_are_right_or_cannot_be_told(told: Told, who: str) -> None:
    assert told("issuer", f"Nghị quyết số 36-NQ/TW ngày 05/3/2020 của {who}.") == []


OTHER = "về miễn học phí cho trẻ em mầm non"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"Nghị định số 12/2020/NĐ-CP ngày 05/3/2020 của Chính phủ {OTHER}.", OTHER),
        (f"Nghị quyết số 36-NQ/TW ngày 05/3/2020 của Bộ Chính trị khóa XII {OTHER}.", OTHER),
        ("Luật Nuôi cá số 45/2020/QH14.", "Nuôi cá"),
    ],
)
def test_the_title_of_something_else(told: Told, text: str, shown: str) -> None:
    [(words, known)] = told("title", text)
    assert words == shown
    assert "05/3/2020" in known


@pytest.mark.parametrize(
    "text",
    [
        f"Nghị định số 12/2020/NĐ-CP ngày 05/3/2020 của Chính phủ {TITLE}.",
        "Nghị định số 12/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về quản lý chợ nông thôn.",
        f"Nghị định số 12/2020/NĐ-CP {OTHER}.",
        f"Điều 5 Nghị định số 12/2020/NĐ-CP ngày 05/3/2020 của Chính phủ {OTHER}.",
        f"Nghị định số 12/2020/NĐ-CP ngày 05/3/2020 của Chính phủ {OTHER} của Thông tư này.",
        "Nghị định số 12/2020/NĐ-CP ngày 05/3/2020 của Chính phủ thực hiện miễn học phí cho trẻ em.",
        f"Nghị quyết số 36-NQ/TW ngày 05/3/2019 của Bộ Chính trị {OTHER}.",
        "Luật Chăn trâu số 45/2020/QH14, Luật BHXH số 45/2020/QH14.",
    ],
)
def test_titles_that_may_be_its_own(told: Told, text: str) -> None:
    assert told("title", text) == []


def test_what_amends_may_be_cited_with_the_subject(told: Told) -> None:
    amends = KNOWN._replace(title=f"sửa đổi, bổ sung một số điều của Nghị định {TITLE}")
    text = f"Nghị định số 12/2020/NĐ-CP ngày 05/3/2020 của Chính phủ {OTHER}."
    assert told("title", text, amends) == []


def test_a_wrong_number_is_one_finding(told: Told) -> None:
    text = f"Nghị định số 12/2020/NĐ-CP ngày 06/3/2020 của Chính phủ {OTHER}."
    assert told("date", text) == []
    assert len(told("title", text)) == 1


def plan(text: str, day: str = "05", month: str = "8") -> str:
    return HEADER.format(text=text, day=day, month=month)


def test_what_is_no_more_in_force_is_told_once(told: Told) -> None:
    text = "Giao theo Nghị định số 12/2020/NĐ-CP.\nThực hiện Nghị định số 12/2020/NĐ-CP."
    [(shown, state)] = told("superseded", plan(text))
    assert shown == "Nghị định số 12/2020/NĐ-CP"
    assert state == "hết hiệu lực từ 01/3/2026 theo 77/2026/NĐ-CP"


@pytest.mark.parametrize(
    ("day", "month", "count"),
    [
        ("28", "02", 0),
        ("01", "3", 1),
        ("  ", "3", 1),
        ("  ", "02", 0),
        ("  ", "  ", 0),
        ("28", "13", 0),
        ("32", "12", 1),
    ],
)
def test_the_day_of_the_document_decides(told: Told, day: str, month: str, count: int) -> None:
    text = plan("Giao theo Nghị định số 12/2020/NĐ-CP.", day, month)
    assert len(told("superseded", text)) == count


def test_a_document_without_a_date_is_under_no_day(told: Told) -> None:
    assert told("superseded", "Giao theo Nghị định số 12/2020/NĐ-CP.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tổng kết 5 năm thực hiện Nghị định số 12/2020/NĐ-CP.",
        "Thay thế quy định tại Nghị định số 12/2020/NĐ-CP.",
        "Áp dụng Nghị định số 12/2020/NĐ-CP (hết hiệu lực).",
        "Áp dụng Nghị định số 12/2020/NĐ-CP đã được sửa đổi.",
        "Áp dụng Nghị định số 12/2020/NĐ-CP và Nghị định số 77/2026/NĐ-CP.",
        "1. Nghị định số 12/2020/NĐ-CP;",
        "- Nghị định số 12/2020/NĐ-CP;",
        "Quyết định số 15/2020/QĐ-TTg ngày 05/6/2020 của Thủ tướng Chính phủ"
        " về việc triển khai Nghị định số 12/2020/NĐ-CP.",
    ],
)
def test_what_was_may_be_told(told: Told, text: str) -> None:
    assert told("superseded", plan(text)) == []


def test_an_end_without_a_day_is_told_two_years_later(told: Told) -> None:
    text = plan("Giao theo Nghị định số 12/2020/NĐ-CP.")
    for year, count in ((2024, 1), (2025, 0)):
        by = KNOWN._replace(until=None, replaced_by=f"77/{year}/NĐ-CP")
        assert len(told("superseded", text, by)) == count


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Theo Điều 41 Nghị định số 12/2020/NĐ-CP.", "Điều 41 Nghị định số 12/2020/NĐ-CP"),
        ("Theo khoản 2 Điều 41 Luật Chăn trâu số 45/2020/QH14.", "khoản 2 Điều 41 Luật Chăn trâu"),
        ("Theo Điều 3, Điều 99 Luật Chăn trâu năm 2020.", "Điều 3, Điều 99 Luật Chăn trâu"),
    ],
)
def test_an_article_that_is_not_there(told: Told, text: str, shown: str) -> None:
    [(words, _)] = told("article", text)
    assert words.startswith(shown)


@pytest.mark.parametrize(
    "text",
    [
        "Theo Điều 40 Nghị định số 12/2020/NĐ-CP.",
        "Theo Điều 41a Nghị định số 12/2020/NĐ-CP.",
        "Theo khoản 41 Điều 3 Nghị định số 12/2020/NĐ-CP.",
        "Theo Điều 41 ban hành kèm theo Nghị định số 12/2020/NĐ-CP.",
        "Theo Điều 99 Luật Chăn trâu năm 2019, Điều 99 Luật Chăn trâu.",
    ],
)
def test_articles_that_may_be_there(told: Told, text: str) -> None:
    assert told("article", text) == []


def test_what_amends_may_name_the_articles_of_another(told: Told) -> None:
    amends = LAW._replace(title="Luật sửa đổi, bổ sung một số điều của Luật Chăn trâu")
    assert told("article", "Theo Điều 99 Luật Chăn trâu số 45/2020/QH14.", amends) == []


def test_only_what_is_sure_enough_is_told(linter: Linter, read: Read) -> None:
    document = read("Nghị định số 29/2025/NĐ-CP ngày 24/3/2025 của Chính phủ.")
    for sure, count in (("H", 0), ("M", 1), ("L", 0)):
        context = Context(linter.registers, {})
        facts = known_document.Check("date", (sure,)).facts(document, context)
        assert len(list(facts)) == count


@pytest.mark.parametrize("name", TWINS)
def test_twins_are_silent(check: Callable[..., FileReport], name: str) -> None:
    rules = {finding.rule for finding in check(twin(name)).findings}
    assert not {rule for rule in rules if re.match(r"citation/(known|superseded|article)", rule)}
