"""``check: format``: zones of the document whose letters or paragraphs are not set as they must be.

Keys
    zones        zones whose places are judged, see ``_zones.py`` (``motto``, ``body`` …)
    also         zones whose places are told and set too when they deviate as those do
    size         allowed sizes in points: ``13-14``, ``13``
    bold, italic, underline   whether the letters must be so
    alignment    center or both
    first_line   allowed indents of the first line, in millimetres: ``10/12.7``
    tolerance    how far an indent may be off, in millimetres (0.5)
    line         allowed line spacing as multiples of a line: ``1-1.5``
    points       allowed line spacing in points, exact or at least

All deviating places are one finding. A place is as most of its letters are; what the file does not
tell is never a fault. With ``line`` and ``points`` a spacing of either kind is allowed, with one of
them only that kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, NamedTuple

from checker.checks._layout import Looks, Span, looks_of
from checker.checks._ranges import Range, Written
from checker.checks._zones import check_zones, zone_spans
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact, Setting
from checker.phrases.layout import PHRASES, figure, word
from checker.reading.layout import Format, Paragraph, ParagraphFormat

POINTS = 0.25  # how far a size or spacing may be off
MILLIMETRES = 0.5
_MULTIPLE = 0.03
_TOLD = 3  # kinds of deviation told at most
_STYLES = ("bold", "italic", "underline")
_FLUSH = 0.5  # indents up to which a paragraph begins at the margin, in millimetres


class Deviation(NamedTuple):
    """``what`` is a key of the check, ``value`` what was found; ``rule`` that of a line spacing."""

    what: str
    value: Setting
    rule: str = ""

    def said(self, lang: str) -> str:
        """Return what was found, in words."""
        if self.what in _STYLES:
            return word(self.what if self.value else f"not-{self.what}", lang)
        if self.what == "alignment":
            return word(str(self.value) if self.value in PHRASES else "other-alignment", lang)
        value = float(self.value)
        if self.what == "first_line" and value < 0:
            return word("hanging", lang, value=figure(-value, lang))
        if self.rule == "multiple":
            shown = f"{value:.2f}".rstrip("0").rstrip(".")
            return word("multiple", lang, value=shown.replace(".", "," if lang == "vi" else "."))
        return word(self.rule or self.what, lang, value=figure(value, lang))


@dataclass(frozen=True)
class Check:
    """``fault`` is what was found, ``wanted`` what must be, both in Vietnamese; with ``_en`` in
    English."""

    VALUES: ClassVar[tuple[str, ...]] = ("fault", "fault_en", "wanted", "wanted_en")

    zones: tuple[str, ...]
    also: tuple[str, ...] = ()
    size: Written = ""
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    alignment: str = ""
    first_line: Written = ""
    tolerance: int | float = MILLIMETRES
    line: Written = ""
    points: Written = ""

    def __post_init__(self) -> None:
        check_zones("zones", self.zones)
        check_zones("also", self.also)
        one_of("alignment", self.alignment, ("", "center", "both"))
        self._ranges  # noqa: B018

    @cached_property
    def _ranges(self) -> dict[str, Range]:
        keys = ("size", "first_line", "line", "points")
        written = {key: getattr(self, key) for key in keys}
        return {key: Range.read(key, value) for key, value in written.items() if value != ""}

    @cached_property
    def _styles(self) -> tuple[tuple[str, bool], ...]:
        wanted = ((style, getattr(self, style)) for style in _STYLES)
        return tuple((style, value) for style, value in wanted if value is not None)

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        looks = looks_of(document, context)
        if looks is None:
            return
        spans = [span for zone in self.zones for span in zone_spans(zone, document, context)]
        faults = dict(self._faults(looks, spans))
        if not faults:
            return
        kinds = set(faults.values())
        others = [span for zone in self.also for span in zone_spans(zone, document, context)]
        faults |= {span: found for span, found in self._faults(looks, others) if found in kinds}
        (start, end), *related = sorted(faults)
        values = {"times": str(len(faults))}
        for lang, key in (("vi", ""), ("en", "_en")):
            values[f"fault{key}"] = _told(Counter(faults.values()), lang)
            values[f"wanted{key}"] = self._wanted(lang)
        found = Counter(one for deviations in faults.values() for one in deviations)
        setting = self._setting(found, looks, [span for span in spans if span not in faults])
        yield Fact(start, end, values, related=tuple(related), setting=setting)

    def _faults(
        self, looks: Looks, spans: list[Span]
    ) -> Iterator[tuple[Span, tuple[Deviation, ...]]]:
        """The deviating places, each with what deviates."""
        letters = "size" in self._ranges or bool(self._styles)
        paragraphs = bool(self.alignment) or not self._ranges.keys() <= {"size"}
        of_letters: dict[Format, tuple[Deviation, ...]] = {}
        of_paragraphs: dict[ParagraphFormat, tuple[Deviation, ...]] = {}
        for span in spans:
            found: tuple[Deviation, ...] = ()
            if letters:
                look = looks.format(span)
                if look not in of_letters:
                    of_letters[look] = tuple(self._letters(look))
                found = of_letters[look]
            paragraph = looks.paragraph(span[0]) if paragraphs else None
            if paragraph is not None:
                form = paragraph.format
                if form not in of_paragraphs:
                    of_paragraphs[form] = tuple(self._paragraph(form))
                deviations = of_paragraphs[form]
                if deviations and _is_typed(looks, paragraph):
                    deviations = tuple(self._paragraph(form._replace(left=None)))
                found += deviations
            if found:
                yield span, found

    def _letters(self, look: Format) -> Iterator[Deviation]:
        size = self._ranges.get("size")
        if size is not None and look.size is not None and not size.holds(look.size, POINTS):
            yield Deviation("size", look.size)
        for style, wanted in self._styles:
            value = getattr(look, style)
            if value is not None and value is not wanted:
                yield Deviation(style, value)

    def _paragraph(self, form: ParagraphFormat) -> Iterator[Deviation]:
        first_line = self._ranges.get("first_line")
        flush = form.left is not None and abs(form.left) <= _FLUSH
        # a line is also centred by blanks and indents
        judged = self.alignment == "both" or (flush and abs(form.first_line or 0.0) <= _FLUSH)
        if self.alignment and judged and form.alignment not in (None, self.alignment):
            yield Deviation("alignment", form.alignment or "")
        indent = form.first_line if first_line and flush else None
        if first_line and indent is not None and not first_line.holds(indent, self.tolerance):
            yield Deviation("first_line", indent)
        if self._spacing and not self._is_allowed(form.line, form.line_rule):
            yield Deviation("line", form.line or 0.0, form.line_rule or "")

    def _is_allowed(self, line: float | None, rule: str | None) -> bool:
        if line is None or rule is None:
            return True
        if rule == "multiple":
            return "line" in self._spacing and self._spacing["line"].holds(line, _MULTIPLE)
        points = self._spacing.get("points")
        if points and rule == "least" and "line" in self._spacing:
            line = max(line, points.nearest(0.0))  # lines are never nearer than single ones
        return points is not None and points.holds(line, POINTS)

    @cached_property
    def _spacing(self) -> dict[str, Range]:
        return {key: self._ranges[key] for key in ("line", "points") if key in self._ranges}

    def _wanted(self, lang: str) -> str:
        ranges = self._ranges
        told = [word("size", lang, value=ranges["size"].shown(lang))] if "size" in ranges else []
        told += [Deviation(style, wanted).said(lang) for style, wanted in reversed(self._styles)]
        if self.alignment:
            told.append(word(self.alignment, lang))
        if "first_line" in ranges:
            told.append(word("first_line", lang, value=ranges["first_line"].shown(lang)))
        spacings = [
            word(name, lang, value=self._spacing[key].shown(lang))
            for key, name in (("line", "multiple"), ("points", "exact"))
            if key in self._spacing
        ]
        if spacings:
            first, *others = spacings
            told += [word("or", lang, first=first, other=others[0]) if others else first]
        return ", ".join(told)

    def _setting(
        self, faults: Counter[Deviation], looks: Looks, sound: list[Span]
    ) -> dict[str, Setting]:
        """How all places should be set: as most of the ``sound`` places are, else as is nearest to
        what most deviating places are."""
        setting: dict[str, Setting] = {}
        for fault, _ in faults.most_common():
            if fault.what in setting:
                continue
            if fault.what in _STYLES:
                setting[fault.what] = not fault.value
            elif fault.what == "alignment":
                setting["alignment"] = self.alignment
            elif fault.what == "line":
                setting["line"], setting["line_rule"] = self._mended_spacing(fault, looks, sound)
            elif fault.what == "size":
                sizes = Counter(looks.format(span).size for span in sound)
                nearest = self._ranges["size"].nearest(float(fault.value))
                setting["size"] = _most(sizes, nearest)
            else:
                indents = Counter(
                    form.first_line
                    for form in _forms(looks, sound)
                    if not list(self._paragraph(form._replace(left=0.0)))
                )
                nearest = self._ranges["first_line"].nearest(float(fault.value))
                setting["first_line"] = _most(indents, nearest)
        return setting

    def _mended_spacing(
        self, fault: Deviation, looks: Looks, sound: list[Span]
    ) -> tuple[float, str]:
        multiple = fault.rule == "multiple"
        key = "line" if multiple else "points"
        if key not in self._spacing:
            key = next(iter(self._spacing))
        # a multiple tells nothing of how many points it was
        same = multiple is (key == "line")
        nearest = self._spacing[key].nearest(float(fault.value) if same else 0.0)
        usual = Counter(
            (form.line, form.line_rule)
            for form in _forms(looks, sound)
            if form.line is not None and form.line_rule is not None
        )
        if usual:
            (line, rule), _ = usual.most_common(1)[0]
            return float(line or 0.0), str(rule)
        return nearest, "multiple" if key == "line" else "exact"


def _forms(looks: Looks, spans: list[Span]) -> Iterator[ParagraphFormat]:
    for span in spans:
        paragraph = looks.paragraph(span[0])
        if paragraph is not None:
            yield paragraph.format


def _most(values: Counter[float | None], otherwise: float) -> float:
    """The value that most places have, where one is known of any."""
    return next((value for value, _ in values.most_common() if value is not None), otherwise)


def _is_typed(looks: Looks, paragraph: Paragraph) -> bool:
    """Whether the paragraph begins with typed blanks, or has an automatic number."""
    first = looks.document.source.raw[paragraph.start : paragraph.start + 1]
    return paragraph.numbered or first.isspace()


def _told(faults: Counter[tuple[Deviation, ...]], lang: str) -> str:
    """What is wrong, in words; the number of places of each where they differ."""
    said: Counter[str] = Counter()
    for deviations, count in faults.items():
        said[", ".join(one.said(lang) for one in deviations)] += count
    if len(said) == 1:
        return next(iter(said))
    told = [
        word("places", lang, what=what, count=str(count)) for what, count in said.most_common(_TOLD)
    ]
    return "; ".join(told) + ("; …" if len(said) > _TOLD else "")
