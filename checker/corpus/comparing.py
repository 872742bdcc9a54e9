"""Documents compared by rules: a fact becomes a finding."""

from __future__ import annotations

import contextlib
import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from checker.corpus.finding import At, CorpusFact, CorpusFinding, Related
from checker.corpus.records import DocumentRecord, Spot, SuppressionRecord
from checker.corpus.store import Corpus
from checker.registers.issuers import Issuers
from checker.registers.known_documents import KnownDocuments
from checker.registers.places import Gazetteer
from checker.registers.unit_names import UnitNames
from checker.rule import PARTY_CHANGE, Rule
from checker.rule_names import RuleNames, UnknownRule


@dataclass(frozen=True)
class Surroundings:
    """What a comparison may use besides the corpus: registers, the names of offices that should
    have a plan (``expected``, "phường Nhị Chiểu" or as their plans name them), and the last day on
    which a plan may be issued (``due``)."""

    issuers: Issuers
    documents: KnownDocuments
    unit_names: UnitNames
    gazetteer: Gazetteer
    expected: tuple[str, ...] = ()
    due: datetime.date | None = None


@dataclass(frozen=True)
class Comparison:
    """How findings are told: in ``lang``, at the stage and with the levels that hold for a path
    (empty for what concerns no document); ``levels`` are those that a soat.yml gives instead of a
    rule's own (``off`` tells nothing)."""

    lang: str = "vi"
    stage: Callable[[str], str] = field(default=lambda _path: "issued")
    levels: Callable[[str], Mapping[str, str]] = field(default=lambda _path: {})

    def findings(
        self, corpus: Corpus, rules: Iterable[Rule], surroundings: Surroundings
    ) -> Iterator[CorpusFinding]:
        """Yield what the rules that compare documents find, in the order of documents, places and
        rules; what concerns no document that is there comes last. What is suppressed in the
        document tells why."""
        known = tuple(rules)
        told = [
            finding
            for rule in known
            if rule.compares
            for fact in rule.check.compare(corpus, surroundings)
            for finding in self._told(rule, fact, corpus)
        ]
        suppressed = _Suppressed(corpus, RuleNames(known))
        yield from (replace(one, reason=suppressed.reason(one)) for one in sorted(told, key=_order))

    def _told(self, rule: Rule, fact: CorpusFact, corpus: Corpus) -> Iterator[CorpusFinding]:
        doc, spot = fact.at
        about = corpus.documents[doc] if doc >= 0 else DocumentRecord("")
        stage = self.stage(about.path)
        level = self.levels(about.path).get(rule.id, rule.level(stage))
        if level == "off" or stage not in rule.common.stages or not _is_for(rule, about):
            return
        suggestion = fact.suggestions[0] if fact.suggestions else ""
        words = {"text": spot.words, "suggestion": suggestion, "times": "1", **fact.values}
        yield CorpusFinding(
            rule=rule.id,
            level=level,
            message=rule.common.message[self.lang].format(**words),
            doc=doc,
            path=about.path,
            spot=spot,
            suggestions=fact.suggestions,
            basis=_basis(rule, about),
            related=tuple(_related(one, corpus) for one in fact.related),
        )


class _Suppressed:
    """What the documents of a corpus themselves say is not to be told."""

    def __init__(self, corpus: Corpus, names: RuleNames) -> None:
        self._names = names
        self._by_document: dict[int, list[SuppressionRecord]] = defaultdict(list)
        for doc, one in corpus.rows(SuppressionRecord):
            self._by_document[doc].append(one)

    def reason(self, finding: CorpusFinding) -> str:
        """Return why a finding is suppressed, empty where it is not."""
        for one in self._by_document.get(finding.doc, ()):
            if self._names_rule(one, finding.rule) and (one.whole or _holds(one, finding.spot)):
                return one.reason
        return ""

    def _names_rule(self, one: SuppressionRecord, rule: str) -> bool:
        for name in one.rules:
            with contextlib.suppress(UnknownRule):
                if rule in self._names.ids(name.lower()):
                    return True
        return False


def _holds(one: Spot, spot: Spot) -> bool:
    """Whether what is told stands where a suppression holds."""
    start, end = (spot.line, spot.column), (spot.end_line, spot.end_column)
    first, last = (one.line, one.column), (one.end_line, one.end_column)
    return first <= start <= last if start == end else first < end and start < last


def _related(at: At, corpus: Corpus) -> Related:
    return Related(corpus.documents[at.doc].path, at.spot)


def _is_for(rule: Rule, about: DocumentRecord) -> bool:
    """Whether a rule is for a document of this regime, type and date."""
    common = rule.common
    if not about.path:
        return True
    if common.regimes and about.regime not in common.regimes:
        return False
    if common.types and about.type not in common.types and "named" not in common.types:
        return False
    if not about.day:
        return common.until is None
    day = datetime.date.fromisoformat(about.day)
    return (common.since is None or common.since <= day) and (
        common.until is None or day < common.until
    )


def _basis(rule: Rule, about: DocumentRecord) -> str:
    basis = rule.common.basis
    if isinstance(basis, str):
        return basis
    if about.regime != "party":
        return basis.get("state", "")
    old = bool(about.day) and about.day < PARTY_CHANGE.isoformat()
    return basis.get("party-2018" if old else "party", basis.get("party", ""))


def _order(one: CorpusFinding) -> tuple[object, ...]:
    spot = one.spot
    return (one.doc < 0, one.doc, spot.line, spot.column, one.rule, one.message)
