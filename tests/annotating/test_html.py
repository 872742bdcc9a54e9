"""The page with margin notes: the text as it is, marks on the words concerned, every note once."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.annotating.html import annotate_html
from checker.annotating.note import Note
from checker.document import Document
from checker.finding import LEVELS
from checker.linter import Linter
from checker.parsing import Grammar, parse
from checker.reading import read_bytes
from tests.conftest import seed
from tests.reading.documents import package

VOID = {"meta", "col", "br"}


class Page(HTMLParser):
    """What a browser would make of a page: the text of the lines, what each note's marks cover and
    where its caret stands. Elements that do not nest fail."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.lines: list[str] = []
        self.cells: list[str] = []
        self.marked: dict[str, str] = {}
        self.carets: dict[str, tuple[int, int]] = {}
        self.references: list[str] = []
        self.notes: dict[str, str] = {}
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = dict(attributes)
        self.tags.add(tag)
        if told.get("id"):
            self.ids.append(str(told["id"]))
        if tag == "p" and "text" in str(told.get("class")).split():
            self.lines.append("")
        if tag == "td":
            self.cells.append("")
        if "caret" in str(told.get("class")):
            self.carets[str(told["id"])] = (len(self.lines) - 1, len(self.lines[-1]))
        if tag not in VOID:
            self.open.append((tag, told))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        if "aside" in tags:
            owner = next(
                (a["id"] for _, a in self.open if "note" in str(a.get("class")).split()), None
            )
            if owner:
                self.notes[str(owner)] = self.notes.get(str(owner), "") + data
        elif "sup" in tags:
            self.references.append(data)
        elif "main" in tags and "p" in tags and "span" not in tags:
            self.lines[-1] += data
            if "td" in tags:
                self.cells[-1] += data
            for tag, attributes in self.open:
                if tag == "mark":
                    name = str(attributes["data-note"])
                    self.marked[name] = self.marked.get(name, "") + data


@pytest.fixture(scope="module")
def page(read: Callable[[str], Document]) -> Callable[..., Page]:
    def make(text: str, *notes: Note) -> Page:
        return Page(annotate_html(read(text), notes, "a.txt", "vi"))

    return make


def on(text: str, words: str, level: str = "error", said: str = "Sửa.") -> Note:
    start = text.index(words)
    return Note(start, start + len(words), level, said)


def test_marks_stand_on_exactly_the_words(page: Callable[..., Page]) -> None:
    text = "Kế hoạch của phường Nghị Quyết.\nsản phẩm OCOOP\n"
    made = page(text, on(text, "phường Nghị Quyết"), on(text, "OCOOP", "info", "Viết OCOP.\nNĐ 30"))
    assert made.lines == ["Kế hoạch của phường Nghị Quyết.", "sản phẩm OCOOP"]
    assert made.marked == {"1": "phường Nghị Quyết", "2": "OCOOP"}
    assert made.references == ["1", "2"]
    assert "1 · LỖI" in made.notes["note-1"]
    assert (
        made.notes["note-2"].split()
        == "2 · LƯU Ý Viết OCOP. NĐ 30".replace("OCOP. ", "OCOP.").split()
    )


def test_the_level_is_said_once(page: Callable[..., Page]) -> None:
    made = page("một", Note(0, 3, "error", "LỖI: Thiếu “hai”."))
    assert " ".join(made.notes["note-1"].split()) == "1 · LỖI Thiếu “hai”."


def test_what_is_missing_has_a_caret_at_its_place(page: Callable[..., Page]) -> None:
    text = "một hai\nba\n"
    made = page(text, Note(4, 4, "warning", "a"), Note(7, 7, "error", "b"), Note(0, 0, "info", "c"))
    assert made.lines == ["một hai", "ba"]
    assert made.carets == {"place-1": (0, 0), "place-2": (0, 4), "place-3": (0, 7)}


def test_overlapping_marks_nest(page: Callable[..., Page]) -> None:
    text = "một hai ba bốn năm"
    made = page(
        text,
        on(text, "một hai ba"),
        on(text, "hai ba bốn", "warning"),
        on(text, "ba", "info"),
        on(text, "ba", "error"),
    )
    assert made.lines == [text]
    assert made.marked == {
        "1": "một hai ba",
        "2": "hai ba bốn",
        "3": "ba",
        "4": "ba",
    }
    assert sorted(made.references) == ["1", "2", "3", "4"]


def test_a_note_on_several_lines_is_said_once(page: Callable[..., Page]) -> None:
    text = "một\nhai\n\nba\n"
    made = page(text, Note(1, len(text), "error", "a"))
    assert (len(made.notes), made.references, made.marked) == (1, ["1"], {"1": "ộthaiba"})


def test_everything_is_escaped(page: Callable[..., Page], read: Callable[[str], Document]) -> None:
    text = "<script>alert('x')</script> & \"a\" \u202e <b>"
    note = Note(0, 8, "error", "<img src=x onerror=alert(1)>\n</div><script>")
    markup = annotate_html(read(text), [note], '"><script>', "vi")
    made = Page(markup)
    assert made.lines == [text.replace("\u202e", "\ufffd")]
    assert not {"script", "img", "b"} & made.tags
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import", markup)


def test_tables_keep_their_cells(grammar: Grammar) -> None:
    row = "<w:tr>" + "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>" * 2 + "</w:tr>"
    body = "<w:tbl>" + row.format("A", "B") + row.format("C", "D") + "</w:tbl>"
    source = read_bytes(package(body + "<w:p><w:r><w:t>E</w:t></w:r></w:p>"), "a.docx")
    made = Page(annotate_html(parse(source, grammar), [on(source.raw, "D")], "a", "vi"))
    assert made.cells == ["A", "B", "C", "D"]
    assert made.lines == ["A", "B", "C", "D", "E"]
    assert made.marked == {"1": "D"}


def test_a_page_without_notes_says_so(read: Callable[[str], Document]) -> None:
    assert "Không có ghi chú nào." in annotate_html(read("một"), [], "a", "vi")
    assert "No notes." in annotate_html(read("một"), [], "a", "en")


def test_the_seed_shows_all_findings(linter: Linter) -> None:
    report = linter.check(read_bytes(seed("nhi-chieu").encode(), "a.txt"), "draft")
    document = report.document
    assert document is not None
    notes = [
        Note(*document.view.raw_span(one.start, one.end), one.level, one.message)
        for one in report.findings
    ]
    markup = annotate_html(document, notes, "nhi-chieu.txt", "vi")
    made = Page(markup)
    assert len(made.notes) == len(notes) > 30
    assert {"phường Nghị Quyết", "OCOOP"} <= set(made.marked.values())
    assert f"{sum(one.level == 'error' for one in notes)} lỗi" in markup
    assert made.lines == [line for line in document.source.raw.split("\n") if line.strip()]


@given(st.data())
def test_any_notes_are_shown_once_and_change_no_letter(
    page: Callable[..., Page], data: st.DataObject
) -> None:
    text = data.draw(st.text("ab <&\n|\t", min_size=1, max_size=60)) + "cuối"
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places, st.sampled_from(LEVELS)), max_size=12))
    notes = [Note(min(a, b), max(a, b), level, "x") for a, b, level in spans]
    made = page(text, *notes)
    numbers = [str(number) for number in range(1, len(notes) + 1)]
    assert sorted(made.references, key=int) == numbers
    assert len(made.ids) == len(set(made.ids)) == 2 * len(notes)
    if "|" not in text:
        spans = sorted(
            ((note.start, note.end) for note in notes), key=lambda one: (one[0], -one[1])
        )
        for number, (start, end) in enumerate(spans, 1):
            assert made.marked.get(str(number), "") == text[start:end].replace("\n", "")
        assert [line for line in made.lines if line.strip()] == [
            line for line in text.split("\n") if line.strip()
        ]
