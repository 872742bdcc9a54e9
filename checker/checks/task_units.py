"""``check: task-units``: units named as the lead of a task that cannot be its one lead.

Keys
    form    ``several`` (two units and more), ``vague`` (nothing but a group such as "các đơn vị
            liên quan") or ``both`` (one unit that leads and helps)
    label   for ``several`` and ``vague``: ``lead`` (the words say who leads, as "Đơn vị chủ trì")
            or ``doer`` (they say who carries it out, as "Đơn vị thực hiện")
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._tasks import (
    CALLED,
    WITH_LABELS,
    Labelled,
    called,
    labelled,
    lead_units,
    named_units,
    same_unit,
)
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.registers.unit_names import UnitNames
from checker.text.folding import fold
from checker.text.part import Part

_ANY = (
    r"(?:don vi|co quan|ban|nganh|so|phong|to chuc|bo phan|ca nhan|cong chuc|dia phuong|doan the|"
    r"truc thuoc|chuyen mon|nghiep vu)"
)
_GROUP = re.compile(
    rf"(?:(?:cac|nhung|toan the|tat ca cac) )?"
    rf"{_ANY}(?:(?:, ?| ?[-/] ?|,? va | )(?:cac )?{_ANY})*"
    r"(?P<concerned> (?:co |khac )?(?:co )?lien quan)?"
    r"(?P<which> (?:theo|tren dia ban|thuoc|cua|khac)\b.{0,80})?"
)


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = (*CALLED, "units", "count", "unit")

    form: str
    label: str = "lead"

    def __post_init__(self) -> None:
        one_of("form", self.form, ("several", "vague", "both"))
        one_of("label", self.label, ("lead", "doer"))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        names = context.registers.unit_names
        if self.form == "both":
            yield from _both(document, names)
            return
        for one in labelled(document, context):
            if self.form == "several":
                yield from self._several(one, document, names)
            elif one.task.form in WITH_LABELS:
                yield from self._vague(one)

    def _several(self, one: Labelled, document: Document, names: UnitNames) -> Iterator[Fact]:
        task = one.task
        if task.form == "sentence" and document.type and document.type.normative:
            return
        helped = task.form in WITH_LABELS and bool(task.support)
        if not (one.leads if self.label == "lead" else helped and one.does and not one.leads):
            return
        units: list[Part] = []
        for unit in lead_units(task, names):
            if not any(same_unit(unit.text, other.text, names) for other in units):
                units.append(unit)
        if len(units) > 1:
            shown = ", ".join(f"“{' '.join(unit.text.split())}”" for unit in units)
            values = {"units": shown, "count": str(len(units)), "unit": units[0].text}
            values |= called(task.path, task.title.text)
            yield Fact(units[0].start, units[-1].end, values)

    def _vague(self, one: Labelled) -> Iterator[Fact]:
        lead = one.task.lead
        text = lead.text.rstrip(" .;,")
        group = _GROUP.fullmatch(" ".join(fold(text).lower().split()))
        if not group:
            return
        concerned = bool(group["concerned"])
        vague = one.leads and (
            concerned or not (one.does or group["which"] or "chuyên môn" in text)
        )
        if vague if self.label == "lead" else (not vague and (one.leads or concerned)):
            values = called(one.task.path, one.task.title.text)
            yield Fact(lead.start, lead.start + len(text), values)


def _both(document: Document, names: UnitNames) -> Iterator[Fact]:
    told: set[tuple[int, int]] = set()
    for task in document.tasks:
        leads = named_units(task.lead, names)
        for unit in named_units(task.support, names):
            lead = next((one for one in leads if same_unit(one.text, unit.text, names)), None)
            if lead and (unit.start, unit.end) not in told:
                told.add((unit.start, unit.end))
                shown = " ".join(unit.text.split())
                values = {"unit": shown, "units": shown, "count": "1"}
                values |= called(task.path, task.title.text)
                yield Fact(unit.start, unit.end, values, (), ((lead.start, lead.end),))
