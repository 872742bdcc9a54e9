"""What a report on an audit says of documents compared with each other and with the superior's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from checker.corpus.copies.pairs import find_pairs
from checker.corpus.expecting import find_expected
from checker.corpus.superior.coverage import (
    COVERED,
    MISSING,
    OUTSIDE,
    PARTLY,
    UNREAD,
    Coverage,
    find_coverage,
)
from checker.phrases.audit_docx import word
from checker.reporting.audit.docx_blocks import Block, Item, Text
from checker.reporting.audit.docx_naming import count_of, figure, listed, share, shares
from checker.reporting.audit.docx_results import Results, RuleCount, lettered

_MOST_CLUSTERS, _MOST_TASKS, _MOST_IN_CLUSTER, _MOST_OFFICES = 10, 5, 12, 30

# rules by the item that tells of them; all others are contradictions
_TRACES = ("copied-",)
_COPIES = ("near-duplicate", *_TRACES)
_SUPERIOR = ("superior-", "before-superior", "after-superior", "report-")
_UNREADY = ("unsigned-plan", "blank-number-plan")
_MISSING = ("no-plan", "late-plan", *_UNREADY)


def items_across(results: Results) -> Iterator[Block]:
    """Yield the items on what was found between documents."""
    if len(results.read) > 1:
        yield from _copies(results)
        yield from _conflicts(results)
    yield from _carried_out(results)
    yield from _missing(results)


def conflicts_of(results: Results) -> list[RuleCount]:
    """Return the rules that were broken by documents that contradict each other."""
    told_apart = (*_COPIES, *_SUPERIOR, *_MISSING)
    return [one for one in results.across if not _is_of(one.rule, told_apart)]


def _copies(results: Results) -> Iterator[Block]:
    yield Item(word("copies"))
    pairs = find_pairs(results.audit.corpus)
    if not results.clusters or not pairs:
        yield Text(word("copies-none"))
    else:
        yield Text(
            word(
                "copies-count",
                clusters=figure(len(results.clusters)),
                documents=count_of("documents", sum(map(len, results.clusters))),
                most=share(max(one.similarity for one in pairs), 1),
            )
        )
        yield from lettered(
            word("copies-cluster", names=results.names.listed(cluster, _MOST_IN_CLUSTER))
            for cluster in results.clusters[:_MOST_CLUSTERS]
        )
    traces = [one for one in results.across if _is_of(one.rule, _TRACES)]
    if traces:
        yield Text(word("copies-traces", rules=results.in_a_row(traces)))


def _conflicts(results: Results) -> Iterator[Block]:
    yield Item(word("conflicts"))
    conflicts = conflicts_of(results)
    if not conflicts:
        yield Text(word("conflicts-none"))
        return
    rules = {one.rule for one in conflicts}
    found = (one for one in results.audit.findings if one.level != "info" and not one.reason)
    docs = {one.doc for one in found if one.rule in rules}
    times = figure(sum(one.times for one in conflicts))
    yield Text(word("conflicts-count", times=times, documents=count_of("documents", len(docs))))
    yield from lettered(
        word(
            "rule-times",
            title=results.title(one.rule),
            times=figure(one.times),
            documents=count_of("documents", one.documents),
        )
        for one in conflicts
    )


def _carried_out(results: Results) -> Iterator[Block]:
    """How far the tasks of the superior's plans are in the plans."""
    coverage = find_coverage(results.audit.corpus, results.audit.surroundings)
    rules = [one for one in results.across if _is_of(one.rule, _SUPERIOR)]
    if not coverage.requirements and not rules:
        return
    yield Item(word("carried-out"))
    if coverage.requirements and coverage.covers:
        yield from _covered(coverage)
    left_out = Counter(coverage.left_out.values())
    for code, state in (("outside", OUTSIDE), ("unread", UNREAD)):
        if left_out[state]:
            documents = count_of("documents", left_out[state])
            yield Text(word(f"carried-out-{code}", documents=documents))
    if rules:
        yield Text(word("carried-out-rules", rules=results.in_a_row(rules)))


def _covered(coverage: Coverage) -> Iterator[Block]:
    """The shares of the tasks by state, and the tasks that fewest plans have."""
    covers = coverage.covers.values()
    states = Counter(one.state for told in covers for one in told if one.state != OUTSIDE)
    parts = shares([states[state] for state in (COVERED, PARTLY, MISSING)])
    plans = count_of("plans", len(covers))
    yield Text(
        word(
            "carried-out-asked",
            tasks=figure(len(coverage.requirements)),
            plans=plans,
            covered=parts[0],
            partly=parts[1],
            missing=parts[2],
        )
    )
    columns = [Counter(one.state for one in column) for column in zip(*covers, strict=True)]
    asked = [len(covers) - one[OUTSIDE] for one in columns]
    order = sorted(range(len(columns)), key=lambda at: (columns[at][COVERED] - asked[at], at))
    least = [at for at in order if columns[at][COVERED] < asked[at]][:_MOST_TASKS]
    if least:
        yield Text(word("carried-out-least"))
    yield from lettered(
        word(
            "carried-out-task",
            title=coverage.requirements[at].title,
            covered=figure(columns[at][COVERED]),
            plans=count_of("plans", asked[at]),
        )
        for at in least
    )


def _missing(results: Results) -> Iterator[Block]:
    expected = find_expected(results.audit.corpus, results.audit.surroundings)
    unready = [one for one in results.across if _is_of(one.rule, _UNREADY)]
    if not expected and not unready:
        return
    yield Item(word("missing"))
    missing = [one.name for one in expected if not one.docs]
    late = [one.name for one in expected if one.late]
    if expected:
        yield Text(
            word(
                "missing-counts",
                expected=count_of("offices", len(expected)),
                sent=count_of("offices", len(expected) - len(missing)),
                missing=count_of("offices", len(missing)),
                late=count_of("offices", len(late)),
            )
        )
    for code, names in (("missing-names", missing), ("late-names", late)):
        if names:
            yield Text(word(code, names=listed(names, "offices", _MOST_OFFICES)))
    if unready:
        yield Text(word("unready", rules=results.in_a_row(unready)))


def _is_of(rule: str, beginnings: Sequence[str]) -> bool:
    return rule.partition("/")[2].startswith(tuple(beginnings))
