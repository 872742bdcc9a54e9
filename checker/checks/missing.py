"""``check: missing``: parts of a document that are not there.

Keys
    parts      parts, by their names in the model (``header.nation``, ``recipients.archive``); the
               rule fires once when all of them are missing
    unless     parts whose presence makes the absence right
    unless_missing   parts; when all of these are missing too, another rule says so for the whole
    when       parts and regular expressions that their texts must fit for the rule to hold

The place is where the first part should stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, ClassVar

from checker.context import Context
from checker.decoding import DecodingError
from checker.document import Document
from checker.finding import Fact
from checker.text.part import Part

PARTS = (
    "header.party_name",
    "header.nation",
    "header.motto",
    "header.superior",
    "header.issuer",
    "header.number",
    "header.place_date",
    "header.addressee",
    "type_line",
    "title",
    "closing",
    "recipients.label",
    "recipients.archive",
    "signature.authority",
    "signature.role",
    "signature.name",
)


def check_parts(key: str, names: Iterable[str]) -> None:
    """Raise DecodingError for ``key`` when one of ``names`` is no part of a document."""
    if not set(names) <= set(PARTS):
        raise DecodingError("wrong-value", key, wanted=", ".join(PARTS))


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    parts: tuple[str, ...]
    unless: tuple[str, ...] = ()
    unless_missing: tuple[str, ...] = ()
    when: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key in ("parts", "unless", "unless_missing"):
            check_parts(key, getattr(self, key))
        check_parts("when", self.when)
        for pattern in self.when.values():
            try:
                re.compile(pattern)
            except re.error as error:
                raise DecodingError("bad-pattern", "when", detail=str(error)) from None

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        def present(name: str) -> bool:
            return bool(attrgetter(name)(document))

        if any(map(present, (*self.parts, *self.unless))):
            return
        if self.unless_missing and not any(map(present, self.unless_missing)):
            return
        for name, pattern in self.when.items():
            if not re.search(pattern, attrgetter(name)(document).text):
                return
        place: Any = attrgetter(self.parts[0])(document)
        at = place.start if isinstance(place, Part) else document.signature.role.start
        yield Fact(at, at)
