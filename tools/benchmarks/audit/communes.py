"""Made communes: real names of the register, with people and units that are made up."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from checker.parsing import Grammar
from checker.registers.places import COMMUNE, Gazetteer, KnownPlace
from checker.text.folding import fold

_DAY = datetime.date(2026, 2, 1)
_POSTS = 3  # the chairman and two deputies
_HAMLETS = {"phường": "tổ dân phố", "xã": "thôn", "đặc khu": "khu dân cư"}


def wording() -> dict[str, Any]:
    """Return the words that plans are made of."""
    told: dict[str, Any] = yaml.safe_load(
        (Path(__file__).parent / "wording.yml").read_text(encoding="utf-8")
    )
    return told


@dataclass(frozen=True)
class Commune:
    """``people`` are the chairman and the deputies; ``centre`` and ``economy`` names of units
    without level word; ``supports`` the usual partners."""

    level: str
    name: str
    province: str
    people: tuple[str, ...]
    centre: str
    economy: str
    hamlet: str

    @property
    def slug(self) -> str:
        """The place as a part of a file name: "phuong-nhi-chieu"."""
        return "-".join(fold(f"{self.level} {self.name}").lower().replace("-", " ").split())

    @property
    def shift(self) -> int:
        """What is added to the numbers of the province's documents, 0 for Hải Phòng."""
        return 0 if "Hải Phòng" in self.province else 1 + sum(map(ord, self.province)) % 300

    @property
    def tokens(self) -> dict[str, str]:
        """What stands for each token in a text of this commune."""
        return {
            "level": self.level,
            "LEVEL": self.level.upper(),
            "name": self.name,
            "NAME": self.name.upper(),
            "province": self.province,
            "PROVINCE": self.province.upper(),
            "centre": f"{self.centre} {self.level}",
            "economy": f"{self.economy} {self.level}",
            "culture": f"Phòng Văn hóa - Xã hội {self.level}",
            "office": f"Văn phòng HĐND và UBND {self.level}",
            "police": f"Công an {self.level}",
            "hamlet": self.hamlet,
            "vice": self.people[2],
        }


def gazetteer() -> Gazetteer:
    return Grammar.load().gazetteer


def places(known: Gazetteer, province: str = "") -> list[KnownPlace]:
    """Return the communes of today, of one province ("Hải Phòng") or of all."""
    found = (one for one in known.all() if one.existed(_DAY) and one.level in COMMUNE)
    kept = [one for one in found if province in ("", one.province)]
    return sorted(kept, key=lambda one: (one.province, one.name, one.level))


def make_communes(
    known: Gazetteer,
    chosen: Sequence[KnownPlace],
    words: dict[str, Any],
    rng: random.Random,
) -> list[Commune]:
    """Give each place its people and units; no two have a person in common as long as the words
    suffice."""
    provinces = {one.name: one.shown(_DAY) for one in known.provinces}
    people = _people(words, rng)
    return [
        Commune(
            place.level,
            place.name,
            provinces[place.province],
            tuple(next(people) for _ in range(_POSTS)),
            rng.choice(words["centres"]),
            rng.choice(words["economies"][place.level]),
            _HAMLETS[place.level],
        )
        for place in chosen
    ]


def _people(words: dict[str, Any], rng: random.Random) -> Iterator[str]:
    names = [
        f"{surname} {middle} {given}"
        for surname in words["surnames"]
        for middle in words["middles"]
        for given in words["given"]
    ]
    while True:
        rng.shuffle(names)
        yield from names
