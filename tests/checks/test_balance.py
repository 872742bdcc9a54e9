"""Brackets and quotes without a partner are told, those of enumerations and quotations are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.checks.balance import Check
from checker.context import Context
from checker.decoding import DecodingError
from checker.document import Document
from checker.linter import Linter

Read = Callable[[str], Document]


def lonely(marks: str, text: str, read: Read, linter: Linter) -> list[str]:
    """The marks told, each with the word after it."""
    document = read(text)
    found = Check(marks).facts(document, Context(linter.registers, {}))
    return [document.text[fact.start :].split()[0] for fact in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Giao các phòng (Phòng Kinh tế chủ trì thực hiện.", ["(Phòng"]),
        ("Giao các phòng Phòng Kinh tế) chủ trì thực hiện.", [")"]),
        ("Xử lý vi phạm (theo khoản 2 (nếu có) của Luật.", ["(theo"]),
        ("Giao (Phòng Kinh tế (chủ trì) và (Công an xã.", ["(Phòng"]),
        ("Tài liệu [số 3 chưa gửi cho các phòng.", ["[số"]),
        ("a) Giao Phòng Kinh tế; b) giao Công an xã; 1) tổ dân phố.", []),
        ("Nội dung (gồm: a) tiền; b) hiện vật; c) ngày công).", []),
        ("Áp dụng khoản 2 (điểm a) và khoản 3 (điểm b).", []),
        ("Hồ sơ gồm: (i) đơn; (ii) bản sao; 2.1) phụ lục.", []),
        ("Giao các phòng (Phòng Kinh tế;\nPhòng Văn hóa - Xã hội) chủ trì.", []),
    ],
)
def test_brackets(text: str, told: list[str], read: Read, linter: Linter) -> None:
    assert lonely("brackets", text + "\n", read, linter) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Phong trào “Toàn dân đoàn kết năm 2026.", ["“Toàn"]),
        ("Phong trào Toàn dân đoàn kết” năm 2026.", ["”"]),
        ("Phong trào “Toàn dân, và “Tháng hành động” năm 2026.", ["“Toàn"]),
        ('Phong trào "Toàn dân đoàn kết năm 2026.', ['"Toàn']),
        ("Phong trào “Toàn dân “đoàn kết” xây dựng” năm 2026.", []),
        ("Sửa đổi như sau:\n“1. Giao Công an xã.\n2. Giao Trạm Y tế.”", []),
        ("Sửa đổi như sau:\n“1. Giao Công an xã chủ trì.", []),
        ('Màn hình 19" đặt tại trụ sở; tọa độ 10°19’02”N.', []),
        ('Khẩu hiệu "Vì Nhân dân\nphục vụ" treo tại trụ sở.', []),
    ],
)
def test_quotes(text: str, told: list[str], read: Read, linter: Linter) -> None:
    assert lonely("quotes", text + "\n", read, linter) == told


def test_the_missing_partner_is_named(read: Read, linter: Linter) -> None:
    document = read("Giao các phòng Phòng Kinh tế] chủ trì.\n")
    (fact,) = Check("brackets").facts(document, Context(linter.registers, {}))
    assert fact.values == {"partner": "["}


def test_unknown_marks_are_refused() -> None:
    with pytest.raises(DecodingError):
        Check("braces")
