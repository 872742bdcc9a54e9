"""``check: task-labels``: two labels for one role of the tasks of a document.

"Đơn vị chủ trì" of some tasks is "Đơn vị thực hiện" of others, or "Cơ quan chủ trì". A label of
those who carry the work out is another role where it stands beside the lead's in one task, or names
a group or several units.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from checker.checks._tasks import Labelled, labelled, lead_units
from checker.context import Context
from checker.document import Document, Task
from checker.finding import Fact
from checker.parsing.units import list_names
from checker.registers.unit_names import UnitNames
from checker.text.folding import fold

_WHO = re.compile(r"(?:cac )?(co quan(?:,? (?:va )?don vi)?|don vi(?:,? (?:va )?co quan)?)\b")

_Form = tuple[str, bool]  # whom the label names, and whether it says that he leads


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("standard", "count")

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        names = context.registers.unit_names
        found: list[tuple[_Form, Labelled]] = []
        for one in labelled(document, context):
            form = _form(one)
            if form and (one.leads or _one_unit(one.task, names)):
                found.append((form, one))
        counts = Counter(form for form, _ in found)
        if len(counts) < 2 or _beside(document):
            return
        kept = max(counts, key=lambda form: (counts[form], form[1]))
        standard = Counter(one.label.text for form, one in found if form == kept).most_common(1)
        values = {"standard": standard[0][0], "count": str(counts[kept])}
        for form, one in found:
            if form != kept:
                label = one.label
                yield Fact(label.start, label.end, values, (standard[0][0],))


def _form(one: Labelled) -> _Form | None:
    who = _WHO.match(fold(one.label.text).lower())
    if one.task.form != "fields" or not who or not (one.leads or one.does):
        return None
    return who[1], one.leads


def _one_unit(task: Task, names: UnitNames) -> bool:
    return len(list_names(task.lead, names)) == 1 == len(lead_units(task, names))


def _beside(document: Document) -> bool:
    """Tell whether one task has two lines of the lead's kind: then they are two roles."""
    return any(one.role == "lead" == other.role for one, other in pairwise(document.lines))
