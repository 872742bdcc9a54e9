"""A part taken out of a repaired twin is found missing, at the place where it should stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.file_report import FileReport
from tests.conftest import twin

Check = Callable[..., FileReport]

TAKEN = [
    (
        "nhi-chieu",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "header/national-heading",
    ),
    ("nhi-chieu", "Độc lập - Tự do - Hạnh phúc", "header/motto"),
    ("nhi-chieu", "ỦY BAN NHÂN DÂN\nPHƯỜNG NHỊ CHIỂU", "header/issuer"),
    ("nhi-chieu", "Số: 138/KH-UBND", "header/number"),
    ("nhi-chieu", "Nhị Chiểu, ngày 20 tháng 4 năm 2026", "header/place-date"),
    ("nhi-chieu", "\n\nKẾ HOẠCH\n", "structure/type"),
    ("nhi-chieu", "Công tác thông tin đối ngoại phường Nhị Chiểu năm 2026\n", "structure/title"),
    ("nhi-chieu", "- Lưu: VT, VHXH.", "recipients/archive"),
    ("nhi-chieu", "PHÓ CHỦ TỊCH\n", "signature/role"),
    ("nhi-chieu", "Trần Hồng Túc", "signature/name"),
    ("ban-tuyen-giao-hai-phong", "ĐẢNG CỘNG SẢN VIỆT NAM", "header/party-heading"),
    ("ban-tuyen-giao-hai-phong", "Số 35-KH/BTGDVTU", "header/number"),
]


def rules(report: FileReport) -> list[str]:
    return [finding.rule for finding in report.findings if finding.level != "info"]


@pytest.mark.parametrize(("name", "part", "rule"), TAKEN)
def test_part_taken_out_is_missed(check: Check, name: str, part: str, rule: str) -> None:
    text = twin(name)
    assert text.count(part) == 1
    report = check(text.replace(part, ""))
    assert rules(report) == [rule]
    (finding,) = [finding for finding in report.findings if finding.rule == rule]
    assert finding.text == ""
    assert finding.place.line >= 1


def test_recipients_taken_out_are_missed(check: Check) -> None:
    text = twin("nhi-chieu")
    start, end = text.index("Nơi nhận:"), text.index("TM. ỦY BAN")
    report = check(text[:start] + text[end:])
    assert rules(report) == ["recipients/missing"]
    finding = report.findings[-1]
    line = text[:start].count("\n") + 1
    assert (finding.place.line, finding.place.column) == (line, 1)


def test_signature_taken_out_is_missed(check: Check) -> None:
    text = twin("nhi-chieu")
    assert rules(check(text[: text.index("TM. ỦY BAN")])) == ["signature/missing"]


def test_whole_header_taken_out_is_one_finding(check: Check) -> None:
    text = twin("binh-thanh")
    assert rules(check(text[text.index("KẾ HOẠCH") :])) == ["structure/header"]


def test_blank_number_and_day_by_stage(check: Check) -> None:
    text = twin("binh-thanh").replace("Số: 05/", "Số:      /").replace("ngày 20 ", "ngày      ")
    draft = {(f.rule, f.level) for f in check(text).findings if f.rule.startswith("header/")}
    issued = {(f.rule, f.level) for f in check(text, "issued").findings if f.group == "header"}
    assert draft == {("header/blank-number", "info"), ("header/blank-date", "info")}
    assert issued == {("header/blank-number", "error"), ("header/blank-date", "error")}


def test_official_letter_needs_no_type_line(check: Check) -> None:
    text = twin("nhi-chieu").replace("KẾ HOẠCH\n", "Kính gửi: Sở Nội vụ\n")
    assert "structure/type" not in rules(check(text))
