"""Figures of a document: what they measure, how much, and what is named with them."""

from __future__ import annotations

import pytest

from checker.corpus.figures import find_figures
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes

HEAD = """ỦY BAN NHÂN DÂN
XÃ HƯNG ĐẠO
Số: 12/KH-UBND
Hưng Đạo, ngày 10 tháng 3 năm 2026
KẾ HOẠCH
Giảm nghèo năm 2026
I. MỤC TIÊU
"""


def figures(linter: Linter, body: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    document = parse(read_bytes((HEAD + body).encode(), "plan.txt"), linter.grammar)
    return [(one.what, one.value, one.unit, one.ties) for one in find_figures(document)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "1. Tỷ lệ hộ nghèo đa chiều đạt dưới 1,5%.",
            ("ho ngheo da chieu", "1.5", "%", ()),
        ),
        (
            "1. Đến năm 2027, 95% số hộ dân trong xã được dùng nước sạch.",
            ("ho dan trong xa duoc dung nuoc sach", "95", "%", ("2027",)),
        ),
        (
            "1. Phấn đấu 90% trẻ em từ 6 đến 15 tuổi biết kỹ năng an toàn trong môi trường nước.",
            (
                "tre em tu 6 den 15 tuoi biet ky nang an toan trong moi truong nuoc",
                "90",
                "%",
                (),
            ),
        ),
        (
            "1. Thu nhập bình quân đầu người là 62 triệu đồng/người.",
            ("thu nhap binh quan dau nguoi", "62000000", "đồng/nguoi", ()),
        ),
    ],
)
def test_figure_says_what_it_measures(
    linter: Linter, line: str, found: tuple[str, str, str, tuple[str, ...]]
) -> None:
    assert figures(linter, line + "\n") == [found]


def test_figure_stands_under_the_year_of_its_heading_not_that_of_the_header(linter: Linter) -> None:
    body = "1. Đến năm 2030:\na) Tỷ lệ hộ nghèo đa chiều còn 1%.\n"
    ((_, value, _, ties),) = figures(linter, body)
    assert (value, ties) == ("1", ("2030",))


def test_two_figures_in_a_sentence_are_not_told_apart(linter: Linter) -> None:
    assert figures(linter, "1. Tỷ lệ hộ nghèo giảm từ 3% còn 1% trong năm.\n") == []
