"""What an audit comes to: its plans with their counts, what is worst, what to look at first."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from checker.corpus.audit import Audit
from checker.corpus.coverage import MISSING, Coverage, find_coverage
from checker.corpus.expecting import Expected, find_expected
from checker.corpus.finding import CorpusFinding
from checker.corpus.pairs import Difference, Pair, differences, find_clusters, find_pairs
from checker.corpus.records import DocumentRecord
from checker.file_report import FileReport
from checker.finding import LEVELS
from checker.phrases import say
from checker.registers.places import tier
from checker.report_cache import decoded
from checker.rule import GROUPS

READ, UNREAD, ILLEGIBLE = "read", "unread", "illegible"
NO_PLAN, LATE, IN_TIME = "missing", "late", "present"
MOST_COMPARED = 300  # pairs whose sentences are shown
MOST_DIFFERENCES = 60  # sentences of a pair
LEVELS_DOWN = tuple(reversed(LEVELS))


@dataclass(frozen=True)
class Plan:
    """A document that was audited; ``counts`` of its findings by group and level."""

    doc: int
    record: DocumentRecord
    counts: Counter[tuple[str, str]] = field(repr=False)

    @property
    def state(self) -> str:
        """``read``, ``unread`` (no such file, or damaged) or ``illegible`` (no text to compare)."""
        if self.record.error:
            return UNREAD
        return READ if self.record.legible else ILLEGIBLE

    @property
    def office(self) -> str:
        """Who issued it, as short as it can be told: the path where it is not known."""
        record = self.record
        return record.office_name or record.locality or record.path

    @property
    def place(self) -> tuple[str, str]:
        """Its province and its place in it; that is empty for an office of the province."""
        record = self.record
        if tier(record.level) == "province":
            return record.locality, ""
        return record.province, record.locality

    def of_level(self, level: str) -> int:
        return sum(count for (_, other), count in self.counts.items() if other == level)

    def of_group(self, group: str) -> int:
        return sum(count for (other, _), count in self.counts.items() if other == group)

    @cached_property
    def weight(self) -> tuple[int, ...]:
        """Sorts the worst first: by errors, then by what should be mended, then by notes."""
        return tuple(-self.of_level(level) for level in LEVELS_DOWN)


class Told(NamedTuple):
    """A pair of near-duplicates with the sentences in which they differ; ``left`` is how many more
    there are, -1 where they were not looked for."""

    pair: Pair
    differences: tuple[Difference, ...]
    left: int


class Look(NamedTuple):
    """Something to look at first: ``code`` is a phrase with its ``values``, ``part`` where more is
    told of it (plans, findings, pairs, coverage, expected)."""

    code: str
    part: str
    values: dict[str, object]


class Overview:
    """What the reports for people take from an audit."""

    def __init__(self, audit: Audit) -> None:
        self.audit = audit
        self.plans = tuple(
            Plan(doc, record, audit.counts[doc]) for doc, record in audit.corpus.plans
        )

    @cached_property
    def ranked(self) -> tuple[Plan, ...]:
        """The plans that were read, the worst first."""
        read = (plan for plan in self.plans if plan.state == READ)
        return tuple(sorted(read, key=lambda plan: (plan.weight, plan.record.path)))

    def in_state(self, state: str) -> tuple[Plan, ...]:
        return tuple(plan for plan in self.plans if plan.state == state)

    @cached_property
    def findings(self) -> tuple[CorpusFinding, ...]:
        """What was found between documents, the gravest first, each level in order."""
        told = (one for one in self.audit.findings if not one.reason)
        return tuple(sorted(told, key=lambda one: LEVELS_DOWN.index(one.level)))

    @cached_property
    def counts(self) -> Counter[tuple[str, str]]:
        """All findings by group and level, those of what is not there too."""
        counted: Counter[tuple[str, str]] = Counter()
        for plan in self.plans:
            counted.update(plan.counts)
        counted.update((one.group, one.level) for one in self.findings if one.doc < 0)
        return counted

    def of_level(self, level: str) -> int:
        return sum(count for (_, other), count in self.counts.items() if other == level)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups in which something was found."""
        found = {group for group, _ in self.counts}
        return tuple(group for group in GROUPS if group in found)

    @property
    def superiors(self) -> tuple[DocumentRecord, ...]:
        documents = self.audit.corpus.documents
        return tuple(documents[doc] for doc in self.audit.corpus.superiors)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Near-duplicates, the most alike first."""
        return tuple(
            sorted(
                find_pairs(self.audit.corpus),
                key=lambda pair: (-pair.similarity, pair.first, pair.second),
            )
        )

    @property
    def clusters(self) -> tuple[tuple[int, ...], ...]:
        return find_clusters(self.audit.corpus)

    @cached_property
    def told_pairs(self) -> tuple[Told, ...]:
        """The pairs, the first of them with the sentences in which they differ."""
        return self.audit.corpus.keep("told pairs", lambda: tuple(self._told_pairs()))

    def _told_pairs(self) -> Iterator[Told]:
        for number, pair in enumerate(self.pairs):
            if number >= MOST_COMPARED:
                yield Told(pair, (), -1)
                continue
            found = differences(self.audit.corpus, pair)
            yield Told(pair, found[:MOST_DIFFERENCES], max(0, len(found) - MOST_DIFFERENCES))

    @cached_property
    def coverage(self) -> Coverage:
        return find_coverage(self.audit.corpus, self.audit.surroundings)

    @cached_property
    def answered(self) -> tuple[Counter[str], ...]:
        """How many plans there are of each state, for each requirement."""
        counted: tuple[Counter[str], ...] = tuple(Counter() for _ in self.coverage.requirements)
        for covers in self.coverage.covers.values():
            for number, cover in enumerate(covers):
                counted[number][cover.state] += 1
        return counted

    @cached_property
    def expected(self) -> tuple[Expected, ...]:
        """The offices that should have a plan, those without first, then the late."""
        found = find_expected(self.audit.corpus, self.audit.surroundings)
        return tuple(sorted(found, key=lambda one: _STANDINGS.index(standing(one))))

    @property
    def looks(self) -> tuple[Look, ...]:
        """What to look at first, in this order."""
        return tuple(self._looks())

    def _looks(self) -> Iterator[Look]:
        standings = Counter(standing(one) for one in self.expected)
        for code, part, count in (
            ("audit-look-unread", "plans", len(self.in_state(UNREAD))),
            ("audit-look-illegible", "plans", len(self.in_state(ILLEGIBLE))),
            ("audit-look-missing", "expected", standings[NO_PLAN]),
            ("audit-look-late", "expected", standings[LATE]),
        ):
            if count:
                yield Look(code, part, {"count": count})
        if self.pairs:
            alike = self.pairs[0].similarity
            values = {"count": len(self.pairs), "similarity": percent(alike)}
            yield Look("audit-look-pairs", "pairs", values)
        errors = sum(one.level == "error" for one in self.findings)
        if errors:
            yield Look("audit-look-findings", "findings", {"count": errors})
        yield from self._least_answered()
        if self.ranked and self.ranked[0].of_level("error"):
            worst = self.ranked[0]
            values = {"name": worst.office, "count": worst.of_level("error")}
            yield Look("audit-look-worst", "plans", values)

    def _least_answered(self) -> Iterator[Look]:
        missing = [(states[MISSING], -number) for number, states in enumerate(self.answered)]
        count, place = max(missing, default=(0, 0))
        if count:
            title = self.coverage.requirements[-place].title
            of = len(self.coverage.covers)
            yield Look(
                "audit-look-coverage", "coverage", {"title": title, "count": count, "of": of}
            )


_STANDINGS = (NO_PLAN, LATE, IN_TIME)


def standing(one: Expected) -> str:
    """Whether an office has a plan: ``missing``, ``late`` (all of them) or ``present``."""
    if not one.docs:
        return NO_PLAN
    return LATE if set(one.docs) <= set(one.late) else IN_TIME


def overview_of(audit: Audit) -> Overview:
    """Return the overview of an audit, made once."""
    return audit.corpus.keep("overview", lambda: Overview(audit))


def reports_of(audit: Audit, docs: Sequence[int]) -> dict[int, FileReport]:
    """Return what is said of each of some documents alone."""
    found = audit.corpus.query(
        "SELECT doc, report FROM reports WHERE doc IN (SELECT unnest($1::BIGINT[])) ORDER BY doc",
        [list(docs)],
    )
    paths = audit.corpus.documents
    return {doc: decoded(json.loads(report), paths[doc].path) for doc, report in found}


def about_lines(overview: Overview) -> Iterator[str]:
    """Yield what was compared with what, as lines."""
    audit = overview.audit
    lang, due = audit.lang, audit.surroundings.due
    names = "; ".join(f"{one.name} ({one.path})" for one in overview.superiors)
    yield say("audit-against", lang, names=names) if names else say("audit-against-none", lang)
    yield say("audit-stage", lang, stage=say(f"stage-{audit.stage}", lang))
    if due:
        yield say("audit-due", lang, day=f"{due:%d/%m/%Y}")


def numbers_of(overview: Overview) -> Iterator[tuple[str, str, int]]:
    """Yield what is counted in the whole audit: a code, its name in words, the count."""
    lang = overview.audit.lang
    numbers = {
        "plans": len(overview.plans),
        "read": len(overview.in_state(READ)),
        "unread": len(overview.in_state(UNREAD)),
        "illegible": len(overview.in_state(ILLEGIBLE)),
        **{level: overview.of_level(level) for level in LEVELS_DOWN},
        "corpus": len(overview.findings),
        "pairs": len(overview.pairs),
        "missing": sum(standing(one) == NO_PLAN for one in overview.expected),
    }
    for name, count in numbers.items():
        yield name, say(f"audit-number-{name}", lang), count


def percent(share: float) -> str:
    """``93%``, rounded down so that only the whole is 100%."""
    return f"{int(share * 100)}%"


def day_told(day: str) -> str:
    """Return a day of a record as it is written in Vietnam: dd/mm/yyyy."""
    return "/".join(reversed(day.split("-"))) if day else ""
