"""``check: superior-plan``: what the opening carries out, issued by a body that is not over it.

"Thực hiện Kế hoạch số … của UBND tỉnh Nghệ An" in a commune of another province was left in from
the plan that was copied. Only in the opening and bases, only issuers with a place, only where the
register has no commune of the own name in that place; former places count as what became of them.

Source: Nghị quyết 202/2025/QH15, Luật Tổ chức chính quyền địa phương 72/2025/QH15.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import ClassVar

from checker.checks._citations import cited_in_prose
from checker.checks._values import values_of
from checker.citations.citation import Citation
from checker.context import Context
from checker.document import Document, Place
from checker.finding import Fact
from checker.parsing.places import place_of_agency
from checker.registers.issuers import Issuers
from checker.registers.places import REFORM, Gazetteer, same_name, tier
from checker.text.folding import fold

_BODIES = ("UBND", "HĐND", "TU", "HU", "QU", "ĐU")
_OFFICES = ("so ", "cong an ")
_NEAR = 60
_SURE = 0.5  # least confidence in the own place
_LEADS = ("can cu", "thuc hien", "trien khai", "theo")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("own", "province")

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        own = document.locality
        old = document.law_date is not None and document.law_date < REFORM
        if own.confidence < _SURE or tier(own.level) != "commune" or not own.province or old:
            return
        gazetteer, issuers = context.registers.gazetteer, context.registers.issuers
        homes = _homes(document, gazetteer)
        for one in _carried_out(document):
            place = _place_of_issuer(one, document, issuers)
            if not homes or place is None or _names_own(one, document):
                continue
            if _is_elsewhere(place, document, homes, gazetteer):
                home = own.province if place.level else _bare(own.province)
                right = (home,) if tier(place.level) == "province" else ()
                values = values_of(self, own=str(own), province=own.province)
                yield Fact(place.start, place.end, values, right)


def _carried_out(document: Document) -> Iterator[Citation]:
    """The documents that bases and opening name, not those in others' titles."""
    for one in cited_in_prose(document):
        line = document.line_at(one.start)
        if document.body and one.start >= document.body[0].start:
            return
        lead = fold(line.text).lower().lstrip("- ")
        if not one.inside and lead.startswith(_LEADS):
            yield one


def _place_of_issuer(one: Citation, document: Document, issuers: Issuers) -> Place | None:
    """The place of a local issuer; "Thành ủy Hải Phòng" has one without level."""
    who = fold(one.issuer.text).lower()
    said = issuers.said(who)
    if (said is None or said[0].code not in _BODIES) and not who.startswith(_OFFICES):
        return None
    for place in _places(document, one.issuer.start, one.issuer.end):
        return place
    if said is None:
        return None
    name = one.issuer.text[said[1] :]
    start = one.issuer.start + said[1] + len(name) - len(name.lstrip())
    if said[0].code == "TU" and name.strip():
        return Place("", name.strip(), start, one.issuer.end)
    return None


def _names_own(one: Citation, document: Document) -> bool:
    """Tell whether the own place is among the issuers ("của UBND xã A và UBND xã B")."""
    end = min(document.line_at(one.start).end, one.issuer.end + _NEAR)
    own = document.locality.name
    return any(same_name(place.name, own) for place in _places(document, one.issuer.start, end))


def _places(document: Document, start: int, end: int) -> Iterator[Place]:
    """The places named between two offsets."""
    first = bisect_left(document.places, start, key=lambda place: place.start)
    return takewhile(lambda place: place.end <= end, islice(document.places, first, None))


def _homes(document: Document, gazetteer: Gazetteer) -> frozenset[str]:
    """The provinces in which the own commune may lie: that which the header names, or all that have
    one of this name; empty when nothing is known."""
    own = document.locality
    _, of_superior = place_of_agency(document.header.superior.text)
    stated = gazetteer.province(of_superior) if of_superior else None
    if stated:
        return frozenset((stated.name,))
    known = [one for one in gazetteer.named(own.name) if tier(one.level) == "commune"]
    provinces = [gazetteer.province(one.province) for one in known if one.existed(None)]
    names = frozenset(one.name for one in provinces if one)
    home = gazetteer.province(_bare(own.province))
    return names if home and home.name in names else frozenset()


def _is_elsewhere(
    place: Place, document: Document, homes: frozenset[str], gazetteer: Gazetteer
) -> bool:
    own = document.locality
    if tier(place.level) == "province" and (province := gazetteer.province(place.name)):
        return province.name not in homes
    if not place.level or same_name(place.name, own.name):
        return False
    known = [one for one in gazetteer.named(place.name) if tier(one.level) != "province"]
    if tier(place.level) == "commune":
        return bool(known) and not any(str(own) in one.successors for one in known)
    provinces = [gazetteer.province(one.province) for one in known]
    return bool(known) and not any(one is None or one.name in homes for one in provinces)


def _bare(province: str) -> str:
    return province.removeprefix("thành phố ").removeprefix("tỉnh ")
