"""Which lines belong to which zone: sound documents as clerks set them are silent, and each zone is
seen with a fault once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checker.linter import Linter
from checker.reading import Cell
from tests.checks.layouts import CENTRED, LETTERS, LONG, PLAN, PROSE, Laid, Line
from tests.checks.test_format import found, rules

ITALIC = LETTERS._replace(italic=True)
BOLD = LETTERS._replace(bold=True)
SMALL = LETTERS._replace(size=12.0)
NARROW = PROSE._replace(before=0.0)
COMMITTEE = PLAN.but("UBND THÀNH PHỐ", text="ỦY BAN NHÂN DÂN", bold=True).but(
    "SỞ TƯ PHÁP", text="PHƯỜNG NHỊ CHIỂU"
)
LETTER = Laid(
    (
        *PLAN.lines[:5],
        Line("V/v tuyên truyền, phổ biến", SMALL, CENTRED, Cell(0, 1, 0)),
        Line("pháp luật năm 2026", SMALL, CENTRED, Cell(0, 1, 0)),
        PLAN.lines[5],
        Line("Kính gửi:", LETTERS, CENTRED),
        Line("- Ủy ban nhân dân các xã;", LETTERS, NARROW),
        Line("- Các trường trung học phổ thông.", LETTERS, NARROW),
        Line("Căn cứ Kế hoạch số 12/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân thành phố;"),
        Line(LONG),
        *PLAN.lines[-6:],
    )
).but("Số:", text="Số: 05/STP-PB")


def before(start: str, *lines: Line) -> Laid:
    """The plan with lines before the one that begins so."""
    index = next(i for i, one in enumerate(PLAN.lines) if one.text.startswith(start))
    return replace(PLAN, lines=(*PLAN.lines[:index], *lines, *PLAN.lines[index:]))


@pytest.mark.parametrize(
    ("start", "changes", "rule"),
    [
        ("V/v", {}, None),
        ("Hải Phòng", {"italic": False}, "place-date"),
        ("Hải Phòng", {"bold": True}, "place-date"),
        ("Số", {"bold": True}, "number"),
        ("V/v", {"bold": True}, "letter-subject"),
        ("pháp luật", {"italic": True}, "letter-subject"),
        ("- Các trường", {"size": 12.0}, "addressee"),
        ("Căn cứ", {"size": 12.0}, "body-size"),
    ],
)
def test_letter_with_a_subject_of_two_lines(
    linter: Linter, start: str, changes: dict[str, Any], rule: str | None
) -> None:
    broken = LETTER.but(start, **changes)
    assert rules(linter, broken) == ([f"layout/{rule}"] if rule else [])


def test_first_line_of_a_name_in_other_letters(linter: Linter) -> None:
    assert rules(linter, COMMITTEE) == []
    assert rules(linter, COMMITTEE.but("ỦY BAN", bold=False)) == ["layout/issuer"]
    assert rules(linter, COMMITTEE.but("ỦY BAN", size=14.0)) == ["layout/issuer"]


def test_name_with_other_lines_between_is_judged_without_them(linter: Linter) -> None:
    lines = list(COMMITTEE.lines)
    header = [replace(line, cell=None) for line in (lines[0], lines[2], lines[1], lines[3])]
    typed = replace(COMMITTEE, lines=(*header, *lines[4:]))
    assert rules(linter, typed) == []
    assert rules(linter, typed.but("PHƯỜNG", bold=False)) == ["layout/issuer"]
    assert rules(linter, typed.but("CỘNG HÒA", bold=False)) == ["layout/nation"]


def test_each_paragraph_of_the_title_is_judged(linter: Linter) -> None:
    title = before("Căn cứ Luật", Line("trên địa bàn thành phố", BOLD, CENTRED)).but(
        "Tuyên truyền", text="Tuyên truyền, phổ biến pháp luật năm 2026"
    )
    assert rules(linter, title) == []
    assert rules(linter, title.but("trên địa bàn", bold=False)) == ["layout/title"]


def test_proposal_below_the_grounds_is_one_of_them(linter: Linter) -> None:
    laid = before("I. MỤC", Line("Theo đề nghị của Chánh Văn phòng Sở.", ITALIC)).but(
        "Căn cứ Chương", text="Căn cứ Chương trình công tác năm 2026;"
    )
    assert rules(linter, laid) == []
    assert rules(linter, laid.but("Theo đề nghị", italic=False)) == ["layout/basis"]


def test_addressees_of_a_telegram_are_no_body(linter: Linter) -> None:
    call = (
        Line("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG ĐIỆN:", BOLD, CENTRED),
        Line("- Các phòng, đơn vị thuộc phường;", LETTERS, NARROW),
        Line("- Các tổ dân phố.", LETTERS, NARROW),
    )
    assert rules(linter, before("I. MỤC", *call)) == []
    listed = (Line(LONG), *(replace(line, form=NARROW) for line in call[1:]))
    assert rules(linter, before("II. TỔ", *listed)) == ["layout/paragraph-gap"]


def test_last_of_a_list_of_short_items_is_no_heading(linter: Linter) -> None:
    people = (
        Line("2. Ông Nguyễn Văn An, Giám đốc - Trưởng ban"),
        Line("3. Bà Trần Thị Bình, Phó Giám đốc - Thành viên"),
        Line("Ban Tổ chức tự giải thể sau khi hoàn thành nhiệm vụ."),
    )
    assert rules(linter, before("II. TỔ", *people)) == []
    assert rules(linter, before("II. TỔ", *people[1:])) == ["layout/item-heading"]


@pytest.mark.parametrize("caption", ["Bảng 1. Phân công nhiệm vụ", "Hình số 2: Sơ đồ tổ chức"])
def test_captions_are_no_body(linter: Linter, caption: str) -> None:
    line = Line(caption, SMALL._replace(italic=True), CENTRED)
    assert rules(linter, before("II. TỔ", line)) == []
    line = replace(line, text="Bảng phân công nhiệm vụ")
    assert rules(linter, before("II. TỔ", line)) == ["layout/body-size"]


def test_centred_motto_is_no_prose(linter: Linter) -> None:
    motto = Line(f"“{LONG}”", BOLD, CENTRED)
    assert rules(linter, before("II. TỔ", motto)) == []
    plain = replace(motto, letters=LETTERS)
    assert rules(linter, before("II. TỔ", plain)) == [
        "layout/body-alignment",
        "layout/first-line",
    ]


@pytest.mark.parametrize(
    ("points", "sound"), [(0.0, True), (12.0, True), (26.0, True), (40.0, False)]
)
def test_lines_at_least_so_far_apart_are_single_lines_or_wider(
    linter: Linter, points: float, sound: bool
) -> None:
    laid = PLAN.but(LONG[:20], line=points, line_rule="least")
    assert rules(linter, laid) == ([] if sound else ["layout/line-spacing"])


def test_short_sentences_are_told_with_long_ones_and_never_alone(linter: Linter) -> None:
    left = PROSE._replace(alignment="left")
    short = Line("Thực hiện theo quy định.", LETTERS, left)
    assert rules(linter, before("II. TỔ", short)) == []
    (finding,) = found(linter, before("II. TỔ", Line(LONG, LETTERS, left), short))
    assert finding.rule == "layout/body-alignment"
    assert finding.message.startswith("2 đoạn văn")


def test_sentence_above_the_first_heading_is_body(linter: Linter) -> None:
    told = Line("Sở Tư pháp ban hành Kế hoạch như sau:", SMALL)
    assert rules(linter, before("I. ", told)) == ["layout/body-size"]
    assert rules(linter, before("I. ", replace(told, letters=LETTERS))) == []
