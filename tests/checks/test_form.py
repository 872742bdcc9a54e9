"""Header, signature and appendices against each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.file_report import FileReport
from tests.conftest import twin

Check = Callable[..., FileReport]


def rules(report: FileReport) -> list[str]:
    return [finding.rule for finding in report.findings if finding.level != "info"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("KT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH", "CHỦ TỊCH", None),
        ("KT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH", "signature/deputy"),
        ("KT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH", "BÍ THƯ", "signature/post-of-issuer"),
        ("KT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH", "Q. CHỦ TỊCH", None),
        ("KT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH", "TL. CHỦ TỊCH\n\nCHÁNH VĂN PHÒNG", None),
        ("TM. ỦY BAN NHÂN DÂN\n\n", "", "signature/collective"),
        ("TM. ỦY BAN", "T/M ỦY BAN", "structure/party-form-in-state"),
        ("Số: 27/KH-UBND", "Số: 27-KH/UBND", "structure/party-form-in-state"),
        ("Số: 27/KH-UBND", "Số: 27/QĐ-UBND", "header/type-code"),
        ("Số: 27/KH-UBND", "Số: 27/KHPH-UBND", None),
        ("Hưng Đạo, ngày 25", "Hưng Đạo ngày 25", "header/date-comma"),
        ("Hưng Đạo, ngày 25", "Đại Sơn, ngày 25", "header/place-of-issue"),
    ],
)
def test_one_change_one_finding(check: Check, old: str, new: str, rule: str | None) -> None:
    text = twin("hung-dao")
    assert old in text
    assert rules(check(text.replace(old, new, 1))) == ([rule] if rule else [])


def test_wrong_regime_is_one_finding(check: Check) -> None:
    text = twin("hung-dao").replace("TM. ỦY BAN", "T/M ỦY BAN").replace("27/KH-UBND", "27-KH/UBND")
    assert rules(check(text)) == ["structure/party-form-in-state"]


def test_number_under_the_appendix(check: Check) -> None:
    text = twin("hung-dao").replace(
        "I. MỤC ĐÍCH", "Chi tiết tại Phụ lục kèm theo.\n\nI. MỤC ĐÍCH", 1
    )
    attached = "\nPHỤ LỤC\n\nNHIỆM VỤ\n\n(Kèm theo Kế hoạch số {} ngày {} của UBND xã Hưng Đạo)\n"
    right = text + attached.format("27/KH-UBND", "25/3/2026")
    assert rules(check(right)) == []
    assert rules(check(text + attached.format("72/KH-UBND", "25/3/2026"))) == [
        "structure/appendix-number"
    ]
    assert rules(check(text + attached.format("27/KH-UBND", "25/3/2025"))) == [
        "structure/appendix-date"
    ]
