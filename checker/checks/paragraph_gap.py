"""``check: paragraph-gap``: paragraphs of the body that stand too near to each other.

Keys
    least    the smallest distance in points, the space after one and before the next together

The places are the paragraphs on both sides of such a gap, all as one finding. Paragraphs between
which anything else stands (an empty paragraph, a table) are not judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from checker.checks._layout import Span, looks_of
from checker.checks._zones import zone_spans
from checker.checks.format import POINTS
from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.phrases.layout import figure


@dataclass(frozen=True)
class Check:
    """``is`` is the smallest gap found, in points; ``_en`` with the decimal sign of English."""

    VALUES: ClassVar[tuple[str, ...]] = ("is", "is_en", "least")

    least: int

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        looks = looks_of(document, context)
        if looks is None:
            return
        raw = document.source.raw
        spans = zone_spans("body", document, context)
        paragraphs = [(span, looks.paragraph(span[0])) for span in spans]
        near: dict[Span, None] = {}
        gaps: list[float] = []
        for (upper_span, upper), (lower_span, lower) in pairwise(paragraphs):
            if upper is None or lower is None or upper.start >= lower.start:
                continue
            after, before = upper.format.after, lower.format.before
            if after is None or before is None or after + before >= self.least - POINTS:
                continue
            between = raw[upper.end : lower.start]
            if between.count("\n") <= 1 and not between.strip():
                near |= {upper_span: None, lower_span: None}
                gaps.append(after + before)
        if near:
            (start, end), *related = near
            values = {
                "is": figure(min(gaps), "vi"),
                "is_en": figure(min(gaps), "en"),
                "least": str(self.least),
                "times": str(len(gaps)),
            }
            setting = {"before": float(self.least)}
            yield Fact(start, end, values, related=tuple(related), setting=setting)
