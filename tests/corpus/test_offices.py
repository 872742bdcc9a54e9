"""Which office issued a document: one key for all its documents, and a name to show."""

from __future__ import annotations

import pytest

from checker.corpus.offices import IssuingOffice, office_of
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes
from checker.registers.places import name_key, place_key

BODY = """Nhị Chiểu, ngày 10 tháng 3 năm 2026
KẾ HOẠCH
Tuyên truyền an toàn giao thông năm 2026
I. MỤC ĐÍCH
1. Nâng cao nhận thức của nhân dân phường Nhị Chiểu, thành phố Hải Phòng.
"""
PROVINCE = name_key("Hải Phòng")
WHERE = f"|{place_key('phường', 'Nhị Chiểu')}|{PROVINCE}"


def issued(linter: Linter, header: str, tail: str = "") -> IssuingOffice:
    document = parse(read_bytes(f"{header}\n{BODY}{tail}".encode(), "a.txt"), linter.grammar)
    return office_of(document, linter.grammar)


@pytest.mark.parametrize(
    ("header", "code", "name"),
    [
        ("ỦY BAN NHÂN DÂN\nPHƯỜNG NHỊ CHIỂU\nSố: 1/KH-UBND", "UBND", "UBND phường Nhị Chiểu"),
        ("UBND PHƯỜNG NHỊ CHIỂU\nSố: 1/KH-UBND", "UBND", "UBND phường Nhị Chiểu"),
        ("UY BAN NHAN DẦN\nPHƯỜNG NHỊ CHIỂU\nSố: 1/KH-UBND", "UBND", "UBND phường Nhị Chiểu"),
        ("HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG NHỊ CHIỂU\nSố: 1/KH-HĐND", "HĐND", "HĐND phường Nhị Chiểu"),
        (
            "ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG\nBAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG NHỊ CHIỂU\n*\nSố 1-KH/ĐU",
            "ĐU",
            "Đảng ủy phường Nhị Chiểu",
        ),
        (
            "ĐẢNG BỘ PHƯỜNG NHỊ CHIỂU\nĐẢNG ỦY ỦY BAN NHÂN DÂN PHƯỜNG\n*\nSố 1-KH/ĐU",
            "dang uy uy ban nhan dan",
            "Đảng ủy UBND phường Nhị Chiểu",
        ),
        (
            "ĐẢNG ỦY PHƯỜNG NHỊ CHIỂU\nBAN XÂY DỰNG ĐẢNG\n*\nSố 1-KH/BXDĐ",
            "BXDĐ",
            "Ban Xây dựng Đảng phường Nhị Chiểu",
        ),
        (
            "ỦY BAN MTTQ VIỆT NAM\nPHƯỜNG NHỊ CHIỂU\nBAN THƯỜNG TRỰC\nSố: 1/KH-MTTQ-BTT",
            "MTTQ",
            "Ủy ban MTTQ Việt Nam phường Nhị Chiểu",
        ),
        (
            "HỘI LHPN THÀNH PHỐ HẢI PHÒNG\nHỘI LIÊN HIỆP PHỤ NỮ PHƯỜNG NHỊ CHIỂU\nSố: 1/KH-HPN",
            "HPN",
            "Hội Liên hiệp Phụ nữ phường Nhị Chiểu",
        ),
        (
            "ĐOÀN TNCS HỒ CHÍ MINH\nBCH ĐOÀN PHƯỜNG NHỊ CHIỂU\n***\nSố 1-KH/ĐTN",
            "ĐTN",
            "Đoàn TNCS Hồ Chí Minh phường Nhị Chiểu",
        ),
        (
            "UBND PHƯỜNG NHỊ CHIỂU\nPHÒNG VĂN HÓA - XÃ HỘI\nSố: 1/KH-VHXH",
            "phong van hoa xa hoi",
            "Phòng văn hóa - xã hội phường Nhị Chiểu",
        ),
        (
            "UBND PHƯỜNG NHỊ CHIỂU\nTRƯỜNG TIỂU HỌC NHỊ CHIỂU\nSố: 1/KH-THNC",
            "truong tieu hoc nhi chieu",
            "Trường tiểu học Nhị Chiểu",
        ),
    ],
)
def test_office_of_the_header(linter: Linter, header: str, code: str, name: str) -> None:
    assert issued(linter, header) == (code + WHERE, name)


@pytest.mark.parametrize(
    ("number", "code"), [("Số: 1/KH-UBND", "UBND"), ("Số 1-KH/ĐU", "ĐU"), ("", "ĐU")]
)
def test_of_joint_issuers_that_of_the_number_else_the_first(
    linter: Linter, number: str, code: str
) -> None:
    header = f"ĐẢNG ỦY - ỦY BAN NHÂN DÂN\nPHƯỜNG NHỊ CHIỂU\n{number}"
    assert issued(linter, header).key == code + WHERE


def test_without_a_header_the_signature_tells(linter: Linter) -> None:
    tail = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Hồng Túc\n"
    assert issued(linter, "", tail).key == "UBND" + WHERE


def test_a_department_has_its_place_by_its_superior(linter: Linter) -> None:
    header = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\nSỞ NỘI VỤ\nSố: 1/KH-SNV"
    found = issued(linter, header)
    assert found.key.startswith(f"so noi vu|{place_key('thành phố', 'Hải Phòng')}")


def test_two_places_that_differ_by_a_mark_have_two_offices(linter: Linter) -> None:
    keys = {
        issued(linter, f"ỦY BAN NHÂN DÂN\nXÃ {name}\nSố: 1/KH-UBND").key
        for name in ("CẨM GIANG", "CẨM GIÀNG")
    }
    assert len(keys) == 2
