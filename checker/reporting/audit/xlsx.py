"""An audit as a workbook for Excel, in constant memory: rows go to the disk as they are written.

Its sheets: the sum, a row for each document, the findings within each, the findings between
documents, near-duplicates, coverage, the offices without a plan.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from checker.corpus.auditing.audit import Audit
from checker.file_report import FileReport
from checker.phrases import say
from checker.reporting.audit.looks import looks_of
from checker.reporting.audit.overview import (
    LEVELS_DOWN,
    READ,
    Overview,
    Plan,
    about_lines,
    numbers_of,
    overview_of,
)
from checker.reporting.audit.xlsx_compared import Sheets
from checker.reporting.audit.xlsx_table import (
    CREATED,
    OPTIONS,
    Column,
    Styles,
    Table,
    columns_of,
    set_page,
)
from checker.reporting.csv import values
from checker.reporting.remarks import remarks
from checker.reporting.spreadsheet import shown

_PARTS = ("plans", "single", "findings", "pairs", "coverage", "expected")
MOST_FINDINGS = 200_000  # within documents; a sheet of more opens too slowly
_SHEETS = {"unread": "plans"}
_FINDING = (
    ("path", 34, "cell"),
    ("office", 26, "cell"),
    ("level", 11, "cell"),
    ("section", 9, "cell"),
    ("page", 8, "number"),
    ("line", 8, "number"),
    ("message", 52, "cell"),
    ("text", 24, "cell"),
    ("suggestion", 24, "cell"),
    ("basis", 32, "cell"),
    ("group", 20, "cell"),
    ("rule", 26, "cell"),
)
_PLAN = (
    ("path", 34, "cell"),
    ("province", 22, "cell"),
    ("commune", 22, "cell"),
    ("office", 26, "cell"),
    ("number", 16, "cell"),
    ("day", 12, "day"),
    ("post", 16, "cell"),
    ("signer", 20, "cell"),
    ("title", 44, "cell"),
    ("state", 16, "cell"),
    ("error", 8, "number"),
    ("warning", 8, "number"),
    ("info", 8, "number"),
)


def render(audit: Audit) -> bytes:
    out = io.BytesIO()
    with Workbook(out, OPTIONS) as book:
        book.set_properties({"title": "Soát", "created": CREATED})
        styles, overview = Styles(book), overview_of(audit)
        _Summary(book, styles, overview).write()
        _Documents(book, styles, overview).write()
        Sheets(book, styles, overview).write()
    return out.getvalue()


@dataclass
class _Summary:
    """The sheet to read first."""

    book: Workbook
    styles: Styles
    overview: Overview

    def write(self) -> None:
        lang = self.overview.audit.lang
        sheet: Worksheet = self.book.add_worksheet(say("audit-part-summary", lang))
        set_page(sheet, lang)
        sheet.set_column(0, 0, 48)
        sheet.set_column(1, 4, 14)
        row = 0
        for row, (words, form) in enumerate(self._head()):
            sheet.write_string(row, 0, shown(words), self.styles[form])
        row += 2
        for _, label, count in numbers_of(self.overview):
            sheet.write_string(row, 0, label, self.styles["cell"])
            sheet.write_number(row, 1, count, self.styles["number"])
            row += 1
        row = self._looks(sheet, row + 1)
        self._groups(sheet, row + 1)

    def _head(self) -> Iterator[tuple[str, str]]:
        overview, audit = self.overview, self.overview.audit
        lang = audit.lang
        yield say("audit-title", lang, count=len(overview.plans)), "title"
        for words in about_lines(overview):
            yield words, "note"
        yield say("audit-guide", lang), "note"

    def _looks(self, sheet: Worksheet, row: int) -> int:
        """Write what to look at first; each leads to its sheet."""
        lang = self.overview.audit.lang
        sheet.write_string(row, 0, say("audit-first", lang), self.styles["bold"])
        looks = tuple(looks_of(self.overview))
        if not looks:
            sheet.write_string(row + 1, 0, say("audit-first-none", lang))
            return row + 2
        for place, look in enumerate(looks, row + 1):
            target = f"internal:'{say(f'audit-part-{_SHEETS.get(look.part, look.part)}', lang)}'!A1"
            words = shown(look.words)
            sheet.write_url(place, 0, target, self.styles["link"], string=words)
            sheet.set_row(place, 15 * (1 + len(words) // 45))
        return row + len(looks) + 1

    def _groups(self, sheet: Worksheet, row: int) -> None:
        lang, counts = self.overview.audit.lang, self.overview.counts
        heads = ["group", *LEVELS_DOWN, "all"]
        for index, name in enumerate(heads):
            sheet.write_string(row, index, say(f"audit-head-{name}", lang), self.styles["head"])
        for place, group in enumerate(self.overview.groups, row + 1):
            sheet.write_string(place, 0, say(f"group-{group}", lang), self.styles["cell"])
            told = [counts[group, level] for level in LEVELS_DOWN]
            for index, count in enumerate((*told, sum(told)), 1):
                sheet.write_number(place, index, count, self.styles["number"])


@dataclass
class _Documents:
    """A row for each document, then a row for each finding within one: both in one pass over the
    reports, each sheet in its own order."""

    book: Workbook
    styles: Styles
    overview: Overview

    def write(self) -> None:
        lang = self.overview.audit.lang
        groups = self.overview.groups
        told = list(columns_of(_PLAN, lang))
        told += [Column(f"group {one}", say(f"group-{one}", lang), 11, "number") for one in groups]
        told.append(Column("remark", say("audit-head-remark", lang), 50))
        plans = Table(self.book, self.styles, say("audit-part-plans", lang), told, lang, frozen=1)
        columns = tuple(columns_of(_FINDING, lang))
        name = say("audit-part-single", lang)
        single = Table(self.book, self.styles, name, columns, lang, most=MOST_FINDINGS)
        left_plans = left_findings = 0
        by_doc = {plan.doc: plan for plan in self.overview.plans}
        for doc, report in self.overview.audit.reports():
            if plans.full:
                left_plans += 1
            else:
                self._plan(plans, by_doc[doc], report)
            left_findings += self._findings(single, by_doc[doc], report)
        for table, left in ((plans, left_plans), (single, left_findings)):
            table.end()
            if left:
                table.line(say("audit-rows-left", lang, count=left), "bold")

    def _plan(self, table: Table, plan: Plan, report: FileReport) -> None:
        lang, record = self.overview.audit.lang, plan.record
        cells: dict[str, object] = {
            "path": record.path,
            "province": plan.place[0],
            "commune": plan.place[1],
            "office": record.office_name,
            "number": record.number,
            "day": datetime.date.fromisoformat(record.day) if record.day else "",
            "post": record.post,
            "signer": record.signer,
            "title": record.title,
            "state": say(f"audit-is-{plan.state}", lang),
            "remark": record.error or " ".join(one.words for one in remarks(report, lang)),
        }
        forms = {"state": "cell"}
        if plan.state == READ:
            cells |= {level: plan.of_level(level) for level in LEVELS_DOWN}
            cells |= {f"group {one}": plan.of_group(one) for one in self.overview.groups}
            forms |= {level: level for level in LEVELS_DOWN if plan.of_level(level)}
        else:
            forms["state"] = "missing"
        table.row(cells, forms)

    def _findings(self, table: Table, plan: Plan, report: FileReport) -> int:
        """Write the findings of a document; return how many did not fit."""
        lang = self.overview.audit.lang
        for number, finding in enumerate(report.findings):
            if table.full:
                return len(report.findings) - number
            cells = {
                **values(finding, lang),
                "path": report.path,
                "office": plan.record.office_name,
                "line": finding.place.line,
                "page": finding.page or "",
                "group": say(f"group-{finding.group}", lang),
            }
            table.row(cells, {"level": finding.level})
        return 0
