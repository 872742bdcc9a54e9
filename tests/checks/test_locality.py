"""Another place's name is an error where the plan names itself, and nothing elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.linter import FileReport
from tests.conftest import twin

Check = Callable[..., FileReport]


def told(report: FileReport) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(f.rule, f.text, f.suggestions) for f in report.findings if f.group == "locality"]


def test_wrong_name_in_the_closing_title(check: Check) -> None:
    text = twin("hung-dao")
    at = text.index("Trên đây là")
    text = text[:at] + text[at:].replace("xã Hưng Đạo", "xã Nhị Chiểu", 1)
    assert told(check(text)) == [("locality/other-place", "xã Nhị Chiểu", ("xã Hưng Đạo",))]


def test_wrong_level_and_name(check: Check) -> None:
    text = twin("hung-dao")
    at = text.index("Trên đây là")
    text = text[:at] + text[at:].replace("xã Hưng Đạo", "phường Nhị Chiểu", 1)
    assert told(check(text)) == [("locality/other-place", "phường Nhị Chiểu", ("xã Hưng Đạo",))]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Tổ chức tuyên truyền trên địa bàn xã Phú Đình.", ["xã Phú Đình"]),
        ("Báo cáo UBND xã Phú Đình xem xét.", ["xã Phú Đình"]),
        ("Phối hợp với UBND xã Phú Đình kiểm tra vùng giáp ranh.", []),
        ("Học tập kinh nghiệm của các xã Phú Đình, Lam Vỹ và phường Bách Quang.", []),
        ("Thực hiện Quyết định số 12/QĐ-UBND của UBND xã Phú Đình.", []),
        ("Theo Kế hoạch của UBND tỉnh Thái Nguyên và Chương trình của Chính phủ.", []),
        ("Đưa lao động sang Hàn Quốc, Nhật Bản; xây dựng Thành phố cảng xanh.", []),
        ("Phân công Chủ tịch UBND xã Trần Thị Kim Oanh chỉ đạo chung.", []),
        ("Phân công Chủ tịch UBND xã Phú Đình chỉ đạo chung.", ["xã Phú Đình"]),
        ("Xã đã tiếp nhận hồ sơ của UBND xã Phú Đình (cũ).", []),
        ("Ký kết quy chế giữa UBND xã Bình Thành và UBND xã Phú Đình.", []),
        ("Đề nghị UBND xã Phú Đình phối hợp.", []),
        ("Tuyến đường chạy qua địa bàn xã Phú Đình.", []),
        ("Đề nghị Ủy ban MTTQ Việt Nam xã Bình thành phối hợp.", []),
        ("Các trường học của xã Bình Thánh tham gia.", ["xã Bình Thánh"]),
        ("Tuyên truyền về xã hội học tập trên địa bàn xã.", []),
    ],
)
def test_names_in_context(check: Check, sentence: str, found: list[str]) -> None:
    text = twin("binh-thanh").replace(
        "III. KINH PHÍ THỰC HIỆN\n", f"{sentence}\n\nIII. KINH PHÍ THỰC HIỆN\n"
    )
    assert [shown for _, shown, _ in told(check(text))] == found
