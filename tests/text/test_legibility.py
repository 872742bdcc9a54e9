"""Good text is legible however long it is; text without its diacritics is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.file_report import FileReport
from checker.parsing.legibility import find_illegible
from checker.text.folding import fold
from checker.text.legibility import is_legible

SENTENCE = (
    "Ủy ban nhân dân các cấp có trách nhiệm chỉ đạo, hướng dẫn, kiểm tra và tổ chức thực hiện "
)


@pytest.mark.parametrize("words", [45, 60, 62, 75, 89, 91, 121, 400])
def test_good_text_with_a_plain_tail(words: int) -> None:
    good = " ".join((SENTENCE * 30).split()[: words - 3])
    assert is_legible(f"{good} theo quy trong")
    assert not is_legible(fold(good))


def test_short_texts_have_the_benefit_of_the_doubt() -> None:
    assert is_legible(fold(SENTENCE))


def spans(text: str) -> tuple[tuple[int, int], ...]:
    legible, found = find_illegible(text)
    assert legible
    return found


@pytest.mark.parametrize("words", [45, 60, 90])
def test_a_stripped_paragraph_is_found_where_it_stands(words: int) -> None:
    good = SENTENCE * 10 + ".\n"
    junk = fold(" ".join((SENTENCE * 10).split()[:words]))
    assert spans(f"{good}{junk}\n{good}") == ((len(good), len(good) + len(junk)),)


def test_wrong_diacritics_are_junk_too() -> None:
    good = SENTENCE * 20
    junk = " ".join(["Thuỹc hiễcn hưởdng dậsn cuảa Bạan"] * 12)
    assert spans(f"{good}\n{junk}\n{good}") == ((len(good) + 1, len(good) + 1 + len(junk)),)


@pytest.mark.parametrize(
    "odd",
    [
        "The parties shall cooperate in the field of tourism and trade and exchange information. "
        * 5,
        "COD, BOD, TSS, pH, DO, NH4, NO3, Pb, Cd, Hg, As, Cr, Fe, Mn, Coliform, Clo, Photpho. " * 5,
        "1.250 2.300 45,5% 12/2025 " * 40,
        "ubnd@binhthanh.gov.vn; https://binhthanh.gov.vn/tin-tuc/ke-hoach-tuyen-truyen " * 20,
        "Nguyễn Văn An, Trần Thị Bình, Lê Minh, Hoàng Nam, Phan Nam Anh, Y Moan, Cao Tam Mai. " * 5,
    ],
)
def test_what_has_few_diacritics_by_nature(odd: str) -> None:
    assert spans(f"{SENTENCE * 20}\n{odd}\n{SENTENCE * 20}") == ()


@given(st.text(alphabet="aăđốn thic.\n", max_size=400))
def test_spans_lie_in_order_inside_the_text(text: str) -> None:
    _, found = find_illegible(SENTENCE * 10 + text)
    flat = [offset for span in found for offset in span]
    assert flat == sorted(flat)
    assert all(0 <= offset <= len(SENTENCE) * 10 + len(text) for offset in flat)


def test_nothing_is_checked_where_the_text_is_junk(check: Callable[..., FileReport]) -> None:
    good = SENTENCE * 4 + "Các thôn&nbsp;thực hiện.\n"
    junk = "cac thon&nbsp;thuc hien nhiem vu duoc giao trong nam do " * 5 + "\n"
    report = check(good + junk + good)
    places = {one.place.line for one in report.findings if one.rule == "hygiene/markup"}
    assert places == {1, 3}
    assert [one.place.line for one in report.findings if one.rule == "hygiene/illegible-part"] == [
        2
    ]
    [skipped] = [
        one for one in report.as_json("vi")["skipped"] if one["reason"] == "illegible-part"
    ]
    assert skipped["lines"] == [[2, 2]]
    assert "spelling" in skipped["groups"]


def test_mostly_junk_is_illegible_as_a_whole() -> None:
    junk = fold(SENTENCE) * 20
    assert find_illegible(f"{SENTENCE * 5}\n{junk}") == (False, ())
