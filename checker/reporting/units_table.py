"""The units of a document as a list: ``soat units``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checker.document import Document, Unit
from checker.phrases import say
from checker.registers.agencies import Agencies, Agency


@dataclass(frozen=True)
class UnitRow:
    """A unit: its commonest writing, the lines of each writing, what the document makes of it, and
    the agency that the register has."""

    name: str
    count: int
    roles: tuple[str, ...]
    variants: dict[str, list[int]]
    agency: Agency | None

    def as_json(self) -> dict[str, Any]:
        known = self.agency
        since = known.since.isoformat() if known and known.since else None
        until = known.until.isoformat() if known and known.until else None
        return {
            "name": self.name,
            "count": self.count,
            "roles": list(self.roles),
            "variants": [{"text": text, "lines": lines} for text, lines in self.variants.items()],
            "official": known.name if known else None,
            "level": known.level if known else None,
            "since": since,
            "until": until,
            "successors": list(known.successors) if known else [],
        }


def unit_rows(document: Document, agencies: Agencies) -> list[UnitRow]:
    """Return the units of a document, the commonest first."""
    by_name: dict[str, list[Unit]] = {}
    for unit in document.units:
        by_name.setdefault(unit.name, []).append(unit)
    rows = [_row(units, document, agencies.of(name)) for name, units in by_name.items()]
    return sorted(rows, key=lambda row: -row.count)


def _row(units: list[Unit], document: Document, agency: Agency | None) -> UnitRow:
    variants: dict[str, list[int]] = {}
    for unit in units:
        start, _ = document.view.raw_span(unit.mention.start, unit.mention.end)
        shown = " ".join(unit.mention.text.split())
        variants.setdefault(shown, []).append(document.source.position(start)[0])
    roles = tuple(sorted({unit.role for unit in units} - {""}))
    name = max(variants, key=lambda text: len(variants[text]))
    return UnitRow(name, len(units), roles, variants, agency)


def lines_of(row: UnitRow, lang: str) -> Iterator[str]:
    """Yield what is printed of a unit: a line for it, one for each writing, one for the
    register."""
    roles = ", ".join(say(f"unit-{role}", lang) for role in row.roles)
    yield say("unit", lang, name=row.name, count=row.count) + (f" · {roles}" if roles else "")
    for text, lines in row.variants.items():
        yield "    " + say("unit-variant", lang, text=text, lines=", ".join(map(str, lines)))
    yield "    " + _known(row.agency, lang)


def _known(agency: Agency | None, lang: str) -> str:
    if agency is None:
        return say("unit-unknown", lang)
    told = say("unit-own" if agency.own else "unit-known", lang, name=agency.name)
    if agency.since:
        told += say("unit-since", lang, date=f"{agency.since:%d/%m/%Y}")
    if agency.until:
        successors = "; ".join(agency.successors)
        told += say("unit-until", lang, date=f"{agency.until:%d/%m/%Y}", successors=successors)
    return told
