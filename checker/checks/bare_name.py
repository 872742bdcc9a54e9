"""``check: bare-name``: another commune's name, without its level word, for the own people.

"công dân Nhị Chiểu ở nước ngoài" in the plan of Hưng Đạo is a trace of the plan that was copied.
Only names of communes of today count that are no province's, country's or people's name, and
those that the document also writes with a level word where they are wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._place_contexts import context_of
from checker.context import Context
from checker.document import Document, Place
from checker.finding import Fact
from checker.registers.places import Gazetteer, like_names, same_name, tier

_MENTION = re.compile(
    r"\b(?i:cong dan|nhan dan|nguoi dan|que huong|con em|ba con|con nguoi|dat va nguoi|nguoi con|"
    r"dong huong|tuoi tre|dang bo va nhan dan|doanh nghiep|nguoi) "
    r"(?P<name>[A-Z][a-z']+(?:[ -][A-Z][a-z']+){1,4})"
)
_PIECE = re.compile(r"[ -]?[^ -]+")
_SURE = 0.5


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("own",)

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        own = document.locality
        if own.confidence < _SURE or tier(own.level) != "commune":
            return
        gazetteer = context.registers.gazetteer
        wrong = _named_with_level(document, gazetteer)
        for match in _MENTION.finditer(document.folded):
            start = match.start("name")
            run = document.text[start : match.end("name")]
            name = _commune(run, gazetteer, wrong)
            if not name or like_names(name, own.name):
                continue
            near = context_of(Place("", name, start, start + len(name)), document)
            if not near.has_reason:
                yield Fact(start, start + len(name), {"own": str(own)}, (own.name,))


def _named_with_level(document: Document, gazetteer: Gazetteer) -> list[str]:
    """Names with a level word that no place bears."""
    return [
        place.name
        for place in document.places
        if tier(place.level) == "commune"
        and not like_names(place.name, document.locality.name)
        and not gazetteer.named(place.name)
    ]


def _commune(run: str, gazetteer: Gazetteer, wrong: list[str]) -> str:
    """The longest beginning of ``run`` that is a commune's name and nothing else's."""
    for end in reversed([piece.end() for piece in _PIECE.finditer(run)][1:]):
        name = run[:end]
        if any(same_name(name, one) for one in wrong):
            return name
        known = gazetteer.named(name)
        if known:
            now = any(one.until is None for one in known)
            provinces = any(gazetteer.province(one.name) for one in known)
            return name if now and not provinces else ""
    return ""
