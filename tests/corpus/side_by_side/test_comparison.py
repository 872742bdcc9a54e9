"""Two documents side by side: what is the same, moved, changed, or in one only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.corpus.side_by_side.comparison import (
    CHANGED,
    MOVED,
    ONLY_FIRST,
    ONLY_SECOND,
    SAME,
    Comparison,
    Match,
    compare,
)
from checker.document import Document
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes
from tests.conftest import seed

Read = Callable[[str], Document]
TASKS = (
    "Tuyên truyền trên hệ thống truyền thanh của phường về an toàn giao thông.",
    "Tổ chức hội nghị tập huấn cho công chức văn hóa trước ngày 15/6/2026.",
    "Công an phường chủ trì kiểm tra các cơ sở kinh doanh, đạt 95% số cơ sở.",
    "Phòng Kinh tế bố trí kinh phí thực hiện 120 triệu đồng theo quy định.",
    "Thực hiện Nghị quyết số 45-NQ/TW của Bộ Chính trị trên địa bàn.",
)
HEAD = """ỦY BAN NHÂN DÂN
PHƯỜNG NHỊ CHIỂU
Số: 12/KH-UBND
Nhị Chiểu, ngày 10 tháng 3 năm 2026

KẾ HOẠCH
Tuyên truyền an toàn giao thông năm 2026

I. NHIỆM VỤ
"""
TAIL = """
Nơi nhận:
- Lưu: VT.

CHỦ TỊCH

Trần Hồng Túc
"""


def plan(tasks: Sequence[str], head: str = HEAD) -> str:
    return head + "".join(f"{at}. {one}\n" for at, one in enumerate(tasks, 1)) + TAIL


def stated(comparison: Comparison) -> dict[str, list[str]]:
    """The headings of what is not the same, by state."""
    told: dict[str, list[str]] = {}
    for one in comparison.matches:
        passage = one.first or one.second
        if one.state != SAME and passage:
            told.setdefault(one.state, []).append(passage.heading)
    return told


def differences(match: Match) -> list[tuple[str, str]]:
    return [(run.first.strip(), run.second.strip()) for run in match.runs if not run.same]


@pytest.fixture(scope="module")
def both(linter: Linter) -> Callable[[str, str], Comparison]:
    def run(first: str, second: str) -> Comparison:
        documents = [
            parse(read_bytes(text.encode(), "a.txt"), linter.grammar) for text in (first, second)
        ]
        return compare(*documents)

    return run


Both = Callable[[str, str], Comparison]


def test_same_but_for_blanks_and_line_ends(both: Both) -> None:
    text = plan(TASKS)
    comparison = both(text, text.replace("\n", "\r\n").replace("của Bộ", "của  Bộ"))
    assert comparison.same
    assert comparison.likeness == 1
    assert not any(only.first or only.second for only in comparison.mentions.values())


def test_moved(both: Both) -> None:
    comparison = both(plan(TASKS), plan((TASKS[4], *TASKS[:4])))
    assert stated(comparison) == {MOVED: [TASKS[4]]}
    assert sum(one.renumbered for one in comparison.matches) == 5
    assert not comparison.same
    assert comparison.likeness == 1


def test_of_one_only(both: Both) -> None:
    comparison = both(plan(TASKS[:3]), plan((TASKS[0], TASKS[2], TASKS[4])))
    assert stated(comparison) == {ONLY_FIRST: [TASKS[1]], ONLY_SECOND: [TASKS[4]]}


def test_only_renumbered_is_not_the_same(both: Both) -> None:
    comparison = both(plan(TASKS[:1]), plan(TASKS[:1]).replace("1. ", "2. "))
    assert stated(comparison) == {}
    assert not comparison.same


def test_changed_words(both: Both) -> None:
    comparison = both(plan(TASKS), plan(TASKS).replace("95% số cơ sở", "90% các cơ sở"))
    (changed,) = [one for one in comparison.matches if one.state == CHANGED]
    assert changed.first is not None
    assert changed.first.path == "I.3"
    assert differences(changed) == [("95% số", "90% các")]
    assert "".join(run.first for run in changed.runs) == changed.first.text


def test_moved_and_changed(both: Both) -> None:
    other = TASKS[4].replace("45-NQ/TW", "15-NQ/TW")
    comparison = both(plan(TASKS), plan((other, *TASKS[:4])))
    (changed,) = [one for one in comparison.matches if one.state == CHANGED]
    assert changed.moved
    assert differences(changed) == [("45", "15")]


def test_rewritten_below_the_same_heading(both: Both) -> None:
    first = plan(["Công tác tuyên truyền\n- Đăng tin, bài hằng tuần.\n- Treo băng rôn."])
    second = plan(["Công tác tuyên truyền\n- Mở chuyên mục riêng.\n- In tờ rơi phát cho dân."])
    assert stated(both(first, second)) == {CHANGED: ["Công tác tuyên truyền"]}


def test_mentions(both: Both) -> None:
    second = (
        plan(TASKS)
        .replace("ngày 15/6/2026", "ngày 20 tháng 6 năm 2026")
        .replace("95%", "90%")
        .replace("Công an phường", "Phòng Văn hóa - Xã hội")
        .replace("45-NQ/TW", "15-NQ/TW")
    )
    told = {
        kind: ([one.words for one in only.first], [one.words for one in only.second])
        for kind, only in both(plan(TASKS), second).mentions.items()
    }
    assert told == {
        "units": (["Công an"], ["Phòng Văn hóa - Xã hội"]),
        "places": ([], []),
        "dates": (["15/6/2026"], ["20/6/2026"]),
        "citations": (["Nghị quyết 45-NQ/TW"], ["Nghị quyết 15-NQ/TW"]),
        "figures": (["95%"], ["90%"]),
    }


def test_figures_are_no_years_and_provisions(both: Both) -> None:
    told = (
        "Mở 05 lớp tập huấn, in 3.000 tờ rơi, đạt 70% kế hoạch; kinh phí 1,5 tỷ đồng.",
        "Theo khoản 2 và khoản 3 Điều 4, 5, 6 của Luật, đến năm 2045 và 2050 trở đi.",
    )
    only = both(plan(TASKS[:1]), plan((TASKS[0], *told))).mentions["figures"]
    assert [one.words for one in only.second] == [
        "05 lớp tập",
        "3.000 tờ rơi",
        "70%",
        "1,5 tỷ đồng",
    ]


def test_same_day_written_otherwise_is_no_difference(both: Both) -> None:
    second = plan(TASKS).replace("15/6/2026", "15 tháng 6 năm 2026")
    only = both(plan(TASKS), second).mentions["dates"]
    assert only == ((), ())


def test_seeds(both: Both) -> None:
    comparison = both(seed("nhi-chieu"), seed("hung-dao"))
    assert comparison.counts == {SAME: 5, CHANGED: 27}
    assert comparison.likeness > 0.9
    told = comparison.mentions
    assert "phường Nghị Quyết" in [one.words for one in told["places"].first]
    units = [one.words for only in (told["units"].first, told["units"].second) for one in only]
    assert "Trung tâm dịch vụ sự nghiệp công" not in [one.lower() for one in units]
    assert "Trung tâm dịch vụ tổng hợp" in units


def test_long_passages_line_by_line(both: Both) -> None:
    lines = [f"- Việc thứ {at} của kế hoạch tuyên truyền năm nay." for at in range(500)]
    other = [*lines[:250], "- Việc mới thêm vào.", *lines[250:]]
    first, second = ("\n".join(("Nội dung", *some)) for some in (lines, other))
    comparison = both(plan([first]), plan([second]))
    (changed,) = [one for one in comparison.matches if one.state == CHANGED]
    assert differences(changed) == [("", "- Việc mới thêm vào.")]


plans = st.lists(
    st.tuples(st.sampled_from(TASKS), st.sampled_from(["", " Hoàn thành trong quý III."])),
    max_size=5,
).map(lambda tasks: plan([f"{task}{more}" for task, more in tasks]))


@settings(max_examples=25)
@given(plans)
def test_with_itself(both: Both, text: str) -> None:
    comparison = both(text, text)
    assert comparison.same
    assert set(comparison.counts) == {SAME}


@settings(max_examples=25)
@given(plans, plans)
def test_exchanged_it_mirrors(both: Both, text: str, other: str) -> None:
    there, back = both(text, other), both(other, text)
    assert Counter(
        (one.second, one.first, one.moved, tuple(run.mirrored for run in one.runs))
        for one in there.matches
    ) == Counter((one.first, one.second, one.moved, one.runs) for one in back.matches)
    assert there.same is back.same
    assert {kind: (only.second, only.first) for kind, only in there.mentions.items()} == {
        kind: tuple(only) for kind, only in back.mentions.items()
    }


@settings(max_examples=25)
@given(plans, plans)
def test_every_passage_once(both: Both, text: str, other: str) -> None:
    comparison = both(text, other)
    for mine, whole in (
        ([one.first for one in comparison.matches if one.first], both(text, text)),
        ([one.second for one in comparison.matches if one.second], both(other, other)),
    ):
        assert Counter(mine) == Counter(one.first for one in whole.matches)
