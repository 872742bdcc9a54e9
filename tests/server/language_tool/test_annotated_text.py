"""The way from the text that is checked back to the text as it was sent."""

from __future__ import annotations

import pytest

from checker.server.language_tool.annotated_text import AnnotatedText, Piece, Utf16

TEXT = AnnotatedText(
    (
        Piece("<p>", ""),
        Piece("Các ", "Các "),
        Piece("<b>", ""),
        Piece("OC", "OC"),
        Piece("<i>", ""),
        Piece("OOP", "OOP"),
        Piece("<br>", "\n"),
        Piece("xong", "xong"),
        Piece("</p>", ""),
    )
)


@pytest.mark.parametrize(
    ("read", "written"),
    [("Các", "Các"), ("OCOOP", "OC<i>OOP"), ("xong", "xong"), ("OOP\nxong", "OOP<br>xong")],
)
def test_words_lead_back_to_where_they_stand(read: str, written: str):
    start = TEXT.read.index(read)
    ((first, last),) = TEXT.spans([(start, start + len(read))])
    assert TEXT.written[first:last] == written


def test_markup_that_stands_for_something_is_taken_whole():
    at = TEXT.read.index("\n")
    assert [TEXT.written[a:b] for a, b in TEXT.spans([(at, at + 1)])] == ["<br>"]


def test_the_end_of_the_text_is_a_place():
    end = len(TEXT.read)
    assert TEXT.spans([(end, end)]) == [(len(TEXT.written), len(TEXT.written))]


def test_signs_beyond_the_basic_plane_count_twice():
    text = "a😀b𝐜d"
    units = Utf16(text)
    offsets = [units.offset(index) for index in range(len(text) + 1)]
    assert offsets == [len(text[:index].encode("utf-16-le")) // 2 for index in range(len(text) + 1)]
