"""The superior's document in the opening: whose it may be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.file_report import FileReport
from tests.conftest import TWINS, twin

Check = Callable[..., FileReport]


def told(report: FileReport) -> list[tuple[str, tuple[str, ...]]]:
    return [(f.text, f.suggestions) for f in report.findings if f.rule == "citation/superior-plan"]


def with_superior(name: str, own: str, other: str) -> str:
    text = twin(name)
    assert own in text
    return text.replace(own, other, 1)


@pytest.mark.parametrize("name", TWINS)
def test_twins(check: Check, name: str) -> None:
    assert told(check(twin(name))) == []


@pytest.mark.parametrize(
    ("issuer", "found"),
    [
        ("Ủy ban nhân dân tỉnh Nghệ An", [("tỉnh Nghệ An", ("thành phố Hải Phòng",))]),
        ("UBND thành phố Hà Nội", [("thành phố Hà Nội", ("thành phố Hải Phòng",))]),
        ("UBND huyện Đại Từ", [("huyện Đại Từ", ())]),
        ("UBND xã Bình Thành", [("xã Bình Thành", ())]),
        ("Ban Thường vụ Tỉnh ủy Thái Nguyên", [("Thái Nguyên", ("Hải Phòng",))]),
        ("Sở Ngoại vụ tỉnh Nghệ An", [("tỉnh Nghệ An", ("thành phố Hải Phòng",))]),
        ("Công ty Truyền thông tỉnh Nghệ An", []),
        ("UBND tỉnh Hải Dương", []),
        ("UBND thị xã Kinh Môn", []),
        ("UBND phường Phú Thứ", []),
        ("UBND phường Nhị Chiểu", []),
        ("UBND thành phố", []),
        ("Thành ủy Hải Phòng", []),
        ("Bộ Ngoại giao", []),
        ("UBND xã Bình Thành và UBND phường Nhị Chiểu", []),
    ],
)
def test_whose_plan_a_ward_carries_out(
    check: Check, issuer: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    text = with_superior("nhi-chieu", "Ủy ban nhân dân thành phố Hải Phòng", issuer)
    assert told(check(text)) == found


def test_nothing_else_is_told_of_the_same_words(check: Check) -> None:
    text = with_superior(
        "nhi-chieu", "Ủy ban nhân dân thành phố Hải Phòng", "Ủy ban nhân dân tỉnh Nghệ An"
    )
    there = [f.rule for f in check(text).findings if "Nghệ An" in f.text]
    assert there == ["citation/superior-plan"]


def test_a_name_that_several_provinces_have_is_not_certain(check: Check) -> None:
    own = "Ủy ban nhân dân thành phố Hà Nội"
    assert told(check(with_superior("hung-dao", own, "UBND thành phố Hải Phòng"))) == []
    assert told(check(with_superior("hung-dao", own, "UBND tỉnh Nghệ An"))) != []


def test_experience_in_the_body_is_free(check: Check) -> None:
    text = twin("nhi-chieu")
    at = text.index("\n\n- ", text.index("\nI. ")) + 2
    cited = (
        "- Tham khảo Kế hoạch số 12/KH-UBND ngày 05/3/2026 của UBND tỉnh Nghệ An về đối ngoại.\n\n"
    )
    assert told(check(text[:at] + cited + text[at:])) == []


def test_documents_of_before_the_reform_are_left_alone(check: Check) -> None:
    text = with_superior(
        "nhi-chieu", "Ủy ban nhân dân thành phố Hải Phòng", "Ủy ban nhân dân tỉnh Nghệ An"
    )
    old = text.replace("tháng 4 năm 2026", "tháng 4 năm 2025", 1)
    assert old != text
    assert told(check(old)) == []
