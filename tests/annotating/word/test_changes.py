"""Tracked changes: which characters, in whose look, among what else stands there."""

from __future__ import annotations

import io
from datetime import datetime

import docx
import pytest

from checker.annotating.edit import Edit
from checker.annotating.word import edit_docx
from checker.annotating.word.changes import trimmed
from tests.annotating.word.revisions import accepted, characters, part, rejected, root, texts
from tests.annotating.word.schema import W, faults
from tests.annotating.word.test_comments import FORMULA, RUBY, TEXT_BOX, raw_of
from tests.reading.documents import package

DATE = datetime(2026, 5, 1, 8, 30)
BOLD = "<w:rPr><w:b/></w:rPr>"
INS = 'w:id="5" w:author="An" w:date="2026-01-01T00:00:00Z"'


def change(body: str, old: str, new: str, **parts: str) -> bytes:
    """Track the change of ``old``, and look at what every change must keep."""
    data = package(f"{body}<w:sectPr/>", **parts)
    raw = raw_of(data)
    at = raw.index(old)
    edited, left = edit_docx(data, "x.docx", [Edit(at, at + len(old), new)], date=DATE)
    assert not left
    assert faults(root(edited)) == []
    assert raw_of(edited) == raw.replace(old, new, 1)
    assert characters(rejected(root(edited))) == characters(rejected(root(data)))
    assert texts(accepted(root(edited)))[0] == raw.split("\n")[0].replace(old, new, 1)
    return edited


def shown(data: bytes) -> str:
    """The first paragraph: ``[-deleted-]`` and ``{+inserted+}``, bold in capitals."""
    text = ""
    for run in next(root(data).iter(W + "p")).iter(W + "r"):
        words = "".join(one.text or "" for one in run.iter(W + "t", W + "delText"))
        bold = run.find(f"{W}rPr/{W}b") is not None
        words = words.upper() if bold else words
        around = {one.tag.removeprefix(W) for one in run.iterancestors()}
        words = f"{{+{words}+}}" if "ins" in around and words else words
        text += f"[-{words}-]" if "del" in around else words
    return text


def test_a_word_in_one_run_changes_as_a_whole() -> None:
    edited = change("<w:p><w:r><w:t>các ocoop, khác</w:t></w:r></w:p>", "ocoop", "ocop")
    assert shown(edited) == "các [-ocoop-]{+ocop+}, khác"
    assert b'<w:delText xml:space="preserve">ocoop</w:delText>' in part(edited)


def test_a_word_cut_by_the_history_of_saving_changes_as_a_whole() -> None:
    body = (
        '<w:p><w:r w:rsidR="1"><w:t>oc</w:t></w:r><w:r w:rsidR="2"><w:rPr><w:noProof/></w:rPr>'
        "<w:t>oop</w:t></w:r></w:p>"
    )
    assert shown(change(body, "ocoop", "ocop")) == "[-oc-][-oop-]{+ocop+}"


def test_a_bold_half_word_stays_bold() -> None:
    body = f"<w:p><w:r>{BOLD}<w:t>oc</w:t></w:r><w:r><w:t>oop</w:t></w:r></w:p>"
    assert shown(change(body, "ocoop", "ocop")) == "OCo[-o-]p"
    body = f"<w:p><w:r>{BOLD}<w:t>nghị</w:t></w:r><w:r><w:t> quyết</w:t></w:r></w:p>"
    assert shown(change(body, "nghị quyết", "nhị chiểu")) == "N[-GHỊ-][- quyết-]{+HỊ CHIỂU+}"


def test_an_insertion_looks_as_what_stands_before_it() -> None:
    body = f"<w:p><w:r>{BOLD}<w:t>ab</w:t></w:r><w:r><w:t>cd</w:t></w:r></w:p>"
    assert shown(change(body, "ab", "ab.")) == "[-AB-]{+AB.+}cd"
    data = package(body)
    for at, wanted in ((0, "{+X+}ABcd"), (2, "AB{+X+}cd"), (3, "ABc{+x+}d"), (4, "ABcd{+x+}")):
        edited, left = edit_docx(data, "x.docx", [Edit(at, at, "x")])
        assert shown(edited) == wanted and not left


def test_inside_what_somebody_inserted() -> None:
    body = f"<w:p><w:ins {INS}><w:r><w:t>các ocoop khác</w:t></w:r></w:ins></w:p>"
    edited = change(body, "ocoop", "ocop")
    assert shown(edited) == "{+các +}[-{+ocoop+}-]{+ocop+}{+ khác+}"
    authors = [one.get(W + "author") for one in root(edited).iter(W + "ins")]
    assert authors == ["An", "Soát", "An"]
    end = change(body, "khác", "nữa")
    assert [one.get(W + "author") for one in root(end).iter(W + "ins")] == ["An", "Soát"]


def test_two_insertions_at_one_point_of_what_somebody_inserted() -> None:
    body = f"<w:p><w:ins {INS}><w:r><w:t>ab</w:t></w:r></w:ins></w:p>"
    edited, _ = edit_docx(package(body), "x.docx", [Edit(1, 1, "x"), Edit(1, 1, "y")])
    assert shown(edited) == "{+a+}{+x+}{+y+}{+b+}"
    assert faults(root(edited)) == []


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:hyperlink><w:r><w:t>ocoop</w:t></w:r></w:hyperlink></w:p>",
        "<w:p><w:r><w:t>oc</w:t></w:r><w:hyperlink><w:r><w:t>oop</w:t></w:r></w:hyperlink></w:p>",
        '<w:p><w:fldSimple w:instr="TITLE"><w:r><w:t>ocoop</w:t></w:r></w:fldSimple></w:p>',
        '<w:p><w:smartTag w:element="x"><w:r><w:t>ocoop</w:t></w:r></w:smartTag></w:p>',
        f"<w:p><w:r><w:t>oc</w:t></w:r><w:del {INS}><w:r><w:delText>X</w:delText></w:r></w:del><w:r><w:t>oop</w:t></w:r></w:p>",
        '<w:p><w:r><w:t>oc</w:t><w:footnoteReference w:id="9"/><w:t>oop</w:t></w:r></w:p>',
        "<w:p><w:r><w:t>o<!-- ! --><![CDATA[co]]>&#111;p</w:t></w:r></w:p>",
        f"<w:p><w:r><w:t>ocoop</w:t></w:r><w:r>{TEXT_BOX}</w:r></w:p>",
    ],
)
def test_whatever_holds_the_words(body: str) -> None:
    edited = change(body, "ocoop", "ocop")
    assert part(edited).count(b"footnoteReference") == body.count("footnoteReference")
    assert part(edited).count(TEXT_BOX.encode()) == body.count(TEXT_BOX)


def test_tabs_and_soft_breaks() -> None:
    edited = change("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", "a\tb", "a\vb\tc")
    inserted = next(root(edited).iter(W + "ins"))
    assert [one.tag.removeprefix(W) for one in inserted[0]] == ["br", "t", "tab", "t"]


def test_what_cannot_be_changed_is_handed_back() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Mục</w:t></w:r></w:p>'
        f"<w:p><w:r><w:t>Số</w:t></w:r><w:r>{TEXT_BOX}</w:r></w:p><w:p>{FORMULA}</w:p><w:p/>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p><w:p>"
        f"{RUBY}</w:p><w:p><w:r><w:t>Hết</w:t></w:r></w:p>"
    )
    data = package(body, numbering=numbering)
    raw = raw_of(data)
    assert raw == "1.\tMục\nSố\nDỰ THẢO\nx=1\n\n\nđọcchữ\nHết"
    wrong = [Edit(0, 1, "2"), *(_on(raw, one) for one in ("Số\nDỰ", "THẢO", "x=1", "chữ"))]
    empty = raw.index("\n\n") + 1
    wrong += [Edit(empty, empty, "x"), Edit(empty + 1, empty + 1, "x")]
    wrong += [Edit(len(raw) - 1, len(raw), "a\nb"), Edit(len(raw), len(raw) + 3, "")]
    for edit in wrong:
        assert edit_docx(data, "x.docx", [edit]) == (data, (edit,))
    edited, left = edit_docx(data, "x.docx", [*wrong, _on(raw, "Mục"), Edit(4, 5, "overlapping")])
    assert {*left} == {*wrong, Edit(4, 5, "overlapping")}
    assert raw_of(edited) == raw.replace("Mục", "x")


def _on(raw: str, words: str) -> Edit:
    return Edit(raw.index(words), raw.index(words) + len(words), "x")


def test_made_at_once_nothing_is_left_of_it() -> None:
    body = f"<w:p><w:r>{BOLD}<w:t>các ocoop</w:t></w:r><w:r><w:t>, khác</w:t></w:r></w:p>"
    data = package(body)
    edited, left = edit_docx(data, "x.docx", [Edit(4, 9, "ocop")], tracked=False)
    assert left == ()
    wanted = body.replace("<w:t>các ocoop", '<w:t xml:space="preserve">các ocop')
    assert part(edited) == part(package(wanted))


def test_made_at_once_an_insertion_of_somebody_is_not_left_empty() -> None:
    body = f"<w:p><w:r><w:t>a</w:t></w:r><w:ins {INS}><w:r><w:t>b</w:t></w:r></w:ins></w:p>"
    edited, _ = edit_docx(package(body), "x.docx", [Edit(0, 2, "")], tracked=False)
    assert raw_of(edited) == ""
    assert faults(root(edited)) == []
    assert len(list(root(edited).iter(W + "r"))) == 1


def test_no_edit_no_change() -> None:
    data = package("<w:p><w:r><w:t>a</w:t></w:r></w:p>")
    assert edit_docx(data, "x.docx", []) == (data, ())


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("ocoop", "ocop", (3, 4, "")),
        ("nghị quyết", "nhị chiểu", (1, 10, "hị chiểu")),
        ("ba", "ba ba", (2, 2, " ba")),
        ("tie\u0323n", "tien", (2, 4, "e")),  # no mark without its letter
        ("a\u0323", "b\u0323", (0, 2, "b\u0323")),
        ("x", "x", (1, 1, "")),
    ],
)
def test_trimmed(old: str, new: str, wanted: tuple[int, int, str]) -> None:
    assert trimmed(Edit(0, len(old), new), old) == wanted


def test_opens_in_python_docx() -> None:
    made = docx.Document()
    made.add_paragraph("các ").add_run("OCOOP").bold = True
    out = io.BytesIO()
    made.save(out)
    raw = raw_of(out.getvalue())
    edited, _ = edit_docx(out.getvalue(), "x.docx", [_on(raw, "OCOOP")])
    opened = docx.Document(io.BytesIO(edited))
    assert opened.paragraphs[0].text == "các "  # python-docx passes over w:ins and w:del
    assert len(opened.paragraphs[0]._p.xpath("./w:del | ./w:ins")) == 2
