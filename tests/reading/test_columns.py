"""Lines that hold two columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading.columns import columns


def cut(line: str) -> list[str]:
    return [line[start:end] for start, end in columns(line, 0, len(line))]


@pytest.mark.parametrize("gap", [" ", "  ", "\t", "\t\t", "      "])
def test_header_columns_with_any_gap(gap: str) -> None:
    for left, right in (
        ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("XÃ TÂN LẬP", "Độc lập - Tự do - Hạnh phúc"),
        ("Số: 12/KH-UBND", "Tân Lập, ngày 05 tháng 3 năm 2026"),
    ):
        assert cut(left + gap + right) == [left, right]


@pytest.mark.parametrize(
    "line",
    [
        "Tân Lập, ngày      tháng 01 năm 2026",
        "Số:      /KH-UBND",
        "KỶ NIỆM NGÀY THÀNH LẬP ĐẢNG CỘNG SẢN VIỆT NAM",
        "QUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của UBND xã;",
    ],
)
def test_blanks_that_divide_nothing(line: str) -> None:
    assert cut(line) == [line]


def test_star_under_the_name_of_a_party_body() -> None:
    assert cut("*      Tân Lập, ngày 05 tháng 3 năm 2026")[0] == "*"


@given(st.text(alphabet="ABSố: \t/-,ngày*", max_size=60))
def test_columns_lie_in_order_inside_the_line(line: str) -> None:
    spans = list(columns(line, 0, len(line)))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(line)
    flat = [place for span in spans for place in span]
    assert flat == sorted(flat)
