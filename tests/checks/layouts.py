"""A sound plan with its layout, line by line, to be changed by tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from checker.finding import Finding
from checker.reading import Cell, PhysicalLine, Source
from checker.reading.layout import (
    Format,
    Layout,
    Mark,
    Page,
    PageNumber,
    Paragraph,
    ParagraphFormat,
    Run,
)

LETTERS = Format("Times New Roman", 14.0, False, False, False, "000000", "")
PROSE = ParagraphFormat("both", 12.7, 0.0, 0.0, 6.0, 0.0, 1.0, "multiple")
CENTRED = PROSE._replace(alignment="center", first_line=0.0)
NUMBER = PageNumber("header", "center", "decimal", LETTERS)
PAGE = Page(210.0, 297.0, 20.0, 20.0, 30.0, 15.0, 12.7, 12.7, NUMBER, False, None, True)
LONG = (
    "Tổ chức tuyên truyền, phổ biến pháp luật cho cán bộ, công chức và nhân dân trên địa bàn xã "
    "bằng nhiều hình thức phù hợp với từng nhóm đối tượng."
)


@dataclass(frozen=True)
class Line:
    """A paragraph; ``marks`` are put on the whole of it."""

    text: str
    letters: Format = LETTERS
    form: ParagraphFormat = PROSE
    cell: Cell | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Laid:
    """Lines with the other parts of a layout."""

    lines: tuple[Line, ...]
    pages: tuple[Page, ...] = (PAGE,)
    properties: Mapping[str, str] = field(default_factory=dict)
    printed_pages: int = 2

    def but(self, start: str, **changes: Any) -> Laid:
        """Change the line that begins so: fields of Line, Format or ParagraphFormat."""
        index = next(i for i, line in enumerate(self.lines) if line.text.startswith(start))
        line = self.lines[index]
        for key, value in changes.items():
            if key in Format._fields:
                line = replace(line, letters=line.letters._replace(**{key: value}))
            elif key in ParagraphFormat._fields:
                line = replace(line, form=line.form._replace(**{key: value}))
            else:
                line = replace(line, **{key: value})
        return replace(self, lines=(*self.lines[:index], line, *self.lines[index + 1 :]))

    def paged(self, **changes: Any) -> Laid:
        return replace(self, pages=(self.pages[0]._replace(**changes), *self.pages[1:]))

    def plus(self, *lines: Line) -> Laid:
        return replace(self, lines=(*self.lines, *lines))

    def source(self) -> Source:
        raw = "\n".join(line.text for line in self.lines)
        physical, runs, paragraphs, marks = [], [], [], []
        at = 0
        for line in self.lines:
            end = at + len(line.text)
            physical.append(PhysicalLine(at, end, line.cell))
            runs.append(Run(at, end, line.letters))
            paragraphs.append(Paragraph(at, end, line.form))
            marks += [Mark(kind, at, end, "Lê Văn Nam", line.text) for kind in line.marks]
            at = end + 1
        layout = Layout(
            tuple(runs),
            tuple(paragraphs),
            self.pages,
            tuple(marks),
            self.properties,
            self.printed_pages,
        )
        return Source("plan.docx", "docx", raw, tuple(physical), paragraphs=True, layout=layout)

    def mended(self, finding: Finding) -> Laid:
        """Return it with all places of a finding set as its ``setting`` says."""
        spans = ((finding.start, finding.end), *finding.related_spans)
        setting = dict(finding.setting)
        if setting.keys() <= {*Page._fields} and finding.rule != "layout/first-line":
            return replace(self, pages=tuple(page._replace(**setting) for page in self.pages))
        lines, at = [], 0
        for line in self.lines:
            if any(start < at + len(line.text) and at < end for start, end in spans):
                for key, value in setting.items():
                    if key in Format._fields:
                        line = replace(line, letters=line.letters._replace(**{key: value}))
                    else:
                        line = replace(line, form=line.form._replace(**{key: value}))
            lines.append(line)
            at += len(line.text) + 1
        return replace(self, lines=tuple(lines))


def _head(row: int, column: int, text: str, **letters: Any) -> Line:
    return Line(text, LETTERS._replace(**letters), CENTRED, Cell(0, row, column))


def _end(column: int, text: str, **letters: Any) -> Line:
    return Line(text, LETTERS._replace(**letters), CENTRED, Cell(1, 0, column))


PLAN = Laid(
    (
        _head(0, 0, "UBND THÀNH PHỐ HẢI PHÒNG", size=13.0),
        _head(0, 0, "SỞ TƯ PHÁP", size=13.0, bold=True),
        _head(0, 1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=13.0, bold=True),
        _head(0, 1, "Độc lập - Tự do - Hạnh phúc", bold=True),
        _head(1, 0, "Số: 05/KH-STP", size=13.0),
        _head(1, 1, "Hải Phòng, ngày 05 tháng 6 năm 2026", italic=True),
        Line("KẾ HOẠCH", LETTERS._replace(bold=True), CENTRED),
        Line("Tuyên truyền năm 2026", LETTERS._replace(bold=True), CENTRED),
        Line("Căn cứ Luật Phổ biến, giáo dục pháp luật;", LETTERS._replace(italic=True)),
        Line("Căn cứ Chương trình công tác năm 2026.", LETTERS._replace(italic=True)),
        Line("I. MỤC ĐÍCH", LETTERS._replace(bold=True)),
        Line("1. Yêu cầu", LETTERS._replace(bold=True)),
        Line(LONG),
        Line("Bảo đảm tiết kiệm, hiệu quả."),
        Line("II. TỔ CHỨC THỰC HIỆN", LETTERS._replace(bold=True)),
        Line(f"- {LONG}"),
        Line("STT", LETTERS._replace(size=11.0), CENTRED, Cell(2, 0, 0)),
        Line(LONG, LETTERS._replace(size=11.0), CENTRED, Cell(2, 0, 1)),
        _end(0, "Nơi nhận:", size=12.0, bold=True, italic=True),
        _end(0, "- UBND thành phố;", size=11.0),
        _end(0, "- Lưu: VT.", size=11.0),
        _end(1, "KT. GIÁM ĐỐC", bold=True),
        _end(1, "PHÓ GIÁM ĐỐC", bold=True),
        _end(1, "Nguyễn Văn An", bold=True),
    )
)
