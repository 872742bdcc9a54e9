"""A plan as Nghị định 30/2020/NĐ-CP, Phụ lục I, wants it (mục I, II, III and the form in mục V)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tools.layouts.markup import (
    PageSetup,
    Style,
    drawn_line,
    page_field,
    paragraph,
    section,
    styles_xml,
    table,
)
from tools.layouts.package import Parts, properties, root, write
from tools.layouts.zones import Zones, divide, is_heading, is_item_heading

FONT = "Times New Roman"
SIZE = 14.0
PAGE = PageSetup()
STYLES: Mapping[str, Style] = {
    "Superior": Style(size=12, alignment="center"),
    "Issuer": Style(size=12, bold=True, alignment="center"),
    "Nation": Style(size=12, bold=True, alignment="center"),
    "Motto": Style(size=13, bold=True, alignment="center"),
    "Number": Style(size=13, alignment="center", before=12),
    "PlaceDate": Style(size=14, italic=True, alignment="center", before=12),
    "Type": Style(size=14, bold=True, alignment="center", before=18),
    "Title": Style(size=14, bold=True, alignment="center"),
    "BodyBase": Style(size=14, alignment="both", first_line=12.7, after=6, line=1.1),
    "Body": Style("BodyBase"),
    "Basis": Style("BodyBase", italic=True),
    "Opening": Style("BodyBase", before=18),
    "OpeningBasis": Style("Basis", before=18),
    "Heading": Style("BodyBase", bold=True, keep_with_next=True),
    "ItemHeading": Style("BodyBase", bold=True, keep_with_next=True),
    "RecipientsLabel": Style(size=12, bold=True, italic=True, alignment="left"),
    "Recipient": Style(size=11, alignment="left"),
    "Authority": Style(size=14, bold=True, alignment="center"),
    "SignerName": Style(size=14, bold=True, alignment="center", before=72),
    "AppendixHeading": Style(size=14, bold=True, alignment="center"),
    "AppendixTitle": Style(size=14, bold=True, alignment="center"),
    "AppendixNote": Style(size=14, italic=True, alignment="center", after=12),
    "CellText": Style(size=13, alignment="left"),
    "PageNumber": Style(size=14, alignment="center"),
}
COLUMNS = (66.0, 99.0)  # of the header
ENDING_COLUMNS = (85.0, 80.0)
_COMMITTEE = "ỦY BAN NHÂN DÂN"  # with the place in the line below it is one name


def plan_docx(text: str) -> bytes:
    """Return a plan with this text as a Word document. Raises ValueError for what is no plan."""
    return write(plan_parts(text))


def plan_parts(text: str, styles: Mapping[str, Style] = STYLES, page: PageSetup = PAGE) -> Parts:
    """Return the parts of its package: the styles that the paragraphs name, and the set-up of the
    pages (an appendix has pages of its own, with the numbers begun anew)."""
    zones = divide(text)
    body = "".join((header(zones), *title(zones), *main(zones), ending(zones)))
    end = section(page)
    if zones.appendix:
        body += f"<w:p><w:pPr>{section(page)}</w:pPr></w:p>\n"
        body += "".join(appendix(zones))
        end = section(page._replace(restart=True))
    return office_parts(body + end, styles, page)


def office_parts(body: str, styles: Mapping[str, Style], page: PageSetup) -> Parts:
    """Return the parts of a document with the content ``body`` of w:body."""
    parts = {
        "word/document.xml": root("document", f"<w:body>\n{body}\n</w:body>"),
        "word/styles.xml": root("styles", styles_xml(styles, FONT, SIZE)),
        "word/settings.xml": root("settings", '<w:themeFontLang w:val="vi-VN"/>'),
        **properties(),
    }
    if page.number:
        tag = {"header": "hdr", "footer": "ftr"}[page.number]
        number = paragraph("", "PageNumber", page_field())
        parts[f"word/{page.number}.xml"] = root(tag, number)
    return parts


def header(zones: Zones) -> str:
    """The table of two columns that heads the plan (mục V, ô số 1-4)."""
    if not zones.right:
        return "".join(
            paragraph(line, style)
            for line, style in ((zones.number, "Number"), (zones.place_date, "PlaceDate"))
            if line
        )
    whole = zones.issuer[:1] == [_COMMITTEE]
    left = [
        paragraph(line, "Issuer" if whole or line is zones.issuer[-1] else "Superior")
        for line in zones.issuer[:-1]
    ]
    left.append(paragraph(zones.issuer[-1], "Issuer", drawn_line(24, 17, 1)))
    nation = paragraph(zones.right[0], "Nation")
    motto = paragraph(zones.right[-1], "Motto", drawn_line(57, 18, 2))
    rows = (
        ("".join(left), nation + motto),
        (paragraph(zones.number, "Number"), paragraph(zones.place_date, "PlaceDate")),
    )
    return table(COLUMNS, rows)


def title(zones: Zones) -> Iterator[str]:
    """Type and title (ô số 5a), with the line below."""
    yield paragraph(zones.type, "Type")
    for line in zones.title[:-1]:
        yield paragraph(line, "Title")
    for line in zones.title[-1:]:
        yield paragraph(line, "Title", drawn_line(45, 20, 3))


def main(zones: Zones) -> Iterator[str]:
    """What the plan rests on and its content (ô số 6)."""
    for line in zones.bases:
        yield paragraph(line, "OpeningBasis" if line is zones.bases[0] else "Basis")
    for at, line in enumerate(zones.body):
        if at == 0 and not zones.bases:
            yield paragraph(line, "Opening")
        elif is_heading(line):
            yield paragraph(line, "Heading")
        else:
            yield paragraph(line, "ItemHeading" if is_item_heading(line) else "Body")


def ending(zones: Zones) -> str:
    """The table of recipients and signature (ô số 7 and 9)."""
    left = [
        paragraph(line, "Recipient" if at else "RecipientsLabel")
        for at, line in enumerate(zones.recipients)
    ]
    right = [paragraph(line, "Authority") for line in zones.signature[:-1]]
    right += [paragraph(line, "SignerName") for line in zones.signature[-1:]]
    empty = paragraph("", "Recipient")
    return table(ENDING_COLUMNS, [("".join(left) or empty, "".join(right) or empty)])


def appendix(zones: Zones) -> Iterator[str]:
    """An appendix (mục III.1): heading, title in capitals, the note, text and a table of the lines
    with tabs."""
    rows = [line.split("\t") for line in zones.appendix if "\t" in line]
    for at, line in enumerate(zones.appendix):
        if at == 0:
            yield paragraph(line, "AppendixHeading")
        elif line.isupper():
            yield paragraph(line, "AppendixTitle")
        elif line.startswith("("):
            yield paragraph(line, "AppendixNote")
        elif "\t" not in line:
            yield paragraph(line, "Body")
    if rows:
        widths = (15.0, *(150.0 / (len(rows[0]) - 1) for _ in rows[0][1:]))
        cells = [tuple(paragraph(text, "CellText") for text in row) for row in rows]
        yield table(widths, cells, ruled=True)
