"""The measuring of the speller: slips are slips, and a checker that says nothing finds nothing."""

from __future__ import annotations

import random
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.linter import Linter
from checker.spelling import real_words
from checker.spelling.syllables import analyse, canonical, is_syllable
from tools.accuracy.figure import curve_figure
from tools.accuracy.slips import slipped, slips
from tools.accuracy.spelling import (
    CERTAIN,
    Error,
    Mark,
    Measured,
    Paragraph,
    curve,
    load_texts,
    make_errors,
    measure,
    outside_checker,
    own_checker,
)

WORDS = [
    "chuyển",
    "đổi",
    "kỹ",
    "nghĩa",
    "quyết",
    "định",
    "nhường",
    "khiếu",
    "sửa",
    "chữa",
    "đường",
    "phải",
    "năm",
    "toàn",
    "ấp",
    "ủy",
    "của",
    "xã",
]
TEXTS = list(load_texts(None))


@given(st.sampled_from(WORDS), st.sampled_from(sorted(slips())), st.integers(0, 99))
def test_a_slip_gives_another_word_or_none(word: str, kind: str, seed: int) -> None:
    wrong = slipped(word, slips()[kind], random.Random(seed))
    assert wrong == "" or canonical(wrong) != canonical(word)
    assert wrong == slipped(word, slips()[kind], random.Random(seed))


@pytest.mark.parametrize("kind", slips())
def test_each_kind_applies(kind: str) -> None:
    chance = random.Random(1)
    made = [(word, slipped(word, slips()[kind], chance)) for word in WORDS]
    made = [(word, wrong) for word, wrong in made if wrong]
    assert len(made) > 1
    if kind in ("tone", "hỏi/ngã", "diacritic", "đ/d"):  # one part changes, the others stay
        for word, wrong in made:
            before, after = analyse(word), analyse(wrong)
            if before and after:
                assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


@pytest.mark.parametrize(
    ("kind", "word", "wrong"),
    [
        ("hỏi/ngã", "kỹ", "kỷ"),
        ("hỏi/ngã", "năm", ""),
        ("đ/d", "đường", "dường"),
        ("đ/d", "xã", ""),
        ("Telex", "chuyển", "chuyeenr"),
        ("Telex", "đường", "dduwowngf"),
        ("Telex", "phải", "phair"),
        ("Telex", "năm", "nawm"),
        ("Telex", "trong", ""),
        ("tone", "plastic", ""),
    ],
)
def test_known_slips(kind: str, word: str, wrong: str) -> None:
    assert slipped(word, slips()[kind], random.Random(0)) == wrong


def test_a_syllable_that_ends_in_a_stop_takes_its_other_tone() -> None:
    assert slipped("quyết", slips()["tone"], random.Random(0)) == "quyệt"


def test_errors_are_put_in_where_they_say() -> None:
    made = list(make_errors(TEXTS, 45, random.Random(5)))
    sound = {text.text for text in TEXTS}
    assert len(made) == 45
    assert {error.kind for error in made} == set(slips())
    for error in made:
        end = error.start + len(error.wrong)
        assert error.text[error.start : end] == error.wrong
        assert error.exists is is_syllable(error.wrong)
        before, after = error.text[: error.start], error.text[end:]
        whole = [text for text in sound if text.startswith(before) and text.endswith(after)]
        replaced = {canonical(text[len(before) : len(text) - len(after)]) for text in whole}
        assert error.right in replaced
    assert made == list(make_errors(TEXTS, 45, random.Random(5)))
    assert made != list(make_errors(TEXTS, 45, random.Random(6)))


def test_the_speller_finds_slips_in_the_twins_and_nothing_else(linter: Linter) -> None:
    errors = list(make_errors(TEXTS, 90, random.Random(2)))
    measured = measure("soat", own_checker(linter.registers.speller), TEXTS, errors)
    score = measured.score(real_words.LEAST_GAIN)
    assert score.number == 90
    assert score.recall > 0.8
    assert score.top > 0.8
    assert [mark for _, mark in measured.alarms(real_words.LEAST_GAIN)] == []
    points = list(curve(measured, TEXTS))
    recalls = [recall for _, _, recall in points]
    assert recalls == sorted(recalls, reverse=True)
    assert points[0][1] >= points[-1][1]


def silent(texts: Sequence[str]) -> Iterator[list[Mark]]:
    yield from ([] for _ in texts)


def noisy(texts: Sequence[str]) -> Iterator[list[Mark]]:
    yield from ([Mark(0, len(text), ("sai",))] for text in texts)


def test_silence_finds_nothing_and_noise_everything() -> None:
    errors = list(make_errors(TEXTS, 18, random.Random(3)))
    none = measure("im", silent, TEXTS, errors)
    assert (none.score(0).recall, none.score(0).top, none.alarms(0)) == (0.0, 0.0, [])
    all_of_it = measure("ồn", noisy, TEXTS, errors)
    assert all_of_it.score(0).recall == 1.0
    assert all_of_it.score(0).top == 0.0
    assert len(all_of_it.alarms(0)) == len(TEXTS)


ERROR = Error("tone", "twins", "gửi tới xa hội", 8, "xa", "xã", True)
CLEAN = Paragraph("twins", "gửi tới xã hội", ())


@pytest.mark.parametrize(
    ("mark", "found", "first"),
    [
        (Mark(8, 10, ("xã",)), 1, 1),
        (Mark(8, 14, ("Xã hội",)), 1, 1),
        (Mark(8, 10, ("xá", "xã")), 1, 0),
        (Mark(8, 10, ()), 1, 0),
        (Mark(8, 10, ("xã",), 5.0), 0, 0),
        (Mark(4, 8, ("xã",)), 0, 0),
        (Mark(10, 14, ("xã",)), 0, 0),
    ],
)
def test_what_counts_as_found(mark: Mark, found: int, first: int) -> None:
    measured = measure("một", lambda texts: ([mark] for _ in texts), [], [ERROR])
    score = measured.score(8.0)
    assert (score.number, score.found, score.first) == (1, found, first)


def test_the_surest_of_several_marks_counts() -> None:
    both = [Mark(8, 10, ("xá",), 6.0), Mark(8, 10, ("xã",), 9.0)]
    measured = measure("hai", lambda texts: (both for _ in texts), [CLEAN], [ERROR])
    assert measured.score(8.0).first == 1
    assert [mark.gain for _, mark in measured.alarms(8.0)] == [9.0]
    assert Measured("chưa đo").score(0).recall == 0.0


def test_another_program_is_read(tmp_path: Path) -> None:
    program = tmp_path / "outside.py"
    program.write_text(
        "import sys\nlines = open(sys.argv[1], encoding='utf-8').read().splitlines()\n"
        "print('checking', len(lines))\nprint('2:9 xa xã, xá')\nprint('1:1 x')\n",
        encoding="utf-8",
    )
    checker = outside_checker(f"{sys.executable} {program} {{file}}")
    first, second = checker(["một", "gửi tới xa hội"])
    assert first == [Mark(0, 1, ())]
    assert second == [Mark(8, 10, ("xã", "xá"), CERTAIN)]


def test_the_figure_is_well_formed_and_holds_all_points() -> None:
    points = [(0.4, 0.95), (0.1, 0.9), (0.0, 0.8)]
    drawn = curve_figure(points, points[1], [("hunspell", 80.0, 0.4), ("other", 0.2, 0.5)])
    root = ElementTree.fromstring(drawn)
    space = "{http://www.w3.org/2000/svg}"
    [line] = root.findall(f"{space}polyline")
    assert len(line.attrib["points"].split()) == len(points)
    assert len(root.findall(f"{space}circle")) == 3
    width, height = map(int, root.attrib["viewBox"].split()[2:])
    for circle in root.findall(f"{space}circle"):
        assert 0 <= float(circle.attrib["cx"]) <= width
        assert 0 <= float(circle.attrib["cy"]) <= height
    texts = [one.text for one in root.findall(f"{space}text")]
    assert "soat: 0.900 at 0.10" in texts
    assert "hunspell: 0.400 at 80 →" in texts
