"""``check: sizes``: the letters of several zones, each with sizes of its own.

Keys
    sizes    zones (see ``_zones.py``) and their allowed sizes in points, as texts: ``"14-15"``

All zones that deviate are one finding, which asks for no change: it is for sizes that no text at
hand settles. A zone of many places deviates when most of them do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from checker.checks._layout import Span, looks_of
from checker.checks._ranges import Range
from checker.checks._zones import check_zones, zone_spans
from checker.checks.format import POINTS
from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.phrases.layout import figure, word


@dataclass(frozen=True)
class Check:
    """``fault`` lists the zones with their sizes and those wanted; ``fault_en`` in English."""

    VALUES: ClassVar[tuple[str, ...]] = ("fault", "fault_en")

    sizes: dict[str, str]

    def __post_init__(self) -> None:
        check_zones("sizes", tuple(self.sizes))
        self._ranges  # noqa: B018

    @cached_property
    def _ranges(self) -> dict[str, Range]:
        return {zone: Range.read("sizes", sizes) for zone, sizes in self.sizes.items()}

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        looks = looks_of(document, context)
        if looks is None:
            return
        places: list[Span] = []
        told: dict[str, list[str]] = {"vi": [], "en": []}
        for zone, allowed in self._ranges.items():
            found = [
                (size, span)
                for span in zone_spans(zone, document, context)
                if (size := looks.format(span).size) is not None
            ]
            wrong = [(size, span) for size, span in found if not allowed.holds(size, POINTS)]
            if 2 * len(wrong) <= len(found):
                continue
            places += [span for _, span in wrong]
            size = Counter(size for size, _ in wrong).most_common(1)[0][0]
            for lang, words in told.items():
                name, wanted = word(f"zone-{zone}", lang), allowed.shown(lang)
                words.append(
                    word("zone-size", lang, zone=name, value=figure(size, lang), wanted=wanted)
                )
        if places:
            (start, end), *related = sorted(places)
            values = {"fault": "; ".join(told["vi"]), "fault_en": "; ".join(told["en"])}
            yield Fact(start, end, values, related=tuple(related))
