"""Names of programmes, and when one is a slip of another."""

from __future__ import annotations

import pytest

from checker.corpus.superior.names import is_in_its_place, is_slip, names_in


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
        (
            "Phong trào “Dòng sông quê em sạch đep”",
            "Phong trào “Dòng sông quê em sạch đẹp”",
            True,
        ),
        ("Cuộc vận động “Kĩ năng sống cho em”", "Cuộc vận động “Kỹ năng sống cho em”", False),
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


@pytest.mark.parametrize(
    ("one", "two", "meant"),
    [
        ("Mô hình “Bến đò hẹn ước xanh”", "Mô hình “Bến đò hẹn đón xanh”", True),
        ("Mô hình “Bến đò chờ đón xanh”", "Mô hình “Bến đò hẹn ước xanh”", False),
        ("Phong trào “Mỗi xóm một sân bóng”", "Phong trào “Mỗi xóm một vườn hoa”", False),
        ("Chương trình “Mỗi xã một sân chơi”", "Phong trào “Mỗi xã một khu chơi”", False),
        ("Đề án nuôi trồng thủy sản ven hồ.", "Đề án nuôi trồng thủy sản ven bờ.", False),
        ("Đề án “Bến cảng số năm 2027 xanh”", "Đề án “Bến cảng số năm 2028 xanh”", False),
    ],
)
def test_name_in_quotes_with_one_other_word_may_be_meant(one: str, two: str, meant: bool) -> None:
    [first], [second] = names_in(one), names_in(two)
    assert is_in_its_place(first, second) is meant
