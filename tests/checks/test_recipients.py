"""Who is given work, and who receives the plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.file_report import FileReport

Check = Callable[..., FileReport]
PLAN = """KẾ HOẠCH
Tuyên truyền năm 2026

I. NỘI DUNG
1. Tuần tra
- Đơn vị chủ trì: {lead}.

Nơi nhận:
{recipients}
- Lưu: {archive}.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn An
"""


def missed(check: Check, lead: str, *recipients: str, archive: str = "VT") -> list[str]:
    lines = "\n".join(f"- {recipient};" for recipient in recipients)
    told = check(PLAN.format(lead=lead, recipients=lines, archive=archive))
    return [f.text for f in told.findings if f.rule == "recipients/assigned-unit"]


@pytest.mark.parametrize(
    ("lead", "recipient"),
    [
        ("Công an xã", "Công an xã"),
        ("Công an xã", "Công an, Trạm Y tế xã"),
        ("Phòng Kinh tế", "Các phòng chuyên môn"),
        ("Hội Nông dân xã", "MTTQ và các đoàn thể xã"),
        ("Trạm Y tế", "Các ban, ngành, đoàn thể"),
        ("Sở Nông nghiệp và Môi trường", "Sở: NN&MT, YT"),
        ("Ủy ban MTTQ Việt Nam xã", "UBMTTQ Việt Nam xã"),
        ("Phòng Văn hóa - Xã hội", "Như mục I"),
        ("Công an xã", "Các cơ quan, đơn vị liên quan"),
    ],
)
def test_covered(check: Check, lead: str, recipient: str) -> None:
    assert missed(check, lead, "Đảng ủy xã", recipient) == []


@pytest.mark.parametrize(
    ("lead", "recipient"),
    [
        ("Công an xã", "Trạm Y tế xã"),
        ("Trung tâm Dịch vụ tổng hợp", "Trung tâm Phục vụ hành chính công"),
        ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội"),
    ],
)
def test_left_out(check: Check, lead: str, recipient: str) -> None:
    assert missed(check, lead, "Đảng ủy xã", recipient) == [lead]


def test_archive_line_covers_whose_initials_it_bears(check: Check) -> None:
    assert missed(check, "Phòng Văn hóa - Xã hội", "Đảng ủy xã", archive="VT, VHXH") == []
    assert missed(check, "Văn phòng HĐND và UBND xã", "Đảng ủy xã") == []


def test_told_once_for_a_unit(check: Check) -> None:
    text = PLAN.format(lead="Công an xã", recipients="- Đảng ủy xã;", archive="VT")
    text = text.replace("\nNơi nhận", "2. Kiểm tra\n- Đơn vị chủ trì: Công an xã.\n\nNơi nhận")
    told = [f for f in check(text).findings if f.rule == "recipients/assigned-unit"]
    assert len(told) == 1
