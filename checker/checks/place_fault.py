"""``check: place-fault``: a place named with its level ("phường Nghị Quyết") that is wrong here.

Each mention gets one verdict at most, the strongest; lists of places, partners, addresses, cited
documents and history are no faults. Only where the document's own place is known well.

Keys
    fault   ``title`` (the words before the name are those before the own name in the title),
            ``self-naming`` (after "UBND", "trên địa bàn" and the like, where a document speaks of
            its own place), ``spelling`` (the own name with other diacritics), ``level`` (another
            level word than the place has), ``unknown`` (a name that no place has or had),
            ``former`` (a district, commune or province that is no more, as one that acts or is
            acted in), ``former-mention`` (the same elsewhere), ``superior`` (a province that is not
            the own one where the superior should stand), ``stray`` (a place of another province
            with nothing that tells why), ``neighbour`` (the same of the own province)

Source: Nghị quyết 202/2025/QH15, Luật Tổ chức chính quyền địa phương 72/2025/QH15.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from checker.checks._place_contexts import PlaceContext, context_of, former_issuers
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document, Place
from checker.finding import Fact
from checker.parsing.places import places_in
from checker.registers.places import (
    REFORM,
    Gazetteer,
    KnownPlace,
    like_names,
    plain_key,
    same_name,
    tier,
)
from checker.text.distance import is_slip_of

_FAULTS = (
    "title",
    "self-naming",
    "spelling",
    "level",
    "unknown",
    "former",
    "former-mention",
    "superior",
    "stray",
    "neighbour",
)
_OF_THE_LINE = ("spelling", "unknown")  # whatever the document says elsewhere, and its date
_SURE = 0.5  # least confidence in the own place
_WORDS_ALIKE = 3
_GENERIC = (("tren", "dia", "ban"), ("dia", "ban"), ("tai",), ("cua",), ("o",))
_NOT_PROSE = ("AGENCY", "PLACE_DATE", "CELL")


class _Verdict(NamedTuple):
    fault: str
    place: Place
    suggestion: str
    values: dict[str, str]


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("own", "province", "successor")

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, _FAULTS)

    @property
    def local(self) -> bool:
        return self.fault in _OF_THE_LINE

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        if document.locality.confidence < _SURE:
            return
        gazetteer = context.registers.gazetteer
        for verdict in context.keep("place-fault", lambda: list(_verdicts(document, gazetteer))):
            if verdict.fault == self.fault:
                place = verdict.place
                suggestions = (verdict.suggestion,) if verdict.suggestion else ()
                yield Fact(place.start, place.end, verdict.values, suggestions)


def _verdicts(document: Document, gazetteer: Gazetteer) -> Iterator[_Verdict]:
    judge = _Judge(document, gazetteer)
    former = former_issuers(document)
    for place in document.places:
        if place.start not in former and not judge.is_own(place):
            verdict = judge.verdict(place)
            if verdict:
                yield verdict


class _Judge:
    """Judges the mentions of one document."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self.document = document
        self.gazetteer = gazetteer
        self.own = document.locality
        self.day = document.law_date
        self.home = self.own.province or (str(self.own) if self.is_province else "")
        self.phrases = self._phrases_before_own()

    @property
    def is_province(self) -> bool:
        return tier(self.own.level) == "province"

    def is_own(self, place: Place) -> bool:
        """The own name, also where it falls into small letters ("xã Tân lập")."""
        if place.level != self.own.level:
            return False
        if same_name(place.name, self.own.name):
            return True
        own, folded = plain_key(self.own.name), self.document.folded
        start = place.end - len(place.name)
        written = folded[start : start + len(self.own.name)]
        return len(self.own.name) > len(place.name) and plain_key(written) == own

    def verdict(self, place: Place) -> _Verdict | None:
        near = context_of(place, self.document)
        if near.kind in _NOT_PROSE or near.is_person or near.is_foreign:
            return None
        if tier(place.level) == tier(self.own.level) == "commune":
            own = self._about_own_name(near)
            if own:
                return own
        if self._in_title_phrase(near) and tier(place.level) == tier(self.own.level):
            return self._found("title", near, str(self.own))
        return self._by_register(near)

    def _about_own_name(self, near: PlaceContext) -> _Verdict | None:
        place, own = near.place, self.own
        if place.level == own.level:
            if like_names(place.name, own.name):
                return self._found("spelling", near, str(own))
        elif same_name(place.name, own.name) and not near.is_historic:
            if near.is_cited and not self._in_title_phrase(near):
                return None
            if place.level == "thị trấn" or near.is_address:
                return None
            twin = any(
                known.level == place.level and known.existed(self.day)
                for known in self.gazetteer.named(place.name)
                if self._at_home(known)
            )
            if not twin:
                return self._found("level", near, str(own))
        return None

    def _by_register(self, near: PlaceContext) -> _Verdict | None:
        place = near.place
        same_tier = tier(place.level) == tier(self.own.level)
        known = [
            one
            for one in self.gazetteer.alike(place.name)
            if same_name(one.name, place.name) and self._fits(one, place)
        ]
        now = [one for one in known if one.existed(self.day)]
        exact = [one for one in now if one.level == place.level]
        if not known:
            return self._unknown(near, same_tier)
        if not now:
            return self._former(near, known, same_tier)
        once = [one for one in known if one.level == place.level and one not in now]
        if not exact and once and place.level in ("thành phố", "thị trấn"):
            return self._former(near, once, same_tier)
        if not exact:
            ever = any(one.level == place.level for one in known)
            excused = near.has_reason if ever else near.is_historic or near.is_in_a_name
            at_home = [one for one in now if self._at_home(one)] or now
            levels = {one.level for one in at_home}
            if len(levels) > 1 or excused:
                return None
            if not same_tier or any(self._at_home(one) for one in now):
                return self._found("level", near, f"{levels.pop()} {place.name}")
        if same_tier:
            return self._elsewhere(near, exact or now)
        if tier(place.level) == "province":
            return self._superior(near, exact or now)
        return self._stray(near, exact or now)

    def _fits(self, known: KnownPlace, place: Place) -> bool:
        if tier(known.level) == tier(place.level):
            return True
        # a thành phố of a province was a district
        was_district = known.level == "thành phố" and known.until == REFORM
        return known.level == place.level or (was_district and tier(place.level) == "district")

    def _unknown(self, near: PlaceContext, same_tier: bool) -> _Verdict | None:
        place = near.place
        if near.is_historic or near.is_in_a_name or near.is_address or near.is_cited:
            return None
        if tier(place.level) != "commune" and not (near.is_authority or near.is_territory):
            return None  # a city abroad, a district of long ago
        if self.day is not None and self.day < REFORM and not same_tier:
            return None
        if same_tier and self._names_itself(near):
            return self._found("unknown", near, str(self.own))
        return self._found("unknown", near, self._nearest(place))

    def _nearest(self, place: Place) -> str:
        """What may be meant: a place of the same name but for its diacritics, else the own place or
        province when it is one slip away."""
        near = [
            one
            for one in self.gazetteer.alike(place.name)
            if one.level == place.level and one.existed(self.day)
        ]
        near = [one for one in near if self._at_home(one)] or near
        if len({one.name for one in near}) == 1:
            return f"{place.level} {near[0].name}"
        for own in (str(self.own), self.home):
            level, name = _split(own)
            if tier(level) == tier(place.level) and is_slip_of(
                plain_key(place.name), plain_key(name)
            ):
                return own
        return ""

    def _former(
        self, near: PlaceContext, known: list[KnownPlace], same_tier: bool
    ) -> _Verdict | None:
        if near.is_historic or near.is_in_a_name or near.is_address or near.is_cited:
            return None
        if near.is_authority and tier(near.place.level) == "district":
            return None  # "UBND huyện …" is told as an agency
        known = [one for one in known if one.level == near.place.level] or known
        at_home = [one for one in known if self._at_home(one)]
        became = (at_home or known)[0].successors or self._communes_of((at_home or known)[0])
        acts = near.is_authority or near.is_territory or near.is_possessor
        if same_tier and self._names_itself(near):
            return self._found("former", near, str(self.own), became)
        if near.is_listed and not at_home:
            return None
        certain = (
            len(became) == 1 and len(at_home or known) == 1 and tier(known[0].level) != "district"
        )
        right = became[0] if certain and not became[0].startswith("các ") else ""
        return self._found("former" if acts else "former-mention", near, right, became)

    def _communes_of(self, district: KnownPlace) -> tuple[str, ...]:
        province = self.gazetteer.province(district.province)
        return (f"các xã, phường thuộc {province.shown(self.day)}",) if province else ()

    def _elsewhere(self, near: PlaceContext, now: list[KnownPlace]) -> _Verdict | None:
        """A place of the own tier that exists, but is another."""
        if near.has_reason:
            return None
        if self._names_itself(near):
            return self._found("self-naming", near, str(self.own))
        return self._stray(near, now)

    def _superior(self, near: PlaceContext, now: list[KnownPlace]) -> _Verdict | None:
        if not self.home or near.has_reason:
            return None
        place = near.place
        _, name = _split(self.home)
        if same_name(place.name, name) or not (near.is_authority or near.is_territory):
            return None
        return self._found("superior", near, self.home)

    def _stray(self, near: PlaceContext, now: list[KnownPlace]) -> _Verdict | None:
        if near.has_reason or near.is_location or not self.home:
            return None
        at_home = any(self._at_home(one) for one in now)
        if self.is_province and at_home:
            return None
        right = "" if self.is_province else str(self.own)
        return self._found("neighbour" if at_home else "stray", near, right)

    def _names_itself(self, near: PlaceContext) -> bool:
        if near.is_partner or near.is_listed:
            return False
        return near.is_authority or near.is_territory

    def _at_home(self, known: KnownPlace) -> bool:
        province = self.gazetteer.province(known.province)
        return province is not None and self.home.endswith(" " + province.name)

    def _in_title_phrase(self, near: PlaceContext) -> bool:
        words = near.before.split()
        return any(tuple(words[-len(phrase) :]) == phrase for phrase in self.phrases)

    def _phrases_before_own(self) -> set[tuple[str, ...]]:
        """The last words before the own place in the title: "… thông tin đối ngoại [phường …]";
        words that say nothing ("trên địa bàn") only with three before them."""
        title = self.document.title
        found = set()
        for place in places_in(title, self.document.places):
            if self.is_own(place):
                words = tuple(self.document.folded[title.start : place.start].lower().split())
                generic = next((one for one in _GENERIC if words[-len(one) :] == one), ())
                wanted = len(generic) + _WORDS_ALIKE
                if len(words) >= wanted:
                    found.add(words[-wanted:])
        return found

    def _found(
        self, fault: str, near: PlaceContext, right: str, became: tuple[str, ...] = ()
    ) -> _Verdict:
        place = near.place
        shown = self.document.text[place.start : place.end]
        values = {
            "own": str(self.own),
            "province": self.home,
            "successor": ", ".join(became) if became else "–",
        }
        return _Verdict(fault, place, _like(right, shown), values)


def _split(full: str) -> tuple[str, str]:
    """ "thành phố Hải Phòng" gives ("thành phố", "Hải Phòng")."""
    for level in ("thành phố", "đặc khu"):
        if full.startswith(level + " "):
            return level, full[len(level) + 1 :]
    level, _, name = full.partition(" ")
    return level, name


def _like(right: str, shown: str) -> str:
    """``right`` with capitals as in ``shown``."""
    if shown.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if shown[:1].isupper() else right
