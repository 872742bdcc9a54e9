"""An official document in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I, made with python-docx."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"


class Form(NamedTuple):
    """How paragraphs of a kind look: sizes and distances in points, ``first_line`` in mm."""

    size: float
    bold: bool = False
    italic: bool = False
    alignment: Any = ALIGN.CENTER
    before: float = 0
    after: float = 0
    first_line: float = 0
    with_next: bool = False


# mục II and the table of mục V, ô số 1-9
FORMS = {
    "Superior": Form(12),
    "Issuer": Form(12, bold=True),
    "Nation": Form(12, bold=True),
    "Motto": Form(13, bold=True),
    "Number": Form(13, before=6),
    "PlaceDate": Form(13, italic=True, before=6),
    "Type": Form(14, bold=True, before=18),
    "ReportTitle": Form(14, bold=True),
    "BodyLine": Form(14, alignment=ALIGN.JUSTIFY, after=6, first_line=12.7),
    "Division": Form(14, True, False, ALIGN.JUSTIFY, 6, 6, 12.7, True),
    "DivisionItem": Form(14, True, False, ALIGN.JUSTIFY, 6, 6, 12.7, True),
    "TableCaption": Form(13, italic=True, before=6, after=4, with_next=True),
    "CellHead": Form(12, bold=True, before=2, after=2),
    "CellText": Form(12, before=2, after=2),
    "CellLeft": Form(12, alignment=ALIGN.LEFT, before=2, after=2),
    "RecipientsLabel": Form(12, True, True, ALIGN.LEFT, 12),
    "Recipient": Form(11, alignment=ALIGN.LEFT),
    "Post": Form(14, bold=True, before=12),
    "SignerName": Form(14, bold=True, before=72),
    "PageNumber": Form(13),
}


def new_document() -> WordDocument:
    """Return an empty document with pages as in mục I and the styles of FORMS."""
    document = Document()
    for style in (document.styles["Normal"], *_styles(document)):
        _in_times(style)
    document.styles["Normal"].font.size = Pt(14)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin = page.bottom_margin = Mm(20)
    page.left_margin, page.right_margin = Mm(30), Mm(15)
    page.header_distance = page.footer_distance = Mm(10)
    page.different_first_page_header_footer = True
    number = page.header.paragraphs[0]
    number.style = document.styles["PageNumber"]
    _add_page_number(number)
    return document


def add_columns(
    document: WordDocument, widths: Sequence[float], rows: int
) -> list[tuple[_Cell, ...]]:
    """Add a table without lines and return the cells of its rows; ``widths`` in mm."""
    table = document.add_table(rows=rows, cols=len(widths))
    _fix_widths(table, widths)
    return [row.cells for row in table.rows]


def add_table(
    document: WordDocument,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    left: Sequence[int],
) -> None:
    """Add a ruled table whose head is repeated on each page; ``widths`` in mm, the columns ``left``
    aligned left."""
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for at, told in enumerate((head, *rows)):
        row = table.add_row()
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if at == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for column, (cell, words) in enumerate(zip(row.cells, told, strict=True)):
            form = "CellHead" if at == 0 else "CellLeft" if column in left else "CellText"
            write_in(cell, [(form, words)])
    _fix_widths(table, widths)


def write_in(cell: _Cell, lines: Sequence[tuple[str, str]]) -> None:
    """Write paragraphs, each with its form, in an empty cell."""
    for at, (form, words) in enumerate(lines):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.style = form
        paragraph.add_run(words)


def add_line(holder: WordDocument | _Cell, width: float, length: float) -> None:
    """Add a drawn line, ``length`` mm long in the middle of a column ``width`` mm wide."""
    paragraph = holder.add_paragraph()
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm((width - length) / 2)
    form.line_spacing, form.space_before, form.space_after = Pt(4), Pt(2), Pt(0)
    paragraph.alignment = ALIGN.CENTER
    borders: Any = OxmlElement("w:pBdr")
    line = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
    )


def _styles(document: WordDocument) -> list[Any]:
    made = []
    for name, form in FORMS.items():
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.size, style.font.bold = Pt(form.size), form.bold
        style.font.italic = form.italic
        shape = style.paragraph_format
        shape.alignment = form.alignment
        shape.space_before, shape.space_after = Pt(form.before), Pt(form.after)
        shape.first_line_indent = Mm(form.first_line)
        shape.line_spacing = 1.1 if form.first_line else 1.0
        shape.keep_with_next = form.with_next
        made.append(style)
    return made


def _in_times(style: Any) -> None:
    style.font.name = FONT
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
        fonts.attrib.pop(qn(f"w:{name}Theme"), None)


def _fix_widths(table: Any, widths: Sequence[float]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _add_page_number(paragraph: Paragraph) -> None:
    run = paragraph.add_run()
    for kind in ("begin", "", "separate", "text", "end"):
        if kind in ("", "text"):
            part = OxmlElement("w:instrText" if not kind else "w:t")
            part.text = " PAGE " if not kind else "2"
        else:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)
