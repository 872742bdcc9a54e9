"""Line kinds: what grammar/lines.yml says a line looks like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from checker.kinds import DIVISIONS
from checker.registers.document_types import DocumentType
from checker.text.folding import fold

_TITLE_END = re.compile(r"[.;:,]$")
_HEAD_LINES = 80  # a type line further down is no header's
_SHORT_HEAD = 15  # lines of a header that no type line ends
_TYPE = frozenset(("TYPE",))
_BASIS = frozenset(("BASIS",))
_ONLY_HEAD = frozenset(("PARTY_NAME", "NATION", "MOTTO", "NUMBER", "PLACE_DATE"))


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    pattern: re.Pattern[str]
    zones: frozenset[str]
    then: str
    alone: bool
    marker: bool
    caps: bool
    in_cell: bool

    def match(self, folded: str) -> re.Match[str] | None:
        match = self.pattern.match(folded)
        return None if match and self.caps and _has_lower(folded) else match


@dataclass(frozen=True, slots=True)
class FieldLabel:
    role: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class LineKinds:
    kinds: tuple[Kind, ...]
    fields: tuple[FieldLabel, ...]
    agency: re.Pattern[str]

    def shape(self, folded: str, zones: frozenset[str]) -> Kind | None:
        """Return the first kind of one of ``zones`` that stands alone or opens a line and fits
        ``folded``; for joining, which comes before the exact zone is known."""
        for kind in self.kinds:
            if (
                (kind.alone or kind.marker)
                and (not kind.zones or kind.zones & zones)
                and kind.match(folded)
            ):
                return kind
        return None

    def head_end(self, folded: Sequence[str]) -> int:
        """Return the index of the type line among the first lines that hold text; without one, of
        the last line that can stand only in a header; else -1."""
        filled = [index for index, text in enumerate(folded[: 4 * _HEAD_LINES]) if text]
        for index in filled[:_HEAD_LINES]:
            if self.fits(folded[index], _TYPE):
                return index
        heads = [index for index in filled[:_SHORT_HEAD] if self.fits(folded[index], _ONLY_HEAD)]
        return heads[-1] if heads else -1

    def fits(self, folded: str, names: frozenset[str]) -> bool:
        """Tell whether ``folded`` looks like one of the kinds ``names``, whatever the zone."""
        return any(kind.name in names and kind.match(folded) for kind in self.kinds)


def _has_lower(folded: str) -> bool:
    return any("a" <= char <= "z" for char in folded)


def make_line_kinds(raw: dict[str, Any], types: Sequence[DocumentType]) -> LineKinds:
    """Compile grammar/lines.yml; ``types`` are the document types that a type line may name."""
    names = "|".join(
        re.escape(fold(kind.name).upper())
        for kind in sorted(types, key=lambda kind: -len(kind.name))
        if kind.titled
    )
    lists = ("agency", "role", "rank", "surname")
    words = {"types": names, **{name: raw[name] for name in lists}}
    kinds = tuple(_kind(entry, words) for entry in raw["kinds"])
    fields = tuple(
        FieldLabel(
            entry["role"],
            re.compile(rf"(?:[*+-] *)?(?i:{entry['pattern'].replace('{who}', raw['who'])}) *:"),
        )
        for entry in raw["fields"]
    )
    agency = re.compile(rf"(?:{_joined(raw['agency'])})\b")
    return LineKinds(kinds, fields, agency)


def _kind(entry: dict[str, Any], words: dict[str, str]) -> Kind:
    pattern = entry["pattern"]
    for name, alternatives in words.items():
        pattern = pattern.replace("{" + name + "}", _joined(alternatives))
    return Kind(
        entry["kind"],
        re.compile(pattern),
        frozenset(entry.get("zones", ())),
        entry.get("then", ""),
        entry.get("alone", False),
        entry.get("marker", False),
        entry.get("caps", False),
        entry.get("in_cell", False),
    )


def _joined(alternatives: str) -> str:
    """Alternatives that YAML folded over several lines, without the blanks of the folding."""
    return "|".join(one.strip() for one in alternatives.split("|"))


def classify(lines: Sequence[tuple[str, bool]], kinds: LineKinds) -> list[tuple[str, int, str]]:
    """Return kind, length of the marker and field role for each line, given as its folded text and
    whether it stands in a table cell."""
    classifier = _Classifier(kinds, kinds.head_end([text for text, _ in lines]))
    return [classifier.next(folded, in_cell) for folded, in_cell in lines]


class _Classifier:
    """Walks the lines once; the zone is all that it remembers."""

    def __init__(self, kinds: LineKinds, head_end: int) -> None:
        self.kinds = kinds
        self.head_end = head_end
        self.zone = "head"
        self.index = -1
        self.titled = False
        self.title_in_capitals = False

    def next(self, folded: str, in_cell: bool) -> tuple[str, int, str]:
        self.index += 1
        if self.zone == "title" and not self.titled and self._is_title(folded):
            self.titled = True
            self.title_in_capitals = not _has_lower(folded)
            return "TITLE", 0, ""
        for kind in self.kinds.kinds:
            if kind.zones and self.zone not in kind.zones:
                continue
            if in_cell and self.zone in ("body", "appendix") and not kind.in_cell:
                continue
            match = kind.match(folded)
            if match:
                field = self._field(folded) if kind.name in ("STAR", "BULLET", "PLUS") else None
                if field:
                    return field
                self._move(kind)
                return kind.name, match.end() if kind.marker else 0, ""
        return self._field(folded) or self._plain(folded, in_cell)

    def _is_title(self, folded: str) -> bool:
        shape = self.kinds.shape(folded, frozenset(("title",)))
        if shape is not None and shape.name in ("RULE", "SECTION", "RECIPIENTS", "AUTHORITY"):
            return False
        # "Thực hiện Nghị quyết số 57-NQ/TW" may be a title; a basis ends with a mark
        return not (_TITLE_END.search(folded) and self.kinds.fits(folded, _BASIS))

    def _plain(self, folded: str, in_cell: bool) -> tuple[str, int, str]:
        if self.zone == "title":
            # under a title in small letters, "GIÁM ĐỐC SỞ NỘI VỤ" is who decides
            same = self.title_in_capitals is not _has_lower(folded)
            if same and not _TITLE_END.search(folded) and len(folded) < 250:
                return "TITLE", 0, ""
            self.zone = "opening"
        if in_cell and self.zone in ("body", "appendix"):
            return "CELL", 0, ""
        if self.zone == "head" and self.index > self.head_end:
            self.zone = "opening"
        return "TEXT", 0, ""

    def _field(self, folded: str) -> tuple[str, int, str] | None:
        if self.zone not in ("body", "opening", "appendix", "head"):
            return None
        for label in self.kinds.fields:
            match = label.pattern.match(folded)
            if match:
                open_ended = not folded[match.end() :].strip()
                return "OPEN_FIELD" if open_ended else "FIELD", match.end(), label.role
        return None

    def _move(self, kind: Kind) -> None:
        if kind.then:
            self.zone = kind.then
        elif kind.name in DIVISIONS:
            if self.zone == "tail" and kind.name in ("PART", "CHAPTER", "SECTION"):
                self.zone = "appendix"
            elif self.zone in ("title", "opening") or (
                self.zone == "head" and self.index > self.head_end
            ):
                self.zone = "body"
        elif kind.name == "BASIS":
            self.zone = "opening"
