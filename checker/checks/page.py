"""``check: page``: the paper, its direction and the margins.

Keys
    width, height              the paper in millimetres, upright (``210``)
    top, bottom, left, right   margins in millimetres (``20-25``); upright pages only
    header                     distance of a page number in the header from the edge
    landscape                  ``table``: pages lie on their side only where they hold a table

All stretches of pages that deviate are one finding, placed where the first begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from checker.checks._layout import looks_of
from checker.checks._pages import page_starts
from checker.checks._ranges import Range, Written
from checker.checks.format import MILLIMETRES
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact, Setting
from checker.phrases.layout import figure, word
from checker.reading.layout import Page

_SIDES = ("top", "bottom", "left", "right", "header")
_PAPERS = {
    (216, 279): "Letter",
    (216, 356): "Legal",
    (297, 420): "A3",
    (148, 210): "A5",
    (176, 250): "B5",
}


@dataclass(frozen=True)
class Check:
    """``fault`` is what was found with what is wanted, ``fault_en`` the same in English."""

    VALUES: ClassVar[tuple[str, ...]] = ("fault", "fault_en")

    width: Written = ""
    height: Written = ""
    top: Written = ""
    bottom: Written = ""
    left: Written = ""
    right: Written = ""
    header: Written = ""
    landscape: str = ""

    def __post_init__(self) -> None:
        one_of("landscape", self.landscape, ("", "table"))
        self._ranges  # noqa: B018

    @cached_property
    def _ranges(self) -> dict[str, Range]:
        keys = ("width", "height", *_SIDES)
        written = {key: getattr(self, key) for key in keys}
        return {key: Range.read(key, value) for key, value in written.items() if value != ""}

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        looks = looks_of(document, context)
        if looks is None:
            return
        setting: dict[str, Setting] = {}
        told: dict[str, dict[str, None]] = {"vi": {}, "en": {}}
        wrong: list[int] = []
        for index, page in enumerate(looks.layout.pages):
            faults = list(self._faults(page))
            if faults:
                wrong.append(index)
            for key, value in faults:
                setting.setdefault(key, self._ranges[key].nearest(value))
            if self.landscape and page.landscape and not page.table:
                wrong.append(index)
            for lang, words in told.items():
                words |= dict.fromkeys(self._said(page, faults, lang))
        places = page_starts(looks, wrong)
        if places:
            (start, end), *related = places
            values = {"fault": ", ".join(told["vi"]), "fault_en": ", ".join(told["en"])}
            yield Fact(start, end, values, related=tuple(related), setting=setting)

    def _faults(self, page: Page) -> Iterator[tuple[str, float]]:
        if page.landscape:
            page = page._replace(
                width=page.height, height=page.width, top=None, bottom=None, left=None, right=None
            )
        if page.number is None or page.number.where != "header":
            page = page._replace(header=None)
        for key, allowed in self._ranges.items():
            value = getattr(page, key)
            if value is not None and not allowed.holds(value, MILLIMETRES):
                yield key, value

    def _said(self, page: Page, faults: list[tuple[str, float]], lang: str) -> Iterator[str]:
        for key, value in faults:
            if key in _SIDES:
                wanted = self._ranges[key].shown(lang)
                yield word(f"side-{key}", lang, **{"is": figure(value, lang), "wanted": wanted})
        if {"width", "height"} & {key for key, _ in faults} and page.width and page.height:
            short, long = sorted((page.width, page.height))
            size = word("paper", lang, width=figure(short, lang), height=figure(long, lang))
            name = _PAPERS.get((round(short), round(long)))
            yield word("known-paper", lang, name=name, paper=size) if name else size
