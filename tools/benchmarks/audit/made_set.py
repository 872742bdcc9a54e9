"""Sets of made plans, with what is planted in them."""

from __future__ import annotations

import datetime
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from checker.text.folding import fold
from tools.benchmarks.audit.communes import Commune, gazetteer, make_communes, places, wording
from tools.benchmarks.audit.plans import Above, Plan, write_plan
from tools.benchmarks.audit.planting import ALONE, LEFT, copy_of
from tools.benchmarks.audit.second_documents import (
    SECOND,
    Near,
    Setting,
    appendix,
    report,
    second_plan,
)
from tools.benchmarks.audit.superior import superior_text
from tools.benchmarks.audit.truth import Plant, Truth

HAI_PHONG = "Hải Phòng"
SUPERIOR = "29-KH-UBND-cap-tren.txt"
_FIRST_DAY = datetime.date(2026, 2, 3)
_ABOVE = (29, 41, 52)  # the numbers of the city's plans on the three matters
_LINKED = ("linked-deadline", "linked-task", "linked-figure", "")


class Share(NamedTuple):
    """How often: each kind of conflict ``times``; ``absent`` communes have no plan; ``clean``
    communes have further documents without a conflict."""

    times: int
    absent: int
    clean: int


def made_communes(folder: Path, seed: int) -> Truth:
    """Write plans of all 114 communes of Hải Phòng, with the city's plan that they carry out and
    each kind of conflict three times; return what was planted."""
    known = gazetteer()
    rng = random.Random(seed)
    words = wording()
    communes = make_communes(known, places(known, HAI_PHONG), words, rng)
    return _Maker(folder, words, rng).make(communes, Share(3, 4, 3))


def made_plans(folder: Path, number: int, seed: int) -> Truth:
    """Write about so many plans: of the communes of Hải Phòng, then of other provinces, then
    of made names where the communes do not suffice; each kind of conflict in one of 250."""
    known = gazetteer()
    rng = random.Random(seed)
    words = wording()
    chosen = places(known, HAI_PHONG)
    chosen += [one for one in places(known) if one.province != HAI_PHONG]
    communes = make_communes(known, chosen[:number], words, rng)
    maker = _Maker(folder, words, rng)
    truth = Truth()
    for turn, left in enumerate(range(number, 0, -len(communes))):
        some = [_moved(one, turn, words) for one in communes[:left]]
        share = Share(max(1, len(some) // 250), min(4, len(some) // 20), len(some) // 50)
        part = maker.make(some, share)
        truth.plants += part.plants
        if not turn:
            truth.superiors, truth.expected = part.superiors, part.expected
    return truth


def _moved(commune: Commune, turn: int, words: dict[str, Any]) -> Commune:
    """A commune of a name that does not exist, for sets larger than the country."""
    return replace(commune, name=f"{commune.name} {words['given'][turn]}") if turn else commune


@dataclass
class _Maker:
    """Makes sets into one folder."""

    folder: Path
    words: dict[str, Any]
    rng: random.Random
    plants: list[Plant] = field(default_factory=list)
    others: list[Plan] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    _slugs: Counter[str] = field(default_factory=Counter)

    def make(self, communes: Sequence[Commune], share: Share) -> Truth:
        self.plants, self.others, self.texts = [], [], []
        absent = set(self.rng.sample(range(len(communes)), share.absent))
        plans = [self._plan(one) for at, one in enumerate(communes) if at not in absent]
        free = [*plans]
        self.rng.shuffle(free)
        self._alone(free, share.times)
        originals = self._copies(free, share.times)
        self._beside(originals + free, share)
        names = [f"{one.level} {one.name}, {one.province}" for one in communes]
        missing = [Plant("corpus/no-plan", (names[at],)) for at in sorted(absent)]
        superiors = self._write([*plans, *self.others])
        return Truth([*self.plants, *missing], superiors, tuple(names))

    def _plan(self, commune: Commune) -> Plan:
        rng, topic = self.rng, self._topic(commune, 0)
        day = _FIRST_DAY + datetime.timedelta(days=rng.randint(0, 23))
        plan = Plan(commune, topic, rng.randint(11, 60), day, "", rng.choice((0, 1, 2)))
        place = f"{commune.slug}{self._mark(commune)}"
        # two places of a province may differ in their diacritics only
        alike = f"-{plan.number}" if self._slugs[place] else ""
        self._slugs[place] += 1
        plan.file = rng.choice((f"{plan.number}-KH-UBND-{place}", f"ke-hoach-{place}{alike}"))
        plan.file += ".txt"
        return write_plan(plan, self._above(commune, 0), self.words, rng)

    def _mark(self, commune: Commune) -> str:
        home = fold(commune.province).lower().replace(" ", "-")
        return "" if HAI_PHONG in commune.province else f"-{home}"

    def _above(self, commune: Commune, matter: int) -> Above:
        """The plan of a commune's province on a matter; each province has numbers of its own."""
        return Above(
            f"{_ABOVE[matter] + commune.shift}/KH-UBND",
            datetime.date(2026, 1, 29) + datetime.timedelta(days=matter),
            f"{self.words['topics'][matter]['lower']} <province> năm 2026",
        )

    def _topic(self, commune: Commune, matter: int) -> dict[str, Any]:
        """A matter with the documents that the commune's province issued on it."""
        topic: dict[str, Any] = self.words["topics"][matter]
        local = []
        for kind, number, *rest in topic["local"]:
            figure, _, code = number.partition("/")
            local.append([kind, f"{int(figure) + commune.shift}/{code}", *rest])
        return {**topic, "local": local}

    def _alone(self, free: list[Plan], times: int) -> None:
        for plant in ALONE:
            self._try(free, times, lambda plan, of=plant: of(plan, self.words, self.rng))

    def _try(self, free: list[Plan], times: int, plant: Callable[[Plan], Plant | None]) -> None:
        """Plant so often, each time in a plan that nothing was put into yet."""
        for plan in [*free]:
            if times and (found := plant(plan)):
                free.remove(plan)
                self.plants.append(found)
                times -= 1

    def _copies(self, free: list[Plan], times: int) -> list[Plan]:
        """Make copies, plain ones and with what was left of the original; return the originals."""
        originals = []
        for leave in (*LEFT, None):
            for _ in range(times):
                original, plan = self._pair(free, leave)
                self.plants += copy_of(original, plan, self.words, self.rng)
                if leave and (left := leave(original, plan)):
                    self.plants.append(left)
                originals.append(original)
        return originals

    def _pair(self, free: list[Plan], leave: Any) -> tuple[Plan, Plan]:
        """Take two plans, the older first, that differ in what is to be left."""
        for original in free:
            for plan in free:
                if _may_copy(original, plan) and _suit(original, plan, leave):
                    free.remove(original)
                    free.remove(plan)
                    return original, plan
        raise ValueError("too few plans")

    def _beside(self, free: list[Plan], share: Share) -> None:
        """Give communes further documents: a clean plan and one with a conflict; linked ones."""
        ready = iter(free)
        for conflict in (*SECOND, None):
            for _ in range(share.times if conflict else share.clean):
                plan = next(ready)
                clean = second_plan(plan, self._setting(plan.commune, 1))
                other = second_plan(clean, self._setting(plan.commune, 2))
                if conflict:
                    self.plants.append(conflict(clean, other, self.rng))
                self.others += [clean, other]
        for conflict in _LINKED:
            for _ in range(share.times if conflict else share.clean):
                self._linked(next(ready), conflict)

    def _setting(self, commune: Commune, matter: int) -> Setting:
        topic, above = self._topic(commune, matter), self._above(commune, matter)
        return Setting(self.words, topic, above, self.rng)

    def _linked(self, plan: Plan, conflict: str) -> None:
        made, near = [], Near(self.words, self.rng)
        if conflict != "linked-figure":
            made.append(appendix(plan, conflict, near))
        if conflict in ("", "linked-figure"):
            made.append(report(plan, conflict, near))
        for file, text, plant in made:
            self.texts.append((file, text))
            self.plants += [plant] if plant else []

    def _write(self, plans: Sequence[Plan]) -> tuple[str, ...]:
        self.folder.mkdir(parents=True, exist_ok=True)
        superiors = self._superiors(plans)
        for file, text in (*superiors, *((one.file, one.text) for one in plans), *self.texts):
            (self.folder / file).write_text(text, encoding="utf-8")
        return tuple(sorted(file for file, _ in superiors))

    def _superiors(self, plans: Sequence[Plan]) -> list[tuple[str, str]]:
        """The plans of the provinces that the communes carry out, by name of file."""
        made = {}
        for commune in (one.commune for one in plans):
            file = SUPERIOR if not commune.shift else f"cap-tren{self._mark(commune)}.txt"
            if file not in made:
                above = self._above(commune, 0)
                about = above.about.replace("<province>", commune.province)
                topic = self._topic(commune, 0)
                made[file] = superior_text(replace(above, about=about), topic, commune.province)
        return list(made.items())


def _may_copy(original: Plan, plan: Plan) -> bool:
    at_home = original.commune.province == plan.commune.province
    return at_home and original.day < plan.day


def _suit(original: Plan, plan: Plan, leave: Any) -> bool:
    """Whether what is left of an original would be seen in the copy."""
    name = leave.__name__ if leave else ""
    one, other = original.commune, plan.commune
    if name == "leave_unit":
        return one.centre != other.centre
    if name == "leave_number":
        return "attached" in original.spots and original.number != plan.number
    if name == "leave_level":
        return one.level != other.level
    return name != "leave_place" or one.level == other.level
