"""LibreOffice opens what was written, and finds comments and changes at the same words."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.annotating.edit import Edit
from checker.annotating.note import Note
from checker.annotating.setting import Setting
from checker.annotating.word import annotate_docx, edit_docx, set_docx
from checker.reading.office_program import convert, find_program
from checker.reading.package import Package
from checker.reading.word import WordDocument
from tests.annotating.word.test_comments import raw_of
from tests.conftest import seed
from tests.reading.documents import plan_docx

DATE = datetime(2026, 5, 1, 8, 30)


@pytest.mark.skipif(
    find_program("soffice", "libreoffice") is None, reason="LibreOffice (soffice) is not installed"
)
def test_libreoffice_finds_comments_and_changes() -> None:
    data = plan_docx(seed("nhi-chieu"))
    raw = raw_of(data)
    wrong, place, missing = (
        raw.index(words) for words in ("OCOOP", "phường Nghị Quyết", "Nơi nhận")
    )
    new, left = edit_docx(data, "x.docx", [Edit(wrong, wrong + 5, "OCOP")], date=DATE)
    assert not left
    place, missing = place - 1, missing - 1
    notes = [
        Note(wrong, wrong + 4, "error", "“OCOOP”"),
        Note(place, place + 17, "error", "Nơi khác\nCăn cứ"),
        Note(missing, missing, "error", "Thiếu"),
    ]
    new = annotate_docx(new, "x.docx", notes, date=DATE)
    new = set_docx(new, "x.docx", [Setting(missing, missing + 8, {"bold": True})], date=DATE)
    converted = convert(new, "x.docx", ".docx")
    assert converted is not None
    document = WordDocument(Package(converted, "x.docx"))
    text = "\n".join(document.text.paragraphs)
    # LibreOffice itself puts an empty paragraph before a table that a commented file begins with
    assert text.lstrip("\n") == raw.replace("OCOOP", "OCOP")
    marks = document.layout().marks
    comments = [(text[one.start : one.end], one.text) for one in marks if one.kind == "comment"]
    assert comments == [
        ("OCOP", "“OCOOP”"),
        ("phường Nghị Quyết", "Nơi khác\nCăn cứ"),
        ("", "Thiếu"),
    ]
    changes = [
        (one.kind, one.author, one.text or text[one.start : one.end])
        for one in marks
        if one.kind != "comment"
    ]
    assert changes == [
        ("deletion", "Soát", "OCOOP"),
        ("insertion", "Soát", "OCOP"),
        ("format", "Soát", "Nơi nhận"),
    ]
