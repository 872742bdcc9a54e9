"""Notes: what is wrong, where else, the clause and the rule."""

from __future__ import annotations

from collections.abc import Callable

from checker.annotating.notes import make_notes
from checker.file_report import FileReport
from tests.conftest import seed


def test_a_note_says_level_message_clause_and_rule(check: Callable[..., FileReport]) -> None:
    report = check(seed("nhi-chieu"))
    notes = make_notes(report, "vi")
    assert len(notes) == len(report.findings)
    raw = seed("nhi-chieu")
    (note,) = [note for note in notes if raw[note.start : note.end] == "OCOOP"]
    assert note.level == "error"
    assert note.words.splitlines() == [
        "LỖI: “OCOOP” có lẽ gõ sai của “OCOP” (Mỗi xã một sản phẩm).",
        "Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (dùng từ chính xác) [spelling/acronym]",
    ]


def test_places_alike_are_counted_and_others_quoted(check: Callable[..., FileReport]) -> None:
    notes = make_notes(check(seed("nhi-chieu")), "vi")
    labels = next(note for note in notes if "assignment/mixed-labels" in note.words)
    assert "Còn 2 chỗ như vậy." in labels.words.splitlines()
    territory = [note for note in notes if "Xem cả: “" in note.words]
    assert territory
    for note in notes:
        quoted = [line for line in note.words.splitlines() if line.startswith("Xem cả")]
        assert len(quoted) <= 1
        for line in quoted:
            parts = line.split("“")[1:]
            assert len(parts) == len(set(parts)) <= 3


def test_an_unread_file_has_no_notes() -> None:
    assert make_notes(FileReport("a.txt", "draft"), "vi") == ()
