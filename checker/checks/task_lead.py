"""``check: task-lead``: a task without a lead unit where the others have one.

Keys
    form   ``fields`` (the task has a helper or a time, but no lead line) or ``bare`` (a division
           with no such line at all among divisions that have them)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._tasks import CALLED, WITH_LABELS, called
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document, Section, Task
from checker.finding import Fact

_LEAST_HAVING = 2
_TASK_LEVELS = ("item", "subitem", "subsubitem", "point")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = (*CALLED, "siblings")

    form: str

    def __post_init__(self) -> None:
        one_of("form", self.form, ("fields", "bare"))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        tasks = [task for task in document.tasks if task.form in WITH_LABELS]
        led = [task for task in document.tasks if task.lead]
        if self.form == "fields":
            yield from _without_lead_line(tasks, led)
        else:
            tops = [section for section in document.sections if section.level == "section"]
            for children in [top.children for top in tops] or [document.body]:
                yield from _bare_among(list(_leaves(children)), tasks, led)


def _without_lead_line(tasks: list[Task], led: list[Task]) -> Iterator[Fact]:
    with_line = [task for task in tasks if task.lead]
    if not with_line or 2 * len(with_line) < len(tasks):
        return
    around = {task.path for task in with_line}
    depths = {path.count(".") for path in around}
    in_sentences = {task.path for task in led if task.form not in WITH_LABELS}
    for task in tasks:
        # a sentence of the same division may name the lead, or a line for the division around it
        named = task.path in in_sentences or (not task.support and _outer(task.path, around))
        # a time alone may be that of the whole plan
        elsewhere = not task.support and task.path.count(".") not in depths
        if not task.lead and not named and not elsewhere:
            at = task.lead.start
            yield Fact(at, at, _values(task.path, task.title.text, len(with_line)))


def _outer(path: str, paths: set[str]) -> bool:
    """Tell whether one of ``paths`` is of a division around ``path``."""
    while "." in path:
        path = path.rpartition(".")[0]
        if path in paths:
            return True
    return False


def _leaves(children: tuple[object, ...]) -> Iterator[Section]:
    """The innermost numbered divisions: those that are tasks of their own."""
    for child in children:
        if isinstance(child, Section) and child.level in _TASK_LEVELS:
            inner = list(_leaves(child.children))
            yield from inner or [child]


def _bare_among(leaves: list[Section], tasks: list[Task], led: list[Task]) -> Iterator[Fact]:
    """Those of ``leaves`` of which nothing is said though it is said of nearly all others."""
    with_line = {task.path for task in tasks if task.lead}
    told = {task.path for task in (*tasks, *led)}
    having = [leaf for leaf in leaves if leaf.path in with_line or _outer(leaf.path, with_line)]
    bare = [leaf for leaf in leaves if leaf.path not in told and not _outer(leaf.path, told)]
    if len(having) < _LEAST_HAVING or len(bare) > max(1, len(leaves) // 5):
        return
    for leaf in bare:
        heading = leaf.heading
        values = _values(leaf.path, heading.text, len(having))
        yield Fact(heading.start, heading.end, values)


def _values(path: str, title: str, siblings: int) -> dict[str, str]:
    return {**called(path, title), "siblings": str(siblings)}
