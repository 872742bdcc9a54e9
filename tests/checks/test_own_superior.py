"""The superior in the header against the one in soat.yml."""

from __future__ import annotations

import pytest

from checker.linter import Linter
from checker.office import Office
from checker.reading import read_bytes

STATE = "{superior}\n{issuer}\nSố: 05/KH-X\nHải Phòng, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nTuyên truyền năm 2026\n"


def told(linter: Linter, own: str, superior: str, issuer: str = "SỞ NỘI VỤ") -> list[str]:
    office = Office(locality="phường Nhị Chiểu, thành phố Hải Phòng", superior=own)
    text = STATE.format(superior=superior, issuer=issuer)
    report = linter.with_office(office).check(read_bytes(text.encode(), "kh.txt"), "draft")
    return [
        suggestion
        for finding in report.findings
        if finding.rule == "header/own-superior"
        for suggestion in finding.suggestions
    ]


CITY = "Ủy ban nhân dân thành phố Hải Phòng"


@pytest.mark.parametrize(
    "superior",
    ["ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG", "UBND TP HÀ NỘI", "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHONG"],
)
def test_another_body_is_told(linter: Linter, superior: str) -> None:
    assert told(linter, CITY, superior) == [CITY.upper()]
    assert told(linter, "", superior) == []


@pytest.mark.parametrize(
    "superior",
    [
        CITY.upper(),
        "UBND THÀNH PHỐ HẢI PHÒNG",
        "UBND TP. HẢI PHÒNG",
        "UỶ BAN  NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG",
        "UBND PHƯỜNG NHỊ CHIỂU",  # by a unit under the office
        "SỞ NỘI VỤ",
        "ĐẢNG BỘ TỈNH HẢI DƯƠNG",
    ],
)
def test_the_same_or_another_kind_of_body_is_not(linter: Linter, superior: str) -> None:
    assert told(linter, CITY, superior, "PHÒNG KINH TẾ") == []


def test_the_short_form_may_be_the_one_in_the_file(linter: Linter) -> None:
    assert told(linter, "UBND TP Hải Phòng", CITY.upper()) == []
    assert told(linter, "UBND TP Hải Phòng", "UBND TỈNH HẢI DƯƠNG") == ["UBND TP HẢI PHÒNG"]
