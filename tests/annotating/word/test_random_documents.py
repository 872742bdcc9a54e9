"""Whatever the runs and wherever the edits: rejected it is what it was, accepted what was asked."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from checker.annotating.edit import Edit
from checker.annotating.note import Note
from checker.annotating.setting import Setting
from checker.annotating.word import annotate_docx, edit_docx, set_docx
from checker.reading.package import Package
from checker.reading.word import WordDocument
from tests.annotating.word.revisions import (
    accepted,
    characters,
    commented,
    part,
    rejected,
    root,
    texts,
)
from tests.annotating.word.schema import comment_faults, faults
from tests.reading.documents import package

DATE = datetime(2026, 5, 1, 8, 30)
_LOOKS = (
    "",
    "<w:rPr/>",
    "<w:rPr><w:b/></w:rPr>",
    '<w:rPr><w:i/><w:sz w:val="28"/></w:rPr>',
    '<w:rPr><w:b/><w:rPrChange w:id="900" w:author="An" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange></w:rPr>',
)
_ITEMS = (
    "<w:t>ab</w:t>",
    '<w:t xml:space="preserve"> OCOOP </w:t>',
    "<w:t>a&amp;&#98;<![CDATA[<c]]></w:t>",
    "<w:t/>",
    "<w:tab/>",
    "<w:br/>",
    "<w:lastRenderedPageBreak/>",
    '<w:fldChar w:fldCharType="begin"/>',
    "<w:t>Nghị\nQuyết</w:t>",
)
_WRAPS = (
    "{}",
    "{}",
    "<w:hyperlink>{}</w:hyperlink>",
    '<w:ins w:id="{n}" w:author="An" w:date="2026-01-01T00:00:00Z">{}</w:ins>',
    '<w:smartTag w:element="x">{}</w:smartTag>',
    '{}<w:del w:id="{n}" w:author="An" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>xx</w:delText></w:r></w:del>',
)

_runs = st.builds(
    lambda look, items: f'<w:r w:rsidR="00AB">{look}{"".join(items)}</w:r>',
    st.sampled_from(_LOOKS),
    st.lists(st.sampled_from(_ITEMS), max_size=4),
)
_stretches = st.tuples(st.sampled_from(_WRAPS), st.lists(_runs, min_size=1, max_size=3))
_paragraphs = st.lists(st.lists(_stretches, max_size=4), min_size=1, max_size=4)
_words = st.text("abcO P\t\v<&", max_size=5)


@st.composite
def _documents(draw: st.DrawFn) -> bytes:
    number = iter(range(100, 900))
    body = ""
    for stretches in draw(_paragraphs):
        inner = "".join(
            wrap.replace("{n}", str(next(number))).replace("{}", "".join(runs))
            for wrap, runs in stretches
        )
        body += f"<w:p><w:pPr><w:keepNext/></w:pPr>{inner}</w:p>" if inner else "<w:p/>"
    changes = iter(range(900, 2000))
    body = re.sub(r'w:id="900"', lambda _: f'w:id="{next(changes)}"', body)
    return package(f"{body}<w:sectPr/>", styles="")


@st.composite
def _edited(draw: st.DrawFn) -> tuple[bytes, str, list[Edit]]:
    data = draw(_documents())
    raw = _raw(data)
    edits: list[Edit] = []
    at = 0
    for line in raw.split("\n"):
        cuts = sorted(draw(st.lists(st.integers(0, len(line)), max_size=4)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            edits.append(Edit(at + start, at + end, draw(_words)))
        at += len(line) + 1
    return data, raw, edits


def _raw(data: bytes) -> str:
    return "\n".join(WordDocument(Package(data, "x.docx")).text.paragraphs)


def _applied(raw: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        raw = raw[: edit.start] + edit.text + raw[edit.end :]
    return raw


def _others(data: bytes, *but: str) -> dict[str, tuple[bytes, int, tuple[int, ...]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            info.filename: (archive.read(info), info.compress_type, info.date_time)
            for info in archive.infolist()
            if info.filename not in but
        }


def _paragraphs_of(data: bytes) -> list[bytes]:
    return re.findall(rb"<w:p/>|<w:p>.*?</w:p>", part(data), re.DOTALL)


@given(_edited())
def test_changes_rejected_are_the_original_and_accepted_the_edit(
    made: tuple[bytes, str, list[Edit]],
) -> None:
    data, raw, edits = made
    new, left = edit_docx(data, "x.docx", edits, date=DATE)
    before, after = root(data), root(new)
    for edit in left:
        assert edit.start == edit.end  # in a paragraph that shows nothing
        line = raw[: edit.start].count("\n")
        assert not raw.split("\n")[line]
    wanted = _applied(raw, [edit for edit in edits if edit not in left])
    assert _raw(new) == wanted
    assert texts(accepted(after)) == wanted.split("\n")
    assert characters(rejected(after)) == characters(rejected(before))
    assert faults(after) == []
    assert _others(new, "word/document.xml") == _others(data, "word/document.xml")
    touched = {raw[: edit.start].count("\n") for edit in edits}
    pairs = zip(_paragraphs_of(data), _paragraphs_of(new), strict=True)
    assert all(one == two for index, (one, two) in enumerate(pairs) if index not in touched)


@given(_edited())
def test_edits_made_at_once(made: tuple[bytes, str, list[Edit]]) -> None:
    data, raw, edits = made
    new, left = edit_docx(data, "x.docx", edits, tracked=False)
    assert _raw(new) == _applied(raw, [edit for edit in edits if edit not in left])
    assert faults(root(new)) == []
    assert len(list(root(new).iter("{*}del"))) == len(list(root(data).iter("{*}del")))
    assert len(list(root(new).iter("{*}ins"))) == len(list(root(data).iter("{*}ins")))


@given(_edited())
def test_comments_cover_exactly_their_words(made: tuple[bytes, str, list[Edit]]) -> None:
    data, raw, edits = made
    notes = [Note(edit.start, edit.end, "error", "Sai.\nSửa.") for edit in edits]
    notes += [Note(note.start, len(raw), "info", "Đến hết") for note in notes[:1]]
    if not notes:
        assert annotate_docx(data, "x.docx", notes) == data
        return
    new = annotate_docx(data, "x.docx", notes, date=DATE)
    document, comments = root(new), root(new, "word/comments.xml")
    assert _raw(new) == raw
    assert characters(document) == characters(root(data))
    assert faults(document) == faults(comments) == comment_faults(document, comments) == []
    covered = sorted(text.strip("\n") for text in commented(document).values())
    assert covered == sorted(raw[note.start : note.end].strip("\n") for note in notes)
    parts = ("word/document.xml", "word/comments.xml", "[Content_Types].xml")
    rels = "word/_rels/document.xml.rels"
    assert _others(new, *parts, rels) == _others(data, *parts)


@given(_edited(), st.booleans())
def test_settings_rejected_are_the_original(
    made: tuple[bytes, str, list[Edit]], bold: bool
) -> None:
    data, raw, edits = made
    values = {"bold": bold, "font": "Times New Roman", "before": 6.0, "left": 30.0}
    settings = [Setting(edit.start, edit.end, values) for edit in edits]
    new = set_docx(data, "x.docx", settings, date=DATE)
    before, after = root(data), root(new)
    assert _raw(new) == raw
    assert characters(rejected(after)) == characters(rejected(before))
    assert faults(after) == []
    assert set_docx(new, "x.docx", settings, date=DATE) == new
    runs = WordDocument(Package(new, "x.docx")).text.runs
    for edit in (edit for edit in edits if edit.start < edit.end):
        inside = [run for run in runs if run.start < edit.end and run.end > edit.start]
        assert all(run.format.bold is bold for run in inside)
        assert all(run.format.font == "Times New Roman" for run in inside)
