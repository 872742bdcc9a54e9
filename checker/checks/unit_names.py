"""``check: unit-names``: one unit written in several ways in one document.

The standard is the official name where the register has one, else what the document writes most.
UBND beside "Ủy ban nhân dân" is normal use and no difference.

Keys
    difference   ``wording`` (a dash for "và", a missing dash, another tone) or ``capitals``
    not_heads    first words of names that are left alone
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document, Unit
from checker.finding import Fact
from checker.registers.unit_names import AND, UnitNames
from checker.text.words import sound, tone, words_of


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How a mention is written: for each word of the full name its tone and whether it begins with
    a capital (None inside a short form), and what joins it to the word before."""

    tones: tuple[str | None, ...]
    capitals: tuple[bool | None, ...]
    joints: tuple[str, ...]

    def same_wording(self, other: _Spelling) -> bool:
        return self.joints == other.joints and _agree(self.tones, other.tones)

    def same_capitals(self, other: _Spelling) -> bool:
        return _agree(self.capitals, other.capitals)


def _agree(one: Sequence[object], other: Sequence[object]) -> bool:
    return all(a == b or a is None or b is None for a, b in zip(one, other, strict=True))


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("standard", "count")

    difference: str
    not_heads: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        one_of("difference", self.difference, ("wording", "capitals"))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        names = context.registers.unit_names
        skipped = tuple(" ".join(map(sound, head.split())) for head in self.not_heads)
        mentions: dict[str, list[Unit]] = {}
        for unit in document.units:
            if not unit.mention.text.isupper() and not unit.name.startswith(skipped or ("\0",)):
                mentions.setdefault(unit.name, []).append(unit)
        for name, units in mentions.items():
            if len(units) > 1:
                official = names.official.get(tuple(name.split()), "")
                yield from self._deviations(units, official, names)

    def _deviations(self, units: list[Unit], official: str, names: UnitNames) -> Iterator[Fact]:
        known = {text: _spelling(text, names) for text in {unit.mention.text for unit in units}}
        spelled = [(unit, known[unit.mention.text]) for unit in units]
        wanted = _spelling(official, names) if official else None
        same: _Same = _Spelling.same_wording
        groups = _groups(spelled, same)
        standard = _standard(groups, wanted, same)
        if self.difference == "capitals":
            same = _Spelling.same_capitals
            groups = _groups(standard, same)
            standard = _standard(groups, wanted, same)
        model, display = standard[0][1], _display(standard)
        if self.difference == "capitals" and wanted and not same(model, wanted):
            model, display, standard = wanted, official, []
        related = tuple((unit.mention.start, unit.mention.end) for unit, _ in standard[:1])
        values = {"standard": display, "count": str(len(standard))}
        for unit, spelling in (pair for group in groups for pair in group):
            if not same(spelling, model):
                yield Fact(unit.mention.start, unit.mention.end, values, (display,), related)


_Group = list[tuple[Unit, _Spelling]]
_Same = Callable[[_Spelling, _Spelling], bool]


def _groups(spelled: _Group, same: _Same) -> list[_Group]:
    """Group equal spellings; a mention with short forms agrees with several: it joins the
    largest."""
    groups: list[_Group] = []
    for unit, spelling in sorted(spelled, key=lambda pair: pair[1].capitals.count(None)):
        fitting = [group for group in groups if same(spelling, group[0][1])]
        if fitting:
            max(fitting, key=len).append((unit, spelling))
        else:
            groups.append([(unit, spelling)])
    return groups


def _standard(groups: list[_Group], wanted: _Spelling | None, same: _Same) -> _Group:
    for group in groups:
        if wanted and same(group[0][1], wanted):
            return group

    def rank(group: _Group) -> tuple[int, int, int]:
        spelling = group[0][1]
        return len(group), sum(map(bool, spelling.joints)), sum(map(bool, spelling.capitals))

    return max(groups, key=rank)


def _display(group: _Group) -> str:
    shown = Counter(" ".join(unit.mention.text.split()) for unit, _ in group)
    return max(shown, key=lambda text: (shown[text], sum(map(str.isupper, text))))


def _spelling(text: str, names: UnitNames) -> _Spelling:
    tones: list[str | None] = []
    capitals: list[bool | None] = []
    joints: list[str] = []
    done = 0
    joint = ""
    for word in words_of(text):
        joint += "".join(text[done : word.start].split()).replace("–", "-")
        done = word.end
        if word.sound == AND:
            joint += "và"
            continue
        full = names.short.get(word.sound)
        shown = text[word.start : word.end]
        size = len(full) if full else 1
        tones += [None] * size if full else [tone(shown)]
        capitals += [None] * size if full or shown.isupper() else [shown[0].isupper()]
        joints += [joint, *[""] * (size - 1)]
        joint = ""
    return _Spelling(tuple(tones), tuple(capitals), tuple(joints))
