"""The figures of an audit, and what a report says of all documents and of each alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.corpus.auditing.audit import Audit
from checker.corpus.copies.pairs import find_clusters
from checker.corpus.finding import CorpusFinding
from checker.phrases import say
from checker.phrases.audit_docx import word
from checker.reporting.audit.docx_blocks import Block, Item, Table, Text
from checker.reporting.audit.docx_naming import (
    Names,
    count_of,
    decimal,
    figure,
    joined,
    lowered,
    share,
)
from checker.rule import GROUPS

_WEAKEST = 20
_MOST_GROUPS, _MOST_RULES = 8, 3
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_COUNTED = ("error", "warning")


_TOLD = (
    "FROM findings WHERE severity IN ('error', 'warning')"
    " AND doc IN (SELECT doc FROM documents WHERE role = 'plan')"
)


@dataclass(frozen=True)
class RuleCount:
    """How often a rule was broken, in how many documents, and how often as an error."""

    rule: str
    times: int
    documents: int
    errors: int


class Results:
    """The figures of an audit and the items that tell them."""

    def __init__(self, audit: Audit) -> None:
        self.audit, self.names = audit, Names(audit)
        corpus = audit.corpus
        self.read = [doc for doc, one in corpus.plans if one.legible]
        self.clusters = find_clusters(corpus)
        self.errors = {doc: self._level(doc, "error") for doc in self.read}
        self.warnings = {doc: self._level(doc, "warning") for doc in self.read}
        self.weakest = sorted(
            self.read, key=lambda doc: (-self.errors[doc], -self.warnings[doc], doc)
        )
        self.faulty = [doc for doc in self.weakest if self.errors[doc]]
        self.across = self._across()

    def items(self) -> Iterator[Block]:
        """Yield the items on all documents, and on the faults of each alone."""
        yield from self._overall()
        yield from self._alone()

    def _level(self, doc: int, level: str) -> int:
        counts = self.audit.counts[doc]
        return sum(number for (_, one), number in counts.items() if one == level)

    def _across(self) -> list[RuleCount]:
        """The rules between documents that were broken, the most frequent first."""
        found: defaultdict[str, list[CorpusFinding]] = defaultdict(list)
        for finding in self.audit.findings:
            if finding.level in _COUNTED and not finding.reason:
                found[finding.rule].append(finding)
        counted = [
            RuleCount(
                rule,
                len(findings),
                len({one.doc for one in findings}),
                sum(one.level == "error" for one in findings),
            )
            for rule, findings in found.items()
        ]
        return sorted(counted, key=lambda one: (-one.times, one.rule))

    def title(self, rule: str) -> str:
        """Return the title of a rule."""
        return self.audit.rules[rule].common.title["vi"]

    def _overall(self) -> Iterator[Block]:
        yield Item(word("overall"))
        if not self.read:
            yield Text(word("overall-none"))
            return
        read, faulty = len(self.read), len(self.faulty)
        errors, warnings = sum(self.errors.values()), sum(self.warnings.values())
        if not faulty:
            told = {"documents": count_of("documents", read), "warnings": figure(warnings)}
            yield Text(word("overall-clean", **told))
            return
        yield Text(
            word(
                "overall-counts" if faulty < read else "overall-faulty",
                documents=count_of("documents", read),
                clean=count_of("documents", read - faulty),
                clean_share=share(read - faulty, read),
                faulty=count_of("documents", faulty),
                faulty_share=share(faulty, read),
                errors=figure(errors),
                warnings=figure(warnings),
                mean=decimal(errors / read),
            )
        )
        yield Text(word("overall-table"))
        yield self._table()

    def _table(self) -> Table:
        rows = tuple(
            (
                str(number),
                self.names.of(doc),
                figure(self.errors[doc]),
                figure(self.warnings[doc]),
                self._mostly(doc),
            )
            for number, doc in enumerate(self.faulty[:_WEAKEST], 1)
        )
        columns = ("number", "document", "errors", "warnings", "mostly")
        head = tuple(word(f"column-{name}") for name in columns)
        return Table(word("caption"), head, rows, (12, 63, 15, 20, 50), left=(1, 4))

    def _mostly(self, doc: int) -> str:
        """The groups in which a document has most errors."""
        groups: Counter[str] = Counter()
        for (group, level), number in self.audit.counts[doc].items():
            if level == "error":
                groups[group] += number
        most = sorted(groups, key=lambda group: (-groups[group], GROUPS.index(group)))
        return joined(say(f"group-{group}", "vi") for group in most[:2])

    def _alone(self) -> Iterator[Block]:
        """The groups with most findings within documents, and their commonest rules."""
        found: defaultdict[str, list[RuleCount]] = defaultdict(list)
        for group, *counts in self.audit.corpus.query(
            f'SELECT "group", rule, count(*), count(DISTINCT doc),'
            f" count(*) FILTER (severity = 'error') {_TOLD} GROUP BY ALL"
            " ORDER BY 4 DESC, 3 DESC, rule"
        ):
            found[group].append(RuleCount(*counts))
        documents = dict(
            self.audit.corpus.query(
                f'SELECT "group", count(DISTINCT doc) {_TOLD} GROUP BY ALL ORDER BY 1'
            )
        )
        most = sorted(documents, key=lambda group: (-documents[group], GROUPS.index(group)))
        if most:
            yield Item(word("alone"))
        yield from lettered(
            word(
                "alone-group",
                group=say(f"group-{group}", "vi"),
                found=_errors_and_warnings(found[group]),
                documents=count_of("documents", documents[group]),
                rules=self.in_a_row(found[group][:_MOST_RULES]),
            )
            for group in most[:_MOST_GROUPS]
        )

    def in_a_row(self, rules: Iterable[RuleCount]) -> str:
        """Return rules with the number of documents in which each was broken."""
        return joined(
            word(
                "rule-in",
                title=lowered(self.title(one.rule)),
                documents=count_of("documents", one.documents),
            )
            for one in rules
        )


def lettered(lines: Iterable[str]) -> Iterator[Text]:
    """Yield paragraphs with the letters of points before them, one after another."""
    for letter, line in zip(_LETTERS, lines, strict=False):
        yield Text(f"{letter}) {line}")


def _errors_and_warnings(rules: Sequence[RuleCount]) -> str:
    errors = sum(one.errors for one in rules)
    warnings = sum(one.times for one in rules) - errors
    found = [("errors", errors), ("warnings", warnings)]
    told = [count_of(code, number) for code, number in found if number]
    return word("found", errors=told[0], warnings=told[1]) if len(told) > 1 else told[0]
