"""Names of programmes, and when one is a slip of another."""

from __future__ import annotations

import pytest

from checker.corpus.superior_names import is_slip, names_in


def test_names_end_where_prose_goes_on() -> None:
    text = "Thực hiện Đề án truyền thông về quyền con người giai đoạn 2026 - 2030 và Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”."
    assert [name.shown for name in names_in(text)] == [
        "Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”",
        "Đề án truyền thông về quyền con người",
    ]


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [
        ("Đề án truyền thông quyền con người", "Đề án truyền thông về quyền con người", True),
        (
            "Chương trình “Sóng và máy tính cho em”",
            "Chương trình “Sóng và máy tính cho các em”",
            True,
        ),
        ("Chương trình “Sóng và máy tín cho em”", "Chương trình “Sóng và máy tính cho em”", True),
        ("Đề án phát triển du lịch biển Cát Bà.", "Đề án phát triển du lịch núi Cát Bà.", False),
        ("Chương trình “Mỗi xã một sản phẩm”", "Đề án “Mỗi xã một sản phẩm”", False),
        (
            "Đề án “Phát triển đô thị 2025 bền vững”",
            "Đề án “Phát triển đô thị 2030 bền vững”",
            False,
        ),
        (
            "Đề án truyền thông về quyền con người tại Việt Nam",
            "Đề án truyền thông về quyền con người",
            False,
        ),
    ],
)
def test_slip(one: str, two: str, slip: bool) -> None:
    [first], [second] = names_in(one), names_in(two)
    assert is_slip(first, second) is slip
