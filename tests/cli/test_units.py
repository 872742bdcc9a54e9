"""``soat units``: what is said of the units of a document."""

from __future__ import annotations

import json

from tests.cli.test_commands import NHI_CHIEU, soat


def test_units_are_told_with_variants_and_roles() -> None:
    done = soat("units", NHI_CHIEU)
    assert done.returncode == 0
    assert "“Văn phòng HĐND-UBND”: dòng 92, 140, 180" in done.stdout
    assert "danh bạ cơ quan: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân" in done.stdout
    assert done.stdout.rstrip().endswith("cơ quan, đơn vị.")


def test_units_as_json() -> None:
    rows = json.loads(soat("units", "--format", "json", NHI_CHIEU).stdout)
    assert [row["count"] for row in rows] == sorted((row["count"] for row in rows), reverse=True)
    office = next(row for row in rows if row["official"] == "Phòng Văn hóa - Xã hội")
    assert office["roles"] == ["lead", "support"]
    assert {"text": "Phòng Văn hóa Xã hội", "lines": [112]} in office["variants"]
    assert (office["level"], office["until"], office["successors"]) == ("commune", None, [])
    unknown = next(row for row in rows if row["name"] == "Cổng thông tin điện tử")
    assert unknown["official"] is None


def test_what_is_gone_is_said_in_english_too() -> None:
    text = "I. NỘI DUNG\n* Đơn vị chủ trì: Sở Giao thông vận tải.\n"
    done = soat("units", "--lang", "en", "-", stdin=text.encode())
    assert "gone since 01/03/2025; now Sở Xây dựng" in done.stdout
