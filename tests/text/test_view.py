"""The view leads back to the text as read, character for character."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from checker.text.view import Piece, View, normal_pieces

VIETNAMESE = st.text(
    alphabet=st.sampled_from(
        "aăâeêioôơuưyđAĂÂĐ bcdghklmnpqrstvx.,-0123\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
    ),
    max_size=60,
)


@given(VIETNAMESE)
def test_view_is_nfc_of_the_raw_text(raw: str) -> None:
    view = View(normal_pieces(raw, 0, len(raw)))
    assert view.text == unicodedata.normalize("NFC", raw)


@given(VIETNAMESE, st.data())
def test_span_of_the_view_covers_what_it_stands_for(raw: str, data: st.DataObject) -> None:
    view = View(normal_pieces(raw, 0, len(raw)))
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    raw_start, raw_end = view.raw_span(start, end)
    assert 0 <= raw_start <= raw_end <= len(raw)
    assert view.text[start:end] in unicodedata.normalize("NFC", raw[raw_start:raw_end])


@given(st.text(alphabet="đượcthôngtin xã", max_size=40), st.data())
def test_nfc_text_maps_exactly(raw: str, data: st.DataObject) -> None:
    raw = unicodedata.normalize("NFC", raw)
    view = View(normal_pieces(raw, 0, len(raw)))
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    assert view.raw_span(start, end) == (start, end)


def test_decomposed_letter_maps_as_a_whole() -> None:
    raw = unicodedata.normalize("NFD", "kế hoạch")
    view = View(normal_pieces(raw, 0, len(raw)))
    assert view.text == "kế hoạch"
    assert raw[slice(*view.raw_span(1, 2))] == unicodedata.normalize("NFD", "ế")
    assert raw[slice(*view.raw_span(3, 8))] == unicodedata.normalize("NFD", "hoạch")


def test_joined_pieces_skip_what_lies_between() -> None:
    view = View([Piece(0, 3, "abc"), Piece(3, 6, " ", True), Piece(6, 9, "def")])
    assert view.text == "abc def"
    assert view.raw_span(2, 5) == (2, 7)
    assert view.raw_span(7, 7) == (9, 9)
    assert View([]).raw_span(0, 0) == (0, 0)
