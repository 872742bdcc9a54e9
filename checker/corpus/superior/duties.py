"""The reports that superiors' plans ask of communes, and those that plans send."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from checker.corpus.records import SentenceRecord, Spot
from checker.corpus.superior.reports import Report, reports_in
from checker.corpus.superior.requirements import find_asked
from checker.corpus.superior.superiors import find_superiors

if TYPE_CHECKING:
    from checker.corpus.store import Corpus


class Duty(NamedTuple):
    """A report that the superior's plan ``doc`` asks for."""

    doc: int
    spot: Spot
    report: Report


class ReportSent(NamedTuple):
    """A report that a plan tells of."""

    spot: Spot
    report: Report


def find_duties(corpus: Corpus) -> tuple[Duty, ...]:
    """Return the reports that superiors' plans ask of communes."""
    return tuple(
        Duty(one.doc, one.spot, report)
        for one in find_asked(corpus)
        for report in reports_in(one.text)
    )


def find_sent(corpus: Corpus) -> Iterator[tuple[int, tuple[int, ...], list[ReportSent]]]:
    """Yield the plans that carry out superiors' plans with these and the reports in them."""
    above = find_superiors(corpus)
    rows = corpus.rows(
        SentenceRecord, "zone IN ('body', 'closing', 'heading') AND words ILIKE '%báo cáo%'"
    )
    for doc, sentences in groupby(rows, key=lambda row: row[0]):
        if superiors := above.get(doc, ()):
            sent = [
                ReportSent(one, report) for _, one in sentences for report in reports_in(one.words)
            ]
            yield doc, superiors, sent
