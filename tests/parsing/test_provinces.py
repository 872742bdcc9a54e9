"""The province of a document's own place, where several provinces have a place of the name."""

from __future__ import annotations

import pytest

from checker.parsing import Grammar, parse
from checker.reading import read_bytes

PLAN = (
    "{above}ỦY BAN NHÂN DÂN\n{place}\n\nSố: 12/KH-UBND\n\nHiệp Hòa, ngày 12 tháng {month} năm 2026\n\n"
    "KẾ HOẠCH\nTrồng cây xanh năm 2026\n\n{text}\nI. MỤC ĐÍCH\n1. Trồng cây.\n"
)
CITED = "Thực hiện Kế hoạch số 45/KH-UBND ngày 12/02/2026 của UBND {} về trồng cây xanh;"


def province(grammar: Grammar, place: str, text: str, above: str = "", month: int = 3) -> str:
    """The province of a plan of a place, dated in a month of 2026."""
    plan = PLAN.format(place=place, text=text, above=above, month=month)
    return parse(read_bytes(plan.encode(), "plan.txt"), grammar).locality.province


@pytest.mark.parametrize(
    ("place", "named", "right"),
    [
        ("XÃ AN KHÁNH", ["thành phố Hải Phòng"], "thành phố Hải Phòng"),
        ("XÃ AN KHÁNH", ["thành phố Hà Nội"], "thành phố Hà Nội"),
        ("XÃ AN KHÁNH", ["thành phố Hà Nội", "thành phố Hải Phòng"], ""),
        ("XÃ AN KHÁNH", ["tỉnh Lào Cai"], ""),
        ("XÃ AN KHÁNH", ["tỉnh"], ""),
        ("PHƯỜNG NHỊ CHIỂU", ["tỉnh Bắc Ninh"], "thành phố Hải Phòng"),
    ],
)
def test_the_one_that_the_document_names(
    grammar: Grammar, place: str, named: list[str], right: str
) -> None:
    text = "\n".join(CITED.format(one) for one in named)
    assert province(grammar, place, text) == right


def test_the_superior_counts_more_than_all_others(grammar: Grammar) -> None:
    text = "\n".join([CITED.format("thành phố Hà Nội")] * 3)
    above = "UBND THÀNH PHỐ HẢI PHÒNG\n"
    assert province(grammar, "XÃ AN KHÁNH", text, above) == "thành phố Hải Phòng"


@pytest.mark.parametrize(
    ("named", "right"),
    [
        (["tỉnh Bắc Ninh"], "tỉnh Bắc Ninh"),
        (["tỉnh Bắc Ninh", "tỉnh Quảng Ninh"], "tỉnh Quảng Ninh"),
        (["tỉnh Lào Cai"], "tỉnh Quảng Ninh"),
        (["tỉnh"], "tỉnh Quảng Ninh"),
    ],
)
def test_a_commune_that_becomes_a_ward_is_of_the_province_that_is_named(
    grammar: Grammar, named: list[str], right: str
) -> None:
    """In March 2026 only Quảng Ninh has a ward of the name; Bắc Ninh has a commune, from 20/9/2026
    a ward."""
    text = "\n".join(CITED.format(one) for one in named)
    assert province(grammar, "PHƯỜNG HIỆP HÒA", text) == right


def test_two_wards_of_one_name(grammar: Grammar) -> None:
    text = CITED.format("tỉnh")
    assert province(grammar, "PHƯỜNG HIỆP HÒA", text, month=10) == ""
