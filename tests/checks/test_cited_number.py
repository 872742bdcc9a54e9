"""Cited numbers: what is read, what contradicts itself, and what only looks wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.file_report import FileReport
from tests.conftest import twin

Check = Callable[..., FileReport]


def told(report: FileReport) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (f.rule.partition("/")[2], f.text, f.suggestions)
        for f in report.findings
        if f.group == "citation" and f.level != "info" and f.rule != "citation/undated"
    ]


def rules(report: FileReport) -> list[str]:
    return [rule for rule, _, _ in told(report)]


def with_sentence(sentence: str, name: str = "binh-thanh") -> str:
    text = twin(name)
    at = text.index("\n\n- ", text.index("\nI. ")) + 2
    return f"{text[:at]}- {sentence}\n\n{text[at:]}"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Nghị quyết số 45/NQ-TW.", [("separators", "45/NQ-TW", ("45-NQ/TW",))]),
        ("Nghị quyết số 45-NQ-TW.", [("separators", "45-NQ-TW", ("45-NQ/TW",))]),
        ("Kế hoạch số 29-KH/UBND.", [("separators", "29-KH/UBND", ("29/KH-UBND",))]),
        ("Quyết định số 12-QĐ/UBND ngày 05/3/1998.", []),
        ("Nghị quyết số 36/NQ-TW ngày 26/3/2004.", [("separators", "36/NQ-TW", ("36-NQ/TW",))]),
        ("Chương trình số 12-CTr/TĐTN, Kế hoạch số 63/KHPH-MTTQ-UBND.", []),
        ("Chỉ thị số 72/2025/QH15.", [("type", "Chỉ thị số 72/2025/QH15", ())]),
        ("Đề án số 06/QĐ-TTg, Chương trình số 05/QĐ-UBND.", []),
        ("Quyết định số 12/QĐ-UBND ngày 05/3/2025 của Sở Nội vụ.", []),
        ("Kế hoạch thực hiện Nghị quyết số 18-NQ/TW của Chính phủ.", []),
        (
            "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Chính phủ.",
            [("issuer", "Chính phủ", ())],
        ),
        ("Quyết định số 05/QĐ-BTNMT ngày 01/3/2025.", [("ministry", "05/QĐ-BTNMT", ())]),
        ("Quyết định số 05/QĐ-BTNMT ngày 28/02/2025.", []),
        (
            "Quyết định số 05/QĐ-BTNMT ngày 23/6/2025 của Bộ Nông nghiệp và Môi trường.",
            [("ministry", "05/QĐ-BTNMT", ())],
        ),
        ("Nghị quyết số 30/2026/QH16 và Nghị quyết số 254/2025/QH15.", []),
        ("Luật số 90/2026/QH15 ngày 15/6/2026.", [("assembly-term", "90/2026/QH15", ())]),
        (
            "Kết luận số 57 - KL/TW.",
            [("blanks", "57 - KL/TW", ("57-KL/TW",))],
        ),
        ("Nghị định số 30/NĐ-CP ngày 05/3/20.", [("year-missing", "30/NĐ-CP", ())]),
    ],
)
def test_in_a_plan(
    check: Check, sentence: str, found: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert told(check(with_sentence(sentence))) == found


def test_regulation_code_of_the_own_number(check: Check) -> None:
    text = twin("ban-tuyen-giao-hai-phong").replace("Số 35-KH/", "Số 35-QĐi/")
    assert "party-regulation-code" in rules(check(text))
    older = text.replace("02 tháng 6 năm 2026", "02 tháng 5 năm 2026")
    assert "party-regulation-code" not in rules(check(older))


def test_figure_missing_by_stage(check: Check) -> None:
    text = with_sentence("Kế hoạch số    /KH-UBND ngày 08/01/2026 của Ủy ban nhân dân tỉnh.")
    for stage, level in (("draft", "info"), ("issued", "warning")):
        (finding,) = [f for f in check(text, stage).findings if f.group == "citation"]
        assert (finding.rule, finding.level) == ("citation/figure-missing", level)
