"""Fixed terms with wrong diacritics: what is told, what is left alone, and the list itself."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import checker.spelling
from checker.data import parse_yaml
from checker.spelling.slip import Slip
from checker.spelling.syllables import canonical
from checker.spelling.terms import Term, Terms, find_terms, make_terms
from checker.spelling.tokens import prose_of
from checker.text.folding import fold
from tests.conftest import TWINS, twin

SHIPPED = Path(checker.spelling.__file__).parent / "terms.yml"
SYLLABLE = re.compile(r"[^\W\d_]+")
MARKS = "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵăâđêôơư"


@cache
def raw() -> Any:
    return parse_yaml(SHIPPED.read_text(encoding="utf-8"))


@cache
def terms() -> Terms:
    return make_terms(raw())


def slips(
    text: str,
    *also: Term,
    pairs: dict[tuple[str, str], int] | None = None,
    names: tuple[tuple[int, int], ...] = (),
) -> list[Slip]:
    known = Terms(also, terms().small_words) if also else terms()
    counts = pairs or {}
    return list(
        find_terms(prose_of(text, names), known, lambda left, right: counts.get((left, right), 0))
    )


def told(text: str, *also: Term, pairs: dict[tuple[str, str], int] | None = None) -> list[str]:
    return [slip.suggestions[0] for slip in slips(text, *also, pairs=pairs)]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Đăng trên Công Thông tin điện tử của xã", "Cổng Thông tin điện tử"),
        ("công tác chuyển đối số năm 2026", "chuyển đổi số"),
        ("VỀ CHUYỂN ĐỐI SỐ NĂM 2026", "CHUYỂN ĐỔI SỐ"),
        ("về an sinh xã hôi", "an sinh xã hội"),
        ("phòng, chống tham nhủng", "phòng, chống tham nhũng"),
        ("phòng chống tham nhủng", "phòng chống tham nhũng"),
        ("phát triển kinh tê - xã hội", "phát triển kinh tế - xã hội"),
        ("phát triển kinh tê-xã hội", "phát triển kinh tế-xã hội"),
        ("Uỷ ban nhan dân xã", "Uỷ ban nhân dân"),
        ("các vấn đề du luận quan tâm", "dư luận"),
        ("theo Tư tưởng Hồ Chi Minh", "Tư tưởng Hồ Chí Minh"),
    ],
)
def test_tells_a_term_with_wrong_diacritics(text: str, suggestion: str) -> None:
    assert told(text) == [suggestion]


@pytest.mark.parametrize(
    "text",
    [
        "Theo văn bản chỉ đạo của cấp trên",
        "chuyển đổi sở hữu, kinh tế so với cùng kỳ",
        "văn hoá, Uỷ ban nhân dân, xã hội hoà bình",
        "từ khóa chuyen doi so, thanh tra kiem tra, thẻ #chuyendoiso",
        "đầu tư cống thoát nước, đầu tư cổng chào",
        "quyết toán. Nông thôn mỗi năm",
        "chuyển đối\nsố liệu",
        "thôn Đạo Đúc, ông Đào Đức",
        "gửi về chuyển-đối-số@example.vn",
    ],
)
def test_leaves_other_phrases_alone(text: str) -> None:
    assert told(text) == []


def test_the_slip_is_the_whole_term_and_names_the_wrong_syllables() -> None:
    (slip,) = slips("Chất lượng dich vụ công trực tuyên.")
    assert (slip.kind, slip.start, slip.end) == ("term", 11, 34)
    assert slip.suggestions == ("dịch vụ công trực tuyến",)
    assert slip.values == {
        "reason": "sai dấu ở “dich”, “tuyên”",
        "reason_en": "has wrong diacritics in “dich”, “tuyên”",
    }


def test_the_longest_term_is_told_once() -> None:
    assert told("cải cách thủ tuc hành chính") == ["cải cách thủ tục hành chính"]


def test_a_right_term_vouches_for_its_syllables() -> None:
    long, short = Term("văn bản chỉ đạo"), Term("ban chỉ đạo")
    assert told("văn bản chỉ đạo", short) == ["ban chỉ đạo"]
    assert told("văn bản chỉ đạo", short, long) == []


def test_what_stands_under_also_is_right() -> None:
    assert told("bản tổ chức", Term("ban tổ chức")) == ["ban tổ chức"]
    assert told("bản tổ chức", Term("ban tổ chức", ("bản tổ chức",))) == []


def test_another_phrase_does_not_vouch_for_a_longer_term() -> None:
    short, long = Term("tư tưởng", ("tư tường",)), Term("tư tưởng hồ chí minh")
    assert told("tư tường hồ chí minh", short, long) == ["tư tưởng hồ chí minh"]


def test_a_long_term_yields_to_its_neighbour_only_for_much() -> None:
    term = Term("thông tin đối ngoại")
    few, many = {("ngoài", "trong"): 9, ("ngoại", "trong"): 5}, {("ngoài", "trong"): 90}
    assert told("thông tin đối ngoài trong", term, pairs=few) == ["thông tin đối ngoại"]
    assert told("thông tin đối ngoài trong", term, pairs=many) == []


def test_a_syllable_that_goes_with_its_neighbour_outside_is_no_slip() -> None:
    term = Term("thống kê")
    assert told("hệ thống kế toán", term) == ["thống kê"]
    assert told("hệ thống kế toán", term, pairs={("kế", "toán"): 900}) == []
    term = Term("sở xây dựng")
    assert told("hồ sơ xây dựng", term, pairs={("hồ", "sơ"): 9, ("hồ", "sở"): 1}) == []
    assert told("hồ, sơ xây dựng", term, pairs={("hồ", "sơ"): 9, ("hồ", "sở"): 1}) != []
    assert told("của sơ xây dựng", term, pairs={("của", "sơ"): 9, ("của", "sở"): 99}) != []


def test_a_small_word_beside_a_short_term_is_no_slip() -> None:
    assert told("tổ chức đang", Term("tổ chức đảng")) == []
    assert told("từ chuyển hóa", Term("tự chuyển hóa")) == []
    assert told("từ tưởng hồ chí minh", Term("tư tưởng hồ chí minh")) != []


def test_two_words_seen_together_in_print_are_no_slip() -> None:
    assert told("các dự luận", Term("dư luận"), pairs={("dự", "luận"): 3}) == []


def test_names_are_left_alone() -> None:
    text = "Nguyễn Tư Tường, giáo viện"
    assert [slip.suggestions for slip in slips(text)] == [("giáo viên",)]
    assert slips("bà Bùi Xuyên tac", names=((3, 16),)) == []


def test_two_of_four_wrong_syllables_are_another_phrase() -> None:
    assert told("bao vệ mọi trường") == []


@given(st.data())
def test_one_changed_mark_in_a_term_of_three_syllables_is_found(data: st.DataObject) -> None:
    known = [term for term in terms().terms if len(term.syllables) > 2 and term.text.islower()]
    term = data.draw(st.sampled_from(known))
    words = list(term.syllables)
    at = data.draw(st.integers(0, len(words) - 1))
    marked = [i for i, letter in enumerate(words[at]) if fold(letter) in "aeiouyd"]
    index = data.draw(st.sampled_from(marked or [0]))
    same = [mark for mark in MARKS if fold(mark) == fold(words[at][index])] or ["x"]
    letter = data.draw(st.sampled_from(same))
    words[at] = words[at][:index] + letter + words[at][index + 1 :]
    wrong = " ".join(words)
    if canonical(words[at]) == term.forms[at] or fold(wrong) != fold(" ".join(term.syllables)):
        return
    if any(other in wrong for known_term in terms().terms for other in known_term.also):
        return
    for slip in slips(f"về {wrong} của"):
        assert slip.suggestions[0] in " ".join(term.syllables)


@given(st.text(alphabet="aăâbcđeêơưốộ ,.-\n#İſßÐ́", max_size=60))
def test_any_text_is_survived(text: str) -> None:
    for slip in slips(text):
        assert 0 <= slip.start < slip.end <= len(text)


@pytest.mark.parametrize("name", TWINS)
def test_nothing_is_told_on_a_sound_plan(name: str) -> None:
    assert slips(twin(name)) == []


class TestList:
    def test_is_long(self) -> None:
        assert len(terms().terms) >= 1000

    def test_terms_are_spelled_in_the_usual_way(self) -> None:
        for term in terms().terms:
            for text in (term.text, *term.also):
                words = SYLLABLE.findall(text)
                assert [canonical(word) for word in words] == [word.lower() for word in words]
                assert all(word.islower() or word.istitle() for word in words)

    def test_fields_are_sorted(self) -> None:
        for field, entries in raw()["terms"].items():
            texts = [entry if isinstance(entry, str) else str(entry["term"]) for entry in entries]
            assert texts == sorted(texts, key=lambda text: (fold(text).lower(), text)), field

    def test_no_two_terms_have_the_same_letters(self) -> None:
        seen: dict[str, str] = {}
        for term in terms().terms:
            letters = fold(term.text).lower().replace(",", "").replace(" - ", " ")
            assert seen.setdefault(letters, term.text) == term.text

    def test_also_has_the_letters_of_its_term(self) -> None:
        for term in terms().terms:
            for other in term.also:
                assert fold(other).lower() == fold(term.text).lower()
                assert other != term.text

    def test_terms_do_not_contradict_each_other(self) -> None:
        for term in terms().terms:
            assert told(term.text) == []
