"""``check: task-lead``: a task without a lead unit where the others have one.

Keys
    form   ``fields`` (the task has a helper or a time, but no lead line) or ``bare`` (a division
           with no such line at all among divisions that have them)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import DecodingError
from checker.document import Document, Section, Task
from checker.finding import Fact

_SHORT = 90


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("path", "task", "siblings")

    form: str

    def __post_init__(self) -> None:
        if self.form not in ("fields", "bare"):
            raise DecodingError("wrong-value", "form", wanted="fields, bare")

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        tasks = [task for task in document.tasks if task.form == "fields"]
        led = [task for task in document.tasks if task.lead]
        if self.form == "fields":
            yield from _without_lead_line(tasks, led)
        else:
            with_line = [task for task in tasks if task.lead]
            told = [*tasks, *led]
            for siblings in (document.body, *(one.children for one in document.sections)):
                yield from _bare_among(siblings, with_line, told)


def _without_lead_line(tasks: list[Task], led: list[Task]) -> Iterator[Fact]:
    with_line = [task for task in tasks if task.lead]
    if not with_line or 2 * len(with_line) < len(tasks):
        return
    for task in tasks:
        if not task.lead and not any(_covers(other, task) for other in led):
            at = task.lead.start
            yield Fact(at, at, _values(task.path, task.title.text, len(with_line)))


def _covers(led: Task, task: Task) -> bool:
    """A lead named in a sentence of the same division, or once for a whole division above."""
    if led.form == "fields":
        return bool(led.path) and task.path.startswith(f"{led.path}.") and not task.support
    return led.path == task.path and led.start >= task.start and led.end <= task.end


def _bare_among(
    children: tuple[object, ...], with_line: list[Task], told: list[Task]
) -> Iterator[Fact]:
    """``told`` are the tasks of which something is said: a lead, a helper, a time."""
    siblings = [
        child
        for child in children
        if isinstance(child, Section) and child.level in ("item", "subitem", "point")
    ]
    if len(siblings) < 3:
        return
    bare = [child for child in siblings if not _holds(child, told)]
    having = sum(1 for child in siblings if _holds(child, with_line))
    if having < 2 or len(bare) > max(1, len(siblings) // 4):
        return
    for child in bare:
        heading = child.heading
        yield Fact(heading.start, heading.end, _values(child.path, heading.text, having))


def _holds(section: Section, tasks: list[Task]) -> bool:
    return any(section.start <= task.start and task.end <= section.end for task in tasks)


def _values(path: str, title: str, siblings: int) -> dict[str, str]:
    task = title if len(title) <= _SHORT else title[:_SHORT].rsplit(" ", 1)[0] + "…"
    return {"path": path, "task": task.rstrip(".:; "), "siblings": str(siblings)}
