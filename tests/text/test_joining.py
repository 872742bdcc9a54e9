"""Wrapped lines and paragraphs cut by page breaks become one line; lists and headings do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.document import Document
from checker.text.joining import page_numbers

PARAGRAPH = (
    "a) Nâng cao hiệu quả các hoạt động thông tin đối ngoại, đảm bảo sự lãnh \n"
    "đạo của Đảng ủy; sự giám sát của Hội đồng nhân dân; sự quản lý và điều hành \n"
    "thống nhất của Ủy ban nhân dân xã; sự phối hợp chặt chẽ giữa các cơ quan, đơn \n"
    "vị, các ban, ngành đoàn thể trong xã, góp phần thực hiện hiệu quả đường lối, \n"
    "chính sách thông tin đối ngoại của Đảng và Nhà nước.\n"
)


def shown(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_hard_wrapped_paragraph_is_one_line(read: Callable[[str], Document]) -> None:
    assert len(shown(read(PARAGRAPH + "b) Chủ động định hướng dư luận.\n"))) == 2


def test_wrap_goes_on_across_a_blank_line(read: Callable[[str], Document]) -> None:
    text = PARAGRAPH.replace("sự lãnh \n", "sự lãnh \n\n")
    assert len(shown(read(text))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("đặc biệt về các", "thông tin liên quan đến vấn đề lãnh thổ."),
        ("Chính phủ ban hành Chương", "trình hành động của Chính phủ."),
        ("Các phòng chuyên môn; Ủy ban", "MTTQ, các ban, ngành."),
        ("Thực hiện Kết luận số 57-KL/TW", "ngày 15/6/2023 của Bộ Chính trị."),
    ],
)
def test_paragraph_cut_by_a_page_break_is_joined(
    read: Callable[[str], Document], first: str, second: str
) -> None:
    assert shown(read(f"- {first}\n\n{second}\n")) == [f"- {first} {second}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("7. Công an xã", "Tham mưu cho UBND xã về bảo mật thông tin."),
        ("2. Đảng ủy Ủy ban nhân dân thành phố", "Lãnh đạo, chỉ đạo UBND thành phố."),
        ("a) Nâng cao hiệu quả;", "b) Chủ động định hướng."),
        ("KẾ HOẠCH", "công tác thông tin đối ngoại"),
        ("I. MỤC ĐÍCH", "Nâng cao hiệu quả."),
        ("+ Đoàn ra: Không có", "+ Đoàn vào: Không có"),
    ],
)
def test_lines_of_their_own_stay(read: Callable[[str], Document], first: str, second: str) -> None:
    assert shown(read(f"{first}\n\n{second}\n")) == [first, second]
    assert shown(read(f"{first}\n{second}\n")) == [first, second]


def test_dash_of_a_range_is_no_bullet(read: Callable[[str], Document]) -> None:
    text = PARAGRAPH.replace("sự lãnh \nđạo", "giai đoạn 2026\n- 2030, sự lãnh đạo")
    assert shown(read(text))[0].startswith("a) ")
    assert len(shown(read(text))) == 1


@pytest.mark.parametrize("cut", ["57-\nKL/TW", "57-KL/\nTW", "57/\nKL-CP", "57/KL-\nCP"])
def test_document_number_cut_at_its_signs_is_whole(
    read: Callable[[str], Document], cut: str
) -> None:
    text = PARAGRAPH.replace("sự lãnh \nđạo", f"theo Kết luận số {cut}")
    assert cut.replace("\n", "") in shown(read(text))[0]


def test_page_numbers_are_dropped_in_their_order_only() -> None:
    texts = ["Trang đầu", "", "2", "", "tiếp theo", "", "- 3 -", "", "hết", "", "17", ""]
    assert page_numbers(texts, [False] * len(texts)) == {2, 6}
    assert page_numbers(texts, [True] * len(texts)) == set()


def test_paragraph_goes_on_after_a_page_number(read: Callable[[str], Document]) -> None:
    text = "Thu hút người dân trong và ngoài tỉnh đến\n\n2\n\nkhám phá và trải nghiệm.\n"
    assert shown(read(text)) == [
        "Thu hút người dân trong và ngoài tỉnh đến khám phá và trải nghiệm."
    ]
