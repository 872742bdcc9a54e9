"""Only counts leave a text, and no names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.spelling.counting import LEAST_FOREIGN, LEAST_WORD, Counting
from checker.spelling.counts import COMMA, EDGE

Result = tuple[dict[str, int], dict[tuple[str, str], int]]


def counted(*paragraphs: str, times: int = LEAST_WORD) -> Result:
    counting = Counting()
    for paragraph in paragraphs * times:
        counting.add(paragraph)
    return counting.result()


def test_words_and_pairs_are_counted_with_the_edges() -> None:
    words, pairs = counted("xã hội số")
    assert words == {"xã": 3, "hội": 3, "số": 3, EDGE: 3}
    assert pairs == {(EDGE, "xã"): 3, ("xã", "hội"): 3, ("hội", "số"): 3, ("số", EDGE): 3}


@pytest.mark.parametrize("mark", [",", ";", " ,", ", "])
def test_a_comma_stands_between(mark: str) -> None:
    words, pairs = counted(f"xã{mark} phường")
    assert pairs == {
        (EDGE, "xã"): 3,
        ("xã", COMMA): 3,
        (COMMA, "phường"): 3,
        ("phường", EDGE): 3,
    }
    assert words[COMMA] == 3


@pytest.mark.parametrize("mark", [".", ":", " (", " - ", ".\n", " 12 "])
def test_any_other_mark_is_an_edge(mark: str) -> None:
    words, pairs = counted(f"xã{mark} phường")
    assert ("xã", "phường") not in pairs
    assert pairs[EDGE, "phường"] == pairs["xã", EDGE] == 3
    assert COMMA not in words


def test_two_capitals_side_by_side_are_no_pair() -> None:
    common = "thanh và hà và"
    words, pairs = counted(common, "gặp Thanh Hà hôm qua")
    assert {"thanh", "hà"} <= set(words)
    assert ("thanh", "hà") not in pairs
    assert ("gặp", "thanh") in pairs
    assert ("hà", "hôm") in pairs


def test_a_mark_between_two_capitals_parts_them() -> None:
    _, pairs = counted("sở và ban và", "gặp Sở, Ban hôm qua")
    assert ("sở", COMMA) in pairs
    assert (COMMA, "ban") in pairs


@pytest.mark.parametrize(("small", "kept"), [(LEAST_WORD - 1, False), (LEAST_WORD, True)])
def test_a_word_hardly_seen_in_small_letters_is_dropped(small: int, kept: bool) -> None:
    counting = Counting()
    for _ in range(50):
        counting.add("hôm qua bà Xuyến đến xã")
    for _ in range(small):
        counting.add("hôm qua bà xuyến đến xã")
    words, pairs = counting.result()
    assert ("xuyến" in words) is kept
    assert any("xuyến" in pair for pair in pairs) is kept
    assert words.get("xuyến", 0) == (50 + small if kept else 0)


@pytest.mark.parametrize(
    ("times", "kept"), [(LEAST_WORD, False), (LEAST_FOREIGN - 1, False), (LEAST_FOREIGN, True)]
)
def test_what_is_no_syllable_must_be_met_more_often(times: int, kept: bool) -> None:
    words, _ = counted("dạy trên fanpage của xã", times=times)
    assert ("fanpage" in words) is kept
    assert "dạy" in words


def test_a_heading_in_capitals_is_left_out() -> None:
    assert counted("KẾ HOẠCH CHUYỂN ĐỔI SỐ") == ({}, {})
    words, _ = counted("Ủy ban nhân dân xã (UBND) họp bàn")
    assert "nhân" in words


@pytest.mark.parametrize(
    "paragraph",
    [
        "the people of this commune shall be informed of all plans",
        "Uy ban nhan dan xa ban hanh ke hoach tuyen truyen nam nay",
    ],
)
def test_another_language_is_left_out(paragraph: str) -> None:
    assert counted(paragraph, times=30) == ({}, {})


def test_a_short_line_has_the_benefit_of_the_doubt() -> None:
    words, _ = counted("thu chi trong ba quý")
    assert "thu" in words


def test_codes_are_no_words() -> None:
    words, _ = counted("theo văn bản gửi tới xuyen@xa.gov.vn của phường")
    assert not any("xuyen" in word or "gov" in word for word in words)


def test_spellings_of_one_word_are_one() -> None:
    words, _ = counted("văn hoá xã", "văn hóa xã", unicodedata.normalize("NFD", "văn hóa xã"))
    assert words["hóa"] == 9
    assert "hoá" not in words


def test_what_was_read_is_summed_up() -> None:
    counting = Counting()
    counting.add("xã hội số")
    counting.add("the people of this commune shall be informed of all plans")
    assert counting.running == 3


@settings(max_examples=40)
@given(st.lists(st.text("xãộhi, .XÃTHtê\n", max_size=40), max_size=12))
def test_pairs_are_of_words_that_are_kept(paragraphs: list[str]) -> None:
    words, pairs = counted(*paragraphs)
    assert {word for pair in pairs for word in pair} <= set(words)
    for word, number in words.items():
        assert sum(n for pair, n in pairs.items() if pair[1] == word) <= number
