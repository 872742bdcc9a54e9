"""Which findings of two states of a document are the same."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass

from checker.file_report import FileReport
from checker.finding import Finding
from checker.fingerprint import key_of


@dataclass(frozen=True)
class Comparison:
    """The findings of the state after as ``new`` and ``unchanged``, those of the state before that
    are no more as ``gone``, or as ``unknown`` where their group did not run again; each in the
    order of its document. ``suppressed`` are those that are there still, but suppressed now."""

    new: tuple[Finding, ...] = ()
    unchanged: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    unknown: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()


def compare(
    before: Iterable[Finding],
    after: Iterable[Finding],
    not_run: Collection[str] = (),
    suppressed: Iterable[Finding] = (),
) -> Comparison:
    """Find the findings ``before`` again among those ``after``, each once at most.

    One with the same rule and words is the same wherever it stands now. The section and the words
    around only tell which of several is which, so that the one that was added is called new. What
    is missing is the same in the same section, though the line before it was rewritten. What is
    told once of the whole document is new when it holds for more places than before. The groups
    ``not_run`` were not asked after. One that is ``suppressed`` after is neither gone nor new.
    """
    gone, left = sorted(before, key=_order), sorted(after, key=_order)
    worse: list[Finding] = []
    unchanged: list[Finding] = []
    for sameness in (_same_in_all, _same_words_around, key_of, _same_words, _same_lack):
        pairs, gone, left = _paired(gone, left, sameness)
        for old, new in pairs:
            (worse if new.times > old.times else unchanged).append(new)
    hidden: list[Finding] = []
    others = sorted(suppressed, key=_order)
    for sameness in (_same_in_all, _same_words_around, _same_words_of_section):
        pairs, gone, others = _paired(gone, others, sameness)
        hidden += [new for _, new in pairs]
    return Comparison(
        tuple(sorted((*left, *worse), key=_order)),
        tuple(sorted(unchanged, key=_order)),
        tuple(finding for finding in gone if finding.group not in not_run),
        tuple(finding for finding in gone if finding.group in not_run),
        tuple(sorted(hidden, key=_order)),
    )


def groups_not_run(report: FileReport, *, partly: bool = False) -> frozenset[str]:
    """Return the groups of rules that did not run on a file, as a whole; ``partly`` adds those of
    which only the rules for one regime did not run."""
    whole = [
        skipped
        for skipped in report.skipped
        if not (skipped.lines or skipped.pages) and (partly or skipped.reason != "unknown-regime")
    ]
    groups = {group for skipped in whole for group in skipped.groups}
    return frozenset(groups if report.about.layout else groups | {"layout"})


def _paired(
    before: Iterable[Finding],
    after: Iterable[Finding],
    sameness: Callable[[Finding], Hashable | None],
) -> tuple[list[tuple[Finding, Finding]], list[Finding], list[Finding]]:
    """Pair findings of which ``sameness`` tells the same, but None, in their order; return the
    pairs and what is left of both."""
    waiting: defaultdict[Hashable, deque[Finding]] = defaultdict(deque)
    gone: list[Finding] = []
    for finding in before:
        told = sameness(finding)
        (gone if told is None else waiting[told]).append(finding)
    pairs: list[tuple[Finding, Finding]] = []
    left: list[Finding] = []
    for finding in after:
        told = sameness(finding)
        if told is not None and waiting[told]:
            pairs.append((waiting[told].popleft(), finding))
        else:
            left.append(finding)
    gone += [finding for kept in waiting.values() for finding in kept]
    return pairs, sorted(gone, key=_order), left


def _same_in_all(finding: Finding) -> Hashable | None:
    return (*key_of(finding), finding.quote, finding.times)


def _same_words_around(finding: Finding) -> Hashable | None:
    told = bool(finding.identity and finding.quote.words)
    return (finding.rule, finding.identity, finding.quote) if told else None


def _same_words_of_section(finding: Finding) -> Hashable | None:
    return key_of(finding) if finding.identity else None


def _same_words(finding: Finding) -> Hashable | None:
    return (finding.rule, finding.identity) if finding.identity else None


def _same_lack(finding: Finding) -> Hashable | None:
    return None if finding.quote.words else (finding.rule, finding.section)


def _order(finding: Finding) -> tuple[object, ...]:
    """Sorts findings as they stand in the document, those without a place by what they say."""
    place = (finding.start, finding.end)
    return (*place, finding.rule, finding.section, finding.identity, finding.quote, finding.times)
