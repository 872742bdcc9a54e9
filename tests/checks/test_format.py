"""Zones of a document and how they are set."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.finding import Finding
from checker.linter import Linter
from checker.reading import Cell, Source
from checker.reading.layout import (
    Format,
    Layout,
    Mark,
    Page,
    PageNumber,
    Paragraph,
    ParagraphFormat,
    Run,
)
from tests.checks.layouts import CENTRED, LETTERS, LONG, PLAN, PROSE, Laid, Line
from tests.conftest import twin

UNKNOWN = Format()


def found(linter: Linter, laid: Laid | Source, stage: str = "draft") -> list[Finding]:
    """What the rules on layout and leftovers say."""
    source = laid.source() if isinstance(laid, Laid) else laid
    kinds = ("format", "paragraph_gap", "sizes", "characters", "page", "page_number")
    kinds += ("leftover", "properties")
    own = {rule.id for rule in linter.rules if type(rule.check).__module__.split(".")[-1] in kinds}
    return [one for one in linter.check(source, stage).findings if one.rule in own]


def rules(linter: Linter, laid: Laid | Source) -> list[str]:
    return [finding.rule for finding in found(linter, laid)]


def test_sound_plan_is_silent(linter: Linter) -> None:
    assert rules(linter, PLAN) == []


@pytest.mark.parametrize(
    ("start", "changes", "rule", "setting"),
    [
        ("CỘNG HÒA", {"size": 14.0}, "nation", {"size": 13.0}),
        ("CỘNG HÒA", {"size": 13.25}, None, {}),
        ("CỘNG HÒA", {"size": 13.5}, "nation", {"size": 13.0}),
        ("Độc lập", {"bold": False, "italic": True}, "motto", {"bold": True, "italic": False}),
        ("UBND THÀNH PHỐ", {"bold": True}, "superior", {"bold": False}),
        ("SỞ TƯ PHÁP", {"bold": False}, "issuer", {"bold": True}),
        ("Số:", {"size": 14.0}, "number", {"size": 13.0}),
        ("Hải Phòng,", {"italic": False}, "place-date", {"italic": True}),
        ("KẾ HOẠCH", {"alignment": "left"}, "type", {"alignment": "center"}),
        ("KẾ HOẠCH", {"alignment": "left", "left": 70.0}, None, {}),
        ("Tuyên truyền", {"size": 16.0}, "title", {"size": 14.0}),
        ("Căn cứ Luật", {"italic": False}, "basis", {"italic": True}),
        ("Căn cứ Chương", {"italic": False}, "basis", {"italic": True}),
        ("I. MỤC", {"bold": False}, "section-heading", {"bold": True}),
        ("1. Yêu cầu", {"bold": False}, "item-heading", {"bold": True}),
        ("Bảo đảm", {"size": 12.0}, "body-size", {"size": 14.0}),
        (LONG[:20], {"alignment": "left"}, "body-alignment", {"alignment": "both"}),
        ("Bảo đảm", {"alignment": "left"}, None, {}),
        (LONG[:20], {"first_line": 5.0}, "first-line", {"first_line": 12.7}),
        (LONG[:20], {"first_line": 0.0, "left": 12.7}, None, {}),
        (LONG[:20], {"line": 3.0}, "line-spacing", {"line": 1.0, "line_rule": "multiple"}),
        (LONG[:20], {"line": 18.0, "line_rule": "exact"}, None, {}),
        (LONG[:20], {"before": 2.0}, "paragraph-gap", {"before": 6.0}),
        ("Nơi nhận", {"italic": False}, "recipients-label", {"italic": True}),
        ("- Lưu", {"size": 13.0}, "recipients-list", {"size": 11.0}),
        ("KT.", {"bold": False}, "authority", {"bold": True}),
        ("Nguyễn", {"bold": False}, "signer-name", {"bold": True}),
        (LONG[:20], {"font": "Arial"}, "font", {"font": "Times New Roman"}),
        ("STT", {"font": "Wingdings"}, None, {}),
        ("STT", {"color": "FF0000"}, "color", {"color": "000000"}),
        ("STT", {"color": "1F1F1F"}, None, {}),
    ],
)
def test_one_change_one_finding_that_mends(
    linter: Linter, start: str, changes: dict[str, Any], rule: str | None, setting: dict[str, Any]
) -> None:
    broken = PLAN.but(start, **changes)
    findings = found(linter, broken)
    assert [finding.rule for finding in findings] == ([f"layout/{rule}"] if rule else [])
    for finding in findings:
        assert dict(finding.setting) == setting
        assert rules(linter, broken.mended(finding)) == []


def test_unknown_looks_say_nothing(linter: Linter) -> None:
    lines = tuple(replace(one, letters=UNKNOWN, form=ParagraphFormat()) for one in PLAN.lines)
    assert rules(linter, replace(PLAN, lines=lines, pages=(Page(),))) == []
    assert rules(linter, replace(PLAN.source(), layout=None)) == []


def test_places_of_one_rule_are_one_finding(linter: Linter) -> None:
    broken = PLAN.but("Bảo đảm", size=12.0).but(LONG[:20], size=12.0).but("I. MỤC", size=16.0)
    (finding,) = [one for one in found(linter, broken) if one.rule == "layout/body-size"]
    assert len(finding.related_spans) == 2
    assert finding.text == "I. MỤC ĐÍCH"
    assert "cỡ 12 (2 chỗ); cỡ 16 (1 chỗ)" in finding.message


def test_english_message(linter: Linter) -> None:
    english = Linter(
        linter.rules, linter.grammar, linter.registers.speller, linter.registers.documents, "en"
    )
    (finding,) = found(english, PLAN.but("Độc lập", size=12.5, bold=False))
    assert finding.message == "Motto: size 12.5, not bold; set size 13–14, upright, bold."


def test_most_letters_decide(linter: Linter) -> None:
    source = PLAN.source()
    assert source.layout
    start = source.raw.index("Độc lập")
    end = start + len("Độc lập - Tự do - Hạnh phúc")
    for cut, expected in ((start + 4, ["layout/motto"]), (end - 4, [])):
        bold, other = LETTERS._replace(bold=True), LETTERS
        runs = [run for run in source.layout.runs if not start <= run.start < end]
        runs += [Run(start, cut, bold), Run(cut, end, other)]
        runs.sort()
        assert rules(linter, replace(source, layout=replace(source.layout, runs=tuple(runs)))) == (
            expected
        )


def test_one_unknown_letter_makes_a_zone_unknown(linter: Linter) -> None:
    source = PLAN.but("Độc lập", size=12.0).source()
    assert source.layout
    runs = []
    for run in source.layout.runs:
        if source.raw[run.start :].startswith("Độc lập"):
            runs += [Run(run.start, run.start + 3, UNKNOWN), run._replace(start=run.start + 3)]
        else:
            runs.append(run)
    assert rules(linter, replace(source, layout=replace(source.layout, runs=tuple(runs)))) == []


def test_wrapped_name_of_one_body_is_no_superior(linter: Linter) -> None:
    wrapped = PLAN.but("UBND THÀNH PHỐ", text="BAN CHỈ ĐẠO", bold=True).but(
        "SỞ TƯ PHÁP", text="PHÒNG CHỐNG THIÊN TAI"
    )
    assert rules(linter, wrapped) == []


def test_note_and_first_words_below_the_title_are_no_title(linter: Linter) -> None:
    index = next(i for i, one in enumerate(PLAN.lines) if one.text.startswith("Căn cứ Luật"))
    for text, form in (
        ("(Kèm theo Quyết định số 12/QĐ-STP ngày 05/6/2026)", CENTRED),
        ("Nhiệm vụ của năm tới", PROSE),
    ):
        below = Line(text, LETTERS._replace(italic=True), form)
        lines = (*PLAN.lines[:index], below, *PLAN.lines[index:])
        assert rules(linter, replace(PLAN, lines=lines)) == []


def test_form_in_an_appendix_is_not_judged_as_the_document(linter: Linter) -> None:
    small = LETTERS._replace(size=10.0)
    form = PLAN.plus(
        Line("PHỤ LỤC", LETTERS._replace(bold=True), CENTRED),
        Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", small, CENTRED),
        Line("Độc lập - Tự do - Hạnh phúc", small, CENTRED),
        Line("BIÊN BẢN", small, CENTRED),
        Line(LONG, small, CENTRED),
    )
    # only the pages of the appendix go on with the numbers of the document
    assert rules(linter, form) == ["layout/appendix-pages"]


def test_heading_of_a_form_is_not_that_of_the_document(linter: Linter) -> None:
    headless = tuple(line for line in PLAN.lines if not line.text.startswith(("CỘNG", "Độc")))
    small = LETTERS._replace(size=10.0)
    form = replace(PLAN, lines=headless).plus(
        Line("BIỂU MẪU", LETTERS, CENTRED),
        Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", small, CENTRED),
        Line("Độc lập - Tự do - Hạnh phúc", small, CENTRED),
    )
    assert rules(linter, form) == []


def test_table_above_the_first_heading_is_no_body(linter: Linter) -> None:
    index = next(i for i, one in enumerate(PLAN.lines) if one.text.startswith("I. "))
    cell = Line(LONG, LETTERS._replace(size=11.0), CENTRED, Cell(3, 0, 0))
    lines = (*PLAN.lines[:index], cell, *PLAN.lines[index:])
    assert rules(linter, replace(PLAN, lines=lines)) == []


def test_lists_and_tables_are_no_paragraphs_of_the_body(linter: Linter) -> None:
    letter = Laid(
        (
            *PLAN.lines[:5],
            Line("V/v tuyên truyền", LETTERS._replace(size=12.0), CENTRED, Cell(0, 1, 0)),
            PLAN.lines[5],
            Line("Kính gửi:", LETTERS, CENTRED),
            Line("- Ủy ban nhân dân các xã;", LETTERS, PROSE._replace(before=0.0)),
            Line("- Các trường trung học phổ thông.", LETTERS, PROSE._replace(before=0.0)),
            Line(LONG),
            *PLAN.lines[-6:],
        )
    ).but("Số:", text="Số: 05/STP-PB")
    assert rules(linter, letter) == []
    assert rules(linter, letter.but("V/v", italic=True)) == ["layout/letter-subject"]
    assert rules(linter, letter.but("Kính gửi", italic=True)) == ["layout/addressee"]


def test_typed_indents_and_automatic_numbers_are_left_alone(linter: Linter) -> None:
    assert rules(linter, PLAN.but(LONG[:20], text=f"\t{LONG}", first_line=0.0)) == []
    source = PLAN.but(LONG[:20], first_line=0.0, left=0.0).source()
    assert source.layout
    numbered = tuple(one._replace(numbered=True) for one in source.layout.paragraphs)
    layout = replace(source.layout, paragraphs=numbered)
    assert rules(linter, replace(source, layout=layout)) == []


PARTY = replace(
    PLAN.but("UBND THÀNH PHỐ", text="ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG", size=14.0)
    .but("SỞ TƯ PHÁP", text="ĐẢNG ỦY XÃ HƯNG ĐẠO", size=14.0)
    .but("CỘNG HÒA", text="ĐẢNG CỘNG SẢN VIỆT NAM", size=15.0)
    .but("Số:", text="Số 05-KH/ĐU", size=14.0)
    .but("KẾ HOẠCH", size=15.0)
    .but("Nơi nhận", size=14.0, underline=True)
    .but("- UBND", size=12.0)
    .but("- Lưu", text="- Lưu Văn phòng Đảng ủy.", size=12.0)
    .but("KT.", text="T/M BAN THƯỜNG VỤ")
    .but("PHÓ GIÁM ĐỐC", text="BÍ THƯ", bold=False)
    .but(LONG[:20], line=20.0, line_rule="exact")
    .but("- Tổ chức", line=20.0, line_rule="exact"),
).paged(header=10.0)
PARTY = replace(PARTY, lines=tuple(line for line in PARTY.lines if "Độc lập" not in line.text))


@pytest.mark.parametrize(
    ("start", "changes", "rule"),
    [
        ("KẾ HOẠCH", {}, None),
        ("ĐẢNG CỘNG SẢN", {"bold": False}, "party-heading"),
        ("KẾ HOẠCH", {"bold": False}, "party-title"),
        (LONG[:20], {"line": 1.5, "line_rule": "multiple"}, "party-line-spacing"),
        (LONG[:20], {"first_line": 0.0}, "party-first-line"),
        (LONG[:20], {"alignment": "left"}, "body-alignment"),
        ("Nơi nhận", {"underline": False}, "party-recipients-label"),
        ("BÍ THƯ", {"bold": True}, "party-post"),
        ("Số", {"size": 12.0}, "party-sizes"),
        ("Bảo đảm", {"size": 12.0}, None),
    ],
)
def test_party_plan(linter: Linter, start: str, changes: dict[str, Any], rule: str | None) -> None:
    broken = PARTY.but(start, **changes)
    assert rules(linter, broken) == ([f"layout/{rule}"] if rule else [])


def test_party_guide_of_the_day_decides_the_line_spacing(linter: Linter) -> None:
    wide = PARTY.but(LONG[:20], line=30.0)
    assert rules(linter, wide) == ["layout/party-line-spacing"]
    earlier = wide.but("Hải Phòng", text="Hải Phòng, ngày 05 tháng 3 năm 2026")
    assert rules(linter, earlier) == []
    narrow = earlier.but(LONG[:20], line=1.0, line_rule="multiple")
    assert rules(linter, narrow) == ["layout/old-party-line-spacing"]


_NUMBERS = st.one_of(st.none(), st.floats(-1e3, 1e3, allow_nan=False))
_FLAGS = st.one_of(st.none(), st.booleans())
_WORDS = st.one_of(st.none(), st.sampled_from(["", "center", "both", "FF0000", "zz", "Arial"]))
_FORMATS = st.builds(Format, _WORDS, _NUMBERS, _FLAGS, _FLAGS, _FLAGS, _WORDS, _WORDS)
_FORMS = st.builds(
    ParagraphFormat,
    _WORDS,
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    st.sampled_from([None, "multiple", "exact", "least"]),
)
_PLACES = st.integers(0, 900)
_PAGES = st.builds(
    Page,
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    _NUMBERS,
    st.one_of(
        st.none(),
        st.builds(PageNumber, st.sampled_from(["header", "footer"]), _WORDS, _WORDS, _FORMATS),
    ),
    _FLAGS,
    st.one_of(st.none(), st.integers(0, 5)),
    st.booleans(),
)
_KINDS = st.sampled_from(["insertion", "deletion", "move", "format", "comment", "hidden"])
_TEXTS = st.one_of(
    st.sampled_from([PLAN.source().raw, PARTY.source().raw, twin("thanh-mien"), "", "\n"]),
    st.text(max_size=200),
)


def _ordered(cuts: list[int]) -> list[tuple[int, int]]:
    cuts = sorted(cuts)
    return list(zip(cuts[::2], cuts[1::2], strict=False))


@settings(max_examples=60)
@given(
    _TEXTS,
    st.lists(_PLACES, max_size=40),
    st.lists(_FORMATS, min_size=1, max_size=5),
    st.lists(_FORMS, min_size=1, max_size=5),
    st.lists(_PAGES, max_size=3),
    st.lists(st.builds(Mark, _KINDS, _PLACES, _PLACES, st.text(max_size=3), st.text(max_size=3))),
    st.dictionaries(st.sampled_from(["author", "company", "template"]), st.text(max_size=9)),
)
def test_any_layout_over_any_text_is_read(
    linter: Linter,
    raw: str,
    cuts: list[int],
    formats: list[Format],
    forms: list[ParagraphFormat],
    pages: list[Page],
    marks: list[Mark],
    properties: dict[str, str],
) -> None:
    spans = _ordered(cuts)
    layout = Layout(
        tuple(Run(*span, formats[i % len(formats)]) for i, span in enumerate(spans)),
        tuple(Paragraph(*span, forms[i % len(forms)], i % 4) for i, span in enumerate(spans)),
        tuple(pages),
        tuple(marks),
        properties,
        3,
    )
    plain = Laid(tuple(Line(text) for text in raw.split("\n"))).source()
    source = replace(plain, layout=layout)
    for finding in found(linter, source):
        assert 0 <= finding.start <= finding.end
        assert finding.message
