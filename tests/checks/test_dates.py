"""Dates that contradict the calendar, each other or the document; and the near misses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.file_report import FileReport
from tests.conftest import twin

Check = Callable[..., FileReport]


def told(report: FileReport) -> list[tuple[str, str]]:
    return [(f.rule.partition("/")[2], f.text) for f in report.findings if f.group == "dates"]


def with_sentence(sentence: str) -> str:
    """A plan of 20 tháng 01 năm 2026 with one sentence more in its body."""
    place = "III. KINH PHÍ THỰC HIỆN\n"
    return twin("binh-thanh").replace(place, f"{sentence}\n\n")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Hoàn thành trước ngày 31/4/2026.", [("impossible", "31/4/2026")]),
        ("Tổ chức vào ngày 30-31/6/2026.", [("impossible", "31/6/2026")]),
        ("Báo cáo trong quý V/2026.", [("impossible", "quý V")]),
        ("Báo cáo trong tháng 13.", [("impossible", "tháng 13")]),
        ("Nhà số 31/4/2020, ngõ 45/13/1999; bà Nguyễn Thị Quý V.", []),
        ("Quý vị đại biểu; quỹ V; lương tháng 13 và thưởng.", []),
        ("Họp thứ Ba, ngày 05/5/2026; thứ Tư (06/5/2026).", []),
        ("Họp sáng thứ 3 ngày 06/5/2026.", [("weekday", "thứ 3")]),
        ("Kỳ họp thứ ba, ngày 06/5/2026; lần thứ ba ngày 06/5/2026.", []),
        ("Họp ngày 06/5/2026 (Chủ nhật).", [("weekday", "Chủ nhật")]),
        (
            "Triển khai từ 05/9/2026 đến 05/3/2026.",
            [("reversed-period", "05/9/2026 đến 05/3/2026")],
        ),
        ("Kỷ niệm 80 năm Quốc khánh (02/9/1945 - 02/9/2026).", [("anniversary", "80")]),
        ("Tổng kết 05 năm thực hiện (01/01/2021 - 31/12/2025).", []),
        ("Gửi báo cáo trước ngày 15/12/2025.", [("deadline", "15/12/2025")]),
        ("Hoàn thành trong tháng 12/2025.", [("deadline", "tháng 12/2025")]),
        ("Hoàn thành trong tháng 01/2026; tính đến ngày 31/12/2025 đã xong.", []),
        ("Các hộ đã hoàn thành trước ngày 31/12/2025.", []),
        ("Hợp đồng ký kết, hoàn thành trước ngày 31/12/2025 thì thanh toán.", []),
        ("Kế hoạch năm 20226.", [("year", "20226")]),
    ],
)
def test_in_a_plan(check: Check, sentence: str, found: list[tuple[str, str]]) -> None:
    assert told(check(with_sentence(sentence))) == found


@pytest.mark.parametrize(
    ("time", "found"),
    [
        ("Quý IV/2025", True),
        ("Từ ngày 01/12/2025 đến ngày 31/12/2025", True),
        ("Từ ngày 01/12/2025 đến ngày 31/12/2026", False),
        ("Từ ngày 01/7/2025", False),
        ("Năm 2025 và các năm tiếp theo", False),
        ("Quý I/2026", False),
        ("Quý IV/2025, thường xuyên", False),
    ],
)
def test_time_of_a_task(check: Check, time: str, found: bool) -> None:
    task = "6. Xây dựng chuyên trang\n* Đơn vị chủ trì: Công an xã.\n* Thời gian thực hiện: "
    report = check(with_sentence(f"{task}{time}"))
    assert [rule for rule, _ in told(report)] == ["deadline"] * found


def test_deadline_counts_from_the_month_when_the_day_is_blank(check: Check) -> None:
    text = with_sentence("Gửi báo cáo trước ngày 31/12/2025.").replace(
        "ngày 20 tháng", "ngày   tháng"
    )
    assert told(check(text)) == [("deadline", "31/12/2025")]
    assert told(check(text.replace("31/12/2025", "01/01/2026"))) == []


def test_own_name_with_another_year(check: Check) -> None:
    text = twin("nhi-chieu")
    at = text.index("Trên đây là")
    stale = text[:at] + text[at:].replace("năm 2026", "năm 2025", 1)
    assert told(check(stale)) == [("own-year", "2025")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Thực hiện Kế hoạch công tác thông tin đối ngoại xã Bình Thành năm 2025.", True),
        ("Kết quả công tác thông tin đối ngoại xã Bình Thành năm 2025 là cơ sở.", False),
        ("Công tác thông tin đối ngoại xã Bình Thành năm 2025 đạt kết quả.", False),
        ("Xây dựng Kế hoạch công tác thông tin đối ngoại xã Bình Thành năm 2027.", False),
        ("Thu ngân sách trên địa bàn xã Bình Thành năm 2025 vượt dự toán.", False),
    ],
)
def test_name_with_another_year(check: Check, sentence: str, found: bool) -> None:
    assert [rule for rule, _ in told(check(with_sentence(sentence)))] == ["own-year"] * found


def test_stale_year_in_the_header_is_one_finding(check: Check) -> None:
    text = twin("binh-thanh").replace("20 tháng 01 năm 2026", "20 tháng 01 năm 2025")
    assert told(check(text)) == [("stale-header", "2025")]


def test_plan_for_next_year_is_signed_in_december(check: Check) -> None:
    text = twin("binh-thanh").replace("20 tháng 01 năm 2026", "20 tháng 12 năm 2025")
    assert told(check(text)) == [("cited-later", "08/01/2026")]


def test_header_date_must_be_possible(check: Check) -> None:
    text = twin("binh-thanh").replace("20 tháng 01 năm 2026", "31 tháng 4 năm 2026")
    assert told(check(text)) == [("impossible", "31 tháng 4 năm 2026")]


def test_the_year_of_a_law_is_not_that_of_the_title(check: Check) -> None:
    text = """KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2026

I. NỘI DUNG
1. Tuyên truyền Luật Thi đua, khen thưởng năm 2022.
"""
    assert "own-year" not in [rule for rule, _ in told(check(text))]
    own = text.replace(
        "Luật Thi đua, khen thưởng năm 2022", "công tác thi đua, khen thưởng năm 2025"
    )
    assert "own-year" in [rule for rule, _ in told(check(own))]
