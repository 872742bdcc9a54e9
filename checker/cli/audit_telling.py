"""What ``soat audit`` tells a person: how far it is, and what it found, in short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from checker.cli.audit_listing import list_errors, one_line
from checker.corpus.auditing.audit import Audit
from checker.corpus.auditing.engines import Done
from checker.corpus.copies.pairs import find_pairs
from checker.corpus.expecting import find_expected
from checker.files import shown_path
from checker.phrases import say

_SHOWN = 10  # files told of that could not be read
_PATH = 50  # characters of a path beside the bar


def follow(done: Iterable[Done], all_: int, lang: str) -> None:
    """Have the work done; on a terminal a bar on standard error shows how far it is and which file
    was last."""
    console = Console(stderr=True)
    steps = iter(done)
    before = next(steps).documents
    if before:
        console.print(say("audit-before", lang, done=before, all=all_), highlight=False)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[path]}", markup=False),
    )
    shown = console.is_terminal and before < all_
    with Progress(*columns, console=console, transient=True, disable=not shown) as progress:
        bar = progress.add_task(say("audit-at", lang), total=all_, completed=before, path="")
        for step in steps:
            progress.update(bar, advance=step.documents, path=shown_path(step.last)[-_PATH:])


def summary(audit: Audit, reports: Sequence[Path]) -> Iterator[str]:
    """Yield the lines that are told at the end; without ``reports`` all that is between documents
    has been told before."""
    lang, corpus = audit.lang, audit.corpus
    plans, superiors = sum(1 for _ in corpus.plans), len(corpus.superiors)
    name = "audit-documents" if superiors else "audit-documents-alone"
    yield say(name, lang, plans=plans, superiors=superiors)
    told = [one for one in audit.findings if not one.reason]
    between = Counter(one.level for one in told)
    both: Counter[str] = Counter()
    for counts in audit.counts.values():
        for (_, level), number in counts.items():
            both[level] += number
    both.update(one.level for one in audit.elsewhere)
    yield "  " + say("audit-within", lang, **_levels(both - between))
    if not reports:
        yield from _worst(audit)
    yield "  " + say("audit-between", lang, **_levels(between))
    if len(told) < len(audit.findings):
        yield "  " + say("audit-suppressed", lang, count=len(audit.findings) - len(told))
    yield "  " + say("audit-pairs", lang, count=len(find_pairs(corpus)))
    expected = find_expected(corpus, audit.surroundings)
    if expected:
        missing = sum(1 for one in expected if not one.docs)
        yield "  " + say("audit-missing", lang, missing=missing, expected=len(expected))
        if audit.surroundings.due:
            late = sum(1 for one in expected if one.late)
            yield "  " + say("audit-late", lang, count=late)
    yield from _unread(audit)
    if reports:
        yield from list_errors(told, lang)
        yield say("audit-reports", lang, paths=", ".join(map(str, reports)))
    else:
        yield say("audit-no-reports", lang)


def _worst(audit: Audit) -> Iterator[str]:
    """The documents with most errors."""
    errors = {
        doc: sum(number for (_, level), number in counts.items() if level == "error")
        for doc, counts in audit.counts.items()
    }
    worst = sorted((doc for doc in errors if errors[doc]), key=lambda doc: -errors[doc])
    for doc in worst[:_SHOWN]:
        path = audit.corpus.documents[doc].path
        yield "    " + one_line(say("audit-errors-of", audit.lang, path=path, count=errors[doc]))
    if len(worst) > _SHOWN:
        yield "    " + say("audit-more", audit.lang, count=len(worst) - _SHOWN)


def _unread(audit: Audit) -> Iterator[str]:
    errors = [one.error for one in audit.corpus.documents if one.error]
    if errors:
        yield "  " + say("audit-unread", audit.lang, count=len(errors))
        yield from (f"    {one_line(error)}" for error in errors[:_SHOWN])
        if len(errors) > _SHOWN:
            yield "    " + say("audit-more", audit.lang, count=len(errors) - _SHOWN)


def _levels(counts: Mapping[str, int]) -> dict[str, int]:
    return {f"{level}s": counts.get(level, 0) for level in ("error", "warning", "info")}
