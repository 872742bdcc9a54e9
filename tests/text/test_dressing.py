from __future__ import annotations

import pytest

from checker.text.dressing import open_emphasis, undressed


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("**KẾ HOẠCH**  ", "KẾ HOẠCH"),
        ("## **2. Yêu cầu**", "2. Yêu cầu"),
        ("**1**. **Mục đích**", "1. Mục đích"),
        ("* Đơn vị chủ trì: Công an xã.", "* Đơn vị chủ trì: Công an xã."),
        ("*Đơn vị phối hợp: *Sở Tư pháp.", "Đơn vị phối hợp: Sở Tư pháp."),
        ("*- Đơn vị chủ trì: *Sở Tư pháp.", "- Đơn vị chủ trì: Sở Tư pháp."),
        ("** Lưu ý: *Ưu tiên", "Lưu ý: Ưu tiên"),
        ("phường*.*", "phường."),
        ("diện tích 5*3 m, ghi chú (*)", "diện tích 5*3 m, ghi chú (*)"),
        ("1\\. Mục đích", "1. Mục đích"),
        ("*", "*"),
        ("** **", ""),
        ("   ", ""),
    ],
)
def test_dressing_is_taken_off(raw: str, shown: str) -> None:
    spans = undressed(raw, 0, len(raw), markdown=True)
    assert "".join(raw[start:end] for start, end in spans) == shown


def test_plain_text_keeps_its_stars() -> None:
    raw = " **x** "
    assert undressed(raw, 0, len(raw), markdown=False) == [(1, 6)]


def test_open_emphasis_goes_on_to_the_next_line() -> None:
    first = "**ỦY BAN NHÂN"
    assert open_emphasis(first, 0, len(first), 0) == 2
    assert open_emphasis("DÂN**", 0, 5, 2) == 0
