"""Capitals: names against their register, places, citations and starts of sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.checks import letter_case, name_case, place_case
from checker.context import Context, Gate
from checker.decoding import DecodingError
from checker.document import Document
from checker.finding import Fact
from checker.linter import Linter
from checker.parsing import parse
from checker.reading import read_bytes
from checker.text.regex import Regex
from tests.conftest import seed, twin

NAMES = ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa và Thể thao", "Sở Y tế")


def document_of(linter: Linter, text: str) -> Document:
    return parse(read_bytes(text.encode(), "test.txt"), linter.grammar)


def facts(linter: Linter, check: name_case.Check, text: str) -> list[tuple[str, tuple[str, ...]]]:
    document = document_of(linter, text)
    context = Context(linter.registers, Gate(check.triggers).hits(document))
    found: list[Fact] = list(check.facts(document, context))
    return [(document.text[fact.start : fact.end], fact.suggestions) for fact in found]


def told(linter: Linter, text: str) -> list[tuple[str, str]]:
    report = linter.check(read_bytes(text.encode(), "test.txt"), "draft")
    return [(f.rule, f.text) for f in report.findings if f.group == "capitalization"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Báo cáo Sở Y Tế.", [("Sở Y Tế", ("Sở Y tế",))]),
        ("Báo cáo Sở Y tế; SỞ Y TẾ; Sở Ytế.", []),
        # the place of the tone mark is kept as it is written
        ("Gửi Sở văn hoá và thể thao.", [("Sở văn hoá và thể thao", ("Sở Văn hoá và Thể thao",))]),
        # the longer of two names is read
        (
            "Gửi Sở Văn Hóa, Thể thao và Du lịch.",
            [("Sở Văn Hóa, Thể thao và Du lịch", ("Sở Văn hóa, Thể thao và Du lịch",))],
        ),
        # another word or mark is another matter
        ("Gửi Sở Văn Hóa, Thể thao, Du lịch.", []),
        ("Các cơ sở y tế và trụ sở y tế.", []),
        ("Gửi a@Sở Y Tế và Sở Y Tế.vn.", []),
    ],
)
def test_names(linter: Linter, text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert facts(linter, name_case.Check(NAMES), text) == found


@pytest.mark.parametrize(
    ("first", "text", "found"),
    [
        ("capital", "nhớ bác Hồ và Bác hồ", ["Bác hồ"]),
        ("judged", "nhớ bác Hồ và Bác hồ, ông bác hồ hởi", ["bác Hồ", "Bác hồ"]),
        ("free", "nhớ bác Hồ và Bác hồ và bác hồ", ["Bác hồ", "bác hồ"]),
    ],
)
def test_first_letter(linter: Linter, first: str, text: str, found: list[str]) -> None:
    check = name_case.Check(("Bác Hồ",), first=first)
    assert [shown for shown, _ in facts(linter, check, text)] == found


def test_words_beside_a_name(linter: Linter) -> None:
    check = name_case.Check(("Nam Bộ",), not_after=("việt",), not_before=("đội",))
    text = "Ở Việt Nam bộ máy gọn; miền Nam bộ đội về; vùng Nam bộ, đội tuyển."
    assert facts(linter, check, text) == [("Nam bộ", ("Nam Bộ",))]


def test_accepted_forms_are_silent(linter: Linter) -> None:
    check = name_case.Check(("Trạm Y tế",), accept=("Trạm y tế",))
    text = "Trạm y tế và Trạm Y Tế"
    assert facts(linter, check, text) == [("Trạm Y Tế", ("Trạm Y tế",))]


def test_a_difference_inside_the_document_is_left_to_its_own_rule(linter: Linter) -> None:
    text = (
        "1. Tuyên truyền\n* Đơn vị chủ trì: Phòng Văn hóa - Xã hội.\n"
        "2. Tập huấn\n* Đơn vị chủ trì: Phòng Văn Hóa - Xã Hội.\n"
    )
    report = linter.check(read_bytes(text.encode(), "test.txt"), "draft")
    rules = [f.rule for f in report.findings if f.text == "Phòng Văn Hóa - Xã Hội"]
    assert rules == ["units/capitals"]


def test_each_seed_place_is_told(linter: Linter) -> None:
    assert told(linter, seed("binh-thanh")) == [
        ("capitalization/place-level", "Xã Bình Thành"),
        ("capitalization/deputy", "phó Chủ tịch"),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Tuyên truyền trên địa bàn Xã Bình Thành.", ["Xã Bình Thành"]),
        ("Xã Bình Thành đã họp. Xã Bình Thành sẽ họp: Xã Bình Thành dẫn đầu.", []),
        ("Họp tại Phường 12, Phường Trần Hưng Đạo, Thành phố Hồ Chí Minh.", []),
        ("Giao lưu với Thành phố Huế; báo cáo UBND Thành phố Báo cáo viên.", ["Thành phố Huế"]),
        ("Người dân xã Bình thành tham gia.", ["Bình thành"]),
        ("Người dân XÃ BÌNH THÀNH tham gia, bình thành quả.", []),
    ],
)
def test_places(linter: Linter, sentence: str, found: list[str]) -> None:
    text = twin("binh-thanh").replace(
        "III. KINH PHÍ THỰC HIỆN\n", f"{sentence}\n\nIII. KINH PHÍ THỰC HIỆN\n"
    )
    assert [shown for _, shown in told(linter, text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Các đơn vị đã báo cáo đầy đủ. tiếp tục rà soát danh mục.", ["tiếp"]),
        ("Duy trì hình ảnh của Việt Nam. tiếp tục quảng bá du lịch.", ["tiếp"]),
        ("Theo ThS. nguyễn và v.v. các mô hình, xem tr. số sáu.", []),
        ("The measure applied to plans of the state. water supply is a duty.", []),
        ("a) tiếp tục rà soát;\nb) các đơn vị báo cáo.\ncác trường báo cáo.", []),
    ],
)
def test_starts_of_sentences(linter: Linter, text: str, found: list[str]) -> None:
    assert [shown for _, shown in told(linter, text)] == found


@pytest.mark.parametrize(
    "make",
    [
        lambda: name_case.Check(("Bác Hồ",), first="small"),
        lambda: name_case.Check(("…",)),
        lambda: name_case.Check(("Bác Hồ",), not_in=("POEM",)),
        lambda: place_case.Check("surname"),
    ],
)
def test_unsound_keys_are_refused(make: Callable[[], object]) -> None:
    with pytest.raises(DecodingError):
        make()


def test_letter_case_needs_letters_to_change() -> None:
    with pytest.raises(DecodingError):
        letter_case.Check(Regex("(?P<bad>khoản)"), ("khoản",)).validate()
    with pytest.raises(DecodingError):
        letter_case.Check(Regex("(?P<bad>(?P<up>khoản))"), ())


def test_names_of_a_rule_do_not_contradict_each_other(linter: Linter) -> None:
    for rule in linter.rules:
        if isinstance(rule.check, name_case.Check):
            assert len(set(rule.check.names)) == len(rule.check.names), rule.id
            assert not set(rule.check.names) & set(rule.check.accept), rule.id
