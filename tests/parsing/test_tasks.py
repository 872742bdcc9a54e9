"""Tasks and units, however a plan writes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.document import Document
from checker.parsing import Grammar
from checker.parsing.units import list_names
from checker.text.part import Part
from tests.conftest import seed

Read = Callable[[str], Document]


def told(document: Document) -> list[tuple[str, str, str, str]]:
    return [
        (task.path, task.lead.text, task.support.text, task.time.text) for task in document.tasks
    ]


@pytest.mark.parametrize("marker", ["* ", "- ", "+ ", ""])
def test_task_by_fields(read: Read, marker: str) -> None:
    document = read(
        f"I. NỘI DUNG\n1. Tuyên truyền\n- Phát thanh.\n{marker}Đơn vị chủ trì: Công an xã.\n"
        f"{marker}Cơ quan phối hợp: Phòng Kinh tế.\n{marker}Thời gian thực hiện: Quý I.\n"
    )
    assert told(document) == [("I.1", "Công an xã.", "Phòng Kinh tế.", "Quý I.")]


def test_several_tasks_in_one_item(read: Read) -> None:
    document = read(
        "I. NỘI DUNG\n1. Nâng cao năng lực\n- Tập huấn.\nĐơn vị chủ trì: Sở Nội vụ.\n"
        "Thời gian: Quý I.\n- Kiểm tra.\nĐơn vị chủ trì: Sở Tư pháp.\nThời gian: Quý II.\n"
    )
    assert [(lead, time) for _, lead, _, time in told(document)] == [
        ("Sở Nội vụ.", "Quý I."),
        ("Sở Tư pháp.", "Quý II."),
    ]


def test_lead_units_listed_below_an_open_label(read: Read) -> None:
    document = read(
        "I. NỘI DUNG\n1. Tuyên truyền\n* Đơn vị chủ trì:\n- Công an xã;\n- Phòng Kinh tế.\n"
    )
    lead = document.tasks[0].lead
    assert lead.text.split() == ["Công", "an", "xã;;", "Phòng", "Kinh", "tế."]
    assert lead.text.index("Phòng") + lead.start == document.text.index("Phòng")


@pytest.mark.parametrize(
    ("sentence", "lead", "support"),
    [
        (
            "Giao Văn phòng HĐND và UBND xã chủ trì, phối hợp với các đơn vị liên quan, đôn đốc.",
            "Văn phòng HĐND và UBND xã",
            "các đơn vị liên quan",
        ),
        (
            "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu UBND tỉnh.",
            "Sở Nội vụ",
            "Sở Tài chính",
        ),
        ("Trên cơ sở dự toán, giao Phòng Kinh tế thẩm định, trình Chủ tịch.", "Phòng Kinh tế", ""),
    ],
)
def test_task_by_sentence(read: Read, sentence: str, lead: str, support: str) -> None:
    (task,) = read(f"I. TỔ CHỨC\n1. {sentence}\n").tasks
    assert (task.form, task.lead.text, task.support.text) == ("sentence", lead, support)


def test_task_by_section(read: Read) -> None:
    document = read(seed("ban-tuyen-giao-hai-phong"))
    sections = [task.lead.text for task in document.tasks if task.form == "section"]
    assert sections == [
        "Ban Tuyên giáo và Dân vận Thành ủy",
        "Đảng ủy Ủy ban nhân dân thành phố",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Ngoại vụ",
        "Công an thành phố, Bộ Chỉ huy Quân sự thành phố",
        "Các cơ quan báo chí thành phố, Cổng Thông tin điện tử thành phố",
        "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội thành phố",
        "Các đảng ủy xã, phường, đặc khu, đảng ủy trực thuộc Thành ủy",
    ]


def test_heading_with_unit_and_text_on_one_line(read: Read) -> None:
    document = read("V. TỔ CHỨC THỰC HIỆN\n1. Đề nghị Ủy ban MTTQ xã: Vận động hội viên.\n")
    assert [task.lead.text for task in document.tasks] == ["Ủy ban MTTQ xã"]


def test_seed_has_its_ten_tasks(read: Read) -> None:
    document = read(seed("nhi-chieu"))
    assert [task.path for task in document.tasks] == [
        "II.1",
        "II.2",
        "II.3.1",
        "II.3.2",
        "II.4.1",
        "II.4.2",
        "II.4.3.a",
        "II.4.3.b",
        "III.1",
        "III.2",
    ]
    assert all(task.lead for task in document.tasks)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "Phòng Văn hóa - Xã hội ; Ủy ban MTTQ phường và các tổ dân phố.",
            ["Phòng Văn hóa - Xã hội", "Ủy ban MTTQ phường", "các tổ dân phố"],
        ),
        ("Sở Văn hóa, Thể thao và Du lịch;", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Văn phòng HĐND và UBND xã, Công an xã.", ["Văn phòng HĐND và UBND xã", "Công an xã"]),
        ("- Công an tỉnh; Bộ Chỉ huy quân sự tỉnh;", ["Công an tỉnh", "Bộ Chỉ huy quân sự tỉnh"]),
        ("- Bộ Tư pháp (b/c);", ["Bộ Tư pháp"]),
    ],
)
def test_lists_of_units_are_cut_where_units_begin(
    grammar: Grammar, text: str, units: list[str]
) -> None:
    found = list_names(Part(text, 100, 100 + len(text)), grammar.unit_names)
    assert [unit.text for unit in found] == units
    assert all(text[unit.start - 100 : unit.end - 100] == unit.text for unit in found)


def test_units_are_found_in_prose_by_the_names_that_lists_give(read: Read) -> None:
    document = read(
        "I. NỘI DUNG\n* Đơn vị chủ trì: Văn phòng HĐND và UBND xã.\n"
        "* Đơn vị phối hợp: Sở Tài chính; Quỹ Tín dụng.\n"
        "1. Phản ánh về văn phòng HĐND-UBND xã; cơ sở tài chính; quỹ tín dụng đen.\n"
    )
    mentions = [unit.mention.text for unit in document.units]
    assert mentions == [
        "Văn phòng HĐND và UBND",
        "Sở Tài chính",
        "Quỹ Tín dụng",
        "văn phòng HĐND-UBND",
    ]


@pytest.mark.parametrize(
    ("line", "lead", "support"),
    [
        ("Phòng chủ trì: Phòng Kinh tế", "Phòng Kinh tế", ""),
        ("Trách nhiệm thực hiện: Phòng Kinh tế", "Phòng Kinh tế", ""),
        ("Cơ quan, đơn vị chủ trì, thực hiện: Phòng Kinh tế", "Phòng Kinh tế", ""),
        ("Người chủ trì: Ông Lê A", "Ông Lê A", ""),
        (
            "Phân công: Phòng Kinh tế chủ trì, phối hợp với Công an xã",
            "Phòng Kinh tế",
            "Công an xã",
        ),
        ("Chủ trì: Phòng Kinh tế; phối hợp: Công an xã", "Phòng Kinh tế", "Công an xã"),
        ("Đơn vị chủ trì: ...", "", ""),
    ],
)
def test_labels_of_the_lead_unit(read: Read, line: str, lead: str, support: str) -> None:
    document = read(f"I. NỘI DUNG\n1. Tuyên truyền\n- {line}\n- Thời gian: Quý I\n")
    assert told(document) == [("I.1", lead, support, "Quý I")]


@pytest.mark.parametrize(
    "heading", ["Tổ chức học tập, quán triệt", "Báo cáo kết quả", "Phòng, chống dịch bệnh"]
)
def test_headings_that_only_begin_like_a_unit(read: Read, heading: str) -> None:
    document = read(f"I. TỔ CHỨC THỰC HIỆN\n1. {heading}\n- Theo dõi.\n")
    assert not document.tasks
