"""What is packed is read back: words exactly, pairs to within a twelfth of an octave."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import ConfigError
from checker.spelling.counts import COMMA, EDGE, Counts, pack

WORDS = {EDGE: 500, COMMA: 40, "xã": 300, "hội": 200, "đường": 3}
PAIRS = {("xã", "hội"): 1, ("hội", EDGE): 2, (EDGE, "xã"): 120, ("xã", COMMA): 7}

forms = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxy", min_size=1, max_size=7)
numbers = st.one_of(st.sampled_from((1, 2, 3)), st.integers(1, 2_000_000))


def packed(words: dict[str, int], pairs: dict[tuple[str, str], int]) -> Counts:
    return Counts(memoryview(pack(words, pairs)))


@st.composite
def bodies(draw: st.DrawFn) -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    words = draw(st.dictionaries(forms, st.integers(1, 4_000_000_000), min_size=1, max_size=30))
    one = st.sampled_from(sorted(words))
    return words, draw(st.dictionaries(st.tuples(one, one), numbers, max_size=60))


@settings(max_examples=20)
@given(bodies())
def test_words_and_pairs_come_back(
    body: tuple[dict[str, int], dict[tuple[str, str], int]],
) -> None:
    words, pairs = body
    counts = packed(words, pairs)
    assert {word: counts.count(word) for word in words} == words
    assert counts.total == sum(words.values())
    assert counts.pairs == len(pairs)
    for left in words:
        assert counts.followers(left) == sum(pair[0] == left for pair in pairs)
        assert counts.contexts(left) == sum(pair[1] == left for pair in pairs)
        for right in words:
            number = pairs.get((left, right), 0)
            assert abs(counts.pair(left, right) - number) <= 0.03 * number + 0.5


@pytest.mark.parametrize("number", [*range(1, 12), 1_000_000])
def test_small_numbers_are_exact_and_large_ones_near(number: int) -> None:
    told = packed({"xã": 9, "hội": 9}, {("xã", "hội"): number}).pair("xã", "hội")
    assert told == pytest.approx(number, rel=0 if number < 12 else 0.03)


def test_a_number_beyond_all_steps_is_only_known_to_be_large() -> None:
    counts = packed({"xã": 9}, {("xã", "xã"): 3_000_000_000})
    assert counts.pair("xã", "xã") > 2_000_000


def test_what_is_unknown_has_no_count() -> None:
    counts = packed(WORDS, PAIRS)
    assert (counts.count("phường"), counts.contexts("phường"), counts.followers("phường")) == (
        (0, 0, 0)
    )
    assert counts.pair("phường", "xã") == counts.pair("xã", "phường") == 0
    assert counts.pair("hội", "xã") == 0
    assert counts.pair("xã", "hội") == 1


def test_words_stand_by_frequency_without_edge_and_comma() -> None:
    assert packed(WORDS, PAIRS).words == ("xã", "hội", "đường")


def test_a_pair_with_a_word_that_is_not_kept_is_left_out() -> None:
    counts = packed({"xã": 5}, {("xã", "xuyến"): 9, ("xuyến", "xã"): 9})
    assert counts.pairs == 0
    assert counts.count("xuyến") == 0


def test_nothing_at_all_is_a_file_too() -> None:
    counts = packed({}, {})
    assert (counts.words, counts.total, counts.pairs, counts.count("xã")) == ((), 0, 0, 0)


def test_the_order_of_counting_does_not_change_the_file() -> None:
    words = dict(reversed(WORDS.items()))
    assert pack(words, dict(reversed(PAIRS.items()))) == pack(WORDS, PAIRS)


def test_more_words_than_ids() -> None:
    words = {str(number): 3 for number in range(1 << 16)}
    counts = packed(words, {("65535", "0"): 4, ("0", "65535"): 1})
    assert counts.pair("65535", "0") == 4
    assert counts.pair("0", "65535") == 1
    with pytest.raises(ValueError, match="too many"):
        pack(words | {"thêm": 3}, {})


GOOD = pack(WORDS, PAIRS)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"SOATCNT1",
        "từ điển của tôi: xã hội\n".encode() * 20,
        b"SOATCNT2" + GOOD[8:],
        GOOD[:8] + b"\xff" * 16 + GOOD[24:],
        GOOD + b"\0",
        GOOD * 2,
    ],
)
def test_another_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "dem.bin"
    path.write_bytes(content)
    with pytest.raises(ConfigError) as told:
        Counts.open(path)
    assert told.value.code == "not-counts"
    assert "dem.bin" in told.value.message("vi")
    assert "soat learn" in told.value.message("en")


@given(st.integers(0, len(GOOD) - 1))
def test_a_file_cut_anywhere_is_refused(end: int) -> None:
    with pytest.raises(ValueError, match="counts"):
        Counts(memoryview(GOOD[:end]))


def test_a_file_that_is_not_there_or_a_folder_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "khong-co.bin", tmp_path):
        with pytest.raises(ConfigError) as told:
            Counts.open(path)
        assert told.value.code == "unreadable"
        assert str(path) in told.value.message("vi")


def test_a_good_file_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "dem.bin"
    path.write_bytes(GOOD)
    counts = Counts.open(path)
    assert counts.count("đường") == 3
    assert counts.pair(EDGE, "xã") == pytest.approx(120, rel=0.03)
