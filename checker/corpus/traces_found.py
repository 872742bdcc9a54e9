"""What of an original was left in its copy: names of units, places, people, and numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.corpus.differing import Aligned, Wording
from checker.corpus.pairs import by_date
from checker.corpus.records import PlaceRecord, SentenceRecord, Spot
from checker.corpus.traces_sides import Side, spot_of
from checker.text.folding import fold

UNIT, PLACE, LEVEL, PERSON, NUMBER = "unit", "place", "level", "person", "number"

Both = Sequence[tuple[Wording, Wording]]

KIN = 3  # syllables with which the names of units of one kind begin
_TWICE = 2
OTHER_LEVEL = {"xã": "phường", "phường": "xã"}
_LEVEL = re.compile(r"(?<![\w-])(?:xã|phường)(?![\w-])", re.IGNORECASE)
_NOT_BARE = re.compile(
    r" (?:hội|viên|luận|tắc|khác|bạn|lân cận)\b|[,/;]? ?(?:và |hoặc |-)? ?"
    r"(?:xã|phường|đặc khu|thị trấn)\b"
)
_NAME_AFTER = re.compile(r" [A-Z]| \d")  # in folded text
_SOME = re.compile(
    r"(?:các|cấp|mỗi|từng|những|liên|nhiều|một số|hợp tác|thị|làng|"
    r"(?:xã|phường|đặc khu|thị trấn)[,/;]?(?: và| hoặc| -)?)[ /,-]*$",
    re.IGNORECASE,
)
_PERSON = re.compile(  # in folded text
    r"\b(?i:dong chi|d/c|ong|ba):? (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,4})(?!\w)"
)
_TITLES = ("đồng chí", "đ/c", " ông ", " bà ")
_LOCAL_POST = re.compile(
    r"(?:chủ tịch|bí thư|trưởng phòng|chánh văn phòng|trưởng công an|giám đốc trung tâm|trưởng ban)"
    r"[^.;]{0,40}(?:xã|phường|đặc khu)\b|trưởng phòng|phó trưởng phòng|chánh văn phòng",
    re.IGNORECASE,
)
_HIGHER = re.compile(r"\b(?:tỉnh|thành phố|thành ủy|trung ương|chính phủ|bộ|sở)\b", re.IGNORECASE)


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


def traces_of(original: Side, copy: Side, aligned: Sequence[Aligned]) -> Iterator[Trace]:
    """Yield what of ``original`` was left in ``copy``."""
    both = [(one.first, one.second) for one in aligned if one.first and one.second]
    numbers = list(_numbers(original, copy))
    told = [
        one
        for one in _places(original, copy, both)
        if not any(_is_in(one, cited) for cited in numbers)
    ]
    units, people = _units(original, copy, both), _people(original, copy, both)
    found = (*units, *told, *_levels(original, copy, both), *people, *numbers)
    yield from dict.fromkeys(found)


def _is_in(one: Trace, other: Trace) -> bool:
    place, around = one.spot, other.spot
    return (around.line, around.column) <= (place.line, place.column) and (
        (place.end_line, place.end_column) <= (around.end_line, around.end_column)
    )


def _units(original: Side, copy: Side, both: Both) -> Iterator[Trace]:
    """A unit that is named as in the original where that sentence was taken over, while another
    stands in its stead in other sentences that were taken over."""
    instead: dict[str, set[str]] = defaultdict(set)
    for left, right in both:
        for theirs in original.units_in.get(id(left.sentence), ()):
            for own in copy.units_in.get(id(right.sentence), ()):
                if _are_kin(theirs.name, own.name):
                    instead[theirs.name].add(own.name)
    for left, right in both:
        there = {one.name: one for one in original.units_in.get(id(left.sentence), ())}
        for unit in copy.units_in.get(id(right.sentence), ()):
            rivals = {
                own
                for name, some in instead.items()
                if name == unit.name or _are_kin(name, unit.name)
                for own in some
                if _are_kin(own, unit.name)
                and own not in original.mentions
                and copy.mentions[own] >= max(_TWICE, copy.mentions[unit.name] + 1)
            }
            if unit.name in there and rivals:
                rival = max(sorted(rivals), key=copy.mentions.__getitem__)
                shown = next(one.words for one in copy.units if one.name == rival)
                found = there[unit.name]
                yield Trace(UNIT, original.doc, copy.doc, unit, found, unit.words, shown)


def _are_kin(one: str, other: str) -> bool:
    """Whether two names can be those of one unit: they begin alike, and none has all words of the
    other, which would be a short form."""
    first, second = one.split(), other.split()
    return first[:KIN] == second[:KIN] and bool({*first} - {*second} and {*second} - {*first})


def _places(original: Side, copy: Side, both: Both) -> Iterator[Trace]:
    """The place of the original, or its province, in a sentence that was taken over."""
    if not original.place or original.place == copy.place:
        return
    foreign = {original.about.locality: copy.about.locality}
    if original.about.province and copy.about.province:
        foreign[original.about.province] = copy.about.province
    foreign = {theirs: own for theirs, own in foreign.items() if fold(theirs) != fold(own)}
    for left, right in both:
        named = {
            f"{one.level} {one.name}": one for one in original.places_in.get(id(left.sentence), ())
        }
        told = copy.places_in.get(id(right.sentence), ())
        for place in told:
            full = f"{place.level} {place.name}"
            if full in foreign and full in named:
                own = foreign[full]
                yield Trace(PLACE, original.doc, copy.doc, place, named[full], place.words, own)
        yield from _bare_name(original, copy, left, right, told)


def _bare_name(
    original: Side, copy: Side, left: Wording, right: Wording, told: Sequence[PlaceRecord]
) -> Iterator[Trace]:
    """The name of the original's place without level word ("công dân Nhị Chiểu")."""
    name = original.place
    if " " not in name or any(one.name == name for one in told):
        return
    there, here = (_bare(name, one.sentence.words) for one in (left, right))
    if there and here:
        yield Trace(
            PLACE,
            original.doc,
            copy.doc,
            spot_of(right.sentence, here.span()),
            spot_of(left.sentence, there.span()),
            name,
            copy.place,
        )


def _bare(name: str, text: str) -> re.Match[str] | None:
    """Where a name stands that is not part of a longer one ("phường Lê Thanh Nghị")."""
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before = text[: match.start()].rstrip(" ").rpartition(" ")
        first = not before[0]
        if not _NAME_AFTER.match(fold(text), match.end()) and (first or not before[2].istitle()):
            return match
    return None


def _levels(original: Side, copy: Side, both: Both) -> Iterator[Trace]:
    """The level word of the original's place, bare, between the words that it has there."""
    foreign, own = original.about.level, copy.about.level
    if OTHER_LEVEL.get(own) != foreign:
        return
    for left, right in both:
        there: dict[tuple[str, str], re.Match[str]] = {}
        for match in bare_levels(left.sentence.words, foreign):
            there.setdefault(_around(left.sentence.words, match), match)
        for match in bare_levels(right.sentence.words, foreign):
            if same := there.get(_around(right.sentence.words, match)):
                yield Trace(
                    LEVEL,
                    original.doc,
                    copy.doc,
                    spot_of(right.sentence, match.span()),
                    spot_of(left.sentence, same.span()),
                    match.group(),
                    own,
                )


def bare_levels(text: str, level: str) -> Iterator[re.Match[str]]:
    """Yield the places of a level word that is not part of a name, a list or another word."""
    for match in _LEVEL.finditer(text):
        named = _NAME_AFTER.match(fold(text), match.end()) or _NOT_BARE.match(text, match.end())
        if match.group().lower() == level and not (named or _SOME.search(text[: match.start()])):
            yield match


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The word before a match, and the one after it, if no mark divides them."""
    before = text[: match.start()].split()[-1:]
    after = re.match(r"\W*(\w*)", text[match.end() :])
    return "".join(before).lower(), after[1].lower() if after else ""


def _people(original: Side, copy: Side, both: Both) -> Iterator[Trace]:
    """The signer of the original, or others whom it names with a post in its office."""
    signer = original.about.signer
    parts = {one.part: one for one in original.parts}
    if len(signer.split()) > 1 and "signer" in parts:
        pattern = re.compile(rf"(?<!\w){re.escape(signer)}(?!\w)", re.IGNORECASE)
        same = signer.lower() == copy.about.signer.lower()
        if same and by_date(original.about) < by_date(copy.about):
            own = next(one for one in copy.parts if one.part == "signer")
            yield Trace(PERSON, original.doc, copy.doc, own, parts["signer"], own.words, "")
        for one in copy.told:
            text = one.sentence.words
            if signer.lower() in text.lower() and (match := pattern.search(text)):
                here = spot_of(one.sentence, match.span())
                yield Trace(PERSON, original.doc, copy.doc, here, parts["signer"], here.words, "")
    for left, right in both:
        there = {one.words: one for one in _people_in(left.sentence)}
        for person in _people_in(right.sentence):
            if found := there.get(person.words):
                yield Trace(PERSON, original.doc, copy.doc, person, found, person.words, "")


def _people_in(sentence: SentenceRecord) -> Iterator[Spot]:
    """Yield the people who are named with a post below the province."""
    text = sentence.words
    lower = text.lower()
    if not any(title in lower for title in _TITLES):
        return
    if _LOCAL_POST.search(text) and not _HIGHER.search(text):
        for match in _PERSON.finditer(fold(text)):
            yield spot_of(sentence, match.span("name"))


def _numbers(original: Side, copy: Side) -> Iterator[Trace]:
    """The original's own number in the name of the copy's office, and a document of the original's
    province in the name of the copy's."""
    yield from _own_number(original, copy)
    theirs, own = (fold(side.about.province).lower().split(" ") for side in (original, copy))
    if not original.about.province or not copy.about.province or theirs == own:
        return
    known = {
        (one.figure.lstrip("0"), one.code, one.year, one.month, one.date): one
        for one in original.citations
        if one.figure and one.year and _is_of(one.who, original.about.province)
    }
    for one in copy.citations:
        key = (one.figure.lstrip("0"), one.code, one.year, one.month, one.date)
        if one.figure and key in known:
            found = known[key]
            yield Trace(NUMBER, original.doc, copy.doc, one, found, one.words, copy.about.province)


def _own_number(original: Side, copy: Side) -> Iterator[Trace]:
    about = original.about
    number = next((one for one in original.parts if one.part == "number"), None)
    if not about.figure or number is None or about.figure == copy.about.figure:
        return
    for one in copy.citations:
        same = one.figure.lstrip("0") == about.figure.lstrip("0") and one.code == about.type
        mine = not one.who or _is_of(one.who, copy.place)
        written = f"{one.year:04}-{one.month:02}-{one.date:02}"
        known = not one.year or written == about.day
        if same and mine and known and one.number_issuer == about.issuer_code:
            yield Trace(NUMBER, original.doc, copy.doc, one, number, one.words, copy.about.locality)


def _is_of(who: str, place: str) -> bool:
    """Whether a body ("UBND hai phong") is that of a place ("thành phố Hải Phòng")."""
    name = who.partition(" ")[2]
    return bool(name) and fold(place).lower().endswith(name)
