"""The matrix of what a superior's plan asks and what the plans below it do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from checker import data
from checker.corpus.extracting import facts_of
from checker.corpus.records import Facts
from checker.corpus.store import Corpus
from checker.corpus.superior.coverage import (
    COVERED,
    MISSING,
    OUTSIDE,
    PARTLY,
    UNREAD,
    Coverage,
    cover,
)
from checker.parsing import Grammar, parse
from checker.reading import read_bytes, read_file
from tests.conftest import FIXTURES

Matrix = Callable[..., Coverage]

SUPERIOR = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HẢI PHÒNG
Số: {number}/KH-UBND
Hải Phòng, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
{title}
I. MỤC ĐÍCH
1. Nâng cao hiệu lực, hiệu quả quản lý nhà nước.
II. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Môi trường
Hướng dẫn các địa phương thực hiện Kế hoạch này.
2. Ủy ban nhân dân các xã, phường, đặc khu
{tasks}
"""
PLAN = """ỦY BAN NHÂN DÂN
{commune}
Số: {number}/KH-UBND
{place}, ngày 05 tháng 02 năm 2026
KẾ HOẠCH
{title}
{opening}
I. NỘI DUNG
{tasks}
II. TỔ CHỨC THỰC HIỆN
1. Giao Văn phòng HĐND và UBND theo dõi, đôn đốc việc thực hiện Kế hoạch.
"""

FLOODS = "Phòng, chống thiên tai và tìm kiếm cứu nạn năm 2026"
FLOOD_TASKS = (
    "a) Kiện toàn đội xung kích phòng, chống thiên tai; tổ chức diễn tập phương án sơ tán dân.",
    "b) Rà soát các khu vực ven sông có nguy cơ sạt lở; cắm biển cảnh báo tại điểm xung yếu.",
    "c) Dự trữ vật tư, lương thực, thuốc men theo phương châm “bốn tại chỗ”.",
    "d) Tuyên truyền kỹ năng ứng phó bão, lũ trên hệ thống truyền thanh cơ sở.",
)
SERVICES = "Nâng cao chất lượng dịch vụ công trực tuyến năm 2026"
SERVICE_TASKS = (
    "a) Duy trì tổ công nghệ số cộng đồng hỗ trợ người dân nộp hồ sơ trực tuyến.",
    "b) Số hóa kết quả giải quyết thủ tục hành chính; tái sử dụng dữ liệu số hóa khi tiếp nhận.",
    "c) Niêm yết mã QR tra cứu thủ tục tại bộ phận một cửa.",
)
WASTE = "Phân loại chất thải rắn sinh hoạt tại nguồn năm 2026"
WASTE_TASKS = (
    "a) Trang bị thùng rác ba ngăn tại nhà văn hóa, chợ dân sinh.",
    "b) Thu hồi pin, bóng đèn, dầu nhớt thải bỏ; hợp đồng với đơn vị xử lý chất thải nguy hại.",
    "c) Xử phạt hành vi đổ rác trộm ra lòng đường, kênh mương.",
)


@pytest.fixture(scope="module")
def facts(grammar: Grammar) -> Callable[[str, str], Facts]:
    return lambda name, text: facts_of(parse(read_bytes(text.encode(), name), grammar), grammar)


@pytest.fixture(scope="module")
def matrix(facts: Callable[[str, str], Facts]) -> Matrix:
    """The coverage of plans by name, each a text, under one superior's plan."""

    def run(superior: str, *plans: str) -> Coverage:
        below = [facts(f"{index}.txt", text) for index, text in enumerate(plans)]
        return cover(Corpus.of(below, [facts("above.txt", superior)]))

    return run


def superior(title: str, tasks: tuple[str, ...]) -> str:
    return SUPERIOR.format(number=45, title=title, tasks="\n".join(tasks))


def plan(title: str, *tasks: str, of: str = "Hải Phòng", commune: str = "Nhị Chiểu") -> str:
    opening = (
        f"Thực hiện Kế hoạch số 45/KH-UBND ngày 12/01/2026 của UBND thành phố {of} về "
        f"{title[0].lower()}{title[1:]}, UBND phường {commune} ban hành kế hoạch như sau:"
    )
    return PLAN.format(
        commune=f"PHƯỜNG {commune.upper()}",
        place=commune,
        number=7,
        title=title,
        opening=opening,
        tasks="\n".join(f"{number}. {task}" for number, task in enumerate(tasks, 1)),
    )


def states(coverage: Coverage, doc: int = 0) -> list[str]:
    return [one.state for one in coverage.covers[doc]]


@pytest.mark.parametrize(
    ("title", "asked", "tasks", "expected"),
    [
        (
            FLOODS,
            FLOOD_TASKS,
            (
                "Củng cố, kiện toàn đội xung kích phòng, chống thiên tai của phường.",
                "Cắm biển cảnh báo tại điểm xung yếu; rà soát khu vực ven sông dễ sạt lở.",
                "Đài truyền thanh phường phát tin, bài về kỹ năng ứng phó bão, lũ.",
            ),
            [PARTLY, COVERED, MISSING, COVERED],
        ),
        (
            SERVICES,
            SERVICE_TASKS,
            (
                "Tổ công nghệ số cộng đồng hỗ trợ nhân dân nộp hồ sơ trực tuyến tại nhà văn hóa.",
                "Số hóa kết quả giải quyết TTHC theo quy định.",
            ),
            [COVERED, PARTLY, MISSING],
        ),
        (
            WASTE,
            WASTE_TASKS,
            (
                "Tổ chức ký cam kết giữ gìn vệ sinh đường làng, ngõ xóm.",
                "Công an phường kiểm tra, xử phạt hành vi đổ rác trộm ra kênh mương, lòng đường.",
                "Đặt điểm thu hồi pin, bóng đèn, dầu nhớt thải bỏ tại trụ sở.",
            ),
            [MISSING, PARTLY, COVERED],
        ),
    ],
)
def test_states_are_those_of_a_reader(
    matrix: Matrix, title: str, asked: tuple[str, ...], tasks: tuple[str, ...], expected: list[str]
) -> None:
    assert states(matrix(superior(title, asked), plan(title, *tasks))) == expected


def test_all_tasks_are_found_in_a_plan_that_repeats_them(matrix: Matrix) -> None:
    for title, asked in ((FLOODS, FLOOD_TASKS), (SERVICES, SERVICE_TASKS), (WASTE, WASTE_TASKS)):
        tasks = [task[3:] for task in asked]
        found = matrix(superior(title, asked), plan(title, *tasks))
        assert states(found) == [COVERED] * len(asked)


def test_place_found_is_the_task_that_answers(matrix: Matrix) -> None:
    found = matrix(superior(WASTE, WASTE_TASKS), plan(WASTE, *[task[3:] for task in WASTE_TASKS]))
    lines = [cover.spots[0].line for cover in found.covers[0]]
    assert lines == [9, 10, 11]


def test_state_does_not_change_with_other_plans(matrix: Matrix) -> None:
    mine = plan(FLOODS, "Cắm biển cảnh báo tại điểm xung yếu ven sông có nguy cơ sạt lở.")
    others = [plan(FLOODS, *[task[3:] for task in FLOOD_TASKS], commune="An Biên")] * 5
    alone = matrix(superior(FLOODS, FLOOD_TASKS), mine)
    among = matrix(superior(FLOODS, FLOOD_TASKS), mine, *others)
    assert alone.covers[0] == among.covers[0]


def test_plan_of_another_province_or_matter_is_outside(matrix: Matrix) -> None:
    elsewhere = plan(FLOODS, FLOOD_TASKS[2][3:], of="Hà Nội", commune="Hồng Hà")
    found = matrix(superior(FLOODS, FLOOD_TASKS), elsewhere, plan(WASTE, WASTE_TASKS[0][3:]))
    assert found.left_out == {0: OUTSIDE}
    other = PLAN.format(
        commune="PHƯỜNG AN BIÊN",
        place="An Biên",
        number=9,
        title=WASTE,
        opening="UBND phường An Biên ban hành kế hoạch như sau:",
        tasks="1. Trang bị thùng rác.",
    )
    assert matrix(superior(FLOODS, FLOOD_TASKS), other).left_out == {0: OUTSIDE}


@pytest.mark.parametrize(
    ("asked", "task", "expected"),
    [
        (
            "a) Bố trí người gác chắn tại bến đò, kiểm tra áo phao trên thuyền chở khách.",
            "Kiểm tra áo phao trên thuyền chở khách qua sông.",
            PARTLY,
        ),
        (
            "a) Phổ biến kết quả đo độ mặn trên các phương tiện thông tin cho vùng nuôi ngao.",
            "Thông báo độ mặn hằng tuần.",
            PARTLY,
        ),
        (
            "a) Phổ biến kết quả đo độ mặn trên các phương tiện thông tin cho vùng nuôi ngao.",
            "Thông báo lịch trực.",
            MISSING,
        ),
        (
            "a) Báo cáo kết quả thực hiện về Sở Xây dựng trước ngày 30/11/2026.",
            "Giao Văn phòng tổng hợp, báo cáo Sở Xây dựng trước ngày 20/11/2026.",
            COVERED,
        ),
        (
            "a) Báo cáo kết quả thực hiện về Sở Xây dựng trước ngày 30/11/2026.",
            "Giao Văn phòng theo dõi, báo cáo Sở Tài chính trước ngày 20/11/2026.",
            PARTLY,
        ),
        (
            "a) Báo cáo kết quả thực hiện về Sở Xây dựng trước ngày 30/11/2026.",
            "Các thôn thông báo lịch trực bến đò.",
            MISSING,
        ),
    ],
)
def test_one_task_in_other_words(matrix: Matrix, asked: str, task: str, expected: str) -> None:
    title = "An toàn sông nước năm 2026"
    assert states(matrix(superior(title, (asked,)), plan(title, task))) == [expected]


def test_reports_and_appendices_are_not_in_the_matrix(matrix: Matrix) -> None:
    report = plan(FLOODS, FLOOD_TASKS[2][3:]).replace("KẾ HOẠCH\n", "BÁO CÁO\n")
    appendix = f"PHỤ LỤC\nDANH MỤC VẬT TƯ\n1. {FLOOD_TASKS[2][3:]}\n"
    found = matrix(superior(FLOODS, FLOOD_TASKS), report.replace("/KH-", "/BC-"), appendix)
    assert (found.covers, found.left_out) == ({}, {})


def test_plan_of_unknown_province_is_compared(matrix: Matrix) -> None:
    unknown = f"KẾ HOẠCH\n{FLOODS}\nI. NỘI DUNG\n1. Dự trữ vật tư, lương thực, thuốc men.\n"
    assert not matrix(superior(FLOODS, FLOOD_TASKS), unknown).left_out


def test_without_superior_there_is_nothing(facts: Callable[[str, str], Facts]) -> None:
    found = cover(Corpus.of([facts("a.txt", plan(WASTE, "Trang bị thùng rác."))]))
    assert found == Coverage((), {}, {})


def test_seeds_are_as_a_reader_says(grammar: Grammar) -> None:
    [expected] = data.load_yaml([FIXTURES / "coverage" / "seeds.yml"], None).values()
    seeds = FIXTURES / "seeds"
    above = seeds / expected["superior"]
    paths = [path for path in sorted(seeds.glob("*.txt")) if path != above]
    read = [facts_of(parse(read_file(str(path)), grammar), grammar) for path in (*paths, above)]
    corpus = Corpus.of(read[:-1], read[-1:])
    found, inside = cover(corpus, elsewhere=True), cover(corpus)
    named = {doc: path.name for doc, path in enumerate(paths)}
    assert {named[doc]: why for doc, why in inside.left_out.items()} == expected["left_out"]
    assert found.left_out == {paths.index(seeds / "thanh-mien.txt"): UNREAD}
    assert _told(found, named) == {
        (asked["line"], name, one["state"])
        for asked in expected["requirements"]
        for name, one in asked["plans"].items()
    }


def _told(found: Coverage, named: dict[int, str]) -> set[tuple[Any, ...]]:
    return {
        (asked.spot.line, named[doc], cover.state)
        for doc, covers in found.covers.items()
        for asked, cover in zip(found.requirements, covers, strict=True)
    }
