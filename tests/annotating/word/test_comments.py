"""Comments in Word documents: on exactly the words, whatever holds them."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
import pytest
from lxml import etree

from checker.annotating.note import Note
from checker.annotating.word import annotate_docx
from checker.errors import InputError
from checker.reading.package import Package
from checker.reading.word import WordDocument
from tests.annotating.word.revisions import commented, part, root
from tests.annotating.word.schema import W, comment_faults, faults
from tests.reading.documents import document_xml, package

DATE = datetime(2026, 5, 1, 8, 30)
TEXT_BOX = (
    "<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p>"
    "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p>"
    "</w:txbxContent></mc:Fallback></mc:AlternateContent>"
)
FORMULA = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t>'
    "</m:r></m:oMath>"
)

RUBY = (
    "<w:r><w:ruby><w:rt><w:r><w:t>đọc</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>chữ</w:t></w:r></w:rubyBase>"
    "</w:ruby></w:r>"
)


def raw_of(data: bytes) -> str:
    return "\n".join(WordDocument(Package(data, "x.docx")).text.paragraphs)


def note_on(data: bytes, *words: str) -> bytes:
    raw = raw_of(data)
    notes = [Note(raw.index(one), raw.index(one) + len(one), "error", "Sai") for one in words]
    new = annotate_docx(data, "x.docx", notes, date=DATE)
    comments = root(new, "word/comments.xml")
    assert raw_of(new) == raw
    assert faults(root(new)) == faults(comments) == comment_faults(root(new), comments) == []
    return new


def ranges(data: bytes) -> list[str]:
    return list(commented(root(data)).values())


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:t>các OCOOP khác</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>các OC</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>OOP khác</w:t></w:r></w:p>",
        "<w:p><w:hyperlink><w:r><w:t>các OCOOP</w:t></w:r></w:hyperlink></w:p>",
        "<w:p><w:r><w:t>a</w:t></w:r><w:hyperlink><w:r><w:t>OCO</w:t></w:r></w:hyperlink><w:r><w:t>OP</w:t></w:r></w:p>",
        '<w:p><w:fldSimple w:instr="TITLE"><w:r><w:t>OCOOP</w:t></w:r></w:fldSimple></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TITLE </w:instrText></w:r><w:r>'
        '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>OCOOP</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        '<w:p><w:smartTag w:element="x"><w:r><w:t>OCOOP</w:t></w:r></w:smartTag></w:p>',
        '<w:p><w:ins w:id="5" w:author="An" w:date="2026-01-01T00:00:00Z"><w:r><w:t>OCOOP</w:t></w:r></w:ins></w:p>',
        '<w:p><w:r><w:t>OC</w:t></w:r><w:del w:id="5" w:author="An" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>X</w:delText></w:r></w:del><w:r><w:t>OOP</w:t></w:r></w:p>',
        "<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>OCOOP</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>các OCOOP</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>",
        "<w:p><w:r><w:t>O<!-- ! --><![CDATA[CO]]>&#79;P</w:t></w:r></w:p>",
        "<w:p >\n <w:r >\n  <w:t >OCOOP</w:t >\n </w:r >\n</w:p >",
    ],
)
def test_exactly_the_words(body: str) -> None:
    assert ranges(note_on(package(body), "OCOOP")) == ["OCOOP"]


def test_notes_on_overlapping_words() -> None:
    data = package("<w:p><w:r><w:t>phường Nghị Quyết năm 2026</w:t></w:r></w:p>")
    words = ("phường Nghị Quyết", "Nghị", "Quyết năm", "phường", "phường Nghị Quyết năm 2026")
    assert ranges(note_on(data, *words)) == [words[0], words[3], words[4], words[1], words[2]]


def test_a_line_of_words_is_a_paragraph_and_the_author_signs() -> None:
    data = package("<w:p><w:r><w:t>OCOOP</w:t></w:r></w:p>")
    notes = [Note(0, 5, "error", 'Sai <chữ> & "dấu"\x0b\nCăn cứ')]
    comments = root(annotate_docx(data, "x", notes, "Tổ Rà soát", DATE), "word/comments.xml")
    comment = comments[0]
    assert [etree.QName(one).localname for one in comment] == ["p", "p"]
    assert ["".join(one.itertext()) for one in comment] == ['Sai <chữ> & "dấu"', "Căn cứ"]
    assert comment.get(W + "author") == "Tổ Rà soát"
    assert comment.get(W + "initials") == "TRs"
    assert comment.get(W + "date") == "2026-05-01T08:30:00Z"


@pytest.mark.parametrize("at", [0, 3, 8])
def test_something_missing_is_a_point(at: int) -> None:
    body = "<w:p><w:r><w:t>Kế</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>hoạch</w:t></w:r></w:p>"
    new = annotate_docx(package(body), "x.docx", [Note(at, at, "error", "Thiếu")], date=DATE)
    document = root(new)
    assert ranges(new) == [""]
    assert comment_faults(document, root(new, "word/comments.xml")) == faults(document) == []
    start = next(document.iter(W + "commentRangeStart"))
    assert list(document.iter(W + "p")).index(start.getparent()) == {0: 0, 3: 1, 8: 2}[at]


def test_two_notes_on_an_empty_paragraph() -> None:
    notes = [Note(0, 0, "error", "Thiếu"), Note(0, 0, "error", "Thiếu nữa")]
    new = annotate_docx(package("<w:p/><w:p><w:r><w:t>a</w:t></w:r></w:p>"), "x", notes)
    assert ranges(new) == ["", ""]


def test_words_in_a_text_box_are_noted_on_the_run_that_holds_it() -> None:
    body = f"<w:p><w:r><w:t>Số</w:t></w:r><w:r>{TEXT_BOX}</w:r></w:p>"
    new = note_on(package(body), "DỰ THẢO")
    holder = next(root(new).iter(W + "commentRangeStart")).getnext()
    assert holder.tag == W + "r" and b"AlternateContent" in etree.tostring(holder)
    assert TEXT_BOX.encode() in part(new)


def test_words_in_a_footnote_are_noted_on_its_reference() -> None:
    body = '<w:p><w:r><w:t>Số</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Chú</w:t></w:r></w:p></w:footnote>'
    new = note_on(package(body, footnotes=note), "Chú")
    holder = next(root(new).iter(W + "commentRangeStart")).getnext()
    assert holder[0].tag == W + "footnoteReference"


def test_a_formula_is_noted_as_a_whole() -> None:
    new = note_on(package(f"<w:p><w:r><w:t>Số</w:t></w:r>{FORMULA}</w:p>"), "x=1")
    holder = next(root(new).iter(W + "commentRangeStart")).getnext()
    assert etree.QName(holder).localname == "oMath"


def test_a_ruby_text_is_noted_as_a_whole() -> None:
    new = note_on(package(f"<w:p><w:r><w:t>Số</w:t></w:r>{RUBY}</w:p>"), "chữ")
    holder = next(root(new).iter(W + "commentRangeStart")).getnext()
    assert holder[0].tag == W + "ruby"
    assert RUBY.encode() in part(new)


def test_an_automatic_number_is_noted_on_the_words_after_it() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    properties = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    data = package(f"<w:p>{properties}<w:r><w:t>Mục</w:t></w:r></w:p>", numbering=numbering)
    assert raw_of(data) == "1.\tMục"
    assert ranges(note_on(data, "1.")) == ["Mục"]
    assert ranges(note_on(data, "1.\tM")) == ["M"]


def test_comments_that_are_there_stay() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("các ")
    made.add_comment(paragraph.add_run("OCOOP"), text="Xem lại", author="Bình", initials="B")
    out = io.BytesIO()
    made.save(out)
    data = out.getvalue()
    before = part(data, "word/comments.xml")
    new = note_on(data, "OCOOP")
    again = note_on(new, "các")
    assert sorted(ranges(again)) == ["OCOOP", "OCOOP", "các"]
    own = before[before.index(b"<w:comment ") : before.rindex(b"</w:comment>")]
    assert own in part(again, "word/comments.xml")
    opened = docx.Document(io.BytesIO(again))
    assert [one.text for one in opened.comments] == ["Xem lại", "Sai", "Sai"]
    assert [one.author for one in opened.comments] == ["Bình", "Soát", "Soát"]


def test_a_new_part_is_named_once() -> None:
    made = docx.Document()
    made.add_paragraph("OCOOP")
    out = io.BytesIO()
    made.save(out)
    new = note_on(note_on(out.getvalue(), "OCOOP"), "OCOOP")
    assert part(new, "[Content_Types].xml").count(b'"/word/comments.xml"') == 1
    assert part(new, "word/_rels/document.xml.rels").count(b"/comments") == 1
    assert [one.text for one in docx.Document(io.BytesIO(new)).comments] == ["Sai", "Sai"]


def test_other_prefixes_and_encodings() -> None:
    body = "<w:p><w:r><w:t>các OCOOP</w:t></w:r></w:p>"
    plain = document_xml(body)
    bare = plain.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", "xmlns=")
    both = bare.replace(
        " xmlns=", ' xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns='
    )
    strict = plain.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    utf16 = ('<?xml version="1.0" encoding="UTF-16"?>' + plain).encode("utf-16")
    bom = b"\xef\xbb\xbf" + plain.encode()
    for xml in (bare.encode(), both.encode(), strict.encode(), utf16, bom):
        new = note_on_words_in(xml)
        assert raw_of(new) == "các OCOOP"
        assert list(WordDocument(Package(new, "x")).text.comments.values()) == [(4, 9)]
    strictly = note_on_words_in(strict.encode())
    assert b'<w:jc w:val="start"/>' in part(strictly, "word/comments.xml")
    relations = part(strictly, "word/_rels/document.xml.rels")
    assert b'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"' in relations


def note_on_words_in(xml: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", xml)
    return annotate_docx(out.getvalue(), "x.docx", [Note(4, 9, "error", "Sai")], date=DATE)


def test_a_signed_package_is_left_alone() -> None:
    out = io.BytesIO(package("<w:p><w:r><w:t>OCOOP</w:t></w:r></w:p>"))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("_xmlsignatures/origin.sigs", "")
    with pytest.raises(InputError) as raised:
        annotate_docx(out.getvalue(), "x.docx", [Note(0, 5, "error", "Sai")])
    assert raised.value.code == "signed-package"
    assert "đã ký số" in raised.value.message("vi")
