"""How a document's text is set where it is shown on a page."""

from __future__ import annotations

import io

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from checker.reading import read_bytes
from checker.reporting.marked_text import MarkedText, Spot


def shown(document: docx.document.Document) -> str:
    file = io.BytesIO()
    document.save(file)
    return "".join(MarkedText(read_bytes(file.getvalue(), "a.docx"), (), "vi").blocks())


def test_whole_lines_keep_weight_slope_and_place() -> None:
    document = docx.Document()
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("KẾ ").bold = True
    title.add_run("HOẠCH").bold = True
    document.add_paragraph().add_run("Nhị Chiểu, ngày 20 tháng 4 năm 2026").italic = True
    body = document.add_paragraph()
    body.add_run("I. Mục đích").bold = True
    body.add_run(" và yêu cầu")
    markup = shown(document)
    assert '<p class="text center bold">KẾ HOẠCH</p>' in markup
    assert '<p class="text italic">Nhị Chiểu, ngày' in markup
    assert '<p class="text">I. Mục đích và yêu cầu</p>' in markup


def test_widths_of_columns_need_no_inline_style() -> None:
    document = docx.Document()
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text = "Nơi nhận:"
    row.cells[1].text = "TM. ỦY BAN NHÂN DÂN phường Nhị Chiểu"
    markup = shown(document)
    assert markup.count('<col width="') == 2
    assert "style=" not in markup


def test_further_places_are_no_marks_of_their_own() -> None:
    source = read_bytes("bán OCOOP tại chợ\n\nmua OCOOP về\n".encode(), "a.txt")
    second = source.raw.rindex("OCOOP")
    spots = [Spot(1, "error", 4, 9), Spot(1, "error", second, second + 5, also=1)]
    markup = "".join(MarkedText(source, spots, "vi").blocks())
    assert 'bán <mark class="error" data-note="1" id="place-1">OCOOP</mark><sup' in markup
    assert 'mua <span class="also error" data-note="1" data-also="1">OCOOP</span> về' in markup
    assert markup.count("<sup") == markup.count("<mark") == 1


def test_further_places_and_marks_nest() -> None:
    source = read_bytes(b"one two three\n", "a.txt")
    spots = [Spot(1, "info", 0, 7), Spot(2, "info", 8, 13), Spot(2, "info", 4, 10, also=1)]
    markup = "".join(MarkedText(source, spots, "vi").blocks())
    opened, closed = markup.count("<span"), markup.count("</span>")
    assert opened == closed == 2  # cut where the mark ends
    assert markup.count("<mark") == markup.count("</mark>") == 3
    assert markup.count('id="place-2"') == 1
