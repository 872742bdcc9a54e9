"""Acronyms: their letters, their explanations, and what needs none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.file_report import FileReport
from checker.linter import Linter
from checker.registers.acronyms import initial, letters_of, spelled_by

Check = Callable[..., FileReport]


def told(check: Check, rule: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = check(text).findings
    return [(one.text, one.suggestions) for one in found if one.rule == f"spelling/{rule}"]


@pytest.mark.parametrize(
    ("acronym", "phrase", "chosen"),
    [
        ("UBND", "Giao Ủy ban nhân dân", (1, 2, 3, 4)),
        ("KHCN", "khoa học và công nghệ", (0, 1, 3, 4)),
        ("BCĐ", "Ban Chỉ đạo chuyển đổi số", (0, 1, 2)),
        ("ATTP", "an toàn thực phẩm", (0, 1, 2, 3)),
        ("UNBD", "Ủy ban nhân dân", ()),
        ("CDS", "chuyển đổi số", ()),
        ("PPP", "đối tác công tư", ()),
    ],
)
def test_an_acronym_is_spelled_by_initials_in_order(
    acronym: str, phrase: str, chosen: tuple[int, ...]
) -> None:
    assert spelled_by(acronym, phrase.split()) == chosen


@given(st.lists(st.text(alphabet="abcđêốuxÂĐ", min_size=1), min_size=1, max_size=8))
def test_initials_spell_their_words(words: list[str]) -> None:
    acronym = "".join(map(initial, words))
    assert spelled_by(acronym, words) == tuple(range(len(words)))


def test_signs_are_no_letters() -> None:
    assert letters_of("KT-XH") == "KTXH"
    assert letters_of("KH&CN") == "KHCN"


def test_register_is_sound(linter: Linter) -> None:
    known = linter.registers.acronyms
    assert len(known.meanings) >= 150
    assert known.common < set(known.meanings)
    assert not set(known.slips) & set(known.meanings)
    assert all(right in known.meanings for right in known.slips.values())
    assert known.is_known("KT-XH")
    assert not known.is_known("PXKQ")


@pytest.mark.parametrize(
    ("slip", "right"),
    [("HDDND", "HĐND"), ("UBNĐ", "UBND"), ("UBDN", "UBND"), ("GDDDT", "GDĐT"), ("DDBQH", "ĐBQH")],
)
def test_d_and_its_stroke_confused(check: Check, slip: str, right: str) -> None:
    assert told(check, "acronym", f"Giao {slip} xã xem xét kết quả.\n") == [(slip, (right,))]
    assert told(check, "acronym", f"Giao {right} xã; Quyết định số 12/QĐ-{slip}.\n") == []


def test_one_acronym_for_two_things(check: Check) -> None:
    text = "Lập Ban Chỉ đạo (BCĐ) xã.\nGiao Ban Chấp hành đảng bộ (BCĐ) xã chỉ đạo.\n"
    assert told(check, "acronym-twice", text) == [("BCĐ", ())]


@pytest.mark.parametrize(
    "again",
    ["Uỷ ban nhân dân (UBND)", "ủy ban nhân dân (UBND)", "Ủy ban  nhân dân tỉnh (UBND)"],
)
def test_an_explanation_may_be_repeated(check: Check, again: str) -> None:
    text = f"Giao Ủy ban nhân dân (UBND) xã chủ trì.\nĐề nghị {again} xã phối hợp.\n"
    for rule in ("acronym-twice", "acronym-rivals", "acronym-letters", "acronym-late"):
        assert told(check, rule, text) == []


def test_one_thing_under_two_acronyms(check: Check) -> None:
    text = "Về khoa học và công nghệ (KHCN).\nPhát triển khoa học và công nghệ (KH&CN) ở xã.\n"
    assert told(check, "acronym-rivals", text) == [("KH&CN", ("KHCN",))]


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("Giao Ủy ban nhân dân (UNBD) xã.", "UBND"),
        ("Đẩy mạnh chuyển đổi số (CDS) ở xã.", "CĐS"),
        ("Về quy phạm pháp luật (QPPPL) ở xã.", "QPPL"),
        ("Về nuôi trồng thủy sản (NTTX) ở xã.", "NTTS"),
    ],
)
def test_letters_at_odds_with_the_words(check: Check, line: str, right: str) -> None:
    [(_, suggestions)] = told(check, "acronym-letters", line + "\n")
    assert suggestions == (right,)


@pytest.mark.parametrize(
    "line",
    [
        "Về trách nhiệm xã hội (CSR) của doanh nghiệp.",
        "Nhu cầu sử dụng oxy (SOD) của bùn.",
        "Về khoa học, công nghệ và đổi mới sáng tạo (KHCN&ĐMST).",
        "Tỉnh Bình Dương (BDG) và tỉnh Quảng Ninh (QNI).",
    ],
)
def test_letters_of_another_kind(check: Check, line: str) -> None:
    assert told(check, "acronym-letters", line + "\n") == []


UNKNOWN = "Các thôn gửi kết quả về PXKQ của xã trước ngày 15 hằng tháng.\n"


def test_an_unknown_acronym_is_told_once(check: Check) -> None:
    assert told(check, "acronym-unexplained", UNKNOWN * 3) == [("PXKQ", ())]


@pytest.mark.parametrize(
    "text",
    [
        UNKNOWN,  # once only
        UNKNOWN * 2 + "Phòng xét kết quả (PXKQ) của xã tổng hợp.\n",
        UNKNOWN * 2 + "PXKQ: Phòng xét kết quả\n",
        UNKNOWN.upper() * 2,
        "Căn hộ XVIII và XXVII do UBND xã, HĐND xã quản lý theo TCVN.\n" * 2,
        "Phần mềm PXKQ dùng ở các thôn; Quyết định số 12/QĐ-PXKQ của xã.\n" * 2,
    ],
)
def test_acronyms_that_need_no_explanation(check: Check, text: str) -> None:
    assert told(check, "acronym-unexplained", text) == []


def test_late_explanation(check: Check) -> None:
    text = UNKNOWN + "Phòng xét kết quả (PXKQ) của xã tổng hợp.\n"
    assert told(check, "acronym-late", text) == [("PXKQ", ())]
    explained = "Phòng xét kết quả (PXKQ) của xã tổng hợp.\n" + UNKNOWN
    assert told(check, "acronym-late", explained) == []
