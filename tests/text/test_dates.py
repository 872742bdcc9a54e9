from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.dates import Date, figures, find_dates, find_periods
from checker.text.folding import fold


def dates(text: str) -> list[tuple[str, int, int, int, str]]:
    return [
        (text[d.start : d.end], d.day, d.month, d.year, d.style) for d in find_dates(fold(text))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "ngày 05 tháng 3 năm 2026",
            [("05 tháng 3 năm 2026", 5, 3, 2026, "words")],
        ),
        ("ngày 05 tháng 3/2026", [("05 tháng 3/2026", 5, 3, 2026, "words")]),
        ("ngày 30 tháng 4", [("30 tháng 4", 30, 4, 0, "words")]),
        ("ngày 05/3/2026", [("05/3/2026", 5, 3, 2026, "/")]),
        ("(05-3-2026)", [("05-3-2026", 5, 3, 2026, "-")]),
        ("05.3.2026.", [("05.3.2026", 5, 3, 2026, ".")]),
        ("ngày 05/3/26", [("05/3/26", 5, 3, 26, "/")]),
        (
            "ngày 30/4, ngày 01/5 năm 2026",
            [("30/4", 30, 4, 0, "/"), ("01/5 năm 2026", 1, 5, 2026, "/")],
        ),
        ("tháng 3/2026", [("tháng 3/2026", 0, 3, 2026, "month")]),
        ("Tháng 12 năm 2026", [("Tháng 12 năm 2026", 0, 12, 2026, "month")]),
        ("từ ngày 28-30/4/2026", [("30/4/2026", 30, 4, 2026, "/")]),
        (
            "05/3/2026-10/3/2026",
            [("05/3/2026", 5, 3, 2026, "/"), ("10/3/2026", 10, 3, 2026, "/")],
        ),
    ],
)
def test_forms_of_dates(text: str, found: list[tuple[str, int, int, int, str]]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 12/3/2026/KH-UBND",
        "TCVN 6909:2001 và QCVN 01:2021/BXD",
        "giai đoạn 2021-2025",
        "trực 24/24, tỷ lệ 1/2, mục 1.2.3",
        "15 ngày 10 tháng",
        "mỗi ngày 2/3 số hộ",
        "Nghị định số 30/2020/NĐ-CP",
    ],
)
def test_no_dates(text: str) -> None:
    assert [one for one in dates(text) if one[3]] == []


@pytest.mark.parametrize(
    ("day", "month", "year", "possible"),
    [
        (31, 4, 2026, False),
        (30, 4, 2026, True),
        (29, 2, 2026, False),
        (29, 2, 2028, True),
        (29, 2, 0, True),
        (0, 3, 2026, False),
        (5, 13, 2026, False),
    ],
)
def test_possible(day: int, month: int, year: int, possible: bool) -> None:
    date = Date(0, 0, day, month, year, "/")
    assert date.possible is possible
    assert (date.value is not None) is (possible and year > 0)


def test_last_day_of_what_is_named() -> None:
    assert Date(0, 0, 5, 3, 2026, "/").last_day == datetime.date(2026, 3, 5)
    assert Date(0, 0, 0, 2, 2026, "month").last_day == datetime.date(2026, 2, 28)
    assert Date(0, 0, 5, 3, 0, "/").last_day is None
    assert Date(0, 0, 31, 4, 2026, "/").last_day is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("từ ngày 05/3/2026 đến ngày 10/3/2026", (2026, 3, 5), (2026, 3, 10)),
        ("từ 05/3/2026 đến hết ngày 10 tháng 3 năm 2026", (2026, 3, 5), (2026, 3, 10)),
        ("từ tháng 3/2026 đến tháng 9 năm 2026", (2026, 3), (2026, 9)),
        ("(01/01/2021 - 31/12/2025)", (2021, 1, 1), (2025, 12, 31)),
        ("giai đoạn 2021 - 2025", (2021,), (2025,)),
        ("nhiệm kỳ 2025–2030", (2025,), (2030,)),
        ("giai đoạn từ năm 2021 đến năm 2025", (2021,), (2025,)),
    ],
)
def test_periods(text: str, first: tuple[int, ...], last: tuple[int, ...]) -> None:
    (period,) = find_periods(fold(text))
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch ngày 05/3/2026, Công văn ngày 04/3/2026",
        "từ ngày 15/12 đến ngày 05/01/2026",
        "báo cáo ngày 05/3/2026 đến ngày 04/3/2026",
        "năm 2025 - 2024 giảm",
    ],
)
def test_no_periods(text: str) -> None:
    assert list(find_periods(fold(text))) == []


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_figures_are_read_back(date: datetime.date) -> None:
    (found,) = find_dates(figures(date))
    assert found.value == date


def test_a_year_of_two_figures_gives_no_day() -> None:
    (date,) = find_dates("ngay 14/9/22")
    assert (date.year, date.value) == (22, None)
