"""Who leads and helps, and by when: beyond the examples of the rules."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.file_report import FileReport
from tests.conftest import seed

LINES = seed("nhi-chieu").split("\n")
LEADS = [
    number
    for number, line in enumerate(LINES)
    if line.startswith(("* Đơn vị chủ trì", "* Đơn vị thực hiện"))
]


def test_seed_has_eight_lead_lines() -> None:
    assert len(LEADS) == 8


@pytest.mark.parametrize("number", LEADS)
def test_any_lead_line_taken_out_is_missed_at_its_task(
    check: Callable[..., FileReport], number: int
) -> None:
    lines = list(LINES)
    lines[number] = ""
    found = check("\n".join(lines)).findings
    (finding,) = [f for f in found if f.group == "assignment" and f.level != "info"]
    assert finding.rule == "assignment/lead-unit"
    # the place is the line of the helpers, before which the lead stood
    assert lines[finding.place.line - 1].startswith("* Đơn vị phối hợp")
    assert finding.place.line - 1 - number <= 2
    assert finding.section in finding.message


PLAN = "KẾ HOẠCH\nTuyên truyền năm 2026\n\nI. NỘI DUNG\n"


def told(report: FileReport) -> list[tuple[str, str]]:
    return [(f.rule.split("/")[1], f.text) for f in report.findings if f.group == "assignment"]


@pytest.mark.parametrize(
    ("lead", "rule", "text"),
    [
        ("Công an, Ban CHQS xã", "two-leads", "Công an, Ban CHQS xã"),
        ("Ủy ban MTTQ xã, các hội và Hội Nông dân", "two-leads", ...),
        ("Trường Mầm non A và Trường Tiểu học B", "two-leads", ...),
        ("Công an xã và Ban CHQS xã cùng chủ trì", "", ""),
        ("Phòng Kinh tế hoặc Phòng Kinh tế, Hạ tầng và Đô thị", "", ""),
        ("Công an xã; Công an xã", "", ""),
        ("Báo và Đài Phát thanh, Truyền hình tỉnh", "", ""),
        ("Đồng chí Nguyễn Văn An, Trưởng phòng Kinh tế", "", ""),
        ("Sở Tư pháp, theo chức năng, Sở Nội vụ", "", ""),
        ("Cơ quan có liên quan", "vague-lead", "Cơ quan có liên quan"),
        ("Tất cả các phòng, ban, đơn vị", "vague-lead", ...),
        ("Các cơ quan, đơn vị theo quy định", "group-lead", ...),
        ("Các thôn", "", ""),
    ],
)
def test_who_leads(check: Callable[..., FileReport], lead: str, rule: str, text: str) -> None:
    report = check(f"{PLAN}1. Tuần tra\n- Đơn vị chủ trì: {lead}.\n- Thời gian: Quý I.\n")
    assert told(report) == ([(rule, lead if text is ... else text)] if rule else [])


def test_leads_listed_below_an_open_label(check: Callable[..., FileReport]) -> None:
    report = check(
        f"{PLAN}1. Tuần tra\n* Đơn vị chủ trì:\n- Công an xã;\n- Phòng Kinh tế.\n"
        "* Đơn vị phối hợp:\n- Các thôn;\n- Phòng Kinh tế xã.\n* Thời gian: Quý I.\n"
    )
    assert told(report) == [
        ("two-leads", "Công an xã;\n- Phòng Kinh tế"),
        ("lead-supports", "Phòng Kinh tế xã"),
    ]


def test_two_bodies_of_a_law_may_lead_each_its_own_part(check: Callable[..., FileReport]) -> None:
    body = "Điều 1. Trách nhiệm\n1. Bộ Quốc phòng, Bộ Công an chủ trì, phối hợp với Bộ Y tế.\n"
    assert told(check(f"THÔNG TƯ\nVề phòng dịch\n\n{body}")) == []
    assert told(check(f"KẾ HOẠCH\nVề phòng dịch\n\n{body}")) != []


def test_a_second_clause_names_the_helpers_of_another(check: Callable[..., FileReport]) -> None:
    text = "1. Công an xã chủ trì tuần tra. Các thôn phối hợp với Công an xã thực hiện.\n"
    assert told(check(PLAN + text)) == []


TASKS = "".join(
    f"{number}. {work}\n- Đơn vị chủ trì: Công an xã.\n"
    for number, work in enumerate(("Tuần tra", "Tập huấn", "Kiểm tra"), 1)
)


@pytest.mark.parametrize(
    "told_when",
    [
        "II. LỘ TRÌNH THỰC HIỆN\n1. Ra quân.\n",
        "II. TỔ CHỨC\n- Thời gian: từ tháng 3.\n",
        "II. TỔ CHỨC\n| Thời gian | Nội dung |\n|---|---|\n| Quý I | Tuần tra |\n",
    ],
)
def test_a_plan_may_say_when_in_one_place(check: Callable[..., FileReport], told_when: str) -> None:
    assert told(check(PLAN + TASKS)) == [("no-times", "")]
    assert told(check(PLAN + TASKS + told_when)) == []


def test_targets_need_no_time(check: Callable[..., FileReport]) -> None:
    rows = "".join(f"| Tỷ lệ {number}% | Công an xã |\n" for number in range(3))
    for heading, rules in (("Chỉ tiêu", []), ("Nhiệm vụ", [("no-times", "")])):
        table = f"| {heading} | Chủ trì |\n|---|---|\n{rows}"
        assert told(check(PLAN + table)) == rules


def test_labels_are_told_once_with_all_places(check: Callable[..., FileReport]) -> None:
    lines = [f"{n}. Việc\n- Đơn vị chủ trì: Công an xã.\n- Thời gian: Quý I.\n" for n in (1, 2, 3)]
    lines += [line.replace("Đơn vị", "Cơ quan").replace("3.", "4.") for line in lines[2:]]
    lines += [line.replace("chủ trì", "thực hiện").replace("4.", "5.") for line in lines[3:]]
    (finding,) = [f for f in check(PLAN + "".join(lines)).findings if f.group == "assignment"]
    assert finding.text == "Cơ quan chủ trì"
    assert finding.suggestions == ("Đơn vị chủ trì",)
    assert len(finding.related) == 1
