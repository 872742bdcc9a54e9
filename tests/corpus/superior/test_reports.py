"""Reports in a sentence: to whom, how often, by which day."""

from __future__ import annotations

import pytest

from checker.corpus.superior.reports import reports_in


@pytest.mark.parametrize(
    ("text", "receiver", "above"),
    [
        (
            "báo cáo kết quả thực hiện về Ban Tuyên giáo và Dân vận Thành ủy để tổng hợp",
            "Ban Tuyên giáo và Dân vận Thành ủy",
            True,
        ),
        (
            "báo cáo kết quả về Sở Văn hóa, Thể thao và Du lịch trước ngày 15/11/2026",
            "Sở Văn hóa, Thể thao và Du lịch",
            True,
        ),
        (
            "kịp thời phản ánh, báo cáo gửi Văn phòng HĐND-UBND phường để tổng hợp",
            "Văn phòng HĐND-UBND phường",
            False,
        ),
        ("tổng hợp, báo cáo UBND xã, cấp trên theo quy định", "UBND xã", False),
        ("định kỳ báo cáo UBND tỉnh tình hình thực hiện", "UBND tỉnh", True),
        ("báo cáo kết quả theo quy định", "", False),
    ],
)
def test_receiver(text: str, receiver: str, above: bool) -> None:
    [found] = reports_in(text)
    assert (found.receiver, found.above) == (receiver, above)


def test_sentence_without_report_has_none() -> None:
    assert not list(reports_in("Gửi Sở Y tế danh sách cán bộ."))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Định kỳ hằng tháng, quý, 6 tháng và năm báo cáo", {"month", "quarter", "half", "year"}),
        ("báo cáo hằng năm", {"year"}),
        ("báo cáo kết quả năm 2026", set()),
    ],
)
def test_times(text: str, times: set[str]) -> None:
    [found] = reports_in(text)
    assert found.times == times


@pytest.mark.parametrize(
    ("asked", "sent", "later"),
    [
        ("trước ngày 15/11/2026", "trước ngày 20/11/2026", True),
        ("trước ngày 15/11/2026", "trước ngày 15/11/2026", False),
        ("trước ngày 15/11", "trước ngày 30/11/2026", True),
        ("trước ngày 25 hằng tháng", "trước ngày 28 hằng tháng", True),
        ("trước ngày 25 hằng tháng", "trước ngày 20 hằng tháng", False),
    ],
)
def test_later_day(asked: str, sent: str, later: bool) -> None:
    [one] = reports_in(f"báo cáo kết quả về Sở Y tế {asked}")
    [other] = reports_in(f"báo cáo kết quả về Sở Y tế {sent}")
    assert other.same_as(one)
    assert other.later_than(one) is later


@pytest.mark.parametrize(
    ("asked", "sent"),
    [
        (
            "hằng năm báo cáo về Sở Y tế trước ngày 15/6/2026",
            "báo cáo về Sở Y tế trước ngày 30/11/2026",
        ),
        (
            "hằng quý báo cáo về Sở Y tế trước ngày 15/11/2026",
            "hằng năm báo cáo về Sở Y tế trước ngày 30/11/2026",
        ),
        (
            "báo cáo về Sở Y tế trước ngày 15/11/2026",
            "báo cáo về Phòng Kinh tế phường trước ngày 30/11/2026",
        ),
        ("báo cáo về Sở Y tế trước ngày 15/11/2026", "báo cáo về Sở Y tế trước ngày 30/11/2027"),
        ("báo cáo về Sở Y tế trước ngày 15/11/2026", "báo cáo về Sở Y tế trước ngày 28 hằng tháng"),
    ],
)
def test_another_report_is_not_compared(asked: str, sent: str) -> None:
    [one], [other] = reports_in(asked), reports_in(sent)
    assert not other.same_as(one)
