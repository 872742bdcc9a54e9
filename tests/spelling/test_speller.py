"""All finders together: each place once, in order, and silent on what the office calls right."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import ConfigError
from checker.office import Office
from checker.spelling import speller as module
from checker.spelling.counting import Counting
from checker.spelling.counts import pack
from checker.spelling.slip import Slip
from checker.spelling.speller import KINDS, Speller
from checker.spelling.tokens import Prose, prose_of
from tests.conftest import SEEDS, TWINS, seed, twin

SPELLER = Speller.load()


def told(text: str, speller: Speller = SPELLER) -> list[tuple[str, str]]:
    return [(slip.kind, text[slip.start : slip.end]) for slip in speller.slips(prose_of(text))]


@pytest.mark.parametrize(
    ("text", "kind", "wrong"),
    [
        ("Tổ chức tuyeen truyền trên địa bàn xã.", "keyboard", "tuyeen"),
        ("Đẩy mạnh chuyển đối số của xã.", "term", "chuyển đối số"),
        ("Công tác tuyên tryền của xã.", "syllable", "tryền"),
        ("Tổ chức thí tìm hiểu pháp luật của xã.", "real-word", "thí"),
    ],
)
def test_each_slip_by_its_kind(text: str, kind: str, wrong: str) -> None:
    assert (kind, wrong) in told(text)
    assert len(told(text)) == 1


def test_several_in_the_order_of_the_text() -> None:
    text = "Tổ chức thí tìm hiểu pháp luật, tuyên tryền và chuyển đối số của xã."
    assert [wrong for _, wrong in told(text)] == ["thí", "tryền", "chuyển đối số"]


def test_the_surest_finder_has_the_word(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(prose: Prose, *_: object) -> list[Slip]:
        return [Slip("glued", 8, 15), Slip("glued", 14, 20), Slip("glued", 0, 2)]

    text = "Tổ chức thí tìm hiểu pháp luật của xã."
    assert told(text) == [("real-word", "thí")]
    monkeypatch.setattr(module, "find_glued", find)
    assert told(text) == [("glued", "Tổ"), ("glued", "thí tìm")]


@pytest.mark.parametrize("name", SEEDS[:2])
def test_each_place_of_a_document_once_and_in_order(name: str) -> None:
    found = SPELLER.slips(prose_of(seed(name)))
    assert {slip.kind for slip in found} <= set(KINDS)
    for one, other in pairwise(found):
        assert one.end <= other.start


@pytest.mark.parametrize("name", TWINS)
def test_sound_documents_have_guesses_at_most(name: str) -> None:
    assert [one for one in told(twin(name)) if one[0] != "guess"] == []


PARTS = ["tuyeen", "truyền", "đối", "số", "chuyển", "tryền", "sữa", "chữa", ",", ".", "xãhội"]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_any_text_each_place_once_and_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    found = SPELLER.slips(prose_of(text))
    assert all(0 <= slip.start < slip.end <= len(text) for slip in found)
    for one, other in pairwise(found):
        assert one.end <= other.start


def test_a_word_of_the_office_is_right() -> None:
    text = "Ra mắt ứng dụng Tryền của xã; tập huấn trên tryền cho công chức."
    assert len(told(text)) == 2
    for words in (("tryền",), ("Tryền",), ("Ứng dụng TRYỀN",)):
        assert told(text, SPELLER.with_office(Office(words=words))) == []
    assert len(told(text, SPELLER.with_office(Office(words=("khác",))))) == 2


def test_an_office_that_says_nothing_changes_nothing() -> None:
    assert SPELLER.with_office(Office(locality="xã Hưng Đạo, tỉnh Cao Bằng")) is SPELLER


def test_what_the_archive_has_often_is_right(tmp_path: Path) -> None:
    counting = Counting()
    for _ in range(100):
        counting.add("tổ chức thí tìm hiểu pháp luật của xã")
    archive = tmp_path / "kho.bin"
    archive.write_bytes(pack(*counting.result()))
    known = SPELLER.with_office(Office(archive=str(archive)))
    assert told("Tổ chức thí tìm hiểu pháp luật của xã.", known) == []
    assert known.model.pair("thí", "tìm") > 95
    assert told("Công tác tuyên tryền của xã.", known) == [("syllable", "tryền")]


def test_an_archive_that_cannot_be_read_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as missing:
        SPELLER.with_office(Office(archive=str(tmp_path / "khong-co.bin")))
    assert missing.value.code == "unreadable"
    (tmp_path / "kho.bin").write_bytes(b"khac")
    with pytest.raises(ConfigError) as broken:
        SPELLER.with_office(Office(archive=str(tmp_path / "kho.bin")))
    assert broken.value.code == "not-counts"


def test_a_phrase_of_the_office_is_right() -> None:
    text = "Rà soát tài khoản định danh mức 2 của người dân."
    assert [slip.suggestions for slip in SPELLER.slips(prose_of(text))] == [("mục",)]
    assert SPELLER.with_office(Office(words=("Định danh mức",))).slips(prose_of(text)) == ()


def test_a_guess_gives_way() -> None:
    text = "Làm tốt thông tin đối ngoại của xã.\n" * 12 + "Tập huấn thông tin đối cho công chức."
    assert [slip.kind for slip in SPELLER.slips(prose_of(text))] == ["missing-word"]
