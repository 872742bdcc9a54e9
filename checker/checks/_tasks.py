"""What the checks of tasks share: how a task is called, what its lead is labelled, which units."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from checker.context import Context
from checker.document import Document, Task
from checker.parsing.units import list_names
from checker.registers.unit_names import Key, UnitNames
from checker.text.folding import fold
from checker.text.part import Part
from checker.text.words import syllable, words_of

WITH_LABELS = ("fields", "table")
CALLED = ("path", "task", "name")

_SHORT = 90
_LONGEST = 14  # words of a unit's name
_ALONE = tuple(map(syllable, ("công", "an")))
_LEADING = re.compile(r"chu tri|phu trach|dau moi|chiu trach nhiem")
_SHARED = re.compile(r"phoi hop|dong chu tri|cung chu tri")
_DOING = re.compile(r"thuc hien|trien khai|tham muu")
_VERBS = re.compile(r"\b(?:chủ trì|phối hợp|thực hiện|tham mưu|theo dõi|hướng dẫn|tiến hành)\b")
_LED = re.compile(r",? *(?:chịu trách nhiệm )?chủ trì\b(?! hoặc)")
_TOGETHER = re.compile(
    r"\b(?:đồng|cùng)(?: chủ trì)?$|\bhoặc\b|\bđồng chủ trì\b|\bgiao\b|"
    r"\b(?:trong|theo) (?:phạm vi|chức năng|thẩm quyền|nhiệm vụ|lĩnh vực)\b"
)


def called(path: str, title: str) -> dict[str, str]:
    """Return the values ``path``, ``task`` (the title, shortened) and ``name`` (both) for the
    message about a task or division."""
    title = " ".join(title.split())
    task = title if len(title) <= _SHORT else title[:_SHORT].rsplit(" ", 1)[0] + "…"
    task = task.rstrip(".:; ")
    return {"path": path, "task": task, "name": f"{path} (“{task}”)" if path else f"“{task}”"}


@dataclass(frozen=True)
class Labelled:
    """A task, and the words behind which its lead stands: the label of a field, the heading of a
    column, or none in a sentence."""

    task: Task
    label: Part
    leads_here: bool

    @property
    def leads(self) -> bool:
        """Tell whether the words say that this unit leads, and no other."""
        label = fold(self.label.text).lower()
        if _SHARED.search(label):
            return False
        return self.leads_here or bool(_LEADING.search(label))

    @property
    def does(self) -> bool:
        """Tell whether the words say who carries the work out, which may be many."""
        label = fold(self.label.text).lower()
        return (
            bool(label)
            and not _SHARED.search(label)
            and (not _LEADING.search(label) or bool(_DOING.search(label)))
        )


def labelled(document: Document, context: Context) -> list[Labelled]:
    """Return the tasks of ``document`` that name a lead in a field, a table or a sentence, each
    place once."""
    return context.keep("labelled tasks", lambda: list(_labelled(document)))


def _labelled(document: Document) -> Iterator[Labelled]:
    fields = [line for line in document.lines if line.role == "lead"]
    starts = [line.start for line in fields]
    headings = _headings(document)
    seen: set[int] = set()
    for task in document.tasks:
        if not task.lead or task.form == "section" or task.lead.start in seen:
            continue
        seen.add(task.lead.start)
        label = Part.missing(task.lead.start)
        if task.form == "fields":
            line = fields[max(0, bisect_right(starts, task.lead.start) - 1)]
            shown = line.text[: line.marker]
            words = shown.strip("*+-–: ")
            start = line.start + shown.find(words)
            label = Part(words, start, start + len(words))
        elif task.form == "table":
            cell = document.line_at(task.lead.start).cell
            if cell is not None:
                label = headings.get((cell.table, cell.column), label)
        after = document.text[task.lead.end : task.lead.end + 40]
        yield Labelled(task, label, bool(_LED.match(after)))


def _headings(document: Document) -> dict[tuple[int, int], Part]:
    """What stands at the top of each column of each table."""
    found: dict[tuple[int, int], Part] = {}
    cells = [line for line in document.lines if line.cell is not None]
    for cell, lines in itertools.groupby(cells, key=lambda line: line.cell):
        if cell is not None and (cell.table, cell.column) not in found:
            of_cell = list(lines)
            text = " ".join(line.text for line in of_cell)
            found[cell.table, cell.column] = Part(text, of_cell[0].start, of_cell[-1].end)
    return found


def lead_units(task: Task, names: UnitNames) -> list[Part]:
    """Return the units that lead ``task``, or none where its words say more than names."""
    if _VERBS.search(task.lead.text) or _TOGETHER.search(task.lead.text):
        return []
    return [unit for unit in named_units(task.lead, names) if unit.text[:1].isupper()]


def named_units(part: Part, names: UnitNames) -> list[Part]:
    """Return the units that a list names, without groups of units ("các phòng chuyên môn")."""
    return [unit for unit in list_names(part, names) if _is_named(unit.text, names)]


def _is_named(unit: str, names: UnitNames) -> bool:
    words = words_of(unit)
    if not names.begins_unit(unit) or names.begins_group(unit) or " các " in unit:
        return False
    if len(words) > _LONGEST:
        return False
    # "Văn phòng" above "HĐND và UBND" in a cell is one name in two lines
    bare = tuple(syllable(unit[word.start : word.end]) for word in words)
    return bare not in names.heads or bare == _ALONE


def same_unit(one: str, other: str, names: UnitNames) -> bool:
    """Tell whether two names are of one unit; "Công an xã" is not "Công an tỉnh"."""
    if names.key(one) != names.key(other):
        return False
    owners = {_owner(one, names), _owner(other, names)} - {()}
    return len(owners) <= 1


def _owner(unit: str, names: UnitNames) -> Key:
    sounds = tuple(word.sound for word in words_of(unit))
    ends = [owner for owner in names.owners if sounds[-len(owner) :] == owner]
    return max(ends, key=len, default=())
