"""One document through the house: read, parse, check, stamp."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker import data
from checker.context import Context, Gate, Registers
from checker.data import cache_folder
from checker.document import Document
from checker.file_report import FileReport, Skipped, about, parts_of
from checker.finding import LEVELS, Fact, Finding
from checker.fingerprint import with_fingerprints
from checker.office import Office
from checker.parsing import Grammar, parse
from checker.reading import Source
from checker.registers.doubled_words import DoubledWords
from checker.registers.known_documents import KnownDocuments
from checker.rule_names import RuleNames
from checker.ruleset import Rule, load_rules
from checker.spelling.speller import Speller
from checker.stamp import Stamp
from checker.suppressing import Suppressor
from checker.suppressing.suppressor import KEPT, in_order, tells_of_suppressions


class Linter:
    """Holds what is loaded once and used for every document."""

    def __init__(
        self,
        rules: Sequence[Rule],
        grammar: Grammar,
        speller: Speller,
        documents: KnownDocuments,
        lang: str = "vi",
        *,
        guesses: bool = False,
        names: RuleNames | None = None,
    ) -> None:
        self.guesses = guesses
        self.rules = tuple(in_order(rule for rule in rules if not rule.compares))
        self.names = names or RuleNames(rules)
        self.grammar = grammar
        self.lang = lang
        self.registers = Registers(
            grammar.types,
            grammar.acronyms,
            grammar.unit_names,
            DoubledWords(),
            grammar.gazetteer,
            grammar.office.people,
            speller,
            grammar.issuers,
            documents,
            grammar.office.superior,
        )
        self.gate = Gate(
            trigger for rule in rules for trigger in getattr(rule.check, "triggers", ())
        )

    @staticmethod
    def load(
        lang: str = "vi", *, guesses: bool = False, rules: Sequence[Rule] | None = None
    ) -> Linter:
        """Load the grammar and registers with the shipped rules, or ``rules``; ``guesses`` asks for
        rules with weak evidence too."""
        cache = cache_folder()
        return Linter(
            load_rules(data.folder("rules"), cache) if rules is None else rules,
            Grammar.load(cache),
            Speller.load(cache),
            KnownDocuments.load(cache),
            lang,
            guesses=guesses,
        )

    def with_rules(self, rules: Sequence[Rule], names: RuleNames, *, guesses: bool) -> Linter:
        """Return a linter that asks ``rules``, those with weak evidence only for ``guesses``;
        ``names`` are also those of rules that are off."""
        registers = self.registers
        return Linter(
            rules,
            self.grammar,
            registers.speller,
            registers.documents,
            self.lang,
            guesses=guesses,
            names=names,
        )

    def with_office(self, office: Office) -> Linter:
        """Return a linter that also knows what an office tells of itself."""
        grammar = self.grammar.with_office(office)
        speller = self.registers.speller.with_office(office)
        documents = self.registers.documents.with_own(office.documents)
        return Linter(
            self.rules,
            grammar,
            speller,
            documents,
            self.lang,
            guesses=self.guesses,
            names=self.names,
        )

    def check(self, source: Source, stage: str) -> FileReport:
        """Check a source at ``stage`` (draft or issued)."""
        return self.check_parsed(parse(source, self.grammar), stage)

    def check_parsed(self, document: Document, stage: str) -> FileReport:
        """Check a document that this linter's grammar has parsed."""
        stamp = Stamp(document, stage, self.lang)
        suppressor = Suppressor(document, self.names)
        told = _once_each(
            stamp(rule, fact)
            for rule, facts in self.found(document, stage, suppressor)
            for fact in (_at_once(facts) if rule.common.once else facts)
        )
        silenced = (
            replace(stamp(one.rule, one.fact), reason=one.reason) for one in suppressor.silenced
        )
        found = tuple(with_fingerprints(sorted((*told, *silenced), key=_order)))
        return FileReport(
            document.source.path,
            stage,
            about(document),
            tuple(one for one in found if not one.reason),
            tuple(one for one in found if one.reason),
            skipped=tuple(self._skipped(document)),
            document=document,
        )

    def found(
        self, document: Document, stage: str, suppressor: Suppressor | None = None
    ) -> Iterator[tuple[Rule, list[Fact]]]:
        """Yield each rule that runs on the document at ``stage`` with all that it finds; what is
        suppressed is left out and kept by ``suppressor``."""
        suppressor = suppressor or Suppressor(document, self.names)
        context = Context(self.registers, self.gate.hits(document), {KEPT: suppressor})
        for rule in self.rules:
            guessing = rule.common.guess and not self.guesses
            if _can_run(rule, document) and not guessing and rule.applies(document, stage):
                yield rule, suppressor.kept(rule, _facts(rule, document, context))

    def facts(self, rule: Rule, document: Document) -> list[Fact]:
        """Run one rule on a document of its types, whatever its regime, stage and date."""
        if not rule.fits_type(document):
            return []
        if tells_of_suppressions(rule):
            found = self.found(document, "draft")
            return [fact for one, facts in found if one.id == rule.id for fact in facts]
        context = Context(self.registers, self.gate.hits(document))
        facts = _facts(rule, document, context)
        return _at_once(facts) if rule.common.once else facts

    def _skipped(self, document: Document) -> Iterator[Skipped]:
        source = document.source
        if source.scan:
            yield Skipped(_groups(rule for rule in self.rules if not rule.common.scan), "scan")
            return
        if source.unread:
            yield Skipped(_groups(self.rules), "scanned-pages", pages=parts_of(source.unread))
        if source.layout is None and source.format != "text":
            yield Skipped(("layout",), source.note or "no-layout")
        if not document.legible:
            yield Skipped(self._needing_good_text(), "illegible")
            return
        if document.illegible:
            lines = tuple(document.raw_lines(*span) for span in document.illegible)
            yield Skipped(self._needing_good_text(), "illegible-part", lines)
        if document.regime == "unknown":
            yield Skipped(_groups(r for r in self.rules if r.common.regimes), "unknown-regime")

    def _needing_good_text(self) -> tuple[str, ...]:
        return _groups(rule for rule in self.rules if not rule.common.illegible)


def _can_run(rule: Rule, document: Document) -> bool:
    if document.source.scan:
        return rule.common.scan
    return document.legible or rule.common.illegible


def _facts(rule: Rule, document: Document, context: Context) -> list[Fact]:
    """What a rule finds, but for what a rule that needs good text finds in bad."""
    facts = list(rule.check.facts(document, context))
    if document.illegible and not rule.common.illegible:
        return [fact for fact in facts if not _is_in_bad_text(fact, document)]
    return facts


def _at_once(facts: Sequence[Fact]) -> list[Fact]:
    """Make one fact of all, told at the first place, that names the others as related."""
    if not facts:
        return []
    first, *others = sorted(facts, key=lambda fact: fact.start)
    related = (*first.related, *((fact.start, fact.end) for fact in others))
    values = {**first.values, "times": str(len(facts))}
    return [replace(first, related=related, values=values)]


def _once_each(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in order; of those that ask for the same change of the same words only the
    gravest is kept."""
    kept: dict[object, Finding] = {}
    for finding in sorted(findings, key=lambda one: (-LEVELS.index(one.level), one.rule)):
        change = (finding.place, finding.start, finding.end, finding.suggestions[:1])
        kept.setdefault(change if finding.suggestions else (change, finding.rule), finding)
    return sorted(kept.values(), key=_order)


def _order(one: Finding) -> tuple[int, int, str]:
    return one.start, one.end, one.rule


def _is_in_bad_text(fact: Fact, document: Document) -> bool:
    """Whether the words lie in a stretch that cannot be read; what is missing is missing."""
    return fact.start < fact.end and any(
        start < fact.end and fact.start < end and not (fact.start < start and end < fact.end)
        for start, end in document.illegible
    )


def _groups(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(sorted({rule.group for rule in rules}))
