"""Documents cited twice: what must agree, and what may differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.file_report import FileReport
from tests.conftest import TWINS, seed, twin

Check = Callable[..., FileReport]
RULES = ("two-dates", "two-issuers", "two-titles", "two-types")
NUMBER = "Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND tỉnh"


def told(report: FileReport) -> list[tuple[str, str]]:
    return [
        (rule, " ".join(f.text.split()))
        for f in report.findings
        if (rule := f.rule.removeprefix("citation/")) in RULES
    ]


def both(first: str, second: str) -> str:
    return f"KẾ HOẠCH\nTuyên truyền năm 2026\n\nI. NỘI DUNG\n1. {first}.\n2. {second}.\n"


@pytest.mark.parametrize("name", ["nhi-chieu", "hung-dao"])
def test_in_the_seeds(check: Check, name: str) -> None:
    title = "về công tác đối với người Việt Nam ở nước ngoài"
    assert told(check(seed(name))) == [("two-titles", title)]


@pytest.mark.parametrize("name", TWINS)
def test_twins_agree(check: Check, name: str) -> None:
    assert told(check(twin(name))) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("số 15/QĐ-TTg ngày 05/3/2024", "số 15/QĐ-TTg ngày 06/3/2024", True),
        ("số 15/QĐ-TTg ngày 05/3/2024", "số 15/QĐ-TTg ngày 05/3/2025", True),
        ("số 15/QĐ-TTg ngày 05/3/2024", "số 15/QĐ-TTg ngày 17/4/2025", False),
        ("số 15/QĐ-TTg ngày 05/3/2024", "số 015/QĐ-TTg ngày 05 tháng 3 năm 2024", False),
        (
            "số 15/QĐ-UBND ngày 05/3/2024 của UBND tỉnh",
            "số 15/QĐ-UBND ngày 07/3/2024 của UBND xã",
            False,
        ),
        ("số 15/QĐ-UBND ngày 05/3/2024", "số 15/QĐ-UBND ngày 07/3/2024", False),
        (
            "số 15/QĐ-UBND ngày 05/3/2024 của UBND tỉnh",
            "số 15/QĐ-UBND ngày 07/3/2024 của UBND tỉnh",
            True,
        ),
    ],
)
def test_two_dates(check: Check, first: str, second: str, found: bool) -> None:
    report = check(both(f"Quyết định {first}", f"Quyết định {second}"))
    assert [rule for rule, _ in told(report)] == ["two-dates"] * found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("UBND tỉnh Thái Nguyên", "Ủy ban nhân dân tỉnh Bắc Ninh", True),
        ("UBND tỉnh", "UBND xã", True),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Bắc Ninh", False),
        ("UBND Thành phố", "Ủy ban nhân dân thành phố Hải Phòng", False),
        ("Chủ tịch UBND tỉnh", "UBND tỉnh", False),
        ("Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh", False),
        ("Sở Nội vụ", "Sở Tài chính", False),
    ],
)
def test_two_issuers(check: Check, first: str, second: str, found: bool) -> None:
    number = "Kế hoạch số 12/KH-UBND ngày 05/3/2026 của"
    report = check(both(f"{number} {first} về đê điều", f"{number} {second} về đê điều"))
    assert [rule for rule, _ in told(report)] == ["two-issuers"] * found
    other_day = check(both(f"{number} {first} về đê điều", f"{number} {second} về đê điều").replace("05/3", "06/3", 1))  # fmt: skip
    assert "two-issuers" not in [rule for rule, _ in told(other_day)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("của Bộ trưởng Bộ Tài chính", "của Bộ Tài chính"),
        ("của Bộ Tài chính", "của Bộ Nội vụ"),  # the number tells which is wrong: another rule
    ],
)
def test_central_issuers(check: Check, first: str, second: str) -> None:
    number = "Quyết định số 12/QĐ-BTC ngày 05/3/2026"
    assert told(check(both(f"{number} {first} về thuế", f"{number} {second} về thuế"))) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("về phòng, chống thiên tai năm 2026", "về tuyển quân năm 2026 của các xã miền núi", True),
        ("về phát triển hạ tầng số giai đoạn 2021-2025", "về phát triển hạ tầng số giai đoạn 2021 - 2030", True),
        ("về tăng cường quản lý đất đai ven biển", "về đẩy mạnh quản lý đất đai ven biển", True),
        ("về bảo đảm an toàn giao thông đường bộ", "về đảm bảo an toàn giao thông đường bộ", False),
        ("về việc phê duyệt Chiến lược hạ tầng số", "phê duyệt Chiến lược hạ tầng số", False),
        ("về Ban hành Quy chế làm việc của tỉnh", "ban hành quy chế làm việc của tỉnh", False),
        ("về quản lý đất đai ven biển", "về quản lý đất đai ven biển trên địa bàn xã", False),
        ("về phát triển KHCN và chuyển đổi số", "về phát triển khoa học công nghệ và chuyển đổi số", False),
        ("về phòng cháy chữa cháy rừng mùa khô", "về phòng, chống cháy rừng mùa khô", False),
    ],
)  # fmt: skip
def test_two_titles(check: Check, first: str, second: str, found: bool) -> None:
    report = check(both(f"{NUMBER} {first}", f"{NUMBER} {second}"))
    assert [rule for rule, _ in told(report)] == ["two-titles"] * found


def test_documents_of_two_terms_may_share_a_number(check: Check) -> None:
    first = (
        "Nghị quyết số 45-NQ/TW ngày 24/01/2019 của Bộ Chính trị về phát triển thành phố Hải Phòng"
    )
    second = "Nghị quyết số 45-NQ/TW ngày 24/11/2023 của Bộ Chính trị về xây dựng đội ngũ trí thức"
    assert told(check(both(first, second))) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Quy định số 178-QĐ/TW", "Quyết định số 178-QĐ/TW", True),
        ("Quy định số 178-QĐ/TW", "Quy định số 178-QĐ/TW", False),
        ("Luật số 57/2024/QH15", "Nghị quyết số 57/2024/QH15", True),
        ("Quyết định số 12/QĐ-UBND", "Quy chế số 12/QĐ-UBND", False),
    ],
)
def test_two_types(check: Check, first: str, second: str, found: bool) -> None:
    assert [rule for rule, _ in told(check(both(first, second)))] == ["two-types"] * found


WORDS = st.lists(
    st.sampled_from(
        [
            "phát",
            "triển",
            "hạ",
            "tầng",
            "nông",
            "thôn",
            "bền",
            "vững",
            "rừng",
            "biển",
            "đô",
            "thị",
            "vùng",
            "cao",
        ]
    ),
    min_size=5,
    max_size=14,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, st.data())
def test_a_title_cut_short_is_the_same(check: Check, words: list[str], data: st.DataObject) -> None:
    short = words[: data.draw(st.integers(1, len(words)))]
    report = check(both(f"{NUMBER} về {' '.join(words)}", f"{NUMBER} về {' '.join(short)}"))
    assert told(report) == []
