"""A plan as the Party wants it: Hướng dẫn 36-HD/VPTW, phụ lục 3 (sizes), and 05-HD/VPTW, mục I
and IV (set-up)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tools.layouts.markup import PageSetup, Style, drawn_line, paragraph, section, table
from tools.layouts.package import Parts, write
from tools.layouts.plan import ENDING_COLUMNS, office_parts
from tools.layouts.zones import Zones, divide, is_heading, is_item_heading

PAGE = PageSetup()
STYLES: Mapping[str, Style] = {
    "Superior": Style(size=14, alignment="center"),
    "Issuer": Style(size=14, bold=True, alignment="center"),
    "Star": Style(size=14, bold=True, alignment="center"),
    "PartyName": Style(size=15, bold=True, alignment="center"),
    "Number": Style(size=14, alignment="center"),
    "PlaceDate": Style(size=14, italic=True, alignment="center"),
    "Type": Style(size=16, bold=True, alignment="center", before=18),
    "Title": Style(size=14, bold=True, alignment="center"),
    "Dashes": Style(size=14, bold=True, alignment="center", after=12),
    "Body": Style(size=14, alignment="both", first_line=10, after=6, line=18, line_rule="exact"),
    "Heading": Style("Body", bold=True, keep_with_next=True),
    "ItemHeading": Style("Heading"),
    "RecipientsLabel": Style(size=14, underline=True, alignment="left"),
    "Recipient": Style(size=12, alignment="left"),
    "Authority": Style(size=14, bold=True, alignment="center"),
    "Role": Style(size=14, alignment="center"),
    "SignerName": Style(size=14, bold=True, alignment="center", before=72),
    "PageNumber": Style(size=14, alignment="center"),
}
COLUMNS = (88.0, 90.0)  # of the header
_AUTHORITY = ("T/M", "K/T", "T/L")


def party_docx(text: str) -> bytes:
    """Return a Party plan with this text as a Word document. Raises ValueError for what is no
    plan."""
    return write(party_parts(text))


def party_parts(text: str, styles: Mapping[str, Style] = STYLES, page: PageSetup = PAGE) -> Parts:
    """Return the parts of its package: the styles that the paragraphs name, and the set-up of the
    pages."""
    zones = divide(text)
    body = "".join((*header(zones), *title(zones), *main(zones), ending(zones)))
    return office_parts(body + section(page), styles, page)


def header(zones: Zones) -> Iterator[str]:
    """The table of two columns that heads the plan (mục I.1-I.4)."""
    if not zones.right:
        return
    names = [line for line in zones.issuer if line != "*"]
    left = [paragraph(line, "Superior") for line in names[:-1]]
    left += [paragraph(line, "Issuer") for line in names[-1:]]
    left.append(paragraph("*", "Star"))
    right = paragraph(zones.right[0], "PartyName", drawn_line(73, 20, 1))
    rows = (
        ("".join(left), right),
        (paragraph(zones.number, "Number"), paragraph(zones.place_date, "PlaceDate")),
    )
    yield table(COLUMNS, rows)


def title(zones: Zones) -> Iterator[str]:
    """Type and title, and the five dashes below (mục I.5)."""
    yield paragraph(zones.type, "Type")
    for line in zones.title:
        yield paragraph(line, "Title")
    if zones.body[:1] != ["-----"]:
        yield paragraph("-----", "Dashes")


def main(zones: Zones) -> Iterator[str]:
    """The content (mục I.6)."""
    for line in (*zones.bases, *zones.body):
        if is_heading(line):
            yield paragraph(line, "Heading")
        elif line.startswith("-----"):
            yield paragraph(line, "Dashes")
        else:
            yield paragraph(line, "ItemHeading" if is_item_heading(line) else "Body")


def ending(zones: Zones) -> str:
    """The table of recipients and signature (mục I.7-I.9)."""
    left = [
        paragraph(line, "Recipient" if at else "RecipientsLabel")
        for at, line in enumerate(zones.recipients)
    ]
    right = [
        paragraph(line, "Authority" if line.startswith(_AUTHORITY) else "Role")
        for line in zones.signature[:-1]
    ]
    right += [paragraph(line, "SignerName") for line in zones.signature[-1:]]
    empty = paragraph("", "Recipient")
    return table(ENDING_COLUMNS, [("".join(left) or empty, "".join(right) or empty)])
