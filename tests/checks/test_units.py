"""Names of units: one standard for each, former agencies only where they act now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.document import Document
from checker.file_report import FileReport
from checker.linter import Linter
from checker.parsing import Grammar
from checker.reading import read_bytes
from tests.conftest import TWINS, twin

Check = Callable[..., FileReport]
Told = list[tuple[str, str]]

PLAN = """ỦY BAN NHÂN DÂN
XÃ TÂN LẬP

Số: 12/KH-UBND

Tân Lập, ngày {date}

KẾ HOẠCH
{title}

Ủy ban nhân dân xã Tân Lập ban hành Kế hoạch như sau:

I. NỘI DUNG
1. Tuyên truyền
{body}

Nơi nhận:
- Công an xã;
{recipients}- Lưu: VT.
"""


def plan(
    body: str,
    date: str = "05 tháng 3 năm 2026",
    title: str = "Tuyên truyền xã Tân Lập",
    recipients: str = "",
) -> str:
    return PLAN.format(body=body, date=date, title=title, recipients=recipients)


def told(report: FileReport) -> Told:
    return [(f.rule.partition("/")[2], f.text) for f in report.findings if f.group == "units"]


def levels(report: FileReport) -> set[str]:
    return {f.level for f in report.findings if f.group == "units"}


def test_each_of_three_rivals_is_told(check: Check) -> None:
    lines = [
        "* Đơn vị chủ trì: Trung tâm Dịch vụ tổng hợp xã.",
        "* Đơn vị phối hợp: Trung tâm Dịch vụ công; Trung tâm Dịch vụ sự nghiệp công xã Tân Lập.",
        "* Đơn vị thực hiện: Trung tâm Dịch vụ tổng hợp.",
    ]
    assert told(check(plan("\n".join(lines)))) == [
        ("rival-names", "Trung tâm Dịch vụ công"),
        ("rival-names", "Trung tâm Dịch vụ sự nghiệp công"),
    ]


def test_the_official_name_beats_the_majority(check: Check) -> None:
    wrong = "* Đơn vị phối hợp: Phòng Văn hóa và Xã hội.\n"
    body = wrong * 3 + "* Đơn vị chủ trì: Phòng Văn hóa - Xã hội."
    assert told(check(plan(body))) == [("variant-name", "Phòng Văn hóa và Xã hội")] * 3


def test_the_capitals_of_the_law_beat_the_majority(check: Check) -> None:
    wrong = "* Đơn vị phối hợp: Trung tâm văn hóa cộng đồng xã.\n"
    report = check(plan(wrong * 3 + "* Đơn vị chủ trì: Trung tâm Văn hóa cộng đồng xã."))
    assert told(report) == [("capitals", "Trung tâm văn hóa cộng đồng")]
    (finding,) = (f for f in report.findings if f.group == "units")
    assert finding.suggestions == ("Trung tâm Văn hóa cộng đồng",)
    assert len(finding.related) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanh tra tình hình thực hiện; xây dựng Đảng đoàn kết, vững mạnh.",
        "Sở Tài chính, Y tế; các Sở: Nội vụ, Tư pháp; Phòng, chống dịch; Ban Tổ chức hội thi.",
        "Sở Văn hóa và Thể thao; Phòng Văn hóa, Ban Giám khảo; VP. Tỉnh ủy; Trạm y tế.",
    ],
)
def test_words_that_are_no_faulty_names(check: Check, sentence: str) -> None:
    assert told(check(plan(sentence))) == []


@pytest.mark.parametrize("name", ["Ban Chỉ huy quân sự", "Ban Chỉ huy Quân sự"])
def test_either_writing_that_the_register_accepts(check: Check, name: str) -> None:
    assert told(check(plan(f"* Đơn vị chủ trì: {name} xã.\n* Đơn vị phối hợp: {name}."))) == []


def test_short_forms_do_not_hide_wrong_capitals(check: Check) -> None:
    body = (
        "* Đơn vị chủ trì: Ủy ban MTTQ Việt Nam xã.\n"
        "* Đơn vị phối hợp: Ủy ban mặt trận Tổ quốc Việt Nam xã; Ban chỉ huy Quân sự; Ban CHQS xã."
    )
    assert told(check(plan(body))) == [
        ("capitals", "Ủy ban mặt trận Tổ quốc Việt Nam"),
        ("capitals", "Ban chỉ huy Quân sự"),
    ]


def test_short_forms_are_the_same_unit(read: Callable[[str], Document], check: Check) -> None:
    body = (
        "* Đơn vị chủ trì: Phòng Văn hóa - Xã hội.\n"
        "* Đơn vị phối hợp: phòng VH-XH; P. VHXH; P.VH-XH; Phòng VHXH; TTPVHCC;"
        " Trung tâm Hành chính công; Trung tâm Phục vụ hành chính công; Sở VH,TT&DL;"
        " Sở Văn hóa, Thể thao và Du lịch; Mặt trận Tổ quốc xã; Ủy ban MTTQ Việt Nam xã."
    )
    text = plan(body)
    assert told(check(text)) == []
    counts: dict[str, int] = {}
    for unit in read(text).units:
        counts[unit.name] = counts.get(unit.name, 0) + 1
    assert sorted(counts.values()) == [1, 2, 2, 3, 5]


def test_a_unit_of_the_register_is_found_in_prose(read: Callable[[str], Document]) -> None:
    document = read(plan("Phối hợp với Sở NN&MT, Bộ Công Thương và Công an xã; sở y tế, cơ sở."))
    found = [unit.mention.text for unit in document.units if not unit.role]
    assert found == ["Sở NN&MT", "Bộ Công Thương", "Công an"]


def test_names_of_the_office_are_official(linter: Linter, grammar: Grammar) -> None:
    names = grammar.unit_names.with_own(
        ["Văn phòng HĐND - UBND", "Trung tâm Dịch vụ công", "Phòng Kinh tế"]
    )
    forms = names.agencies.forms
    assert forms[names.key("VP HĐND-UBND xã")].writings[0] == "Văn phòng HĐND - UBND"
    office = names.agencies.of(" ".join(names.key("Trung tâm Dịch vụ công")))
    assert office is not None
    assert office.own
    kept = grammar.unit_names.agencies
    assert kept.forms[names.key("Văn phòng HĐND và UBND")].writings[0].startswith("Văn phòng Hội")
    economy = names.agencies.of("phong kinh tê")
    assert economy is not None
    assert economy.places == ()


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Theo hướng dẫn của Sở Thông tin và Truyền thông.", ["Sở Thông tin và Truyền thông"]),
        ("Phối hợp với Sở TT&TT, Sở Y tế.", ["Sở TT&TT"]),
        ("Thực hiện Thông tư số 05/2020/TT-BTTTT của Bộ Thông tin và Truyền thông.", []),
        ("Thực hiện Quyết định số 12/QĐ-BTNMT ngày 05/3/2019 của Bộ TN&MT, Bộ KH&ĐT.", []),
        (
            "Thực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2026 của UBND tỉnh, đề nghị Sở TT&TT giúp.",
            ["Sở TT&TT"],
        ),
        ("Theo “Sổ tay của Bộ Tài nguyên và Môi trường” về rác thải.", []),
        ("Sở Tài chính (trước đây là Sở Kế hoạch và Đầu tư) thẩm định.", []),
        ("Bộ Kế hoạch và Đầu tư (nay là Bộ Tài chính) hướng dẫn.", []),
        ("Giai đoạn 2016 - 2020, Sở Giao thông vận tải quản lý 12 tuyến đường.", []),
        ("Bộ Thông tin và Truyền thông đã ban hành bộ tài liệu.", []),
        ("Đồng chí nguyên Giám đốc Sở Thông tin và Truyền thông dự họp.", []),
        (
            "Báo cáo UBND huyện, Huyện ủy và Phòng Nội vụ huyện.",
            ["UBND huyện", "Huyện ủy", "Phòng Nội vụ huyện"],
        ),
        ("Đề nghị UBND các huyện, thị xã, thành phố phối hợp.", ["UBND các huyện, thị xã"]),
        ("Quyết định số 12/2019/QĐ-UBND của UBND huyện Bắc Sơn.", []),
        ("Nghị quyết của Huyện ủy về giảm nghèo; trụ sở UBND huyện; hồ sơ của UBND quận.", []),
        ("Trung tâm Y tế huyện, Trường THPT thị trấn Đu, Công an quân khu, chỉ huy quân sự.", []),
    ],
)
def test_former_agencies_in_context(check: Check, sentence: str, found: list[str]) -> None:
    report = check(plan(sentence))
    assert [text for _, text in told(report)] == found
    assert levels(report) <= {"warning"}


@pytest.mark.parametrize(
    ("date", "title", "silent"),
    [
        ("05 tháng 3 năm 2026", "Tuyên truyền xã Tân Lập", False),
        ("   tháng   năm 2026", "Tuyên truyền xã Tân Lập", False),
        ("   tháng   năm 2025", "Tuyên truyền xã Tân Lập", True),
        ("28 tháng 2 năm 2025", "Tuyên truyền xã Tân Lập", True),
        ("   tháng   năm   ", "Tuyên truyền xã Tân Lập năm 2026", False),
        ("   tháng   năm   ", "Tuyên truyền xã Tân Lập giai đoạn 2021 - 2025", True),
        ("05 tháng 3 năm 2026", "Sáp nhập các thôn xã Tân Lập", True),
    ],
)
def test_the_time_of_the_document_counts(check: Check, date: str, title: str, silent: bool) -> None:
    text = plan("* Đơn vị chủ trì: Sở Giao thông vận tải.", date, title, "- UBND huyện;\n")
    wanted = [("former-agency", "Sở Giao thông vận tải"), ("district-agency", "UBND huyện")]
    report = check(text)
    assert told(report) == ([] if silent else wanted)
    assert levels(report) <= {"error"}


def test_without_a_time_nothing_is_an_error(check: Check) -> None:
    text = plan("* Đơn vị chủ trì: Sở TT&TT.", "   tháng   năm   ", recipients="- UBND huyện;\n")
    report = check(text)
    assert [rule for rule, _ in told(report)] == [
        "former-agency-mentioned",
        "district-agency-mentioned",
    ]
    assert levels(report) == {"warning"}


def test_a_ministry_split_among_several_has_no_suggestion(check: Check) -> None:
    report = check(plan("* Đơn vị chủ trì: Sở TT&TT; Sở KH&ĐT."))
    found = [f for f in report.findings if f.group == "units"]
    assert [f.suggestions for f in found] == [(), ("Sở Tài chính",)]
    assert "Sở Khoa học và Công nghệ" in found[0].message
    assert "01/3/2025" in found[0].message


@pytest.mark.parametrize("name", TWINS)
def test_units_of_the_twins_are_silent(check: Check, name: str) -> None:
    assert levels(check(twin(name))) <= {"info"}


@pytest.mark.parametrize(("year", "count"), [("2022", 0), ("2026", 1)])
def test_a_row_tells_when_its_agency_was(check: Check, year: str, count: int) -> None:
    text = f"""{twin("nhi-chieu")}
PHỤ LỤC

| STT | Số, ký hiệu | Ngày ban hành | Cơ quan ban hành |
|---|---|---|---|
| 1 | 08/QĐ-UBND | 25/11/{year} | UBND thị xã Kinh Môn |
"""
    found = [f for f in check(text).findings if "district-agency" in f.rule]
    assert len(found) == count


def test_a_long_line_takes_no_longer_than_it_should(linter: Linter) -> None:
    text = "UBND huyện, Phòng Nội vụ, số 12/QĐ-UBND của Sở Giao thông vận tải và " * 2_500
    report = linter.check(read_bytes(text.encode(), "text.txt"), "draft")
    assert report.error is None
