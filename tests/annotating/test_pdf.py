from __future__ import annotations

import ctypes
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from checker.annotating.note import Note
from checker.annotating.pdf import annotate_pdf
from checker.errors import InputError
from checker.reading import Source, read_bytes
from tests.reading.pdfs import Page, pdf, with_reference_stream
from tests.reading.test_pdf import BODY, NEXT

PLAN = (Page().paragraphs(BODY, NEXT), Page().paragraphs(f"Các sản phẩm OCOOP của phường. {BODY}"))


class Found:
    """An annotation as a reader sees it."""

    def __init__(self, page: pypdfium2.PdfPage, index: int) -> None:
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        self.kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        self.words, self.author = (self._string(annotation, key) for key in (b"Contents", b"T"))
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        pdfium.FPDFAnnot_GetColor(annotation, 0, red, green, blue, alpha)
        self.colour = (red.value, green.value, blue.value)
        text_page = page.get_textpage()
        self.marked: list[str] = []
        for number in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
            quad = pdfium.FS_QUADPOINTSF()
            pdfium.FPDFAnnot_GetAttachmentPoints(annotation, number, quad)
            inside = (quad.x1 + 1, quad.y3 + 1, quad.x2 - 1, quad.y1 - 1)
            self.marked.append(text_page.get_text_bounded(*inside).strip())
        rect = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(annotation, rect)
        self.rect = (rect.left, rect.bottom, rect.right, rect.top)
        pdfium.FPDFPage_CloseAnnot(annotation)

    @staticmethod
    def _string(annotation: object, key: bytes) -> str:
        length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
        buffer = (ctypes.c_ushort * (length // 2))()
        pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
        return bytes(buffer).decode("utf-16-le").rstrip("\0")


def annotated(*notes: tuple[str, str, str], pages: Sequence[Page] = PLAN) -> list[list[Found]]:
    """The annotations of each page for notes ``(text, level, words)``, whose text is as read."""
    data = pdf(*pages)
    source = read_bytes(data, "x.pdf")
    places = [(source.raw.index(text), text, level, words) for text, level, words in notes]
    made = [Note(at, at + len(text), level, words) for at, text, level, words in places]
    return found_in(annotate_pdf(data, source, made))


def found_in(data: bytes) -> list[list[Found]]:
    with pypdfium2.PdfDocument(data) as document:
        return [
            [Found(page, index) for index in range(pdfium.FPDFPage_GetAnnotCount(page))]
            for page in document
        ]


def test_highlight_on_exactly_the_words() -> None:
    first, second = annotated(("OCOOP", "error", "“OCOOP” có lẽ gõ sai của “OCOP”."))
    assert first == []
    (found,) = second
    assert found.kind == pdfium.FPDF_ANNOT_HIGHLIGHT
    assert found.marked == ["OCOOP"]
    assert found.words == "“OCOOP” có lẽ gõ sai của “OCOP”."
    assert found.author == "Soát"


def test_words_on_two_lines_have_two_boxes() -> None:
    ((found,), _) = annotated(("kế hoạch công tác \nthông tin", "warning", "x"))
    assert found.marked == ["kế hoạch công tác", "thông tin"]


def test_levels_have_colours_of_their_own() -> None:
    (found, _) = annotated(
        ("Ủy ban", "error", "a"), ("phường", "warning", "b"), ("kế hoạch", "info", "c")
    )
    assert len({one.colour for one in found}) == 3
    red, green, blue = found[0].colour
    assert red > green and red > blue


def test_missing_part_is_a_sign_where_it_should_stand() -> None:
    data = pdf(*PLAN)
    source = read_bytes(data, "x.pdf")
    at = source.raw.index("Các phòng, ban, đơn vị báo")
    notes = [Note(at, at, "error", "Thiếu Nơi nhận."), Note(at, at, "info", "Hai")]
    first, second = found_in(annotate_pdf(data, source, notes))
    assert not second
    assert [one.kind for one in first] == [pdfium.FPDF_ANNOT_TEXT] * 2
    assert {one.words for one in first} == {"Thiếu Nơi nhận.", "Hai"}
    _, bottom, right, top = first[0].rect
    assert right <= 120 and bottom < 842 - 140 < top
    assert first[0].rect != first[1].rect


def test_end_of_the_text_and_beyond_a_blank_line() -> None:
    data = pdf(*PLAN)
    source = read_bytes(data, "x.pdf")
    end = len(source.raw)
    blank = source.raw.index("\n\n") + 1
    first, second = found_in(
        annotate_pdf(data, source, [Note(end, end, "error", "x"), Note(blank, blank, "info", "y")])
    )
    assert (len(first), len(second)) == (1, 1)


def test_note_across_pages_is_on_both() -> None:
    data = pdf(*PLAN)
    source = read_bytes(data, "x.pdf")
    start, end = source.pages[1] - 12, source.pages[1] + 12
    first, second = found_in(annotate_pdf(data, source, [Note(start, end, "error", "x")]))
    assert first[0].words == second[0].words == "x"


def test_text_set_sideways() -> None:
    page = Page().turned(100, 100, "Danh mục OCOOP của phường", "0 1 -1 0")
    ((found,),) = annotated(("OCOOP", "error", "x"), pages=[page])
    assert found.marked == ["OCOOP"]


def test_what_the_file_holds_stays() -> None:
    data = pdf(*PLAN)
    source = read_bytes(data, "x.pdf")
    made = annotate_pdf(data, source, [Note(0, 6, "error", "x")])
    assert made.startswith(data)
    assert read_bytes(made, "x.pdf") == source


def test_no_notes() -> None:
    assert annotated() == [[], []]


def test_scans_are_refused() -> None:
    scan = pdf(Page().scanned())
    recognised = Source("x.pdf", "pdf", "abc", (), ocr=True)
    for source in (read_bytes(scan, "x.pdf"), recognised):
        with pytest.raises(InputError) as error:
            annotate_pdf(scan, source, [])
        assert error.value.code == "annotate-scan"


def test_stream_of_references_is_whole() -> None:
    data = with_reference_stream(PLAN[0])
    source = read_bytes(data, "x.pdf")
    at = source.raw.index("2026")
    made = annotate_pdf(data, source, [Note(at, at + 4, "error", "sai")])
    assert made.startswith(data)
    added = made[len(data) :]
    start = int(added.rsplit(b"startxref", 1)[1].split()[0]) - len(data)
    stream = added[start : added.rindex(b"startxref")]
    assert b"/Type/XRef" in stream and stream.rstrip().endswith(b"endobj")
    assert [one.words for one in found_in(made)[0]] == ["sai"]
