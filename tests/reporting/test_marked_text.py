"""How a document's text is set where it is shown on a page."""

from __future__ import annotations

import io

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from checker.reading import read_bytes
from checker.reporting.marked_text import MarkedText


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
