"""What a report says was planned."""

from __future__ import annotations

import pytest

from checker.corpus.planned_figures import planned_in
from checker.corpus.records import SentenceRecord

WHAT = "gia dinh dat danh hieu van hoa"


def planned(words: str) -> list[tuple[str, str, str]]:
    sentence = SentenceRecord(7, 1, 7, 1 + len(words), "I.1", words, "body")
    found = list(planned_in(sentence))
    assert all(words[one.column - 1 : one.end_column - 1] == one.words for one in found)
    return [(one.what, one.value, one.words) for one in found]


@pytest.mark.parametrize(
    "words",
    [
        "Tỷ lệ gia đình đạt danh hiệu văn hóa đạt 92% (chỉ tiêu giao 90%).",
        "Tỷ lệ gia đình đạt danh hiệu văn hóa đạt 92%, kế hoạch đề ra là 90%.",
        "Tỷ lệ gia đình đạt danh hiệu văn hóa theo kế hoạch là 90%.",
        "Tỷ lệ gia đình đạt danh hiệu văn hóa đạt 92%; mục tiêu năm 2026: 90%.",
        "Kế hoạch đề ra chỉ tiêu phấn đấu 90% gia đình đạt danh hiệu văn hóa; kết quả đã hoàn thành.",
        "- Theo kế hoạch phấn đấu có trên 90% số gia đình đạt danh hiệu văn hóa, thực tế đạt 92%.",
        "Mục tiêu năm 2026 đặt ra là 90% gia đình đạt danh hiệu văn hóa (đạt 92%).",
    ],
)
def test_what_was_planned(words: str) -> None:
    assert planned(words) == [(WHAT, "90", "90%")]


@pytest.mark.parametrize(
    "words",
    [
        "Tỷ lệ gia đình đạt danh hiệu văn hóa đạt 92%.",
        "Tỷ lệ gia đình đạt danh hiệu văn hóa đạt 92%, bằng 96,8% kế hoạch.",
        "Tỷ lệ gia đình đạt danh hiệu văn hóa đạt 92%, vượt kế hoạch giao 2%.",
        "Tỷ lệ gia đình đạt danh hiệu văn hóa đạt 92%, thấp hơn so với kế hoạch 3%.",
        "Chỉ tiêu giao 90%, tỷ lệ gia đình văn hóa đạt 92%.",
        "Kế hoạch đạt 92% gia đình đạt danh hiệu văn hóa.",
        "Vượt kế hoạch đề ra 2% gia đình đạt danh hiệu văn hóa.",
        "Tỷ lệ hộ nghèo còn 2%, tỷ lệ hộ cận nghèo còn 3%, kế hoạch giao 4%.",
    ],
)
def test_what_was_reached_is_not_what_was_planned(words: str) -> None:
    assert planned(words) == []


def test_a_sentence_that_is_not_kept_as_written_is_told_as_a_whole() -> None:
    words = "Tỷ lệ gia đình văn hóa đạt 92% (chỉ tiêu giao 90%)."
    (one,) = planned_in(SentenceRecord(7, 3, 8, 20, "", words, "body"))
    assert (one.line, one.column, one.end_line, one.end_column) == (7, 3, 8, 20)
