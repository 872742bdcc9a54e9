"""What the suppressions of a document leave out of what is found in it, and which leave out
nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from checker.document import Document
from checker.finding import Fact
from checker.rule_names import RuleNames, UnknownRule
from checker.ruleset import Rule
from checker.suppressing.places import Span, Suppression, find_suppressions

KEPT = "suppressor"  # its name in the context
NONE: frozenset[str] = frozenset()
_MOST_UNKNOWN = 50


class Silenced(NamedTuple):
    """A fact left out, and why."""

    rule: Rule
    fact: Fact
    reason: str


class _Named(NamedTuple):
    """A suppression by one of the names in it."""

    suppression: Suppression
    name: str


class Suppressor:
    """The suppressions of one document, asked by rule and place.

    ``names`` tells what rules a name stands for. ``silenced`` is what has been left out;
    ``mistakes`` are suppressions that are not written as they should be.
    """

    def __init__(self, document: Document, names: RuleNames) -> None:
        self.suppressions, self.mistakes = find_suppressions(document)
        self.silenced: list[Silenced] = []
        self._document = document
        self._meant = _Meant(names)
        self._ran: set[str] = set()
        self._used: set[tuple[Span, str]] = set()
        self._in_file: dict[str, _Named] = {}  # by name, as the next
        self._placed: dict[str, _Placed] = {}
        self._names: dict[str, list[str]] = {}  # of each rule those by which it is suppressed
        self._sort()

    def kept(self, rule: Rule, facts: list[Fact]) -> list[Fact]:
        """Return what of the facts that a rule found is not suppressed, and note that the rule ran;
        to be asked before facts are merged. What is told of suppressions themselves only a
        suppression for the file leaves out that names the very rule."""
        if not self.suppressions:
            return facts
        own = tells_of_suppressions(rule)
        if not own and (rule.group != "layout" or self._document.source.layout):
            self._ran.add(rule.id)
        kept: list[Fact] = []
        for fact in facts:
            reason = self._reason_for_file(rule.id) if own else self._reason_of(rule.id, fact)
            if reason is None:
                kept.append(fact)
            else:
                self.silenced.append(Silenced(rule, fact, reason))
        return kept

    def _reason_of(self, rule_id: str, fact: Fact) -> str | None:
        """Why a fact is left out. What is missing may stand far below the words that miss it: the
        first line of its division, where a writer looks for it, counts too."""
        document = self._document
        reason = self.reason(rule_id, *document.view.raw_span(fact.start, fact.end))
        section = document.section_at(fact.start) if fact.start == fact.end else None
        if reason is not None or section is None:
            return reason
        line = document.line_at(section.start)
        return self.reason(rule_id, *document.view.raw_span(line.start, line.end))

    def reason(self, rule_id: str, start: int, end: int) -> str | None:
        """Return why a finding at ``start`` … ``end``, offsets in ``Source.raw``, is left out, or
        None when it is not; the suppression counts as used."""
        names = self._names.get(rule_id, ())
        found = [self._placed[name].at(start, end) for name in names if name in self._placed]
        nearest = max((one for one in found if one), key=_begin, default=None)
        in_file = (self._in_file[name] for name in names if name in self._in_file)
        named = nearest or next(in_file, None)
        if named is None:
            return None
        self._used.add((named.suppression.place, named.name))
        return named.suppression.reason

    def unreasoned(self) -> Iterator[tuple[Span, tuple[str, ...]]]:
        """Yield the place of each suppression that tells no reason, with its names."""
        told: dict[Span, tuple[str, ...]] = {}
        for one in self.suppressions:
            if not one.reason:
                told[one.place] = (*told.get(one.place, ()), *one.rules)
        yield from told.items()

    def unknown(self) -> Iterator[tuple[Span, tuple[str, ...], tuple[str, ...]]]:
        """Yield the place of each suppression that names rules that there are not, with these names
        and the nearest that there are."""
        told: dict[Span, tuple[str, ...]] = {}
        for one in self.suppressions:
            for name in one.rules:
                if not self._meant.ids(name):
                    told[one.place] = (*told.get(one.place, ()), name)
        for place, names in told.items():
            near = dict.fromkeys(self._meant.near(name) for name in names)
            yield place, names, tuple(name for name in near if name)

    def unused(self) -> Iterator[tuple[Span, tuple[str, ...]]]:
        """Yield the place of each suppression with those of its names by which it left out nothing,
        though such rules ran; to be asked when all other rules have run."""
        told: dict[Span, tuple[str, ...]] = {}
        for one in self.suppressions:
            if not one.reason or self._in_bad_text(one):
                continue
            for name in one.rules:
                if (one.place, name) not in self._used and self._meant.ids(name) & self._ran:
                    told[one.place] = (*told.get(one.place, ()), name)
        yield from told.items()

    def _sort(self) -> None:
        placed: dict[str, list[_Named]] = {}
        for one in self.suppressions:
            for name in one.rules if one.reason else ():
                if one.scope == "file":
                    self._in_file.setdefault(name.lower(), _Named(one, name))
                else:
                    placed.setdefault(name.lower(), []).append(_Named(one, name))
        self._placed = {name: _Placed(named) for name, named in placed.items()}
        for name in sorted(self._placed.keys() | self._in_file.keys()):
            for rule_id in self._meant.ids(name):
                self._names.setdefault(rule_id, []).append(name)

    def _reason_for_file(self, rule_id: str) -> str | None:
        named = self._in_file.get(rule_id)
        return named.suppression.reason if named else None

    def _in_bad_text(self, one: Suppression) -> bool:
        """Whether it is for words that cannot be read, where most rules find nothing."""
        if one.scope == "file":
            return False
        view = self._document.view
        stretches = (view.raw_span(*span) for span in self._document.illegible)
        return any(start < one.end and one.start < end for start, end in stretches)


def _begin(named: _Named) -> int:
    return named.suppression.around[0]


class _Meant:
    """What names, however their letters' case, stand for; each is looked up once, and when many
    have been in vain no more are: to find the nearest takes long."""

    def __init__(self, names: RuleNames) -> None:
        self._names = names
        self._ids: dict[str, frozenset[str]] = {}
        self._near: dict[str, str] = {}

    def ids(self, name: str) -> frozenset[str]:
        """Return the ids of the rules meant, none for an unknown name."""
        name = name.lower()
        if name not in self._ids:
            self._ids[name] = self._look_up(name) if len(self._near) < _MOST_UNKNOWN else NONE
        return self._ids[name]

    def near(self, name: str) -> str:
        """Return the name that an unknown one is most like, ``""`` when it is like none."""
        return self._near.get(name.lower(), "")

    def _look_up(self, name: str) -> frozenset[str]:
        try:
            return self._names.ids(name)
        except UnknownRule as error:
            self._near[name] = "".join(error.near[:1])
            return NONE


class _Placed:
    """Suppressions by one name that are not for the whole file, asked by place: of several that
    hold there the one that begins last."""

    def __init__(self, named: Sequence[_Named]) -> None:
        self._named = sorted(named, key=lambda one: one.suppression.around)
        self._starts = [one.suppression.around[0] for one in self._named]
        self._furthest: list[int] = []  # the end of those up to each
        end = 0
        for one in self._named:
            end = max(end, one.suppression.around[1])
            self._furthest.append(end)

    def at(self, start: int, end: int) -> _Named | None:
        index = bisect_right(self._starts, end) - 1
        while index >= 0 and self._furthest[index] >= start:
            if _holds(self._named[index].suppression, start, end):
                return self._named[index]
            index -= 1
        return None


def _holds(one: Suppression, start: int, end: int) -> bool:
    if start == end:
        return one.around[0] <= start <= one.around[1]
    return start < one.end and one.start < end


def tells_of_suppressions(rule: Rule) -> bool:
    """Tell whether a rule is about suppressions themselves."""
    return rule.common.check == "suppression"


def in_order(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules in the order in which they must run: those about suppressions when it is known
    what has been suppressed."""
    return sorted(rules, key=tells_of_suppressions)
