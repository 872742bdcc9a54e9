"""A workbook for Excel: a sheet of the files, one of the findings, one of the rules.

All words are text: nothing in a document becomes a formula or a link. No times are told: the same
run gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from checker.file_report import FileReport
from checker.finding import LEVELS
from checker.phrases import say
from checker.reporting.csv import values
from checker.reporting.locations import is_relative, posix_path
from checker.reporting.remarks import remarks
from checker.reporting.run import Run
from checker.reporting.spreadsheet import shown

MAX_ROWS = 1_048_576  # of a sheet, the head included
_MAX_LINKS = 65_530  # of a sheet
_MAX_HEIGHT = 409  # of a row, in points
_LINE = 15  # points that a line of a cell takes
_WIDER = 1.15  # what words take more than their letters, as lines end between words
_CREATED = datetime.datetime(2026, 1, 1)
_Cells = Mapping[str, str | int]  # by the name of the column
_LEVELS = tuple(reversed(LEVELS))
_COLOURS = {"error": "#FBE3E0", "warning": "#FBECD0", "info": "#E2EDF8"}
_HEAD = {"bold": True, "bg_color": "#D9D5CC", "text_wrap": True, "valign": "vcenter", "border": 1}
_CELL = {"text_wrap": True, "valign": "top"}
# A path that means the same file to every program: no escapes, no drive, no scheme
_LINKABLE = re.compile(r"[\w .,()/–-]{1,200}")
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class _Column(NamedTuple):
    """``width`` in characters."""

    name: str
    width: int
    number: bool = False


_COUNTS = tuple(_Column(level, 10, True) for level in _LEVELS)
_FILES = (
    _Column("file", 44),
    _Column("type", 16),
    _Column("regime", 20),
    _Column("locality", 40),
    *_COUNTS,
    _Column("remark", 60),
)
_FINDINGS = (
    _Column("file", 36),
    _Column("level", 11),
    _Column("section", 10),
    _Column("page", 7, True),
    _Column("line", 7, True),
    _Column("message", 52),
    _Column("text", 24),
    _Column("suggestion", 24),
    _Column("context", 40),
    _Column("basis", 34),
    _Column("rule", 26),
    _Column("group", 14),
)
_RULES = (
    _Column("rule", 34),
    _Column("rule-title", 56),
    _Column("group", 15),
    *_COUNTS,
    _Column("all", 9, True),
    _Column("files", 9, True),
)


def render(run: Run) -> bytes:
    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": "Soát", "created": _CREATED})
        _Book(book, run).write()
    return out.getvalue()


class _Book:
    """Writes the sheets of one run."""

    def __init__(self, book: Workbook, run: Run) -> None:
        self.book = book
        self.run = run
        self.head = book.add_format(_HEAD)
        self.number_head = book.add_format({**_HEAD, "align": "right", "indent": 1})
        self.cell = book.add_format(_CELL)
        self.number = book.add_format({**_CELL, "align": "right", "indent": 1})
        self.bold = book.add_format({**_CELL, "bold": True})
        self.link = book.add_format({**_CELL, "font_color": "#22568F", "underline": 1})
        self.levels = {
            level: book.add_format({**_CELL, "bg_color": colour})
            for level, colour in _COLOURS.items()
        }

    def write(self) -> None:
        self._files()
        self._findings()
        self._rules()

    def _files(self) -> None:
        sheet = self._sheet("files", _FILES)
        reports = self.run.reports[: MAX_ROWS - 2]
        for row, report in enumerate(reports, start=1):
            self._row(sheet, row, _FILES, self._about(report))
        _filter(sheet, _FILES, len(reports))
        findings = sum(self.run.counts.values())
        total = say("sheet-count", self.run.lang, files=len(self.run.reports), findings=findings)
        counts = {level: self.run.counts[level] for level in _LEVELS}
        last = len(reports) + 1
        sheet.write_string(last, 0, total, self.bold)
        self._row(sheet, last, _FILES, counts)

    def _about(self, report: FileReport) -> _Cells:
        lang, about = self.run.lang, report.about
        if report.error:
            return {"file": report.path, "remark": report.error.message(lang)}
        counts = Counter(finding.level for finding in report.findings)
        return {
            "file": report.path,
            "type": about.type_name or say("no-type", lang),
            "regime": say(f"regime-{about.regime}", lang),
            "locality": about.locality or say("no-place", lang),
            **{level: counts[level] for level in _LEVELS},
            "remark": " ".join(remark.words for remark in remarks(report, lang)),
        }

    def _findings(self) -> None:
        sheet = self._sheet("findings", _FINDINGS)
        told = (
            (report.path, finding) for report in self.run.reports for finding in report.findings
        )
        row = 0
        for row, (path, finding) in enumerate(told, start=1):
            if row == MAX_ROWS - 1:
                left = sum(self.run.counts.values()) - row + 1
                sheet.write_string(row, 0, say("sheet-cut", self.run.lang, count=left), self.bold)
                break
            cells = {"file": path, **values(finding, self.run.lang)}
            self._row(sheet, row, _FINDINGS, cells)
            sheet.write_string(row, 1, cells["level"], self.levels[finding.level])
        _filter(sheet, _FINDINGS, row)

    def _rules(self) -> None:
        sheet = self._sheet("rules", _RULES)
        found: dict[str, Counter[str]] = {}
        files: Counter[str] = Counter()
        for report in self.run.reports:
            for finding in report.findings:
                found.setdefault(finding.rule, Counter())[finding.level] += 1
            files.update({finding.rule for finding in report.findings})
        rules = sorted(found, key=lambda rule: (-found[rule].total(), rule))
        for row, rule in enumerate(rules, start=1):
            known = self.run.rules.get(rule)
            cells: _Cells = {
                "rule": rule,
                "rule-title": known.common.title[self.run.lang] if known else "",
                "group": rule.partition("/")[0],
                **{level: found[rule][level] for level in _LEVELS},
                "all": found[rule].total(),
                "files": files[rule],
            }
            self._row(sheet, row, _RULES, cells)
        _filter(sheet, _RULES, len(rules))

    def _sheet(self, name: str, columns: Sequence[_Column]) -> Worksheet:
        """Add a sheet with its head, which stays when the rows are scrolled."""
        sheet = self.book.add_worksheet(say(f"sheet-{name}", self.run.lang))
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(0.4, 0.4, 0.5, 0.5)  # inches
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for index, column in enumerate(columns):
            sheet.set_column(index, index, column.width)
            head = self.number_head if column.number else self.head
            sheet.write_string(0, index, say(f"head-{column.name}", self.run.lang), head)
        return sheet

    def _row(
        self,
        sheet: Worksheet,
        row: int,
        columns: Sequence[_Column],
        cells: _Cells,
    ) -> None:
        """Write the cells of a row, as high as its longest one needs; empty ones stay empty."""
        lines = 1
        for index, column in enumerate(columns):
            value = cells.get(column.name, "")
            if value == "":
                continue
            text = shown(str(value))
            if column.name == "file":
                self._file(sheet, row, str(value))
            elif column.number:
                sheet.write_number(row, index, int(value), self.number)
            else:
                sheet.write_string(row, index, text, self.cell)
            if len(text) > column.width:
                lines = max(lines, math.ceil(len(text) * _WIDER / column.width))
        sheet.set_row(row, min(lines * _LINE, _MAX_HEIGHT))

    def _file(self, sheet: Worksheet, row: int, path: str) -> None:
        """Write a path; a relative one leads to the file, when the workbook lies in the folder in
        which Soát was run."""
        name = shown(posix_path(path))
        if row <= _MAX_LINKS and is_relative(path) and _LINKABLE.fullmatch(name):
            sheet.write_url(row, 0, f"external:{name}", self.link, string=name)
        else:
            sheet.write_string(row, 0, name, self.cell)


def _filter(sheet: Worksheet, columns: Sequence[_Column], rows: int) -> None:
    if rows:
        sheet.autofilter(0, 0, rows, len(columns) - 1)
