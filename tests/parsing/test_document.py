"""What the parser understands of header, title, bases, recipients, signature, regime and place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.document import Document
from checker.linter import Linter
from checker.reading import read_bytes
from tests.conftest import TWINS, seed, twin

Read = Callable[[str], Document]


@pytest.mark.parametrize("name", TWINS)
def test_twin_has_every_part(read: Read, name: str) -> None:
    document = read(twin(name))
    header = document.header
    assert header.issuer
    assert header.number.figure
    assert header.place_date.date
    assert document.type is not None
    assert document.type.state == "KH"
    assert document.title
    assert document.bases
    assert [section.path for section in document.sections if section.level == "section"][:2] == [
        "I",
        "II",
    ]
    assert document.recipients.archive
    assert document.signature.role
    assert document.signature.name
    assert document.closing or document.regime == "party"
    assert document.tasks


def test_parts_of_a_state_header(read: Read) -> None:
    header = read(twin("hung-dao")).header
    assert header.issuer.text == "ỦY BAN NHÂN DÂN XÃ HƯNG ĐẠO"
    assert not header.superior
    assert (header.number.figure, header.number.type_code, header.number.issuer_code) == (
        "27",
        "KH",
        "UBND",
    )
    assert header.place_date.place == "Hưng Đạo"
    assert str(header.place_date.date) == "2026-03-25"


def test_parts_of_a_party_header(read: Read) -> None:
    document = read(twin("ban-tuyen-giao-hai-phong"))
    header = document.header
    assert document.regime == "party"
    assert header.party_name
    assert header.superior.text == "THÀNH ỦY HẢI PHÒNG"
    assert header.issuer.text == "BAN TUYÊN GIÁO VÀ DÂN VẬN"
    assert (header.number.figure, header.number.type_code) == ("35", "KH")
    assert len(document.bases) == 2
    assert str(document.locality) == "thành phố Hải Phòng"


@pytest.mark.parametrize(
    ("line", "figure", "regime"),
    [
        ("Số: 138/KH-UBND", "138", "state"),
        ("Số:      /KH-UBND", "", "state"),
        ("Số: ……/QĐ-UBND", "", "state"),
        ("Số 04-KH/ĐU", "04", "party"),
        ("Số        -KH/ĐU", "", "party"),
        ("Số: 0125/CTr-UBND", "0125", "state"),
    ],
)
def test_number_line(read: Read, line: str, figure: str, regime: str) -> None:
    number = read(f"{line}\n\nKẾ HOẠCH\nTuyên truyền\n").header.number
    assert (number.text, number.figure, number.regime) == (line.strip(), figure, regime)


def test_department_is_not_taken_for_a_number(read: Read) -> None:
    header = read("UBND TỈNH HÀ TĨNH\nSỞ Y TẾ\n\nKẾ HOẠCH\nTuyên truyền\n").header
    assert (header.superior.text, header.issuer.text) == ("UBND TỈNH HÀ TĨNH", "SỞ Y TẾ")
    assert not header.number


@pytest.mark.parametrize(
    ("line", "blank"),
    [
        ("Bình Thành, ngày tháng 01 năm 2026", True),
        ("Bình Thành, ngày … tháng … năm 2026", True),
        ("Bình Thành, ngày 31 tháng 02 năm 2026", True),
        ("Thành phố Hồ Chí Minh, ngày 05 tháng 3 năm 2026", False),
    ],
)
def test_place_and_date(read: Read, line: str, blank: bool) -> None:
    place_date = read(f"{line}\n\nKẾ HOẠCH\nTuyên truyền\n").header.place_date
    assert place_date.text == line
    assert (place_date.date is None) is blank


def test_missing_parts_stand_where_they_should(read: Read) -> None:
    document = read("KẾ HOẠCH\nTuyên truyền\n\nI. MỤC ĐÍCH\nNâng cao nhận thức.\n")
    end = len(document.text)
    assert not document.header.number
    assert document.header.number.start == 0
    assert document.recipients.label.start == end
    assert document.signature.role.start == end
    assert not document.closing


def test_party_plan_of_2025_is_judged_by_the_older_guide(linter: Linter) -> None:
    text = twin("thanh-mien").replace("Số 04-KH/ĐU", "")
    findings = linter.check(read_bytes(text.encode(), "a.txt"), "draft").findings
    (finding,) = [one for one in findings if one.level != "info"]
    assert (finding.rule, finding.basis) == (
        "header/number",
        "Hướng dẫn 36-HD/VPTW, phần thể thức",
    )


def test_title_and_type_on_one_line(read: Read) -> None:
    document = read("KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2026\n\nI. MỤC ĐÍCH\n")
    assert document.type_line.text == "KẾ HOẠCH"
    assert document.title.text == "CHUYỂN ĐỔI SỐ NĂM 2026"


def test_title_that_begins_like_a_basis_is_the_title(read: Read) -> None:
    document = read(
        "KẾ HOẠCH\nThực hiện chuyển đổi số năm 2026\n\nCăn cứ Nghị quyết số 57-NQ/TW;\n\n"
        "Thực hiện Kế hoạch số 1/KH-UBND.\n\nI. MỤC ĐÍCH\n"
    )
    assert document.title.text == "Thực hiện chuyển đổi số năm 2026"
    assert len(document.bases) == 2


@pytest.mark.parametrize(
    ("text", "regime"),
    [
        ("Số: 1/KH-UBND\n\nKẾ HOẠCH\nA\n", "state"),
        ("Số 1-KH/ĐU\n\nKẾ HOẠCH\na\n", "party"),
        ("KẾ HOẠCH\nA\n\nNơi nhận:\n- Lưu: VT.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n", "party"),
        ("KẾ HOẠCH\nA\n\nUBND xã A ban hành Kế hoạch như sau:\n", "state"),
        ("KẾ HOẠCH\nA\n\nĐảng ủy xã A ban hành Kế hoạch như sau:\n", "party"),
        ("NGHỊ ĐỊNH\nQuy định chi tiết\n", "normative"),
        ("Số: 02/2026/NQ-HĐND\n\nNGHỊ QUYẾT\nQuy định mức chi\n", "normative"),
        ("Số: 02/NQ-HĐND\n\nNGHỊ QUYẾT\nVề kế hoạch\n", "state"),
        ("KẾ HOẠCH\nA\n", "unknown"),
    ],
)
def test_regime(read: Read, text: str, regime: str) -> None:
    assert read(text).regime == regime


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("nhi-chieu", "phường Nhị Chiểu"),
        ("hung-dao", "xã Hưng Đạo"),
        ("binh-thanh", "xã Bình Thành"),
        ("ban-tuyen-giao-hai-phong", "thành phố Hải Phòng"),
    ],
)
def test_own_place_of_the_seeds(read: Read, name: str, place: str) -> None:
    assert str(read(seed(name)).locality) == place


def test_appendix_after_the_signature_is_no_part_of_the_body(read: Read) -> None:
    text = twin("binh-thanh") + "\nPHỤ LỤC I\n\nDANH MỤC NHIỆM VỤ\n\nI. NHÓM MỘT\n\n1. Việc một\n"
    document = read(text)
    (appendix,) = document.appendices
    assert appendix.heading.text == "PHỤ LỤC I"
    assert [section.path for section in document.sections][-2:] == ["I", "I.1"]
    assert document.signature.name.text == "Âu Văn Đước"
    assert len(document.body) == 4
