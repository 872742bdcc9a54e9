"""A comment changes nothing: the text with it is understood as the text without."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.document import Document
from checker.linter import Linter
from checker.parsing import Grammar, parse
from checker.reading import read_bytes
from checker.text.comments import without_comments
from tests.conftest import SEEDS, seed

_COMMENTS = ("<!-- abc ** | x -->", "<!-- một\n\n## OCOOP | hai -->", "<!-- a --> <!-- Số: 5 -->")
_TABLE = """KẾ HOẠCH
Tuyên truyền năm 2026

| STT | Nội dung | Chủ trì | Thời gian |
|-----|----------|---------|-----------|
| 1 | Tuyên truyền  lưu động | Công an xã | Quý I |
| 2 | Phát thanh | Phòng Kinh tế | Quý II |

* Đơn vị chủ trì: Công an xã.
* Đơn vị phối hợp: Phòng Kinh tế ,Văn phòng.
"""
_TEXTS = {**{name: seed(name) for name in SEEDS}, "table": _TABLE}
_PLACES = st.lists(
    st.tuples(st.integers(0, 400), st.sampled_from(_COMMENTS), st.booleans()),
    min_size=1,
    max_size=6,
)


def with_comments(text: str, places: list[tuple[int, str, bool]]) -> str:
    """The text with comments on lines of their own, or at the end of lines with words."""
    lines = text.split("\n")
    for index, comment, beside in places:
        index %= len(lines)
        if beside and lines[index].strip():
            lines[index] += " " + comment
        else:
            lines.insert(index, comment)
    return "\n".join(lines)


def parsed(text: str, grammar: Grammar) -> Document:
    return parse(read_bytes(text.encode(), "a.md"), grammar)


@given(name=st.sampled_from(sorted(_TEXTS)), places=_PLACES)
@settings(max_examples=25)
def test_document_is_the_same(
    name: str, places: list[tuple[int, str, bool]], grammar: Grammar
) -> None:
    text = _TEXTS[name]
    raw = with_comments(text, places)
    document, wanted = parsed(raw, grammar), parsed(text, grammar)
    assert without_comments(raw).text == text
    assert document.text == wanted.text
    assert document.lines == wanted.lines
    for part in ("header", "title", "body", "tasks", "units", "recipients", "signature", "regime"):
        assert getattr(document, part) == getattr(wanted, part), part
    for line in document.lines:
        start, end = document.view.raw_span(line.start, line.end)
        before, after = wanted.view.raw_span(line.start, line.end)
        assert without_comments(raw[start:end]).text == text[before:after]


@given(name=st.sampled_from([*SEEDS[:4], "table"]), places=_PLACES)
@settings(max_examples=6)
def test_findings_are_the_same_at_their_places(
    name: str, places: list[tuple[int, str, bool]], linter: Linter
) -> None:
    text = _TEXTS[name]
    raw = with_comments(text, places)
    source, plain = read_bytes(raw.encode(), "a.md"), read_bytes(text.encode(), "a.md")
    report, as_wanted = linter.check(source, "draft"), linter.check(plain, "draft")
    assert [(one.rule, one.start, one.end, one.message) for one in report.findings] == [
        (one.rule, one.start, one.end, one.message) for one in as_wanted.findings
    ]
    assert as_wanted.document
    for one, same in zip(report.findings, as_wanted.findings, strict=True):
        assert without_comments(one.text).text == same.text
        if same.text.strip():
            start, end = as_wanted.document.view.raw_span(same.start, same.end)
            raw_start, raw_end = source.bare.raw_span(start, end)
            assert (one.place.line, one.place.column) == source.position(raw_start)
            assert (one.place.end_line, one.place.end_column) == source.position(raw_end)


@pytest.mark.parametrize("comment", _COMMENTS)
def test_wrapped_line_goes_on_after_a_comment(comment: str, grammar: Grammar) -> None:
    lines = seed("hung-dao").split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith("thông tin đối ngoại năm 2026"))
    lines.insert(at, comment)
    document = parsed("\n".join(lines), grammar)
    assert any(
        "hoạt động thông tin đối ngoại năm 2026 như sau" in line.text for line in document.lines
    )


def test_comment_never_closed_is_text(grammar: Grammar) -> None:
    assert parsed("KẾ HOẠCH\n<!-- soat: ignore", grammar).text == "KẾ HOẠCH\n<!-- soat: ignore"
