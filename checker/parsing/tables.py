"""Tasks that stand in a table with columns such as Nhiệm vụ, Chủ trì, Phối hợp, Thời gian."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from checker.document import Task
from checker.kinds import Line
from checker.parsing.line_kinds import FieldLabel
from checker.reading import Source
from checker.reading.source import Cell
from checker.text.folding import fold
from checker.text.part import Part

_CONTENT = re.compile(
    r"(?:ten |noi dung )?(?:nhiem vu|noi dung|cong viec|hoat dong|chi tieu|ten)\b.*", re.IGNORECASE
)
_TOLD = ("lead", "support", "time")

Row = dict[int, Part]


def find_table_tasks(
    lines: Sequence[Line], source: Source, labels: Sequence[FieldLabel]
) -> Iterator[Task]:
    """Yield a task for each row that says who leads, who helps or by when, in the tables of
    ``source`` that have a column for the lead unit; paths are left empty.

    A cell that is not there, being merged with the one above, says what that one says.
    """
    existing = {line.cell for line in source.lines}
    cells = [line for line in lines if line.cell is not None]
    for _, table in itertools.groupby(cells, key=lambda line: line.cell and line.cell.table):
        rows = _rows(list(table))
        columns: dict[str, int] = {}
        above: dict[str, Part] = {}
        for cell_of_row, row in rows:
            if "lead" not in columns:
                columns = _columns(row, labels)
                continue
            said = {role: row[column] for role, column in columns.items() if column in row}
            for role in set(_TOLD) & set(columns) - set(said):
                cell = cell_of_row._replace(column=columns[role])
                if role in above and cell not in existing:
                    said[role] = above[role]
            if said.keys() & set(_TOLD) and said.get("content"):
                yield _task(said, row)
                above = said


def _rows(lines: list[Line]) -> Iterator[tuple[Cell, Row]]:
    """The rows of a table, with one of their cells and what stands in each column."""
    for _, of_row in itertools.groupby(lines, key=lambda line: line.cell and line.cell.row):
        row: Row = {}
        cell = None
        for line in of_row:
            cell = line.cell
            if cell is None:
                continue
            before = row.get(cell.column)
            text = f"{before.text}\n{line.text}" if before else line.text
            row[cell.column] = Part(text, before.start if before else line.start, line.end)
        if cell is not None:
            yield cell, row


def _columns(row: Row, labels: Sequence[FieldLabel]) -> dict[str, int]:
    """Which column says what, when ``row`` is the heading of a table of tasks."""
    found: dict[str, int] = {}
    for column, part in row.items():
        heading = fold(part.text).strip(" .:")
        role = next((one.role for one in labels if _names(one.pattern, heading)), "")
        if not role and _CONTENT.fullmatch(heading):
            role = "content"
        if role:
            found.setdefault(role, column)
    return found if {"lead", "content"} <= found.keys() else {}


def _names(pattern: re.Pattern[str], heading: str) -> bool:
    """A field label is made to end with its colon, which a column's heading has not."""
    return pattern.fullmatch(f"{heading}:") is not None


def _task(said: dict[str, Part], row: Row) -> Task:
    start = min(part.start for part in row.values())
    end = max(part.end for part in row.values())
    content = said["content"]
    missing = Part.missing(content.end)
    return Task(
        "",
        "table",
        content,
        said.get("lead", missing),
        said.get("support", missing),
        said.get("time", missing),
        start,
        end,
    )
