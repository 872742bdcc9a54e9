"""``check: task-time``: a task without a time.

Keys
    form   ``some`` (the other tasks have one) or ``none`` (no task of the plan has one)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from checker.checks._tasks import CALLED, WITH_LABELS, called
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document, Task
from checker.finding import Fact
from checker.kinds import DIVISIONS

_LEAST_HAVING = 2
_LEAST_TASKS = 3
_TIMED = re.compile(
    r"\bquy (?:\d|i{1,3}\b|iv\b)|"
    # after a day, as in "ngày 05 tháng 3", it may be the date of a document
    r"(?<!\d )\bthang \d|"
    r"\b(?:ca|trong) nam\b|\bnam hoc\b|\bdinh ky\b|\bthuc hien thuong xuyen\b|"
    r"\b(?:tu|truoc|sau|den|het|trong|vao|xong|dip|nhan)(?: cac| het)?"
    r" (?:ngay|tuan|dip|le|tet) ?[\d(]|"
    r"\b(?:hang|moi) (?:ngay|tuan|thang|quy|nam)\b|"
    r"\d(?: (?:lan|buoi|dot|ky))? ?/ ?(?:ngay|tuan|thang|quy|nam)\b|"
    r"\bthoi (?:gian|han)(?: \w+){0,3} ?:|"
    r"\bthoi (?:gian|han) (?:thuc hien|to chuc|hoan thanh|trien khai)\b|"
    r"\bhoan thanh (?:truoc|trong|xong)\b"
)
_WHOLE_YEAR = ("trong nam", "ca nam")
_HEADING = re.compile(
    r"\W*(?:\w{1,5}(?:\.\w{1,3})*[.)/])? *(?:noi dung(?:,| va) )?"
    r"(?:thoi (?:gian|han|diem)|tien do|lo trinh)\b"
)
_TITLE = re.compile(r"\b(?:tháng|quý|ngày|tuần|đợt|dịp|tết|hè)\b")
_TARGETS = re.compile(r"\b(?:chi tieu|muc tieu)\b")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = (*CALLED, "siblings")

    form: str

    def __post_init__(self) -> None:
        one_of("form", self.form, ("some", "none"))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        folded = document.folded.lower()
        tasks = _tasks(document, folded)
        timed = [task for task in tasks if task.time]
        if self.form == "none":
            if len(tasks) >= _LEAST_TASKS and not timed and not _told(document, tasks, folded):
                yield _fact(tasks[0], len(tasks))
            elif not tasks:
                yield from _by_unit(document, folded)
            return
        for form in WITH_LABELS:
            yield from _among([task for task in tasks if task.form == form], document, folded)


def _tasks(document: Document, folded: str) -> list[Task]:
    """The tasks that say who leads or helps in fields or tables; targets are no tasks."""
    targets = {
        line.cell.table
        for line in document.lines
        if line.cell is not None and _TARGETS.match(folded, line.start)
    }
    found = []
    for task in document.tasks:
        if task.form not in WITH_LABELS or not (task.lead or task.support):
            continue
        cell = document.line_at(task.start).cell
        if cell is None or cell.table not in targets:
            found.append(task)
    return found


def _by_unit(document: Document, folded: str) -> Iterator[Fact]:
    """A plan that gives each unit a section, and no word of which says when."""
    tasks = [task for task in document.tasks if task.form == "section"]
    if len(tasks) < _LEAST_TASKS or _told(document, tasks, folded):
        return
    start, end = document.body[0].start, max(document.body[-1].end, document.closing.end)
    told = (match.group() for match in _TIMED.finditer(folded, start, end))
    if all(words in _WHOLE_YEAR for words in told):
        yield _fact(tasks[0], len(tasks))


def _among(tasks: list[Task], document: Document, folded: str) -> Iterator[Fact]:
    timed = [task for task in tasks if task.time]
    bare = [task for task in tasks if not task.time]
    if len(timed) < _LEAST_HAVING or len(bare) > max(1, len(tasks) // 5):
        return
    elsewhere = {task.path for task in document.tasks if task.time and not task.lead} - {""}
    for task in bare:
        outer = {task.path[: match.start()] for match in re.finditer(r"\.", task.path)}
        if not (outer | {task.path}) & elsewhere and not _says(task, folded):
            yield _fact(task, len(timed))


def _says(task: Task, folded: str) -> bool:
    """Tell whether the words of a task say when."""
    return bool(
        _TIMED.search(folded, task.start, task.end)
        or _TIMED.search(folded, task.title.start, task.title.end)
    )


def _told(document: Document, tasks: list[Task], folded: str) -> bool:
    """Tell whether the plan says when, if not by a line of each task: in its title, under a heading
    of its own, or in the words of a task."""
    if _TITLE.search(document.title.text.lower()):
        return True
    own = {cell.table for task in tasks if (cell := document.line_at(task.start).cell)}
    for line in document.lines:
        apart = line.kind in DIVISIONS or (line.cell is not None and line.cell.table not in own)
        if line.role == "time" or (apart and _HEADING.match(folded, line.start, line.end)):
            return True
    if any(_says(task, folded) for task in tasks):
        return True
    # what stands between two tasks in fields is the content of the second
    spans = ((one.end, other.start) for one, other in pairwise(tasks))
    return any(_TIMED.search(folded, start, end) for start, end in spans if start < end)


def _fact(task: Task, siblings: int) -> Fact:
    values = {**called(task.path, task.title.text), "siblings": str(siblings)}
    return Fact(task.time.start, task.time.start, values)
