"""``check: task-mentions``: a unit of "Tổ chức thực hiện" that nothing else mentions.

In a plan whose tasks name their units neither these tasks, nor any other words, nor the recipients
name it; a group among the recipients does not.

Keys
    parts    words of a heading below which units are given work; without diacritics
    except   words in the unit's work that explain why only that part names it; without diacritics
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks import assigned_recipient
from checker.checks._tasks import WITH_LABELS
from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.text.folding import fold
from checker.text.regex import Regex

_LEAST_TASKS = 2


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = assigned_recipient.Check.VALUES

    parts: Regex
    except_: Regex | None = None

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        labelled = [task for task in document.tasks if task.form in WITH_LABELS and task.lead]
        if len(labelled) < _LEAST_TASKS:
            return
        parts = [
            (section.start, section.end)
            for section in document.sections
            if self.parts.search(fold(section.heading.text).lower())
        ]
        names = context.registers.unit_names
        places: dict[str, list[int]] = {}
        for unit in document.units:
            places.setdefault(unit.name, []).append(unit.mention.start)
        for fact in assigned_recipient.Check("lead", {}).facts(document, context):
            mentions = places.get(" ".join(names.key(fact.values["unit"])), [])
            inside = any(start <= fact.start < end for start, end in parts)
            if inside and self._is_alone(fact, mentions, document):
                yield fact

    def _is_alone(self, fact: Fact, mentions: list[int], document: Document) -> bool:
        """Tell whether all ``mentions`` of the unit stand where it is given this work."""
        own = [
            (task.start, task.end)
            for task in document.tasks
            if task.lead.start <= fact.start < task.lead.end
        ]
        if self.except_:
            works = (document.folded[start:end].lower() for start, end in own)
            if any(map(self.except_.search, works)):
                return False
        return all(any(start <= place < end for start, end in own) for place in mentions)
