"""What offices really type: names of all peoples, headers of the Youth Union, attached plans."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.document import Document
from checker.file_report import FileReport
from checker.parsing.places import place_of_agency

Read = Callable[[str], Document]
PLAN = """ỦY BAN NHÂN DÂN
XÃ {place}
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Lập, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Tuyên truyền năm 2026

I. MỤC ĐÍCH
1. Nâng cao nhận thức.

{recipients}

TM. ỦY BAN NHÂN DÂN
{role}

{name}
"""


def plan(
    *,
    place: str = "TÂN LẬP",
    recipients: str = "Nơi nhận:\n- Đảng ủy xã;\n- Lưu: VT.",
    role: str = "CHỦ TỊCH",
    name: str = "Trần Hồng Túc",
) -> str:
    return PLAN.format(place=place, recipients=recipients, role=role, name=name)


@pytest.mark.parametrize(
    "name",
    [
        "Y Thanh Niê",
        "Giàng A Páo",
        "H'Yim Kđoh",
        "K'Brêu",
        "H’Bét",
        "NGUYỄN VĂN AN",
        "GIÀNG A PÁO",
        "Trung tá Nguyễn Văn An",
        "Thạc sĩ Lê Thị B",
        "ThS. Lê Thị Hoa",
        "(Đã ký) Lê Thị Hoa",
    ],
)
def test_name_of_the_signer(read: Read, name: str) -> None:
    assert read(plan(name=name)).signature.name.text == name


@pytest.mark.parametrize("line", ["XÃ TÂN LẬP", "DANH MỤC NHIỆM VỤ", "(Đã ký)"])
def test_no_name_of_a_signer(read: Read, line: str) -> None:
    assert not read(plan(name=line)).signature.name


@pytest.mark.parametrize("role", ["Q. CHỦ TỊCH", "QUYỀN CHỦ TỊCH", "PHÓ CHỦ TỊCH PHỤ TRÁCH"])
def test_post_of_the_signer(read: Read, role: str) -> None:
    assert read(plan(role=role)).signature.role.text == role


@pytest.mark.parametrize(
    ("recipients", "archive"),
    [
        ("Nơi nhận: Như trên; Đảng ủy xã; Lưu: VT.", "Lưu: VT."),
        ("Nơi nhận:\n- Đảng ủy xã; Công an xã; Lưu: VT.", "Lưu: VT."),
        ("Nơi nhận:\n* Đảng ủy xã;\n* Lưu: VT.", "* Lưu: VT."),
        ("Nơi nhận:\n- Đảng ủy xã;\n- Lưu chi bộ.", "- Lưu chi bộ."),
    ],
)
def test_archive_line(read: Read, recipients: str, archive: str) -> None:
    assert read(plan(recipients=recipients)).recipients.archive.text == archive


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("M'DRẮK", "xã M'Drắk"),
        ("Y TÝ", "xã Y Tý"),
        ("A LƯỚI 1", "xã A Lưới 1"),
        ("TÂN LẬP______", "xã Tân Lập"),
    ],
)
def test_place_of_the_issuer(read: Read, issuer: str, place: str) -> None:
    assert str(read(plan(place=issuer)).locality) == place


def test_office_of_culture_and_society_is_no_place(read: Read) -> None:
    text = plan().replace("XÃ TÂN LẬP", "XÃ TÂN LẬP\nPHÒNG VĂN HÓA - XÃ HỘI")
    assert str(read(text).locality) == "xã Tân Lập"


@pytest.mark.parametrize(
    ("agency", "place"),
    [
        ("CHI BỘ QUÂN SỰ", ("", "")),
        ("CHI BỘ QUÂN SỰ PHƯỜNG PHÚ THỌ", ("phường", "PHÚ THỌ")),
        ("ỦY BAN NHÂN DÂN QUẬN NGÔ QUYỀN", ("quận", "NGÔ QUYỀN")),
    ],
)
def test_place_of_an_agency(agency: str, place: tuple[str, str]) -> None:
    assert place_of_agency(agency) == place


def test_document_of_the_youth_union_is_neither_state_nor_party(
    check: Callable[[str], FileReport],
) -> None:
    told = check(
        "BCH ĐOÀN XÃ TÂN LẬP     ĐOÀN TNCS HỒ CHÍ MINH\n***\nSố: 05-KH/ĐTN\n\nKẾ HOẠCH\n"
        "Tổ chức Tháng Thanh niên\n\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức.\n"
    )
    assert told.document is not None
    assert told.document.regime == "unknown"
    assert [finding.level for finding in told.findings] == ["info"]


def test_type_and_title_on_one_line(read: Read) -> None:
    document = read(plan().replace("KẾ HOẠCH\nTuyên", "KẾ HOẠCH Tuyên"))
    assert document.type_line.text == "KẾ HOẠCH"
    assert document.title.text == "Tuyên truyền năm 2026"


def test_plan_attached_to_a_decision(read: Read) -> None:
    document = read(
        plan() + "\nKẾ HOẠCH\nTuyên truyền (kèm theo Quyết định)\n\nI. NỘI DUNG\n1. Tuần tra\n"
        "- Đơn vị chủ trì: Công an xã.\n"
    )
    assert document.signature.name.text == "Trần Hồng Túc"
    assert [appendix.heading.text for appendix in document.appendices] == ["KẾ HOẠCH"]
    assert [task.lead.text for task in document.tasks] == ["Công an xã."]


@pytest.mark.parametrize("name", ["An Hải", "An Dương", "An Biên", "An Phong"])
def test_ward_an_is_no_phuong_an(read: Callable[[str], Document], name: str) -> None:
    """ "PHƯỜNG AN HẢI" is "PHƯƠNG ÁN HẢI" without its marks."""
    document = read(
        f"ỦY BAN NHÂN DÂN\nPHƯỜNG {name.upper()}\nSố: 12/KH-UBND\n"
        f"{name}, ngày 10 tháng 3 năm 2026\nKẾ HOẠCH\nTuyên truyền an toàn giao thông năm 2026\n"
    )
    assert document.type and document.type.name == "Kế hoạch"
    assert document.header.number.figure == "12"
    assert str(document.locality) == f"phường {name}"


def test_phuong_an_is_a_type(read: Callable[[str], Document]) -> None:
    for line in ("PHƯƠNG ÁN", "PHƯƠNG ÁN PHÒNG CHÁY, CHỮA CHÁY", "PHƯƠNG ÁN TUYÊN TRUYỀN"):
        document = read(f"{line}\nnăm 2026\n")
        assert document.type and document.type.name == "Phương án"
