"""What of an original was left in its copy: names of units, places, people, and numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.corpus.copies.differing import Aligned
from checker.corpus.copies.traces_sides import Side, spot_of
from checker.corpus.records import PlaceRecord, SentenceRecord, Spot
from checker.text.folding import fold

UNIT, PLACE, LEVEL, PERSON, NUMBER = "unit", "place", "level", "person", "number"

# Sentences of an original and of its copy that stand for each other, by the identity of the second.
Both = Mapping[int, tuple[SentenceRecord, SentenceRecord]]

KIN = 3  # syllables with which the names of units of one kind begin
# A commune has one centre for services and culture, whatever it is called, and these beside it.
CENTRE, OTHER_CENTRES = "trung tâm ", "hanh chinh công|y tê|chinh tri|giao duc"
_OTHER_CENTRE = re.compile(OTHER_CENTRES)
_TWICE = 2
LEVELS = ("xã", "phường", "đặc khu")
_LEVEL = re.compile(r"(?<![\w-])(?:xã|phường|đặc khu)(?![\w-])", re.IGNORECASE)
_NOT_BARE = re.compile(
    r" (?:hội|viên|luận|tắc|khác|bạn|lân cận|kinh tế)\b|[,/;]? ?(?:và |hoặc |-)? ?"
    r"(?:xã|phường|đặc khu|thị trấn)\b"
)
_NAME_AFTER = re.compile(r" [A-Z]| \d")  # in folded text
_SOME = re.compile(
    r"(?:các|cấp|mỗi|từng|những|liên|nhiều|một số|hợp tác|thị|làng|"
    r"(?:xã|phường|đặc khu|thị trấn)[,/;]?(?: và| hoặc| -)?)[ /,-]*$",
    re.IGNORECASE,
)
_NEAR = 40  # characters in which _SOME is looked for


class Trace(NamedTuple):
    """Words of document ``second`` that are those of ``first``.

    ``kind`` is ``UNIT``, ``PLACE``, ``LEVEL``, ``PERSON`` or ``NUMBER``; ``spot`` is where they
    stand, ``original`` where they stand in the other; ``own`` is what the document says elsewhere,
    or its own name.
    """

    kind: str
    first: int
    second: int
    spot: Spot
    original: Spot
    found: str
    own: str


def words_left(original: Side, copy: Side, aligned: Sequence[Aligned]) -> Iterator[Trace]:
    """Yield what of the words of ``original`` was left in ``copy``; of people it is not looked at
    whose they are."""
    both = {
        id(one.second.sentence): (one.first.sentence, one.second.sentence)
        for one in aligned
        if one.first and one.second
    }
    yield from _units(original, copy, both)
    yield from _places(original, copy, both)
    yield from _levels(original, copy, both)
    yield from _people(original, copy, both)


def _among(both: Both, known: Iterable[int]) -> Iterator[tuple[SentenceRecord, SentenceRecord]]:
    """Yield those of the sentences that stand for each other of which the second is known."""
    return (both[sentence] for sentence in known if sentence in both)


def _units(original: Side, copy: Side, both: Both) -> Iterator[Trace]:
    """A unit that is named as in the original where that sentence was taken over, while another
    stands in its stead in other sentences that were taken over."""
    instead: dict[str, set[str]] = defaultdict(set)
    for left, right in _among(both, copy.units_in):
        for theirs in original.units_in.get(id(left), ()):
            for own in copy.units_in[id(right)]:
                if theirs.name != own.name and _are_kin(theirs.name, own.name):
                    instead[theirs.name].add(own.name)
    if not instead:
        return
    for left, right in _among(both, copy.units_in):
        there = {one.name: one for one in original.units_in.get(id(left), ())}
        for unit in copy.units_in[id(right)]:
            if unit.name in there and (rival := _rival(unit.name, instead, original, copy)):
                shown = next(one.words for one in copy.units if one.name == rival)
                found = there[unit.name]
                yield Trace(UNIT, original.doc, copy.doc, unit, found, unit.words, shown)


def _rival(unit: str, instead: Mapping[str, set[str]], original: Side, copy: Side) -> str:
    """The name that a document has for a unit of the original, if it has it oftener."""
    rivals = {
        own
        for name, some in instead.items()
        if name == unit or _are_kin(name, unit)
        for own in some
        if _are_kin(own, unit)
        and own not in original.mentions
        and copy.mentions[own] >= max(_TWICE, copy.mentions[unit] + 1)
    }
    return max(sorted(rivals), key=copy.mentions.__getitem__, default="")


def _are_kin(one: str, other: str) -> bool:
    """Whether two names can be those of one unit: they are of one kind, and none has all words of
    the other, which would be a short form."""
    first, second = {*one.split()}, {*other.split()}
    return _kind(one) == _kind(other) and bool(first - second and second - first)


def _kind(unit: str) -> str:
    if unit.startswith(CENTRE) and not _OTHER_CENTRE.search(unit):
        return CENTRE
    return " ".join(unit.split()[:KIN])


def _places(original: Side, copy: Side, both: Both) -> Iterator[Trace]:
    """The place of the original, or its province, in a sentence that was taken over."""
    if not original.place or original.place == copy.place:
        return
    foreign = {original.about.locality: copy.about.locality}
    if original.about.province and copy.about.province in copy.places_named:
        foreign[original.about.province] = copy.about.province
    foreign = {theirs: own for theirs, own in foreign.items() if fold(theirs) != fold(own)}
    if not foreign.keys().isdisjoint(copy.places_named):
        for left, right in _among(both, copy.places_in):
            named = {full_name(one): one for one in original.places_in.get(id(left), ())}
            for place in copy.places_in[id(right)]:
                full = full_name(place)
                if full in foreign and full in named:
                    own, there = foreign[full], named[full]
                    yield Trace(PLACE, original.doc, copy.doc, place, there, place.words, own)
    yield from _bare_names(original, copy, both)


def full_name(place: PlaceRecord) -> str:
    """Return a place as documents tell their own: "phường Nhị Chiểu"."""
    return f"{place.level} {place.name}"


def _bare_names(original: Side, copy: Side, both: Both) -> Iterator[Trace]:
    """The name of the original's place without level word ("công dân Nhị Chiểu")."""
    name = original.place
    if " " not in name:
        return
    for left, right in _among(both, map(id, copy.with_words(name))):
        if any(one.name == name for one in copy.places_in.get(id(right), ())):
            continue
        there, here = (_bare(name, one.words) for one in (left, right))
        if there and here:
            yield Trace(
                PLACE,
                original.doc,
                copy.doc,
                spot_of(right, here.span()),
                spot_of(left, there.span()),
                name,
                copy.place,
            )


def _bare(name: str, text: str) -> re.Match[str] | None:
    """Where a name stands that is not part of a longer one ("phường Lê Thanh Nghị")."""
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before = text[: match.start()].rstrip(" ").rpartition(" ")
        first = not before[0]
        if not _is_named(text, match) and (first or not before[2].istitle()):
            return match
    return None


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Whether a name, or a number, comes after."""
    return bool(_NAME_AFTER.match(fold(text[match.end() : match.end() + 2])))


def _levels(original: Side, copy: Side, both: Both) -> Iterator[Trace]:
    """The level word of the original's place, bare, between the words that it has there."""
    foreign, own = original.about.level, copy.about.level
    if foreign == own or foreign not in LEVELS or own not in LEVELS:
        return
    for left, right in _among(both, map(id, copy.with_words(foreign))):
        there: dict[tuple[str, str], re.Match[str]] = {}
        for match in bare_levels(left.words, foreign):
            there.setdefault(_around(left.words, match), match)
        for match in bare_levels(right.words, foreign) if there else ():
            if same := there.get(_around(right.words, match)):
                yield Trace(
                    LEVEL,
                    original.doc,
                    copy.doc,
                    spot_of(right, match.span()),
                    spot_of(left, same.span()),
                    match.group(),
                    own,
                )


def bare_levels(text: str, level: str) -> Iterator[re.Match[str]]:
    """Yield the places of a level word that is not part of a name, a list or another word."""
    for match in _LEVEL.finditer(text):
        if match.group().lower() == level:
            named = _is_named(text, match) or _NOT_BARE.match(text, match.end())
            before = text[max(0, match.start() - _NEAR) : match.start()]
            if not (named or _SOME.search(before)):
                yield match


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The word before a match, and the one after it, if no mark divides them."""
    before = text[: match.start()].split()[-1:]
    after = re.match(r"\W*(\w*)", text[match.end() :])
    return "".join(before).lower(), after[1].lower() if after else ""


def _people(original: Side, copy: Side, both: Both) -> Iterator[Trace]:
    """The signer of the original, or others whom both name with a post; whose people they are is
    not looked at."""
    signer = original.about.signer
    there = next((one for one in original.parts if one.part == "signer"), None)
    if there and " " in signer:
        if signer.lower() == copy.about.signer.lower():
            own = next(one for one in copy.parts if one.part == "signer")
            yield Trace(PERSON, original.doc, copy.doc, own, there, own.words, "")
        pattern = re.compile(rf"(?<!\w){re.escape(signer)}(?!\w)", re.IGNORECASE)
        for sentence in copy.with_words(signer):
            if match := pattern.search(sentence.words):
                here = spot_of(sentence, match.span())
                yield Trace(PERSON, original.doc, copy.doc, here, there, here.words, "")
    for left, right in _among(both, copy.people_in):
        named = {one.words: one for one in original.people_in.get(id(left), ())}
        for person in copy.people_in[id(right)]:
            if found := named.get(person.words):
                yield Trace(PERSON, original.doc, copy.doc, person, found, person.words, "")
