"""What an audit comes to: its plans with their counts, what is worst, what to look at first."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple

from checker.corpus.auditing.audit import Audit
from checker.corpus.copies.pairs import Difference, Pair, differences, find_clusters, find_pairs
from checker.corpus.expecting import Expected, find_expected
from checker.corpus.finding import CorpusFinding
from checker.corpus.records import DocumentRecord
from checker.corpus.superior.coverage import Coverage, find_coverage
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
    def number(self) -> str:
        """Its number, empty where that is left to be filled in."""
        return self.record.number if self.record.figure else ""

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

    @cached_property
    def _files(self) -> Counter[str]:
        return Counter(PurePath(plan.record.path).name for plan in self.plans)

    @cached_property
    def _called(self) -> Counter[tuple[str, str]]:
        return Counter((plan.office, plan.number) for plan in self.plans)

    def file(self, plan: Plan) -> str:
        """Return the name of a document's file, its path where others are named so, too."""
        name = PurePath(plan.record.path).name
        return name if self._files[name] == 1 else plan.record.path

    def file_to_tell(self, plan: Plan) -> str:
        """Return the name of its file where number and office do not tell one document."""
        known = plan.number and self._called[plan.office, plan.number] == 1
        return "" if known or plan.office == plan.record.path else self.file(plan)

    def title_of(self, rule: str) -> str:
        """Return the title of a rule, its name where it is not known."""
        known = self.audit.rules.get(rule)
        return known.common.title[self.audit.lang] if known else rule

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
        yield say("audit-due", lang, day=day_told(due.isoformat()))


def numbers_of(overview: Overview) -> Iterator[tuple[str, str, int]]:
    """Yield what is counted in the whole audit: a code, its name in words, the count. What was not
    asked for or could not be looked for, and the states in which no document is, are left out."""
    lang = overview.audit.lang
    states = {state: len(overview.in_state(state)) for state in (READ, UNREAD, ILLEGIBLE)}
    numbers = {
        "plans": len(overview.plans),
        **{state: count for state, count in states.items() if count or state == READ},
    }
    if states[READ] or overview.findings:
        numbers |= {level: overview.of_level(level) for level in LEVELS_DOWN}
        numbers |= {"corpus": len(overview.findings), "pairs": len(overview.pairs)}
    standings = Counter(map(standing, overview.expected))
    if overview.expected:
        numbers[NO_PLAN] = standings[NO_PLAN]
        if standings[LATE]:
            numbers[LATE] = standings[LATE]
    for name, count in numbers.items():
        yield name, say(f"audit-number-{name}", lang), count


def percent(share: float) -> str:
    """``93%``, rounded down so that only the whole is 100%."""
    return f"{int(share * 100)}%"


def day_told(day: str) -> str:
    """Return a day of a record as it is written in Vietnam: 07/4/2026, with the zeros that Nghị
    định 30/2020/NĐ-CP, Phụ lục I, mục II.4 asks for."""
    if not day:
        return ""
    year, month, date = day.split("-")
    return f"{date}/{month if month in ('01', '02') else month.lstrip('0')}/{year}"
