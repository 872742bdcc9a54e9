"""What a suppression leaves out, and what is told of suppressions themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.annotating.fixes import apply_edits, find_edits
from checker.file_report import FileReport
from checker.linter import Linter
from checker.reading import read_bytes
from checker.suppressing import Suppressor
from checker.suppressing.directive import Directive, read_directive
from tests.conftest import twin
from tests.reading.word.packages import p, r, read

Check = Callable[..., FileReport]
BAD = "Giới thiệu sản phẩm OCOOP của xã."
OTHER = "Đại biểu HDND xã dự họp."
IGNORE = "<!-- soat: ignore spelling/acronym tên dự án -->"
WRAPPED = """Nâng cao chất lượng công tác quản lý nhà nước về thông tin đối ngoại và giới thiệu các
sản phẩm của Hợp tác xã Tân Lập và của HDND xã đến các xã lân cận trên địa bàn tỉnh, góp
phần thúc đẩy các hoạt động hợp tác hội nhập quốc tế, thu hút đầu tư, và của OCOOP xã.
"""


def told(report: FileReport, rule: str = "spelling/acronym") -> list[str]:
    return [one.text for one in report.findings if one.rule == rule]


def left_out(report: FileReport) -> list[tuple[str, str, str]]:
    return [(one.rule, one.text, one.reason) for one in report.suppressed]


def about_suppressions(report: FileReport) -> list[tuple[str, int]]:
    return [
        (one.rule.removeprefix("hygiene/"), one.place.line)
        for one in report.findings
        if "suppression" in one.rule
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{IGNORE}\n{BAD}\n{OTHER}",
        f"{IGNORE}\n\n\n{BAD}\n{OTHER}",
        f"{OTHER}\n{BAD} {IGNORE}",
        f"{OTHER}\n{IGNORE} {BAD}",
        f"{OTHER}\n{BAD}{IGNORE.replace(' tên', chr(10) + 'tên')}\n",
        f"{OTHER}\n<!-- soat: ignore-start spelling tên dự án -->\n{BAD}\n<!-- soat: ignore-end -->",
        f"<!-- soat: ignore-start spelling tên dự án -->\n{BAD}\n<!-- soat: ignore-end spelling -->\n{OTHER}",
        f"**Bảng**\n\n| STT | Việc |\n|---|---|\n| 1 | {BAD} {IGNORE} |\n| 2 | {OTHER} |",
        f"**Bảng**\n\n| STT | Việc |\n|---|---|\n{IGNORE}\n| 1 | {BAD} |\n| 2 | {OTHER} |",
    ],
)
def test_words_of_its_place_are_left_out_with_the_reason(text: str, check: Check) -> None:
    report = check(text)
    assert told(report) == ["HDND"]
    assert ("spelling/acronym", "OCOOP", "tên dự án") in left_out(report)
    assert about_suppressions(report) == []


@pytest.mark.parametrize("before", [0, 1, 2])
def test_it_is_for_the_whole_paragraph_of_a_wrapped_text(before: int, check: Check) -> None:
    lines = (WRAPPED + "\n" + WRAPPED.replace("OCOOP", "OCOB")).split("\n")
    assert told(check("\n".join(lines))) == ["HDND", "OCOOP", "HDND"]
    lines.insert(before, IGNORE)
    assert told(check("\n".join(lines))) == ["HDND"]


def test_file_and_group(check: Check) -> None:
    report = check(f"{BAD}\n{OTHER}\n<!-- soat: ignore-file spelling tên dự án -->")
    assert [one.rule for one in report.findings if one.group == "spelling"] == []
    assert {one.reason for one in report.suppressed} == {"tên dự án"}


@pytest.mark.parametrize("beside", [True, False])
def test_what_is_missing_is_left_out_where_it_stands(beside: bool, check: Check) -> None:
    lines = [line for line in twin("binh-thanh").split("\n") if not line.startswith("Số:")]
    (finding,) = check("\n".join(lines)).findings
    assert (finding.rule, finding.text) == ("header/number", "")
    comment, at = "<!-- soat: ignore header/number bản trích -->", finding.place.line - 1
    lines[at] = f"{lines[at]} {comment}" if beside else f"{comment}\n{lines[at]}"
    report = check("\n".join(lines))
    assert report.findings == ()
    assert left_out(report) == [("header/number", "", "bản trích")]


TASKS = """ỦY BAN NHÂN DÂN
PHƯỜNG NHỊ CHIỂU

Số: 57/KH-UBND

KẾ HOẠCH
Phòng, chống đuối nước trẻ em năm 2026

II. NHIỆM VỤ

1. Tuyên truyền trên đài truyền thanh.
* Đơn vị chủ trì: Phòng Văn hóa - Xã hội.
* Thời gian thực hiện: Tháng 4 năm 2026.

2. Tổ chức lớp dạy bơi cho học sinh.
* Thời gian thực hiện: Tháng 6 năm 2026.

3. Cắm biển cảnh báo.
* Đơn vị chủ trì: Phòng Kinh tế.
* Thời gian thực hiện: Tháng 7 năm 2026.
"""


def test_what_is_missing_in_a_division_is_left_out_at_its_first_line(check: Check) -> None:
    def missing(text: str) -> list[str]:
        report = check(text)
        assert about_suppressions(report) == []
        return [one.section for one in report.findings if one.rule == "assignment/lead-unit"]

    assert missing(TASKS) == ["II.2"]
    comment = "<!-- soat: ignore assignment/lead-unit trạm y tế đã nhận -->"
    assert missing(TASKS.replace("học sinh.", f"học sinh. {comment}")) == []
    assert missing(TASKS.replace("\n2. Tổ", f"\n{comment}\n2. Tổ")) == []


def test_findings_told_at_once_are_left_out_one_by_one(check: Check) -> None:
    text = "Thực hiện  tốt việc được giao.\nThực hiện  tốt việc khác.\nThực hiện  tốt mọi việc."
    rule = "typography/double-space"
    (all_,) = (one for one in check(text).findings if one.rule == rule)
    assert all_.times == 3
    report = check(f"<!-- soat: ignore {rule} giữ nguyên mẫu -->\n{text}")
    (others,) = (one for one in report.findings if one.rule == rule)
    assert (others.times, others.place.line) == (2, 3)


def test_what_is_left_out_is_not_fixed(linter: Linter) -> None:
    text = f"{BAD} {IGNORE}\n{OTHER}"
    source = read_bytes(text.encode(), "a.md")
    fixed = apply_edits(source.raw, find_edits(source, linter, "draft"))
    assert fixed == text.replace("HDND", "HĐND")


def test_fix_leaves_comments_alone(linter: Linter) -> None:
    text = "Giao Phòng Kinh tế ,Công an xã <!-- a --> phối  <!-- b -->  hợp.<!-- HDND  xã -->"
    source = read_bytes(text.encode(), "a.md")
    fixed = apply_edits(source.raw, find_edits(source, linter, "draft", unsafe=True))
    assert all(comment in fixed for comment in ("<!-- a -->", "<!-- b -->", "<!-- HDND  xã -->"))


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (f"{IGNORE}\n{OTHER.replace('HDND', 'HĐND')}", [("unused-suppression", 1)]),
        (f"{BAD}\n{IGNORE}", [("unused-suppression", 2)]),
        (f"<!-- soat: ignore spelling/acronym -->\n{BAD}", [("suppression-reason", 1)]),
        (f"<!-- soat: ignore speling/acronym tên -->\n{BAD}", [("suppression-rule", 1)]),
        (f"<!-- soat: ignore tên dự án -->\n{BAD}", [("suppression-form", 1)]),
        (f"<!-- soat: ignor spelling tên -->\n{BAD}", [("suppression-form", 1)]),
        (f"{BAD}\n<!-- soat: ignore-end -->", [("suppression-form", 2)]),
        (f"<!-- soat: ignore-start spelling tên -->\n{BAD}", [("suppression-form", 1)]),
        (f"<!-- soat: ignore layout/font tên -->\n{BAD}", []),
        (f"<!-- soat: ignore header/number tên -->\n{BAD}", []),
        (f"<!-- Soát: xem lại -->\n{BAD}", []),
        (
            f"<!-- soat: ignore-file hygiene/unused-suppression chép từ mẫu -->\n{OTHER}\n{BAD} <!-- soat: ignore amounts/words tên -->",
            [],
        ),
        (
            f"<!-- soat: ignore-file hygiene chép từ mẫu -->\n{BAD} <!-- soat: ignore spelling -->",
            [("unused-suppression", 1), ("suppression-reason", 2)],
        ),
    ],
)
def test_what_is_told_of_suppressions(
    text: str, faults: list[tuple[str, int]], check: Check
) -> None:
    assert about_suppressions(check(text)) == faults


def test_only_names_that_left_out_nothing_are_unused(check: Check) -> None:
    report = check(f"<!-- soat: ignore spelling/acronym, amounts/words tên dự án -->\n{BAD}")
    (finding,) = (one for one in report.findings if one.rule == "hygiene/unused-suppression")
    assert "“amounts/words”" in finding.message
    assert finding.text.startswith("<!-- soat")


def test_rule_that_is_off_makes_nothing_unused(linter: Linter) -> None:
    others = [rule for rule in linter.rules if rule.id != "spelling/acronym"]
    narrowed = linter.with_rules(others, linter.names, guesses=False)
    report = narrowed.check(read_bytes(f"{IGNORE}\n{BAD}".encode(), "a.md"), "draft")
    assert about_suppressions(report) == []


def test_nearest_rule_is_told(check: Check) -> None:
    report = check(f"<!-- soat: ignore Spelling/acronim tên -->\n{BAD}")
    (finding,) = (one for one in report.findings if one.rule == "hygiene/suppression-rule")
    assert "“Spelling/acronim”; có phải “spelling/acronym”?" in finding.message


def test_each_suppression_is_told_of_though_they_stand_before_the_same_words(check: Check) -> None:
    one, other = "<!-- soat: ignore a/b, c/d tên -->", "<!-- soat: ignore e/f tên -->"
    report = check(f"{one}\n{other}\n{BAD}")
    assert about_suppressions(report) == [("suppression-rule", 1), ("suppression-rule", 2)]
    assert "“a/b, c/d”" in report.findings[[f.text for f in report.findings].index(one)].message


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        ("soat: ignore a/b lý do", Directive("ignore", ("a/b",), "lý do")),
        (" Soát :  IGNORE a/b — lý\ndo ", Directive("ignore", ("a/b",), "lý do")),
        ("soat: ignore a/b, c/d: lý do, khác", Directive("ignore", ("a/b", "c/d"), "lý do, khác")),
        ("soat: ignore a/b, locality -- lý do", Directive("ignore", ("a/b", "locality"), "lý do")),
        ("soat: ignore a/b, theo mẫu", Directive("ignore", ("a/b",), "theo mẫu")),
        ("soat: ignore a/b, đúng mẫu", Directive("ignore", ("a/b",), "đúng mẫu")),
        ("soat: ignore a/b …", Directive("ignore", ("a/b",), "")),
        ("soat: ignore-end", Directive("ignore-end", (), "")),
        ("soat: ignore tên dự án", Directive("ignore", (), "tên dự án")),
        ("soat: ingore a/b", Directive("", (), "")),
        ("soat: ignore-next-line a/b lý do", Directive("", (), "")),
        ("soat: ignored a/b", Directive("", (), "")),
        ("soat: xem lại", None),
        ("xem lại", None),
        ("", None),
    ],
)
def test_words_of_a_directive(words: str, directive: Directive | None) -> None:
    assert read_directive(words) == directive


def word_report(body: str, said: str, linter: Linter, stage: str = "draft") -> FileReport:
    comment = f'<w:comment w:id="1" w:author="An">{said}</w:comment>'
    return linter.check(read(body, comments=comment), stage)


BEGIN, END = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
SAID = p("soat: ignore spelling/acronym") + p("tên dự án")


@pytest.mark.parametrize(
    "paragraph",
    [
        f"<w:p>{r('Giới thiệu sản phẩm ')}{BEGIN}{r('OCOOP')}{END}{r(' của xã.')}</w:p>",
        f"<w:p>{r('Giới thiệu sản phẩm OCO')}{BEGIN}{r('OP của xã.')}{END}</w:p>",
        f"<w:p>{BEGIN}{END}{r(BAD)}</w:p>",
        f'<w:p>{r(BAD)}<w:r><w:commentReference w:id="1"/></w:r></w:p>',
    ],
)
def test_word_comment_is_for_its_words_or_its_paragraph(paragraph: str, linter: Linter) -> None:
    report = word_report(p(OTHER) + paragraph + p(OTHER), SAID, linter)
    assert told(report) == ["HDND", "HDND"]
    assert ("spelling/acronym", "OCOOP", "tên dự án") in left_out(report)
    assert about_suppressions(report) == []


def test_word_comment_on_other_words_leaves_out_nothing(linter: Linter) -> None:
    body = f"<w:p>{BEGIN}{r('Giới thiệu')}{END}{r(' sản phẩm OCOOP của xã.')}</w:p>"
    report = word_report(body, SAID, linter)
    assert told(report) == ["OCOOP"]
    assert [rule for rule, _ in about_suppressions(report)] == ["unused-suppression"]


def test_word_comment_for_the_file(linter: Linter) -> None:
    body = p(BAD) + f"<w:p>{BEGIN}{r('Hết.')}{END}</w:p>"
    report = word_report(body, p("Soat: ignore-file spelling/acronym tên dự án"), linter)
    assert told(report) == []


def test_word_comment_holds_while_one_fix_calls_for_another(linter: Linter) -> None:
    commented = f"<w:p>{BEGIN}{r(BAD)}{END}</w:p>"
    comment = f'<w:comment w:id="1" w:author="An">{SAID}</w:comment>'
    source = read(p(OTHER) + commented, comments=comment)
    edits = find_edits(source, linter, "draft")
    assert apply_edits(source.raw, edits) == f"{OTHER.replace('HDND', 'HĐND')}\n{BAD}"


def test_block_in_word_is_a_mistake(linter: Linter) -> None:
    body = f"<w:p>{BEGIN}{r(BAD)}{END}</w:p>"
    report = word_report(body, p("soat: ignore-start spelling/acronym tên dự án"), linter)
    assert [rule for rule, _ in about_suppressions(report)] == ["suppression-form"]
    assert told(report) == ["OCOOP"]


@pytest.mark.parametrize(("stage", "rules"), [("draft", []), ("issued", ["suppression-comments"])])
def test_suppressing_comment_is_left_over_in_an_issued_file(
    stage: str, rules: list[str], linter: Linter
) -> None:
    body = f"<w:p>{BEGIN}{r(BAD)}{END}</w:p>"
    report = word_report(body, SAID, linter, stage)
    assert [rule for rule, _ in about_suppressions(report)] == rules
    assert told(report, "hygiene/comments") == []


def test_other_comment_is_still_told(linter: Linter) -> None:
    body = f"<w:p>{BEGIN}{r(BAD)}{END}</w:p>"
    assert told(word_report(body, p("xem lại"), linter), "hygiene/comments") == [BAD]


def test_places_are_those_of_the_text_as_read(linter: Linter) -> None:
    report = linter.check(read_bytes(f"{BAD}\n{IGNORE}\n{OTHER}".encode(), "a.md"), "draft")
    assert report.document
    suppressor = Suppressor(report.document, linter.names)
    (one,) = suppressor.suppressions
    raw = report.document.source.raw
    assert (raw[one.start : one.end], raw[slice(*one.place)]) == (OTHER, IGNORE)
    at = raw.index("HDND")
    assert suppressor.reason("spelling/acronym", at, at + 4) == "tên dự án"
    assert suppressor.reason("spelling/acronym", one.start, one.start) == "tên dự án"
    assert suppressor.reason("spelling/acronym", 0, one.place[1]) is None
    assert suppressor.reason("spelling/term", at, at + 4) is None
