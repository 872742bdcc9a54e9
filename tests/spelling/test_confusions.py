"""Phrases that people confuse: what is told, what is left alone, and the list itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker.spelling
from checker.data import parse_yaml
from checker.spelling.confusions import Confusions, find_confusions, make_confusions
from checker.spelling.slip import Slip
from checker.spelling.syllables import canonical, is_syllable
from checker.spelling.tokens import prose_of
from tests.conftest import TWINS, twin
from tests.spelling.few_counts import FewCounts

SHIPPED = Path(checker.spelling.__file__).parent / "confusions.yml"
COUNTS = FewCounts("tham gia gia công", "xuất khẩu", "dân cư", "sử dụng")


@cache
def shipped() -> Confusions:
    return make_confusions(parse_yaml(SHIPPED.read_text(encoding="utf-8")))


def slips(text: str, names: tuple[tuple[int, int], ...] = ()) -> list[Slip]:
    return list(find_confusions(prose_of(text, names), shipped(), COUNTS))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Việc chuẩn đoán bệnh", "chuẩn đoán", "chẩn đoán"),
        ("Sát nhập các thôn", "Sát nhập", "Sáp nhập"),
        ("VIỆC SỬ LÝ VI PHẠM", "SỬ LÝ", "XỬ LÝ"),
        ("đã bổ  xung hồ sơ", "bổ  xung", "bổ  sung"),
        ("có thái độ bàng quang", "thái độ bàng quang", "thái độ bàng quan"),
        ("nhằm che dấu sai phạm", "che dấu", "che giấu"),
        ("nhưng mặc khác, xã", "mặc khác", "mặt khác"),
        ("sự cố tràn dầu ở Điều 5, 2. Sảy ra", "Sảy ra", "Xảy ra"),
    ],
)
def test_told(text: str, wrong: str, right: str) -> None:
    [slip] = slips(text)
    assert (text[slip.start : slip.end], slip.suggestions) == (wrong, (right,))


@pytest.mark.parametrize(
    "text",
    [
        "hồ sơ xuất trình, hồ sơ xuất khẩu",
        "khả năng xuất, nhập khẩu; biểu thuế xuất, nhập khẩu",
        "thành tựu chung; cảm xúc tích cực; đọc giả thuyết",
        "đạt 2 triệu trứng, ba triệu trứng",
        "che dấu vết; cuộc đấu tranh dành cho độc lập",
        "lịch sử lý luận; giám sát nhập khẩu; điều chỉnh chu kỳ",
        "bài tập chung; phân chia sẽ do xã; cũng cố gắng",
        "cách ăn mặc khác nhau; bệnh về bàng quang",
        "ông Chân Trọng; phố Sáng Lạng; miền Bắc buộc phải",
        "tiêu chuẩn đoán định; không năng\nxuất, không sơ, xuất",
    ],
)
def test_two_phrases_that_meet(text: str) -> None:
    assert slips(text) == []


def test_neighbours_that_belong_together() -> None:
    assert slips("cộng đồng dân cư sử dụng đất") == []
    assert slips("nhận gia công xuất khẩu") == []


def test_names_are_left_alone() -> None:
    assert slips("xã sáng lạng", ((3, 12),)) == []
    assert slips("xã sáng lạng")


def test_the_list_is_sound() -> None:
    phrases = shipped().phrases
    wrong = [phrase.wrong for phrase in phrases]
    assert len(phrases) >= 80
    assert len(set(wrong)) == len(wrong)
    assert not set(wrong) & {phrase.right for phrase in phrases}
    for phrase in phrases:
        assert len(phrase.wrong) == len(phrase.right) > 1
        assert phrase.wrong != phrase.right
        assert all(map(is_syllable, phrase.right))


@given(st.sampled_from(range(80)), st.sampled_from([str.lower, str.upper, str.capitalize]))
def test_following_the_suggestion_silences(index: int, cased: object) -> None:
    assert callable(cased)
    text = cased(" ".join(shipped().phrases[index].wrong))
    [slip] = slips(text)
    assert slips(slip.suggestions[0]) == []
    assert (slip.start, slip.end) == (0, len(text))
    assert slip.suggestions[0].isupper() == text.isupper()


@pytest.mark.parametrize("name", TWINS)
def test_twins_are_silent(name: str) -> None:
    assert slips(twin(name)) == []


def test_every_syllable_is_canonical() -> None:
    for phrase in shipped().phrases:
        for form in (*phrase.wrong, *phrase.right, *phrase.not_before, *phrase.not_after):
            assert form == canonical(form), phrase
