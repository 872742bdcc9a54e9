"""``check: page-number``: the number that the pages show.

Keys
    what    ``missing`` (none on a document of several pages), ``place`` (not centred at the top),
            ``first`` (the first page shows it), ``look`` (size, slant, figures) or ``appendix``
            (appendices that go on with the numbers of the document)
    size    for ``look``: allowed sizes in points

All stretches of pages that deviate are one finding, placed where the first begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from checker.checks._layout import Looks, Span, looks_of
from checker.checks._pages import page_starts
from checker.checks._ranges import Range, Written
from checker.checks._zones import zone_spans
from checker.checks.format import POINTS, Deviation
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.phrases.layout import word
from checker.reading.layout import PageNumber

_SEVERAL = 6_000  # characters that do not go on one page


@dataclass(frozen=True)
class Check:
    """``fault`` is what was found, ``fault_en`` the same in English."""

    VALUES: ClassVar[tuple[str, ...]] = ("fault", "fault_en")

    what: str
    size: Written = ""

    def __post_init__(self) -> None:
        one_of("what", self.what, ("missing", "place", "first", "look", "appendix"))
        self._size  # noqa: B018

    @cached_property
    def _size(self) -> Range | None:
        return Range.read("size", self.size) if self.size != "" else None

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        looks = looks_of(document, context)
        if looks is None or not looks.layout.pages:
            return
        pages = looks.layout.pages
        faults = {
            index: found
            for index, page in enumerate(pages)
            if page.number and (found := list(self._faults(page.number)))
        }
        if self.what == "missing" and _lacks_number(looks):
            faults[0] = []
        if self.what == "first" and pages[0].number and pages[0].first:
            faults[0] = []
        places = page_starts(looks, faults)
        if self.what == "appendix":
            places = list(_going_on(looks, zone_spans("appendix", document, context)))
        if places:
            (start, end), *related = places
            yield Fact(start, end, _values(faults), related=tuple(related))

    def _faults(self, number: PageNumber) -> Iterator[str | Deviation]:
        """What is wrong with a number: phrases, or what it shares with other zones."""
        if self.what == "place":
            if number.where == "footer":
                yield "in-footer"
            if number.alignment not in (None, "center"):
                yield Deviation("alignment", number.alignment or "")
        if self.what == "look":
            size = number.format.size
            if size is not None and self._size and not self._size.holds(size, POINTS):
                yield Deviation("size", size)
            if number.format.italic:
                yield Deviation("italic", True)
            if number.style not in (None, "decimal"):
                yield "roman-number"


def _values(faults: dict[int, list[str | Deviation]]) -> dict[str, str]:
    values = {}
    for lang, key in (("vi", "fault"), ("en", "fault_en")):
        said = [
            word(one, lang) if isinstance(one, str) else one.said(lang)
            for found in faults.values()
            for one in found
        ]
        values[key] = ", ".join(dict.fromkeys(said))
    return values


def _lacks_number(looks: Looks) -> bool:
    layout = looks.layout
    known = all(page.width is not None and page.number is None for page in layout.pages)
    return known and (layout.printed_pages > 1 or len(looks.document.text) > _SEVERAL)


def _going_on(looks: Looks, headings: list[Span]) -> Iterator[Span]:
    """The headings of appendices on pages that show a number and do not begin anew with it."""
    pages = looks.layout.pages
    seen = {0}
    for span in headings:
        paragraph = looks.paragraph(span[0])
        if paragraph is None or not 0 <= paragraph.page < len(pages):
            continue
        page = pages[paragraph.page]
        if page.number and (paragraph.page in seen or page.restart is None):
            yield span
        seen.add(paragraph.page)
