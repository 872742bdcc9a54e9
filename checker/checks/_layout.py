"""How stretches of a document are set: what its layout says of offsets in ``Document.text``."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import Any

from checker.context import Context
from checker.document import Document
from checker.reading.layout import Format, Layout, Paragraph, Run

Span = tuple[int, int]
UNKNOWN = Format()


class Looks:
    """The layout of one document, asked by spans of its text."""

    def __init__(self, document: Document, layout: Layout) -> None:
        self.document = document
        self.layout = layout
        self._formats: dict[Span, Format] = {}
        self._paragraphs: dict[int, Paragraph | None] = {}
        self._ends = [run.end for run in layout.runs]

    @cached_property
    def raw_starts(self) -> list[int]:
        """For each logical line the offset in the text as read at which it begins."""
        view = self.document.view
        return [view.raw_span(line.start, line.start)[0] for line in self.document.lines]

    @cached_property
    def formats(self) -> frozenset[Format]:
        """All looks that occur."""
        return frozenset(run.format for run in self.layout.runs)

    def format(self, span: Span) -> Format:
        """Return the look of the letters and figures in ``span``: field by field what most of them
        have, None where one of them is of unknown look."""
        found = self._formats.get(span)
        if found is None:
            found = self._formats[span] = self._format(span)
        return found

    def paragraph(self, offset: int) -> Paragraph | None:
        """Return the paragraph that holds ``offset``."""
        if offset not in self._paragraphs:
            raw = self.document.view.raw_span(offset, offset)[0]
            self._paragraphs[offset] = self.layout.paragraph_at(raw)
        return self._paragraphs[offset]

    def offset(self, raw: int) -> int:
        """Return the offset in the document's text of the first character that stands for one at
        or after ``raw`` in the line that holds it."""
        lines = self.document.lines
        if not lines:
            return 0
        line = lines[max(0, bisect_right(self.raw_starts, raw) - 1)]
        return self._at(raw, line.start, line.end)

    def by_paragraph(self, span: Span) -> list[Span]:
        """Return the parts of ``span``, inside one line, that stand in paragraphs of their own."""
        raw_start, raw_end = self.document.view.raw_span(*span)
        starts = [one.start for one in self.layout.paragraphs_in(raw_start, raw_end)][1:]
        cuts = [span[0], *(self._at(raw, *span) for raw in starts), span[1]]
        return [(start, end) for start, end in pairwise(cuts) if start < end]

    def spans(self, runs: Iterable[Run]) -> list[Span]:
        """Return the places of runs, in order; neighbours in one paragraph are one place."""
        raw = self.document.source.raw
        stretches: list[Span] = []
        for run in runs:
            if stretches and not raw[stretches[-1][1] : run.start].strip(" \t\u00a0"):
                stretches[-1] = (stretches[-1][0], max(stretches[-1][1], run.end))
            else:
                stretches.append((run.start, run.end))
        spans = ((self.offset(start), self.offset(end)) for start, end in stretches)
        return [(start, end) for start, end in spans if start < end]

    def _at(self, raw: int, start: int, end: int) -> int:
        view = self.document.view
        return bisect_left(
            range(end), raw, lo=start, hi=end, key=lambda at: view.raw_span(at, at)[0]
        )

    def _format(self, span: Span) -> Format:
        raw_start, raw_end = self.document.view.raw_span(*span)
        runs, index = self.layout.runs, bisect_right(self._ends, raw_start)
        if index == len(runs) or runs[index].start >= raw_end:
            return UNKNOWN
        first = runs[index].format
        while index < len(runs) and runs[index].start < raw_end:
            if runs[index].format != first:
                return self._mixed(raw_start, raw_end)
            index += 1
        return first

    def _mixed(self, raw_start: int, raw_end: int) -> Format:
        raw = self.document.source.raw
        weights: Counter[Format] = Counter()
        for run in self.layout.runs_in(raw_start, raw_end):
            weights[run.format] += sum(map(str.isalnum, raw[run.start : run.end]))
        weights = +weights
        return Format(*(_most(weights, field) for field in range(len(UNKNOWN))))


def _most(weights: Counter[Format], field: int) -> Any:
    """What most letters have in one field; None where nothing is known of some."""
    values: Counter[Any] = Counter()
    for look, weight in weights.items():
        values[look[field]] += weight
    return None if not values or None in values else values.most_common(1)[0][0]


def looks_of(document: Document, context: Context) -> Looks | None:
    """Return how the document is set, None when its file does not tell."""
    layout = document.source.layout
    if layout is None:
        return None
    return context.keep("layout", lambda: Looks(document, layout))
