"""Another place's name is an error where the plan names itself, and nothing elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.file_report import FileReport
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


def in_ward(check: Check, sentence: str) -> list[tuple[str, str, tuple[str, ...]]]:
    text = twin("nhi-chieu")
    at = text.index("\nII. ")
    return told(check(f"{text[:at]}\n{sentence}\n{text[at:]}"))


@pytest.mark.parametrize(
    ("sentence", "rule", "shown", "suggestion"),
    [
        (
            "Tổng vệ sinh trên địa bàn xã Gia Lộc.",
            "other-authority",
            "xã Gia Lộc",
            "phường Nhị Chiểu",
        ),
        (
            "Ra mắt chuyên mục của phường Tam Thanh.",
            "stray-place",
            "phường Tam Thanh",
            "phường Nhị Chiểu",
        ),
        ("Giao Công an xã Nhị Chiểu kiểm tra.", "place-level", "xã Nhị Chiểu", "phường Nhị Chiểu"),
        ("Báo cáo UBND tỉnh Hải Phòng.", "place-level", "tỉnh Hải Phòng", "thành phố Hải Phòng"),
        ("Báo cáo UBND tỉnh Nghệ An.", "superior", "tỉnh Nghệ An", "thành phố Hải Phòng"),
        ("Báo cáo UBND tỉnh kết quả.", "province-word", "tỉnh", "thành phố"),
        ("Xin ý kiến Thường trực Tỉnh ủy.", "province-word", "Tỉnh ủy", "Thành ủy"),
        ("Tuyên truyền trên địa bàn xã.", "level-word", "xã", "phường"),
        ("TRÊN ĐỊA BÀN XÃ", "level-word", "XÃ", "PHƯỜNG"),
        ("Hội nghị tại phường Tân Quyết.", "unknown-place", "phường Tân Quyết", ""),
        ("Hội nghị tại xã Nam Sạch.", "unknown-place", "xã Nam Sạch", "xã Nam Sách"),
        ("Khảo sát trên địa bàn thị xã Kinh Môn.", "former-place", "thị xã Kinh Môn", ""),
        ("Gửi UBND tỉnh Hải Dương.", "former-place", "tỉnh Hải Dương", "thành phố Hải Phòng"),
        ("Phát tờ rơi tại phường Phú Thứ.", "former-place", "phường Phú Thứ", "phường Nhị Chiểu"),
        ("Số liệu của huyện gửi trước ngày 15.", "district-word", "huyện", ""),
        ("Nắm tình hình công dân Trần Liễu ở nước ngoài.", "bare-name", "Trần Liễu", "Nhị Chiểu"),
    ],
)
def test_each_fault_in_a_wards_plan(
    check: Check, sentence: str, rule: str, shown: str, suggestion: str
) -> None:
    suggestions = (suggestion,) if suggestion else ()
    assert in_ward(check, sentence) == [(f"locality/{rule}", shown, suggestions)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Tiếp nhận hồ sơ của phường Phú Thứ (cũ) và thị xã Kinh Môn trước đây.",
        "Thay thế Quyết định số 12/2019/QĐ-UBND của UBND tỉnh Hải Dương.",
        "Học sinh Trường THPT huyện Thanh Miện tham gia.",
        "Ông Nguyễn Văn A, quê quán: xã Hồng Phong, huyện Nam Sách, tỉnh Hải Dương.",
        "Tham quan mô hình của xã Phú Đình, tỉnh Thái Nguyên.",
        "Phối hợp với các xã Gia Lộc, Nam Sách và phường Lê Thanh Nghị.",
        "Khách du lịch trong và ngoài tỉnh; các tỉnh, thành phố trực thuộc trung ương.",
        "Nâng cao đời sống của xã hội; hỗ trợ hợp tác xã Việt Nam; Thông tấn xã Việt Nam.",
        "Thực hiện quy định về cán bộ cấp xã, chính quyền các xã, phường.",
        "Đưa lao động sang Hàn Quốc, Nhật Bản, Singapore; xây dựng “Thành phố cảng xanh”.",
        "Thực hiện kết luận của Bộ Chính trị, Quy chế của Thành phố thông minh.",
        "Phân công Phó Chủ tịch UBND phường Lê Thị Hồng Nhung phụ trách.",
        "Giai đoạn 2016 - 2020, UBND huyện Kinh Môn đã đầu tư ba tuyến đường.",
        "Tuyến đường huyện 389 và chợ huyện Nam Sách được nâng cấp.",
        "Bảo vệ công dân Việt Nam, người Hà Nội, nhân dân Nhị Chiểu ở nước ngoài.",
    ],
)
def test_places_that_stand_there_rightly(check: Check, sentence: str) -> None:
    assert in_ward(check, sentence) == []


def test_a_city_of_2026_by_date(check: Check) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nPHƯỜNG MÓNG CÁI 1\nSố: 05/KH-UBND\n"
        "Móng Cái 1, ngày {day} năm 2026\n\nKẾ HOẠCH\nTổng vệ sinh phường Móng Cái 1 năm 2026\n\n"
        "I. NỘI DUNG\n1. Báo cáo UBND {level} Quảng Ninh; phối hợp với Công an {level}.\n"
    )
    assert told(check(text.format(day="15 tháng 8", level="tỉnh"))) == []
    assert told(check(text.format(day="15 tháng 9", level="thành phố"))) == []
    after = told(check(text.format(day="15 tháng 9", level="tỉnh")))
    assert [rule for rule, _, _ in after] == ["locality/place-level", "locality/province-word"]


def test_districts_are_right_in_a_plan_of_2024(check: Check) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nXÃ NAM HƯNG\nSố: 05/KH-UBND\n"
        "Nam Hưng, ngày 15 tháng 8 năm 2024\n\nKẾ HOẠCH\nTổng vệ sinh xã Nam Hưng năm 2024\n\n"
        "I. NỘI DUNG\n1. Báo cáo UBND huyện Nam Sách; tuyên truyền trên địa bàn huyện.\n"
    )
    assert told(check(text)) == []


def test_a_numbered_ward_is_written_with_a_capital(check: Check) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nPHƯỜNG 1 BẢO LỘC\nSố: 05/KH-UBND\n"
        "Phường 1 Bảo Lộc, ngày 15 tháng 8 năm 2026\n\nKẾ HOẠCH\n"
        "Tổng vệ sinh Phường 1 Bảo Lộc năm 2026\n\n"
        "I. NỘI DUNG\n1. Tuyên truyền trên địa bàn Phường 2 Bảo Lộc.\n"
    )
    assert told(check(text)) == [
        ("locality/other-authority", "Phường 2 Bảo Lộc", ("Phường 1 Bảo Lộc",))
    ]


@pytest.mark.parametrize(("date", "count"), [("15/7/2021", 0), ("15/7/2025", 1)])
def test_who_issued_a_document_before_the_reform(check: Check, date: str, count: int) -> None:
    text = f"""ỦY BAN NHÂN DÂN
XÃ KIM LIÊN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 140/QĐ-UBND
Kim Liên, ngày 20 tháng 5 năm 2026
QUYẾT ĐỊNH
Về việc ban hành Quy chế làm việc của Ủy ban nhân dân xã Kim Liên

Điều 1. Ban hành Quy chế làm việc của Ủy ban nhân dân xã Kim Liên.
Điều 2. Bãi bỏ các văn bản sau đây:
1. Quyết định số 33/QĐ-UBND ngày {date} của Ủy ban nhân dân xã Nam Giang ban hành Quy chế làm việc;
"""
    report = check(text)
    assert len([f for f in report.findings if f.group == "locality"]) == count
