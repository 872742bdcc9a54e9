"""Reading facts on documents from legal texts; all documents here are made up."""

from __future__ import annotations

import datetime

import pytest

from checker.linter import Linter
from checker.registers.known_documents import COLUMNS
from tools.build_documents import build, without_slips
from tools.documents.citations import find_mentions
from tools.documents.heads import count_articles
from tools.documents.numbers import Number, find_numbers, read_date, upright
from tools.documents.order import Order, rising
from tools.documents.repeals import find_repeals

DAY = datetime.date
DECREE = [
    "Số: 301/2099/NĐ-CP",
    "Hà Nội, ngày 03 tháng 5 năm 2099",
    "QUY ĐỊNH VỀ BẾN ĐÒ",
    "Căn cứ Luật Bến bãi số 12/2098/QH20;",
    "Chính phủ ban hành Nghị định quy định về bến đò.",
    "Điều 1. Phạm vi điều chỉnh",
    "Nghị định này quy định về bến đò.",
    "Điều 2. Bến đò",
    "1. Bến đò là nơi đò cập bến.",
    "Điều 3. Hiệu lực thi hành",
    "1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2099.",
    "2. Nghị định số 200/2090/NĐ-CP ngày 04 tháng 6 năm 2090 của Chính phủ về đò ngang hết hiệu lực "
    "kể từ ngày Nghị định này có hiệu lực thi hành.",
    "Điều 4. Trách nhiệm thi hành",
    "Các Bộ trưởng chịu trách nhiệm thi hành Nghị định này.",
    "Nơi nhận:",
]


def number(text: str) -> Number:
    [found] = find_numbers(text)
    return found


def built(*paragraphs: str) -> dict[str, dict[str, str]]:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in build(paragraphs)]
    return {row["number"]: row for row in rows}


def test_a_document_of_its_own_words() -> None:
    row = built(*DECREE)["301/2099/NĐ-CP"]
    assert row["type"] == "Nghị định"
    assert row["date"] == "2099-05-03"
    assert row["issuer"] == "Chính phủ"
    assert row["title"] == "quy định về bến đò"
    assert row["articles"] == "4"
    assert (row["source"], row["confidence"]) == ("head", "M")


def test_a_repealed_document() -> None:
    row = built(*DECREE)["200/2090/NĐ-CP"]
    assert (row["until"], row["replaced by"]) == ("2099-07-01", "301/2099/NĐ-CP")


def test_a_citation_confirms_a_head() -> None:
    cited = "Thực hiện Nghị định số 301/2099/NĐ-CP ngày 03/5/2099 của Chính phủ quy định về bến đò;"
    assert built(*DECREE, "Số: ....../QĐ", cited)["301/2099/NĐ-CP"]["confidence"] == "H"


def test_a_date_of_another_year_is_not_taken() -> None:
    head = [
        "Số: 302/2099/NĐ-CP",
        "Hà Nội, ngày 03 tháng 5 năm 2097",
        "Quy định về cầu tre",
        *DECREE[3:],
    ]
    assert built(*head)["302/2099/NĐ-CP"]["date"] == ""


def citing(*dates: str) -> list[str]:
    """Documents that cite one with these dates, each in a document of its own."""
    lines = []
    for index, date in enumerate(dates):
        lines.append(f"Số: {index + 1}/2099/QĐ-TTg")
        lines.append(
            f"{index}. Theo Nghị định số 50/2097/NĐ-CP {date} của Chính phủ về thóc giống;"
        )
    return lines


def test_two_documents_that_agree_are_believed() -> None:
    row = built(*citing("ngày 05 tháng 6 năm 2097", "ngày 05/6/2097"))["50/2097/NĐ-CP"]
    assert (row["date"], row["confidence"]) == ("2097-06-05", "M")
    assert row["title"] == "về thóc giống"


def test_one_document_is_not_believed() -> None:
    assert "50/2097/NĐ-CP" not in built(*citing("ngày 05 tháng 6 năm 2097"))


def test_documents_that_contradict_one_another_are_not_believed() -> None:
    told = citing("ngày 05/6/2097", "ngày 05/6/2097", "ngày 06/5/2097", "ngày 06/5/2097")
    assert built(*told).get("50/2097/NĐ-CP", {"date": ""})["date"] == ""


def test_a_law_is_dated_by_its_adoption() -> None:
    law = [
        "Luật số: 12/2098/QH20",
        "BẾN BÃI",
        "Quốc hội ban hành Luật Bến bãi.",
        "Luật này quy định về bến bãi.",
        "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XX, kỳ họp thứ 5 thông "
        "qua ngày 20 tháng 6 năm 2098.",
    ]
    row = built(*law)["12/2098/QH20"]
    assert (row["type"], row["date"], row["title"]) == ("Luật", "2098-06-20", "Luật Bến bãi")


def test_a_law_and_a_resolution_of_one_number() -> None:
    numbers = [
        mention.number.identity
        for text in ("Luật Bến bãi số 12/2098/QH20;", "Nghị quyết số 12/2098/QH20 về mùa màng;")
        for mention in find_mentions(text)
    ]
    assert len(set(numbers)) == 2


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("05/2099/TT- BXD", "05/2099/TT-BXD"),
        ("73/2006/QH 11", "73/2006/QH11"),
        ("152/2099/TT-BTС", "152/2099/TT-BTC"),  # a Cyrillic С
        ("5/2099/NÐ–CP", "05/2099/NĐ-CP"),
        ("20/2099/ND-CP", "20/2099/NĐ-CP"),
        ("57 / 2099 /TT-BYT", "57/2099/TT-BYT"),
    ],
)
def test_numbers_written_badly(written: str, shown: str) -> None:
    assert number(upright(f"Thông tư số {written}")).shown == shown


@pytest.mark.parametrize(
    "text", ["15/KH-UBND", "QCVN 01:2021/BXD", "45/NQ-TW", "1079-QĐ/TTg", "05/3/2020"]
)
def test_no_numbers_of_central_documents(text: str) -> None:
    assert find_numbers(text) == []


def test_dates_that_cannot_be() -> None:
    assert read_date("ngày 31 tháng 2 năm 2099") is None
    assert read_date("ngày 28/02/2099") == DAY(2099, 2, 28)


def test_a_name_within_a_name_tells_nothing() -> None:
    text = "Luật sửa đổi, bổ sung một số điều của Luật Bến bãi số 12/2098/QH20;"
    assert [mention.title for mention in find_mentions(text)] == [""]


def test_the_article_that_is_cited() -> None:
    [mention] = find_mentions("theo khoản 2 Điều 14 Nghị định số 50/2097/NĐ-CP của Chính phủ")
    assert mention.article == 14


@pytest.mark.parametrize(
    "line",
    [
        "2. Khoản 2 Điều 5 Nghị định số 200/2090/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
        "Nghị định số 200/2090/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực, trừ Điều 3.",
        "Bãi bỏ khoản 3 Điều 2 Nghị định số 200/2090/NĐ-CP.",
        "Bãi bỏ một phần các nghị định sau đây:",
        "“Nghị định số 200/2090/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.”",
        "Khi giấy phép hết hiệu lực, người được cấp báo cáo theo Nghị định số 200/2090/NĐ-CP.",
    ],
)
def test_what_repeals_no_document(line: str) -> None:
    items = ["1. Điều 7 Nghị định số 201/2090/NĐ-CP;"]
    assert list(find_repeals([line, *items], DAY(2099, 7, 1))) == []


def test_a_list_of_repealed_documents() -> None:
    body = [
        "2. Các văn bản sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành:",
        "a) Nghị định số 200/2090/NĐ-CP ngày 04 tháng 6 năm 2090 của Chính phủ về đò ngang;",
        "b) Điều 3 Nghị định số 201/2090/NĐ-CP;",
        "c) Nghị định số 202/2090/NĐ-CP ngày 05 tháng 6 năm 2090 sửa đổi Nghị định số 150/2080/NĐ-CP.",
        "3. Nghị định số 203/2090/NĐ-CP được sửa đổi như sau:",
    ]
    found = [(one.shown, day) for one, day in find_repeals(body, DAY(2099, 7, 1))]
    assert found == [("200/2090/NĐ-CP", DAY(2099, 7, 1)), ("202/2090/NĐ-CP", DAY(2099, 7, 1))]


def test_those_that_changed_a_repealed_law_are_not_repealed() -> None:
    line = (
        "Luật Bến bãi số 12/2078/QH16 đã được sửa đổi, bổ sung một số điều theo Luật số 13/2080/QH16, "
        "Luật số 14/2081/QH16 hết hiệu lực từ ngày 01 tháng 7 năm 2099."
    )
    found = [(one.shown, day) for one, day in find_repeals([line], None)]
    assert found == [("12/2078/QH16", DAY(2099, 7, 1))]


def body(*titles: str) -> list[str]:
    return [f"Điều {index}. {title}" for index, title in enumerate(titles, 1)]


def test_articles_are_counted_to_the_last() -> None:
    decree = number("50/2097/NĐ-CP")
    whole = body("Bến đò", "Hiệu lực thi hành", "Trách nhiệm thi hành")
    assert count_articles(whole, decree, "về bến đò") == 3
    assert count_articles([*whole, "Điều 1. Nội quy", "Điều 2. Phao"], decree, "về bến đò") == 3
    assert count_articles(whole, decree, "ban hành Quy chế bến đò") == 0
    assert count_articles(whole[:2], decree, "về bến đò") == 0


def test_a_law_whose_last_heading_may_be_lost() -> None:
    law = number("12/2098/QH20").of_kind("Luật")
    articles = body("Bến", "Bãi", "Hiệu lực thi hành")
    assert count_articles(articles, law, "Luật Bến bãi") == 3
    assert count_articles(articles, law, "Luật Bến bãi", closing={4}) == 0


def test_the_order_of_numbers() -> None:
    dated = [(number(f"{n}/2097/NĐ-CP"), DAY(2097, n, 1)) for n in (1, 2, 3, 6, 7, 8)]
    order = Order(dated)
    assert order.fits(number("04/2097/NĐ-CP"), DAY(2097, 4, 20))
    assert not order.fits(number("04/2097/NĐ-CP"), DAY(2097, 12, 20))
    assert not order.fits(number("04/2097/QĐ-TTg"), DAY(2097, 4, 20))
    assert order.contradicts(number("04/2097/NĐ-CP"), DAY(2097, 12, 20))
    assert not order.contradicts(number("09/2097/NĐ-CP"), DAY(2097, 12, 20))


def test_what_is_out_of_order_is_left_out() -> None:
    pairs = [
        (1, DAY(2097, 1, 1)),
        (2, DAY(2097, 11, 1)),
        (3, DAY(2097, 1, 9)),
        (4, DAY(2097, 2, 1)),
    ]
    assert [figure for figure, _ in rising(pairs)] == [1, 3, 4]
    assert rising([]) == []


def test_a_misspelt_title_is_left_out(linter: Linter) -> None:
    row = ("1/2099/nđ-cp", "1/2099/NĐ-CP", "Nghị định", "2099-01-02", "Chính phủ", "", "", "", "")
    titles = ("về bình đẳng giới", "về bình đẳng giởi")
    rows = [(*row[:5], title, *row[6:], "head", "M") for title in titles]
    nothing_left = (*rows[1][:3], "", *rows[1][4:])
    kept = list(without_slips([*rows, nothing_left], linter))
    assert [one[COLUMNS.index("title")] for one in kept] == [titles[0], ""]
