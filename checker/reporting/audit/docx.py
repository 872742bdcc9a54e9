"""``report.docx``: the results of an audit as a report that an office issues (báo cáo).

It is an official Vietnamese document in the form of Nghị định 30/2020/NĐ-CP, whatever language the
program speaks. Who issues and signs it, its number, place and day are left to be filled in.
"""

from __future__ import annotations

import datetime
import io
import zipfile

from docx.document import Document as WordDocument
from docx.shared import Pt

from checker.corpus.auditing.audit import Audit
from checker.phrases.audit_docx import word
from checker.reporting.audit.docx_blocks import Block, Heading, Item, Table, Text
from checker.reporting.audit.docx_content import Content
from checker.reporting.audit.docx_form import (
    add_columns,
    add_line,
    add_table,
    new_document,
    write_in,
)
from checker.reporting.marked_text import shown

_HEADER, _ENDING, _TEXT = (66.0, 99.0), (85.0, 80.0), 165.0  # widths in mm
_MADE = datetime.datetime(2020, 3, 5)  # no day of its own, so that the same makes the same bytes
_PACKED = (1980, 1, 1, 0, 0, 0)


def render(audit: Audit) -> bytes:
    """Return the report as a Word document, the same bytes for the same audit."""
    document, content = new_document(), Content(audit)
    _add_header(document)
    document.add_paragraph(word("type"), "Type")
    document.add_paragraph(shown(content.title()), "ReportTitle")
    add_line(document, _TEXT, 50)
    opening = document.add_paragraph(shown(content.opening()), "BodyLine")
    opening.paragraph_format.space_before = Pt(12)
    for block in content.divisions():
        _add(document, block)
    document.add_paragraph(content.closing(), "BodyLine")
    _add_ending(document)
    return _packed(document)


def _add_header(document: WordDocument) -> None:
    """The issuer and the national heading, then number and day (mục II.1-4)."""
    names, marks = add_columns(document, _HEADER, 2)
    write_in(names[0], [("Superior", word("superior")), ("Issuer", word("issuer"))])
    add_line(names[0], _HEADER[0], 22)
    write_in(names[1], [("Nation", word("nation")), ("Motto", word("motto"))])
    add_line(names[1], _HEADER[1], 56)
    write_in(marks[0], [("Number", word("number"))])
    write_in(marks[1], [("PlaceDate", word("place-date"))])


def _add(document: WordDocument, block: Block) -> None:
    match block:
        case Heading(words):
            document.add_paragraph(words, "Division")
        case Item(words):
            document.add_paragraph(words, "DivisionItem")
        case Text(words):
            document.add_paragraph(shown(words), "BodyLine")
        case Table(caption, head, rows, widths, left):
            document.add_paragraph(caption, "TableCaption")
            told = [tuple(map(shown, row)) for row in rows]
            add_table(document, head, told, widths, left)


def _add_ending(document: WordDocument) -> None:
    """The recipients and the place to sign (mục II.7 and II.9)."""
    ((left, right),) = add_columns(document, _ENDING, 1)
    recipients = ("recipient-above", "recipient-below", "archive")
    write_in(
        left,
        [
            ("RecipientsLabel", word("recipients")),
            *(("Recipient", word(one)) for one in recipients),
        ],
    )
    write_in(right, [("Post", word("post")), ("SignerName", word("name"))])


def _packed(document: WordDocument) -> bytes:
    """Return the package, with nothing in it that tells who made it when."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title = properties.keywords = ""
    properties.created = properties.modified = _MADE
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with (
        zipfile.ZipFile(saved) as made,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _PACKED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, made.read(name))
    return packed.getvalue()
