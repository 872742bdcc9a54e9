"""HTML comments taken out of a text, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.comments import without_comments

_PARTS = st.lists(
    st.sampled_from(
        ["<!--", "-->", "<!-- x -->", "<!-- x\ny -->", " ", "\n", "\r\n", "a", "|", "-"]
    ),
    max_size=25,
).map("".join)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("một\n<!-- x -->\nhai", "một\nhai"),
        ("một\r\n  <!-- x -->\t\r\nhai", "một\r\nhai"),
        ("một\n<!-- x --> <!-- y -->\nhai", "một\nhai"),
        ("một\n<!-- x\n\ny -->\nhai", "một\nhai"),
        ("<!-- x -->\nmột", "một"),
        ("một\n<!-- x -->", "một\n"),
        ("một <!-- x -->\nhai", "một\nhai"),
        ("một  <!-- x -->\nhai", "một \nhai"),
        ("một <!-- x -->  \nhai", "một  \nhai"),
        ("một <!-- x\ny -->\nhai", "một\nhai"),
        ("<!-- x --> một", "một"),
        ("  <!-- x -->một", "  một"),
        ("một <!-- x --> hai", "một hai"),
        ("một<!-- x --> hai", "một hai"),
        ("một <!-- x -->hai", "một hai"),
        ("một<!-- x -->hai", "mộthai"),
        ("một <!-- x --> <!-- y --> hai", "một hai"),
        ("| a | b | <!-- x | y -->\n| c | d |", "| a | b |\n| c | d |"),
        ("<!-->một<!--->", "một"),
        ("một <!-- hai --", "một <!-- hai --"),
        ("một --> hai <!-- ba -->", "một --> hai"),
        ("<!-- x -->", ""),
        ("", ""),
    ],
)
def test_text_is_as_if_the_comment_were_not_there(raw: str, text: str) -> None:
    assert without_comments(raw).text == text


def test_comment_tells_whether_words_stand_beside_it() -> None:
    bare = without_comments("<!-- a -->\n<!-- b --> một <!-- c -->")
    assert [comment.alone for comment in bare.comments] == [True, False, False]


@given(_PARTS)
def test_every_character_is_found_again(raw: str) -> None:
    bare = without_comments(raw)
    for start, char in enumerate(bare.text):
        raw_start, raw_end = bare.raw_span(start, start + 1)
        assert raw[raw_start:raw_end] == char
        assert bare.offset(raw_start) == start
    spans = list(bare.raw_spans(0, len(bare.text)))
    assert "".join(raw[start:end] for start, end in spans) == bare.text
    assert bare.without_comments(0, len(raw)) == bare.text


@given(_PARTS)
def test_only_comments_with_blanks_and_a_line_end_are_taken_out(raw: str) -> None:
    bare = without_comments(raw)
    left = raw
    for comment in reversed(bare.comments):
        assert raw[comment.start : comment.start + 4] == "<!--"
        assert raw[comment.end - 3 : comment.end] == "-->"
        left = left[: comment.start] + left[comment.end :]
    assert "".join(bare.text.split()) == "".join(left.split())


@pytest.mark.parametrize(
    "raw",
    ["<!--" * 300_000, "<!-- -->     " * 60_000, " " * 500_000 + "<!-- -->" + " " * 500_000],
    ids=["open", "many", "blanks"],
)
def test_hostile_texts_come_to_an_end(raw: str) -> None:
    assert len(without_comments(raw).text) <= len(raw)
