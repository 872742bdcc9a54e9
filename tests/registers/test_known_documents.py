"""The register of known documents: its data, and finding in it."""

from __future__ import annotations

import datetime
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.decoding import DecodingError
from checker.registers.known_documents import (
    COLUMNS,
    CONFIDENCES,
    TABLE,
    KnownDocument,
    KnownDocuments,
    make_documents,
    number_key,
)

DAY = datetime.date
NUMBER = re.compile(
    r"\d{1,5}(?:\.\d{1,2})?[A-Za-z]?(?:/(?P<year>(?:19|20)\d\d))?[-/][A-ZĐ][\w&]*(?:[-/][\w&]+)*"
)
ENTRY = {"number": "30/2020/NĐ-CP", "type": "Nghị định", "source": "here", "confidence": "H"}


@pytest.fixture(scope="module")
def known() -> KnownDocuments:
    return KnownDocuments.load()


def rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line[0] != "#"]


def table(folder: Path, *lines: tuple[str, ...]) -> Path:
    path = folder / "documents.tsv"
    filled = (
        (number_key(line[0]), *line, *[""] * (len(COLUMNS) - 1 - len(line))) for line in lines
    )
    path.write_text(
        "# made up\n" + "".join("\t".join(row) + "\n" for row in sorted(filled)), "utf-8"
    )
    return path


def test_table_is_sound() -> None:
    table = rows()
    assert table == sorted(table)
    assert len(table) > 1500
    assert TABLE.stat().st_size < 700_000
    for row in table:
        values = dict(zip(COLUMNS, row, strict=True))
        match = NUMBER.fullmatch(values["number"])
        assert match, row
        assert values["key"] == number_key(values["number"])
        assert values["type"], row
        assert values["confidence"] in CONFIDENCES
        assert unicodedata.is_normalized("NFC", "".join(row))
        assert len(values["title"]) <= 161
        assert values["title"] == " ".join(values["title"].split())
        if values["date"] and match["year"]:
            assert values["date"][:4] == match["year"], row
        if values["date"] and values["until"]:
            assert values["date"] < values["until"], row


def test_a_number_of_a_kind_with_a_year_names_one_document() -> None:
    named = [(row[0], row[2]) for row in rows() if re.search(r"/\d{4}/", row[1])]
    assert len(named) == len(set(named))


def test_every_document_is_found_by_its_number(known: KnownDocuments) -> None:
    for number in known.numbers():
        assert known.find(number), number


@pytest.mark.parametrize(
    ("number", "kind", "date", "title"),
    [
        ("30/2020/NĐ-CP", "Nghị định", DAY(2020, 3, 5), "về công tác văn thư"),
        ("31/2024/QH15", "Luật", DAY(2024, 1, 18), "Luật Đất đai"),
        ("72/2025/QH15", "Luật", DAY(2025, 6, 16), "Luật Tổ chức chính quyền địa phương"),
        ("202/2025/QH15", "Nghị quyết", DAY(2025, 6, 12), "về việc sắp xếp đơn vị hành chính"),
        ("91/2015/QH13", "Bộ luật", DAY(2015, 11, 24), "Bộ luật"),
        ("150/2025/NĐ-CP", "Nghị định", DAY(2025, 6, 12), "quy định tổ chức các cơ quan"),
    ],
)
def test_well_known_documents(
    known: KnownDocuments, number: str, kind: str, date: DAY, title: str
) -> None:
    [document] = known.find(number)
    assert (document.type, document.date) == (kind, date)
    assert document.title.startswith(title)


@pytest.mark.parametrize(
    ("number", "articles"),
    [("91/2015/QH13", 689), ("45/2019/QH14", 220), ("22/2023/QH15", 96), ("59/2020/QH14", 218)],
)
def test_articles(known: KnownDocuments, number: str, articles: int) -> None:
    [document] = known.find(number)
    assert document.articles == articles


@pytest.mark.parametrize("number", ["43/2019/QH14", "35/2013/QH13", "99/2015/QH13"])
def test_articles_are_not_told_where_a_last_heading_is_lost(
    known: KnownDocuments, number: str
) -> None:
    assert [document.articles for document in known.find(number)] == [0]


def test_what_is_no_more_in_force(known: KnownDocuments) -> None:
    [old] = known.find("36-HD/VPTW")
    assert old.replaced_by == "05-HD/VPTW"
    assert old.in_force(DAY(2026, 5, 26))
    assert not old.in_force(DAY(2026, 5, 27))
    assert not old.in_force(DAY(2018, 4, 2))


@pytest.mark.parametrize(
    "written", ["30/2020/NÐ-CP", "30/2020/NĐ–CP", "030/2020/nđ-cp", "30/2020/ NĐ-CP"]
)
def test_numbers_however_written(known: KnownDocuments, written: str) -> None:
    assert known.find(written) == known.find("30/2020/NĐ-CP") != ()


def test_unknown_numbers(known: KnownDocuments) -> None:
    assert known.find("30/2020/NĐ") == ()
    assert known.find("30/2020") == ()
    assert known.find("") == ()


def test_signs_within_a_code_do_not_count() -> None:
    assert number_key("12/2015/TT-BGD&ĐT") == number_key("12/2015/TT-BGDĐT")


def test_zeros_of_the_year_stay() -> None:
    assert number_key("05/2004/QH11") == "5/2004/qh11"
    assert number_key("5/2040/QH11") != number_key("05/2004/QH11")


@given(st.text())
@example("\u0339 \u0334")
def test_keys_are_stable(text: str) -> None:
    assert number_key(number_key(text)) == number_key(text)


@given(st.integers(1, 99999), st.integers(0, 3))
def test_zeros_before_the_figure_do_not_count(figure: int, zeros: int) -> None:
    assert number_key(f"{'0' * zeros}{figure}/QĐ-TTg") == number_key(f"{figure}/QĐ-TTg")


def test_several_documents_of_one_number(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        ("06/QĐ-TTg", "Quyết định", "2022-01-06"),
        ("06/QĐ-TTg", "Quyết định", "2025-01-02"),
        ("06/QĐ-TTg-X", "Quyết định", "2025-01-02"),
    )
    found = KnownDocuments(table=path).find("6/QĐ-TTg")
    assert [document.date for document in found] == [DAY(2022, 1, 6), DAY(2025, 1, 2)]


def test_entries_of_one_document_are_joined(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        ("12/2099/QH20", "Luật", "2099-02-01", "Quốc hội", "Luật Cũ", "40", "", "", "x", "M"),
        ("12/2099/QH20", "Nghị quyết", "2099-03-01", "Quốc hội", "", "", "", "", "x", "M"),
    )
    curated = make_documents(
        [{**ENTRY, "number": "12/2099/QH20", "type": "Luật", "title": "Luật Mới"}]
    )
    law, resolution = KnownDocuments(curated, path).find("12/2099/QH20")
    assert (law.title, law.articles, law.date) == ("Luật Mới", 40, DAY(2099, 2, 1))
    assert law.confidence == "M"
    assert resolution.type == "Nghị quyết"


def test_own_documents_go_first(known: KnownDocuments) -> None:
    own = make_documents(
        [{**ENTRY, "number": "15/KH-UBND", "type": "Kế hoạch", "date": "2026-03-01"}]
    )
    wider = known.with_own(own)
    [document] = wider.find("15/KH-UBND")
    assert document.own
    assert document.date == DAY(2026, 3, 1)
    assert not known.find("15/KH-UBND")
    assert wider.find("30/2020/NĐ-CP") == known.find("30/2020/NĐ-CP")
    mine = KnownDocument("30/2020/NĐ-CP", "Nghị định", None, "", "của tôi", 0, None, "", "", "H")
    [document] = wider.with_own([mine]).find("30/2020/NĐ-CP")
    assert (document.title, document.date, document.own) == ("của tôi", DAY(2020, 3, 5), True)


@pytest.mark.parametrize(
    ("change", "code", "key"),
    [
        ({"numbr": "x"}, "unknown-key", "numbr"),
        ({"number": "Luật Đất đai"}, "not-a-number", "number"),
        ({"date": "05/3/2020"}, "wrong-type", "date"),
        ({"date": "2021-03-05"}, "wrong-value", "date"),
        ({"confidence": "high"}, "wrong-value", "confidence"),
        ({"articles": "38"}, "wrong-type", "articles"),
    ],
)
def test_entries_with_a_mistake(change: dict[str, object], code: str, key: str) -> None:
    with pytest.raises(DecodingError) as raised:
        make_documents([{**ENTRY, **change}])
    assert (raised.value.code, raised.value.key) == (code, key)


def test_an_entry_without_a_needed_key() -> None:
    with pytest.raises(DecodingError):
        make_documents([{"number": "30/2020/NĐ-CP"}])
