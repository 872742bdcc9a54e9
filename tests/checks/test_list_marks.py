"""The one item that ends unlike the others is told where the others make the list's habit clear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.checks.list_marks import Check
from checker.context import Context
from checker.decoding import DecodingError
from checker.document import Document
from checker.linter import Linter

Read = Callable[[str], Document]
LONG = "Tuyên truyền " + "các chủ trương của Đảng và Nhà nước " * 3


def told(what: str, text: str, read: Read, linter: Linter) -> list[tuple[str, str]]:
    """The last word of each line told and the mark suggested."""
    document = read(text)
    facts = Check(what).facts(document, Context(linter.registers, {}))
    return [
        (document.text[: fact.end].split()[-1].rstrip(";.,"), fact.suggestions[0]) for fact in facts
    ]


def dashes(*items: str) -> str:
    return "1. Nội dung\n" + "".join(f"- {item}\n" for item in items) + "2. Kinh phí\n"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (("Một;", "Hai.", "Ba;", "Bốn;", "Năm."), [("Hai", ";")]),
        (("Một;", "Hai", "Ba;", "Bốn;", "Năm."), [("Hai", ";")]),
        (("Một.", "Hai.", "Ba;", "Bốn."), [("Ba", ".")]),
        (("Một.", "Hai.", "Ba.", "Bốn;"), [("Bốn", ".")]),
        (("Một;", "Hai.", "Ba."), []),
        (("Một;", "Hai.", "Ba;", "Bốn.", "Năm."), []),
        (("Một;", "Hai:", "Ba;", "Bốn;", "Năm."), []),
        (("Một;", "Hai. Rồi báo cáo.", "Ba;", "Bốn;", "Năm."), []),
        (("Một;", "Hai...", "Ba;", "Bốn;", "Năm."), []),
    ],
)
def test_uneven(
    items: tuple[str, ...], expected: list[tuple[str, str]], read: Read, linter: Linter
) -> None:
    assert told("uneven", dashes(*items), read, linter) == expected


def test_lists_under_a_label_are_lists(read: Read, linter: Linter) -> None:
    text = "1. Nhiệm vụ\n* Nội dung thực hiện:\n- Một.\n- Hai;\n- Ba.\n- Bốn.\n"
    assert told("uneven", text, read, linter) == [("Hai", ".")]


def test_last_item_with_a_semicolon_before_a_heading(read: Read, linter: Linter) -> None:
    items = ("Một;", "Hai;", "Ba;", "Bốn;")
    assert told("last", dashes(*items), read, linter) == [("Bốn", ".")]
    inner = "a) Xã:\n- Một;\n- Hai;\n- Ba;\n- Bốn;\nb) Thôn.\n"
    assert told("last", inner, read, linter) == []


def test_long_item_without_a_mark(read: Read, linter: Linter) -> None:
    whole = [f"{LONG}thứ {number}." for number in ("nhất", "hai", "ba", "tư")]
    assert told("final", dashes(*whole, f"{LONG}cuối"), read, linter) == [("cuối", ".")]
    assert told("final", dashes(*whole, "Ngắn"), read, linter) == []
    assert told("final", dashes(*whole, f"{LONG}gồm:"), read, linter) == []
    assert told("final", dashes(whole[0], f"{LONG}cuối"), read, linter) == []


def test_unknown_question_is_refused() -> None:
    with pytest.raises(DecodingError):
        Check("first")
