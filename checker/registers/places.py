"""Places (provinces.yml, places.tsv, former-places.tsv), with the dates from and to which they are.

From 01/7/2025 there are two levels, provinces and communes (Nghị quyết 202/2025/QH15, Luật Tổ chức
chính quyền địa phương 72/2025/QH15); the districts of before, and the communes and provinces that
were merged, are former places.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from checker.registers import FOLDER, read_table, rows_of
from checker.text.folding import fold
from checker.text.words import syllable

REFORM = datetime.date(2025, 7, 1)
COMMUNE = frozenset(("xã", "phường", "thị trấn", "đặc khu"))
DISTRICT = frozenset(("huyện", "quận", "thị xã"))
PROVINCE = frozenset(("tỉnh", "thành phố"))

_BEGINNING = datetime.date.min
_WORD = re.compile(r"[^\W_]+")


class KnownPlace(NamedTuple):
    """A place in the register: ``province`` is that of its time, without level word; ``district``
    ("huyện Nam Sách") and ``successors`` ("phường Nhị Chiểu") only of former communes. ``until`` is
    exclusive, None while the place exists."""

    level: str
    name: str
    province: str
    since: datetime.date
    until: datetime.date | None
    district: str = ""
    successors: tuple[str, ...] = ()

    def existed(self, day: datetime.date | None) -> bool:
        """Tell whether the place is there on ``day``; None is today's law."""
        if day is None:
            return self.until is None
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Province:
    """A province of today; ``city_since`` when it became, or was made as, a thành phố; ``merged``
    are the provinces that it took in on 01/7/2025; ``was`` the name that it bore until it became a
    city."""

    name: str
    city_since: datetime.date | None
    merged: tuple[str, ...]
    was: str = ""

    def level(self, day: datetime.date | None) -> str:
        """Return ``tỉnh`` or ``thành phố``, as on ``day``; None is today's law."""
        if self.city_since is None or (day is not None and day < self.city_since):
            return "tỉnh"
        return "thành phố"

    def shown(self, day: datetime.date | None = None) -> str:
        """Return the province with its level word: "thành phố Hải Phòng"."""
        return f"{self.level(day)} {self.name}"


def make_provinces(raw: list[dict[str, Any]]) -> tuple[Province, ...]:
    """Make the register of provinces.yml."""
    return tuple(
        Province(
            entry["name"],
            datetime.date.fromisoformat(entry["city"]) if "city" in entry else None,
            tuple(entry.get("merged", ())),
            entry.get("was", ""),
        )
        for entry in raw
    )


class Gazetteer:
    """Finds places by name. The tables are read when a name is first asked for."""

    def __init__(self, provinces: Sequence[Province], own: Sequence[KnownPlace] = ()) -> None:
        self.provinces = tuple(provinces)
        self.own = tuple(own)
        self._known: dict[tuple[str, str], bool] = {}

    def with_own(self, places: Iterable[tuple[str, str, str]]) -> Gazetteer:
        """Return a gazetteer that also knows ``places``: level, name, and province with its level
        word or empty."""
        own = []
        for level, name, province in places:
            known = next(
                (one for one in self.named(name) if one.level == level and one.existed(None)), None
            )
            bare = province.removeprefix("thành phố ").removeprefix("tỉnh ")
            if known is None or (bare and not same_name(known.province, bare)):
                own.append(KnownPlace(level, name, bare, _BEGINNING, None))
        return Gazetteer(self.provinces, own)

    @cached_property
    def _now(self) -> list[str]:
        return read_table(FOLDER / "places.tsv")

    @cached_property
    def _former(self) -> list[str]:
        return read_table(FOLDER / "former-places.tsv")

    @cached_property
    def _provinces_by_key(self) -> dict[str, tuple[Province, str]]:
        """Each province, of today or merged, by its plain key, with the name that it has there."""
        found = {}
        for province in self.provinces:
            for name in (*province.merged, province.was, province.name):
                found[plain_key(name)] = (province, name)
        return found

    def province(self, name: str) -> Province | None:
        """Return the province of today that bears ``name``, or that took in the one that did."""
        found = self._provinces_by_key.get(plain_key(name)) if name else None
        return found[0] if found and same_name(found[1], name) else None

    def alike(self, name: str) -> list[KnownPlace]:
        """Return all places whose names differ from ``name`` in their diacritics at most: today's
        before former ones."""
        key = plain_key(name)
        found = [place for place in self.own if plain_key(place.name) == key]
        found += self._provinces_alike(key)
        found += map(_place, rows_of(self._now, key))
        found += map(_former_place, rows_of(self._former, key))
        return found

    def named(self, name: str) -> list[KnownPlace]:
        """Return all places of this name, whatever their level: today's before former ones."""
        return [place for place in self.alike(name) if same_name(place.name, name)]

    def knows(self, level: str, name: str) -> bool:
        """Tell whether a place of this tier has, or had, a name like this."""
        asked = (tier(level), plain_key(name))
        if asked not in self._known:
            self._known[asked] = any(tier(one.level) == asked[0] for one in self.alike(name))
        return self._known[asked]

    def shown(self, place: KnownPlace) -> str:
        """Return a place in full, as it was in its time: "phường Nhị Chiểu, thành phố Hải Phòng",
        "xã An Sinh, thành phố Đông Triều, tỉnh Quảng Ninh"."""
        level = place.level.capitalize() if place.name[0].isdigit() else place.level
        parts = [f"{level} {place.name}", *filter(None, [place.district])]
        was_district = place.level == "thành phố" and place.until == REFORM
        if was_district or tier(place.level) != "province":
            # a former place lies in the province of its last day
            day = place.until - datetime.timedelta(days=1) if place.until else None
            for known in self._provinces_alike(plain_key(place.province)):
                if known.existed(day):
                    parts.append(f"{known.level} {known.name}")
        return ", ".join(parts)

    def predecessors(self, place: KnownPlace) -> list[KnownPlace]:
        """Return the former communes, or provinces, of which one of today was made."""
        if place.until is not None:
            return []
        full = f"{place.level} {place.name}"
        if tier(place.level) == "province":
            province = self.province(place.name)
            merged = province.merged if province else ()
            return [one for name in merged for one in self.named(name) if one.until == REFORM]
        names = {full, f"xã {place.name}"}  # a phường of 2026 was a xã when it was made
        found = []
        for row in self._former:
            if any(name in row for name in names):
                former = _former_place(row)
                home = self.province(former.province)
                if names & set(former.successors) and home and home.name == place.province:
                    found.append(former)
        return found

    def all(self) -> Iterator[KnownPlace]:
        """Yield every commune of today and every former commune and district."""
        yield from map(_place, self._now)
        yield from map(_former_place, self._former)

    def _provinces_alike(self, key: str) -> Iterator[KnownPlace]:
        if key not in self._provinces_by_key:
            return
        province, name = self._provinces_by_key[key]
        since = province.city_since
        if name != province.name:
            until = since if name == province.was else REFORM
            yield KnownPlace("tỉnh", name, name, _BEGINNING, until, "", (province.shown(),))
            return
        if since != _BEGINNING and not province.was:
            yield KnownPlace("tỉnh", name, name, _BEGINNING, since)
        if since is not None:
            yield KnownPlace("thành phố", name, name, since, None)


def tier(level: str) -> str:
    """Return ``commune``, ``district`` or ``province`` for a level word."""
    if level in COMMUNE:
        return "commune"
    return "district" if level in DISTRICT else "province"


def same_name(one: str, other: str) -> bool:
    """Compare names of places regardless of case, spaces, the place of the tone mark and i for y;
    a name typed without diacritics is like any that it may stand for."""
    if one.isascii() or other.isascii():
        return plain_key(one) == plain_key(other)
    return name_key(one) == name_key(other)


def like_names(one: str, other: str) -> bool:
    """Tell whether two names differ in their diacritics at most."""
    return plain_key(one) == plain_key(other)


def name_key(name: str) -> str:
    """Return what identifies a name of a place: its syllables without case, tone marks last."""
    return "".join(syllable(word) for word in _WORD.findall(name)).replace("y", "i")


def place_key(level: str, name: str) -> str:
    """Return what identifies a place by its level and name, the level first, without its marks
    ("phuong …"); empty where both are."""
    return f"{fold(level).lower()} {name_key(name)}".strip()


def plain_key(name: str) -> str:
    """Return the letters and figures of a name without diacritics, case and blanks, i for y."""
    return "".join(_WORD.findall(fold(name).lower())).replace("y", "i")


def _place(row: str) -> KnownPlace:
    _, level, name, province, since, until, *_ = (row + "\t\t").split("\t")
    return KnownPlace(
        level,
        name,
        province,
        datetime.date.fromisoformat(since) if since else REFORM,
        datetime.date.fromisoformat(until) if until else None,
    )


def _former_place(row: str) -> KnownPlace:
    _, level, name, province, district, successors, *_ = (row + "\t\t").split("\t")
    became = tuple(successors.split("; ")) if successors else ()
    return KnownPlace(level, name, province, _BEGINNING, REFORM, district, became)
