"""``check: unit-names``: the name of a unit written otherwise than it should be.

The standard is a writing that the register (or the office's own list) accepts, else what the
document writes most. UBND beside "Ủy ban nhân dân" is normal use and no difference, and short forms
that the register knows ("Sở VH,TT&DL") are not judged.

Keys
    difference   ``wording`` (a dash for "và", a missing dash, another tone, where the document also
                 has the standard), ``official`` (the same, where it never has) or ``capitals`` (of
                 units that the document lists)
    not_heads    first words of names that are left alone
    levels       levels of the register (central, province, commune) to look at; all when absent
    grouped      one finding for all mentions that are written alike
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document, Unit
from checker.finding import Fact
from checker.registers.unit_names import AND, UnitNames
from checker.text.words import sound, syllable, tone, words_of

_DIFFERENCES = ("wording", "official", "capitals")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How a mention is written: for each word of the full name its tone and whether it begins with
    a capital (None inside a short form), and what joins it to the word before. ``head`` is the
    number of words that tell the kind of unit."""

    tones: tuple[str | None, ...]
    capitals: tuple[bool | None, ...]
    joints: tuple[str, ...]
    head: int

    def same_wording(self, other: _Spelling) -> bool:
        return self.joints == other.joints and _agree(self.tones, other.tones)

    def same_capitals(self, other: _Spelling) -> bool:
        return _agree(self.capitals, other.capitals)

    @property
    def as_by_law(self) -> bool:
        """Tell whether the words for the kind of unit and for what it does begin with capitals
        (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV.1)."""
        wanted = (self.capitals[0], *self.capitals[self.head : self.head + 1])
        return False not in wanted


def _agree(one: Sequence[object], other: Sequence[object]) -> bool:
    return all(a == b or a is None or b is None for a, b in zip(one, other, strict=True))


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("standard", "count", "places")

    difference: str
    not_heads: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    grouped: bool = False

    def __post_init__(self) -> None:
        one_of("difference", self.difference, _DIFFERENCES)

    @property
    def local(self) -> bool:
        return self.difference == "official"

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        names = context.registers.unit_names
        spellings = context.keep("unit-names", lambda: _Spellings(names))
        skipped = tuple(" ".join(map(sound, head.split())) for head in self.not_heads)
        mentions: dict[str, list[Unit]] = {}
        for unit in document.units:
            if not unit.mention.text.isupper() and not unit.form.startswith(skipped or ("\0",)):
                mentions.setdefault(unit.form, []).append(unit)
        for form, units in mentions.items():
            known = names.agencies.forms.get(tuple(form.split()))
            if known and (not known.writings or (known.agency and known.agency.until)):
                continue
            if self.levels and not (known and known.agency and known.agency.level in self.levels):
                continue
            alone = len(units) < 2 and not (self.difference == "capitals" and known)
            if self.difference != "official" and alone:
                continue
            if self.difference == "capitals" and not any(unit.role for unit in units):
                continue
            facts = self._deviations(units, known.writings if known else (), spellings)
            yield from _grouped(facts, document) if self.grouped else facts

    def _deviations(
        self, units: list[Unit], writings: tuple[str, ...], spellings: _Spellings
    ) -> Iterator[Fact]:
        spelled = [(unit, spellings[unit.mention.text]) for unit in units]
        wanted = _whole([spellings[writing] for writing in writings])
        same: _Same = _Spelling.same_wording
        groups = _groups(spelled, same)
        standard = _standard(groups, wanted, same)
        official = bool(wanted) and not standard
        if official != (self.difference == "official"):
            return
        if self.difference == "capitals":
            same = _Spelling.same_capitals
            groups = _groups(standard or _largest(groups, _Spelling.same_wording), same)
            standard = _standard(groups, wanted, same)
        if standard:
            model, display = standard[0][1], _display(standard)
        else:
            display = _nearest(writings, units)
            model = spellings[display]
        related = tuple((unit.mention.start, unit.mention.end) for unit, _ in standard[:1])
        values = {"standard": display, "count": str(len(standard)), "places": "1"}
        for unit, spelling in (pair for group in groups for pair in group):
            if not same(spelling, model):
                yield Fact(unit.mention.start, unit.mention.end, values, (display,), related)


def best_writing(units: Sequence[Unit], writings: Sequence[str], names: UnitNames) -> str:
    """Return how a document should print the form of a name that ``units`` all bear; ``writings``
    are the accepted ways."""
    wanted = _whole([_spelling(writing, names) for writing in writings])
    group = [(unit, _spelling(unit.mention.text, names)) for unit in units]
    for same in (_Spelling.same_wording, _Spelling.same_capitals):
        group = _standard(_groups(group, same), wanted, same)
        if not group:
            return _nearest(writings, units)
    return _display(group)


def _whole(spellings: list[_Spelling]) -> list[_Spelling]:
    """Those without short forms, which would fit any writing, if there are such."""
    return [spelling for spelling in spellings if None not in spelling.tones] or spellings


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


def _standard(groups: list[_Group], wanted: Sequence[_Spelling], same: _Same) -> _Group:
    """The group to follow: the largest of those that are ``wanted``, empty when there is none; of a
    unit of which nothing is known the largest of all."""
    if wanted:
        groups = [group for group in groups if any(same(group[0][1], one) for one in wanted)]
    return _largest(groups, same)


def _largest(groups: list[_Group], same: _Same) -> _Group:
    """The largest group; of capitals rather one that has them where the law wants them."""

    def rank(group: _Group) -> tuple[bool, int, int, int]:
        spelling = group[0][1]
        return (
            same is _Spelling.same_capitals and spelling.as_by_law,
            len(group),
            sum(map(bool, spelling.joints)),
            sum(map(bool, spelling.capitals)),
        )

    return max(groups, key=rank, default=[])


def _display(group: _Group) -> str:
    shown = Counter(" ".join(unit.mention.text.split()) for unit, _ in group)
    return max(shown, key=lambda text: (shown[text], sum(map(str.isupper, text))))


def _nearest(writings: Sequence[str], units: Sequence[Unit]) -> str:
    """The writing that is about as long as the mentions: short forms for short forms."""
    length = len(units[0].mention.text)
    return min(writings, key=lambda writing: abs(len(writing) - length))


def _grouped(facts: Iterable[Fact], document: Document) -> Iterator[Fact]:
    """One fact for those whose words are alike, at the first place; the others are related."""
    alike: dict[str, list[Fact]] = {}
    for fact in sorted(facts, key=lambda fact: fact.start):
        shown = " ".join(document.text[fact.start : fact.end].split())
        alike.setdefault(shown, []).append(fact)
    for first, *others in alike.values():
        related = (*first.related, *((fact.start, fact.end) for fact in others))
        values = {**first.values, "places": str(1 + len(others))}
        yield Fact(first.start, first.end, values, first.suggestions, related)


class _Spellings(dict[str, _Spelling]):
    """The spelling of every text that is asked for, made once."""

    def __init__(self, names: UnitNames) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, text: str) -> _Spelling:
        self[text] = made = _spelling(text, self._names)
        return made


def _spelling(text: str, names: UnitNames) -> _Spelling:
    tones: list[str | None] = []
    capitals: list[bool | None] = []
    joints: list[str] = []
    done = 0
    joint = ""
    for word in words_of(text):
        joint += "".join(text[done : word.start].replace(".", " ").split()).replace("–", "-")
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
    return _Spelling(tuple(tones), tuple(capitals), tuple(joints), _head(text, names))


def _head(text: str, names: UnitNames) -> int:
    first = tuple(syllable(word) for word in text.split()[:3])
    return max((size for size in (1, 2, 3) if first[:size] in names.heads), default=1)
