"""The text of a Word document: paragraphs in reading order, and which element shows which words.

Tables come cell by cell, automatic numbers are computed, text boxes come once after the paragraph
that holds them, footnotes after the text; tracked changes count as accepted, hidden text is left
out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from checker.reading.layout import Mark, Paragraph, Run
from checker.reading.source import Cell
from checker.reading.word import marks
from checker.reading.word.names import MATH, MC, W, capitals, one_line, value, words
from checker.reading.word.numbering import Numbering
from checker.reading.word.styles import Styles
from checker.reading.word.tables import cells, holds_data, merged_away, rows, width

_RUN, _FORMULA_TEXT = W + "r", MATH + "t"
_TEXTS = (W + "t", _FORMULA_TEXT)
_SKIPPED = {W + "instrText", W + "delText", W + "pPr", W + "rPr", W + "sdtPr", MC + "Fallback"}
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\v",
    W + "cr": "\v",
    W + "noBreakHyphen": "-",
}
_COMMENT_ENDS = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")


class Piece(NamedTuple):
    """Characters and what shows them: ``raw[start:end]`` stands in ``element`` (w:t, w:tab, w:br
    …), which is in ``run``. ``own`` is false where no comment or change may be put (text boxes,
    footnotes, formulas); ``run`` is then the nearest in the text itself."""

    start: int
    end: int
    element: etree._Element
    run: etree._Element
    own: bool

    def moved(self, by: int) -> Piece:
        return self._replace(start=self.start + by, end=self.end + by)


class ParagraphPlace(NamedTuple):
    """A paragraph's element and its span, of which the automatic number takes the first ``label``
    characters; ``own`` as for a Piece."""

    start: int
    end: int
    element: etree._Element
    label: int
    own: bool


class _Around(NamedTuple):
    """What a paragraph stands in; ``anchor`` is the run outside of a text box or footnote."""

    cell: Cell | None = None
    table_style: str = ""
    anchor: etree._Element | None = None


@dataclass
class _Line:
    """A paragraph while it is read; offsets count from its first own character."""

    style: str
    around: _Around
    texts: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[Piece] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    comments: list[tuple[etree._Element, int]] = field(default_factory=list)
    boxes: list[tuple[etree._Element, etree._Element]] = field(default_factory=list)

    def outer(self, run: etree._Element) -> etree._Element:
        """The run in the text itself: ``run``, or the one that a text box or footnote hangs on."""
        return run if self.around.anchor is None else self.around.anchor


class WordText:
    """The text of a document and where it stands.

    ``paragraphs`` are its lines and ``cells`` what each stands in; ``pieces`` and ``places`` lead
    back to the elements; ``runs``, ``set_up``, ``marks``, ``comments`` (id → span), ``sections``
    and ``with_table`` (which of them hold a table, to the eye too) are for the Layout.
    """

    def __init__(
        self,
        body: etree._Element,
        numbering: Numbering,
        styles: Styles,
        footnotes: etree._Element | None = None,
    ) -> None:
        self.paragraphs: list[str] = []
        self.cells: list[Cell | None] = []
        self.pieces: list[Piece] = []
        self.places: list[ParagraphPlace] = []
        self.runs: list[Run] = []
        self.set_up: list[Paragraph] = []
        self.marks: list[Mark] = []
        self.comments: dict[str, tuple[int, int]] = {}
        self.sections: list[etree._Element] = []
        self.with_table: set[int] = set()
        self._numbering = numbering
        self._styles = styles
        self._offset = 0
        self._tables = 0
        self._notes: dict[str, etree._Element] = {}
        self._joined: tuple[etree._Element, _Line] | None = None
        self._walk(body, _Around())
        if footnotes is not None:
            self._footnotes(footnotes)
        end = max(0, self._offset - 1)
        self.marks = [marks.within(one, end) for one in self.marks]
        self.comments = {
            key: (min(start, end), min(last, end)) for key, (start, last) in self.comments.items()
        }

    def _walk(self, element: etree._Element, around: _Around) -> None:
        for child in element:
            tag = child.tag
            if tag == W + "p":
                self._paragraph(child, around)
            elif tag == W + "tbl":
                self._table(child, around)
            elif tag == W + "sectPr":
                self._section(child)
            elif tag in _COMMENT_ENDS:
                self._comment(child, self._offset)
            elif isinstance(tag, str) and tag not in _SKIPPED and tag not in marks.DELETED:
                self._walk(child, around)
        self._end_joined()

    def _table(self, table: etree._Element, around: _Around) -> None:
        self._end_joined()
        number = self._tables
        self._tables += 1
        if holds_data(table):
            self.with_table.add(len(self.sections))
        properties = table.find(W + "tblPr")
        style = "" if properties is None else value(properties, "tblStyle")
        for row_number, row in enumerate(rows(table)):
            changes = list(marks.changes_of(row.find(W + "trPr"), self._offset))
            self.marks += changes
            if any(change.kind == "deletion" for change in changes):
                continue
            column = 0
            for cell in cells(row):
                if not merged_away(cell):
                    place = Cell(number, row_number, column)
                    self._walk(cell, around._replace(cell=place, table_style=style))
                column += width(cell)

    def _paragraph(self, paragraph: etree._Element, around: _Around) -> None:
        properties = paragraph.find(W + "pPr")
        if self._joined:
            line = self._joined[1]
        else:
            line = _Line(self._styles.paragraph_style(properties), around)
        self._joined = None
        before = line.length
        self._inline(paragraph, paragraph, line)
        if properties is not None:
            line.marks += marks.form_changes(properties, before, line.length)
            line.marks += marks.changes_of(properties.find(W + "rPr"), line.length)
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._joined = paragraph, line  # the next paragraph goes on in the same line
        else:
            self._finish(paragraph, line)
        section = None if properties is None else properties.find(W + "sectPr")
        if section is not None:
            self._end_joined()
            self._section(section)

    def _end_joined(self) -> None:
        """End a line whose paragraph mark is deleted, but nothing follows that it could join."""
        if self._joined:
            paragraph, line = self._joined
            self._joined = None
            if line.length:
                self._finish(paragraph, line)
            else:
                self.marks += [marks.moved(one, self._offset) for one in line.marks]

    def _finish(self, paragraph: etree._Element, line: _Line) -> None:
        text = one_line("".join(line.texts))
        label = one_line(self._numbering.label(paragraph))
        if not text.strip():
            label = ""  # Word counts the paragraph all the same
        start, begin = self._offset, self._offset + len(label)
        end = begin + len(text)
        self._offset = end + 1
        self.paragraphs.append(label + text)
        self.cells.append(line.around.cell)
        self.pieces += [one.moved(begin) for one in line.pieces]
        self.runs += [Run(one.start + begin, one.end + begin, one.format) for one in line.runs]
        self.marks += [marks.moved(one, begin) for one in line.marks]
        own = line.around.anchor is None
        self.places.append(ParagraphPlace(start, end, paragraph, len(label), own))
        set_up = self._styles.paragraph_format(
            paragraph.find(W + "pPr"),
            line.style,
            line.around.table_style,
            self._numbering.indents(paragraph) if label else {},
        )
        self.set_up.append(Paragraph(start, end, set_up, len(self.sections), bool(label)))
        for element, offset in line.comments:
            self._comment(element, begin + offset)
        for box, anchor in line.boxes:
            self._walk(box, line.around._replace(anchor=line.outer(anchor)))

    def _inline(
        self,
        element: etree._Element,
        run: etree._Element,
        line: _Line,
    ) -> None:
        """Read what stands in a paragraph, or in a part of one; ``run`` is the w:r around."""
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self._run(child, line)
            elif tag in _TEXTS or tag in _CHARACTERS:
                text = _CHARACTERS.get(tag, child.text or "")
                own = tag != _FORMULA_TEXT and line.around.anchor is None
                after = line.length + len(text)
                line.pieces.append(Piece(line.length, after, child, line.outer(run), own))
                line.texts.append(text)
                line.length = after
            elif tag in _SKIPPED:
                continue
            elif tag == W + "txbxContent":
                line.boxes.append((child, run))
            elif tag in marks.DELETED:
                gone = words(child, W + "delText", W + "t")
                at, kind = line.length, marks.DELETED[tag]
                line.marks.append(marks.mark_of(kind, at, at, child, gone))
            elif tag in marks.ADDED:
                before = line.length
                self._inline(child, run, line)
                line.marks.append(marks.mark_of(marks.ADDED[tag], before, line.length, child))
            elif tag in _COMMENT_ENDS:
                line.comments.append((child, line.length))
            elif tag == W + "footnoteReference":
                self._notes[child.get(W + "id", "")] = line.outer(run)
            elif isinstance(tag, str):
                self._inline(child, run, line)

    def _run(self, run: etree._Element, line: _Line) -> None:
        properties = run.find(W + "rPr")
        start = line.length
        kept = len(line.texts), len(line.pieces), len(line.boxes)
        self._inline(run, run, line)
        text = "".join(line.texts[kept[0] :])
        look = self._styles.look(properties, line.style, line.around.table_style, text)
        if look.hidden:
            del line.texts[kept[0] :], line.pieces[kept[1] :], line.boxes[kept[2] :]
            line.length = start
            if text.strip():
                line.marks.append(Mark("hidden", start, start, "", text))
        elif line.length > start:
            if look.capitals:
                line.texts[kept[0] :] = map(capitals, line.texts[kept[0] :])
            line.runs.append(Run(start, line.length, look.format))
        if properties is not None:
            line.marks += marks.form_changes(properties, start, line.length)

    def _section(self, section: etree._Element) -> None:
        self.sections.append(section)
        change = section.find(W + "sectPrChange")
        if change is not None:
            self.marks.append(marks.mark_of("format", self._offset, self._offset, change))

    def _comment(self, element: etree._Element, offset: int) -> None:
        key = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            self.comments[key] = (offset, offset)
        elif element.tag == W + "commentRangeEnd" and key in self.comments:
            self.comments[key] = (self.comments[key][0], offset)
        else:
            self.comments.setdefault(key, (offset, offset))

    def _footnotes(self, footnotes: etree._Element) -> None:
        """Footnotes that the text refers to, as a table after it: one row a note."""
        table = self._tables
        self._tables += 1
        bodies = {note.get(W + "id", ""): note for note in footnotes.iterfind(W + "footnote")}
        for row, (key, anchor) in enumerate(self._notes.items()):
            if key in bodies:
                self._walk(bodies[key], _Around(Cell(table, row, 0), "", anchor))
