"""What a superior's plan asks of communes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.corpus.extracting import facts_of
from checker.corpus.store import Corpus
from checker.corpus.superior.requirements import (
    PLAN,
    REPORT,
    TASK,
    Asked,
    deadline,
    find_asked,
    title_of,
)
from checker.parsing import Grammar, parse
from checker.reading import read_bytes, read_file
from tests.conftest import FIXTURES

HEAD = """ỦY BAN NHÂN DÂN
TỈNH NINH BÌNH
Số: 31/KH-UBND
Ninh Bình, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Phát triển cây xanh đô thị năm 2026
I. MỤC ĐÍCH
1. Các xã, phường nâng cao trách nhiệm trong chăm sóc cây xanh.
"""


@pytest.fixture(scope="module")
def asked(grammar: Grammar) -> Callable[[str], tuple[Asked, ...]]:
    def run(body: str) -> tuple[Asked, ...]:
        source = read_bytes((HEAD + body).encode(), "above.txt")
        return find_asked(Corpus.of([], [facts_of(parse(source, grammar), grammar)]))

    return run


Ask = Callable[[str], tuple[Asked, ...]]


def test_seed_asks_six_things(grammar: Grammar) -> None:
    path = FIXTURES / "seeds" / "ban-tuyen-giao-hai-phong.txt"
    seed = facts_of(parse(read_file(str(path)), grammar), grammar)
    found = find_asked(Corpus.of([], [seed]))
    assert [(one.spot.line, one.spot.section, one.kind) for one in found] == [
        (146, "III.8", TASK),
        (148, "III.8", TASK),
        (150, "III.8", TASK),
        (154, "IV", PLAN),
        (158, "IV", TASK),
        (160, "IV", REPORT),
    ]
    assert all(len(one.title) <= 90 for one in found)


@pytest.mark.parametrize(
    "heading",
    [
        "Ủy ban nhân dân các xã, phường",
        "UBND cấp xã",
        "UBND các xã/phường:",
        "Các đảng ủy xã, phường, đặc khu",
        "Các địa phương",
        "Các sở, ban, ngành, UBND các xã, phường",
        "Đề nghị Ủy ban nhân dân các xã, phường, đặc khu",
        "Trách nhiệm của UBND các xã, phường",
    ],
)
def test_section_for_communes_asks(asked: Ask, heading: str) -> None:
    body = f"II. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng\na) Cấp cây giống cho các xã, phường.\n2. {heading}\na) Trồng mới cây xanh dọc các tuyến đường trục chính.\n"
    assert [one.title for one in asked(body)] == [
        "Trồng mới cây xanh dọc các tuyến đường trục chính"
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Sở Xây dựng chủ trì, phối hợp với UBND các xã, phường",
        "Công an tỉnh",
        "Tăng cường phối hợp giữa các sở, ngành và các địa phương",
    ],
)
def test_section_for_others_asks_nothing(asked: Ask, heading: str) -> None:
    body = f"II. TỔ CHỨC THỰC HIỆN\n1. {heading}\na) Trồng mới cây xanh dọc các tuyến đường trục chính.\n"
    assert asked(body) == ()


def test_sentence_to_communes_asks_and_one_about_them_does_not(asked: Ask) -> None:
    body = (
        "II. TỔ CHỨC THỰC HIỆN\n"
        "Căn cứ Kế hoạch này, các sở, ngành, địa phương xây dựng kế hoạch trước ngày 15/3/2026.\n"
        "Sở Xây dựng phối hợp với các cơ quan, đơn vị, địa phương tổ chức kiểm tra cây nguy hiểm.\n"
        "Định kỳ hằng quý, UBND các xã, phường báo cáo kết quả về Sở Xây dựng.\n"
    )
    assert [(one.kind, one.deadline) for one in asked(body)] == [(PLAN, "2026-03-15"), (REPORT, "")]


def test_task_that_communes_only_support_is_not_theirs_to_lead(asked: Ask) -> None:
    body = (
        "II. NỘI DUNG\n"
        "1. Cắt tỉa cây trước mùa mưa bão\n"
        "- Cơ quan chủ trì: Sở Xây dựng.\n"
        "- Cơ quan phối hợp: UBND các xã, phường.\n"
        "2. Lập sổ theo dõi cây cổ thụ\n"
        "- Cơ quan chủ trì: UBND các xã, phường.\n"
        "- Cơ quan phối hợp: Sở Xây dựng.\n"
        "- Thời gian thực hiện: trước ngày 30/9/2026.\n"
    )
    assert [(one.title, one.lead, one.deadline) for one in asked(body)] == [
        ("Cắt tỉa cây trước mùa mưa bão", False, ""),
        ("Lập sổ theo dõi cây cổ thụ", True, "2026-09-30"),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("a) Lập danh sách; báo cáo.", "Lập danh sách; báo cáo"),
        ("b) Lập danh sách hộ nuôi chó; ký cam kết.", "Lập danh sách hộ nuôi chó"),
        ("- Rà soát, cắm biển cảnh báo tại các điểm.", "Rà soát, cắm biển cảnh báo tại các điểm"),
    ],
)
def test_title_is_the_first_clause(text: str, title: str) -> None:
    assert title_of(text) == title


def test_long_title_is_cut_at_a_word() -> None:
    title = title_of("Tuyên truyền " + "sâu rộng " * 20)
    assert len(title) <= 90
    assert title.endswith(("sâu…", "rộng…"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hoàn thành trước ngày 31/3/2026", "2026-03-31"),
        ("chậm nhất ngày 05 tháng 4 năm 2026", "2026-04-05"),
        ("theo Quyết định số 5/QĐ-TTg ngày 02/01/2026", ""),
        ("tổ chức ngày 26/3/2026", ""),
    ],
)
def test_deadline_is_a_day_by_which(text: str, day: str) -> None:
    assert deadline(text) == day


def test_what_communes_only_take_part_in_is_not_theirs_to_lead(asked: Ask) -> None:
    body = (
        "II. TỔ CHỨC THỰC HIỆN\n"
        "1. UBND các xã, phường\n"
        "a) Chủ động phối hợp với Sở Xây dựng kiểm đếm cây cổ thụ ven đường.\n"
        "b) Trồng mới cây xanh dọc các tuyến đường trục chính.\n"
        "c) Tổ chức thực hiện một số việc trọng tâm như sau:\n"
    )
    assert [(one.title, one.lead) for one in asked(body)] == [
        ("Chủ động phối hợp với Sở Xây dựng kiểm đếm cây cổ thụ ven đường", False),
        ("Trồng mới cây xanh dọc các tuyến đường trục chính", True),
    ]


def test_communes_at_the_end_of_a_sentence_are_asked_for_nothing(asked: Ask) -> None:
    body = (
        "II. TỔ CHỨC THỰC HIỆN\n"
        "Người đứng đầu chịu trách nhiệm nếu để cây đổ tại cơ quan, các địa phương, quản lý.\n"
    )
    assert asked(body) == ()
