"""The kinds of logical lines: grammar/lines.yml tells them apart, grammar/plan.lark nests them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from checker.reading.source import Cell

KINDS = frozenset(
    (
        "PARTY_NAME",
        "NATION",
        "MOTTO",
        "AGENCY",
        "NUMBER",
        "PLACE_DATE",
        "STAMP",
        "ADDRESSEE",
        "TYPE",
        "TITLE",
        "BASIS",
        "CLOSING",
        "RECIPIENTS",
        "RECIPIENT",
        "ARCHIVE",
        "AUTHORITY",
        "ROLE",
        "NAME",
        "APPENDIX",
        "PART",
        "CHAPTER",
        "SECTION",
        "ARTICLE",
        "ITEM",
        "SUBITEM",
        "SUBSUBITEM",
        "POINT",
        "FIELD",
        "OPEN_FIELD",
        "STAR",
        "BULLET",
        "PLUS",
        "TEXT",
        "CELL",
        "RULE",
    )
)


DIVISIONS = frozenset(
    ("PART", "CHAPTER", "SECTION", "ARTICLE", "ITEM", "SUBITEM", "SUBSUBITEM", "POINT")
)
LIST_LINES = frozenset(("FIELD", "OPEN_FIELD", "STAR", "BULLET", "PLUS"))
# Kinds by what a rule file calls them together.
KIND_GROUPS = {
    "HEADER": frozenset(
        ("PARTY_NAME", "NATION", "MOTTO", "AGENCY", "NUMBER", "PLACE_DATE", "STAMP", "ADDRESSEE")
    ),
    "DIVISIONS": DIVISIONS,
    "PROSE": DIVISIONS | LIST_LINES | {"BASIS", "CLOSING", "TEXT", "CELL"},
    "SIGNATURE": frozenset(("AUTHORITY", "ROLE", "NAME")),
}


@cache
def expand_kinds(names: tuple[str, ...]) -> frozenset[str]:
    """Return the kinds of lines that ``names`` (kinds and their groups) stand for; raises KeyError
    for a name that is neither."""
    found: set[str] = set()
    for name in names:
        found |= {name} if name in KINDS else KIND_GROUPS[name]
    return frozenset(found)


class Line(NamedTuple):
    """A logical line. ``kind`` is one of grammar/lines.yml; ``marker`` the length of its number,
    dash or field label; ``role`` what a field says (lead, support, time ...); ``cell`` where in a
    table the line stands."""

    kind: str
    text: str
    start: int
    end: int
    marker: int = 0
    role: str = ""
    cell: Cell | None = None
