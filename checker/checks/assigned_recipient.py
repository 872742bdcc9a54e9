"""``check: assigned-recipient``: a unit that is given work and is not among the recipients.

Groups among the recipients ("các phòng chuyên môn", "các ban, ngành, đoàn thể") cover their
members, and acronyms ("Lưu: VT, VHXH", "Sở: NN&MT, YT") those whose initials they are.

Keys
    role     ``lead`` or ``support``
    groups   a word that a group's name holds, with the first words of the units that it covers,
             divided by ``|`` (``*`` covers all); without diacritics
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.parsing.units import list_names
from checker.registers.unit_names import AND, Key, UnitNames
from checker.text.folding import fold
from checker.text.part import Part
from checker.text.words import words_of

_SHORTEST = 2  # words of a name that can be compared
_ALIKE = 0.75  # share of a unit's words that stand in one line of the recipients
_ALIKE_LONG = 0.5  # the same for names of eight words and more, which are abbreviated
_LONG = 8
_INITIALS = re.compile(r"\b[A-Z][A-Z&.,]*[A-Z]\b")
_NOT_LETTERS = re.compile(r"[&.,]")
_CLERKS = re.compile(r"\bVT\b")  # văn thư, of the office that is called Văn phòng
_TOO_SHORT = frozenset(("VT", "VP", "CT", "TT"))


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("unit", "path")

    role: str
    groups: dict[str, str]

    def __post_init__(self) -> None:
        one_of("role", self.role, ("lead", "support"))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        recipients = document.recipients
        if not recipients.label or not recipients.items:
            return
        names = context.registers.unit_names
        told: set[Key] = {names.key(document.header.issuer.text)}
        covered = self._covered(document, names)
        for task in document.tasks:
            part = task.lead if self.role == "lead" else task.support
            for unit in list_names(part, names):
                key = names.key(unit.text)
                if key in told or len(key) < _SHORTEST or not _is_unit(unit, names):
                    continue
                agency = names.agencies.by_name.get(key)
                if agency and agency.gone(document.law_date):
                    continue  # told by its own rule: it is to be replaced, not added
                told.add(key)
                if not covered(unit, key):
                    text = " ".join(unit.text.split())
                    yield Fact(unit.start, unit.end, {"unit": text, "path": task.path})

    def _covered(self, document: Document, names: UnitNames) -> _Covering:
        recipients = document.recipients
        texts = [recipients.label, *recipients.items]
        said = " ; ".join(fold(part.text).lower() for part in texts)
        firsts: set[str] = set()
        for group, members in self.groups.items():
            if re.search(rf"\b{group}\b", said):
                firsts.update(members.split("|"))
        if _CLERKS.search(recipients.archive.text):
            firsts.add("van phong")
        items = [_sounds(part.text, names) for part in texts]
        initials = {
            _NOT_LETTERS.sub("", token)
            for part in texts
            for token in _INITIALS.findall(fold(part.text))
        }
        return _Covering(tuple(items), frozenset(firsts), frozenset(initials))


@dataclass(frozen=True)
class _Covering:
    """What the recipients cover: the words of each line, the first words of the members of groups,
    and acronyms."""

    lines: tuple[frozenset[str], ...]
    firsts: frozenset[str]
    initials: frozenset[str]

    def __call__(self, unit: Part, key: Key) -> bool:
        if "*" in self.firsts:
            return True
        wanted = set(key)
        share = _ALIKE if len(wanted) < _LONG else _ALIKE_LONG
        if any(len(wanted & line) >= share * len(wanted) for line in self.lines):
            return True
        name = fold(unit.text).lower()
        if any(name.startswith(first) for first in self.firsts):
            return True
        words = [word for word in words_of(unit.text) if word.sound != AND]
        letters = fold("".join(unit.text[word.start] for word in words)).upper()
        return bool({letters, letters[1:], letters[2:]} & self.initials - _TOO_SHORT)


def _sounds(text: str, names: UnitNames) -> frozenset[str]:
    """The words of a line, short forms written out."""
    return frozenset(
        sound for word in words_of(text) for sound in names.short.get(word.sound, (word.sound,))
    )


def _is_unit(unit: Part, names: UnitNames) -> bool:
    return (
        unit.text[:1].isupper()
        and names.begins_unit(unit.text)
        and not names.begins_group(unit.text)
        and " các " not in unit.text
        and len(words_of(unit.text)) <= 12
    )
