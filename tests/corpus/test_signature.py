"""Documents that say the same have the same signature, whoever they are of."""

from __future__ import annotations

from collections.abc import Callable

from checker.corpus.extracting import facts_of
from checker.corpus.signature import HASHES
from checker.document import Document
from checker.parsing import Grammar

PLAN = """ỦY BAN NHÂN DÂN
{upper}
KẾ HOẠCH
Phòng, chống cháy rừng {place} năm 2026

I. NHIỆM VỤ
1. Rà soát các khu vực rừng có nguy cơ cháy cao của {level}, cắm biển cảnh báo trước mùa khô.
2. {second}
* Đơn vị chủ trì: {unit}.
"""
SECOND = "Tổ chức trực 24/24 giờ tại các chốt bảo vệ rừng của {place} trong những ngày nắng nóng."


def plan(place: str, unit: str = "Công an", second: str = SECOND) -> str:
    level = place.split()[0]
    said = second.format(place=place)
    return PLAN.format(place=place, upper=place.upper(), level=level, unit=unit, second=said)


def test_own_names_and_fields_do_not_count(
    read: Callable[[str], Document], grammar: Grammar
) -> None:
    one, other = (
        facts_of(read(text), grammar).signature
        for text in (plan("phường Nhị Chiểu"), plan("xã Phú Đình", "Ban Chỉ huy Quân sự"))
    )
    assert len(one) == HASHES
    assert one == other


def test_another_text_has_another_signature(
    read: Callable[[str], Document], grammar: Grammar
) -> None:
    changed = plan("xã Phú Đình", second="Mua thêm hai máy thổi gió và bốn máy cắt thực bì.")
    one, other = (
        facts_of(read(text), grammar).signature for text in (plan("xã Phú Đình"), changed)
    )
    equal = sum(a == b for a, b in zip(one, other, strict=True))
    assert 0 < equal < HASHES


def test_a_document_without_prose_has_none(
    read: Callable[[str], Document], grammar: Grammar
) -> None:
    assert facts_of(read("ỦY BAN NHÂN DÂN\nXÃ PHÚ ĐÌNH\nKẾ HOẠCH\n"), grammar).signature == ()
