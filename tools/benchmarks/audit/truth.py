"""What was planted, and how much of it an audit finds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.corpus.finding import CorpusFinding


@dataclass(frozen=True)
class Plant:
    """A conflict that was put into a set: ``rule`` must tell of one of the ``files`` (names; of an
    office without a plan its name), ``words`` stand where it tells, or in the message. ``follows``
    are rules that may tell of the same because of it."""

    rule: str
    files: tuple[str, ...]
    words: str = ""
    follows: tuple[str, ...] = ()


@dataclass
class Truth:
    """What is known of a made set. ``superiors`` are the files of the plans above, ``expected`` the
    offices that should have a plan."""

    plants: list[Plant] = field(default_factory=list)
    superiors: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()


class Measured(NamedTuple):
    """How a rule did: of ``planted`` conflicts ``found``, of ``told`` findings ``right``."""

    planted: int
    found: int
    told: int
    right: int

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.told if self.told else 1.0


class Measurement(NamedTuple):
    """``by_rule`` and what was wrong: plants not found, findings of what was not planted."""

    by_rule: dict[str, Measured]
    missed: tuple[Plant, ...]
    false: tuple[CorpusFinding, ...]


def measure(truth: Truth, findings: Sequence[CorpusFinding]) -> Measurement:
    """Compare what was found with what was planted, by rule."""
    found = {plant for plant in truth.plants if any(_tells(one, plant) for one in findings)}
    near = _by_file(truth.plants)
    false = tuple(one for one in findings if not _is_planted(one, near))
    told, wrong = Counter(one.rule for one in findings), Counter(one.rule for one in false)
    planted, hit = Counter(one.rule for one in truth.plants), Counter(one.rule for one in found)
    by_rule = {
        rule: Measured(planted[rule], hit[rule], told[rule], told[rule] - wrong[rule])
        for rule in sorted(planted.keys() | told.keys())
    }
    missed = tuple(plant for plant in truth.plants if plant not in found)
    return Measurement(by_rule, missed, false)


def _by_file(plants: Iterable[Plant]) -> dict[str, list[Plant]]:
    found: dict[str, list[Plant]] = {}
    for plant in plants:
        for file in plant.files:
            found.setdefault(file, []).append(plant)
    return found


def _file(finding: CorpusFinding) -> str:
    return finding.path.rpartition("/")[2] if finding.path else finding.spot.words


def _tells(finding: CorpusFinding, plant: Plant) -> bool:
    return finding.rule == plant.rule and _is_there(finding, plant)


def _is_there(finding: CorpusFinding, plant: Plant) -> bool:
    if _file(finding) not in plant.files:
        return False
    told = (finding.spot.words, finding.message, *(one.spot.words for one in finding.related))
    return any(plant.words.lower() in words.lower() for words in told)


def _is_planted(finding: CorpusFinding, near: dict[str, list[Plant]]) -> bool:
    return any(
        finding.rule in (plant.rule, *plant.follows) and _is_there(finding, plant)
        for plant in near.get(_file(finding), ())
    )
