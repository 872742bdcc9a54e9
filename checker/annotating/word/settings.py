"""How characters, paragraphs and pages are set, as direct formatting, tracked or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from checker.annotating.setting import Setting
from checker.annotating.word.document import EditedDocument
from checker.annotating.word.markup import Names
from checker.annotating.word.properties import (
    PARAGRAPH,
    RUN,
    SECTION,
    Attributes,
    Change,
    Kind,
    changed,
)
from checker.reading.layout import Format
from checker.reading.word.names import MM_PER_POINT, W, points
from checker.reading.word.text import ParagraphPlace

Value = float | bool | str
_PARAGRAPH = ("alignment", "first_line", "before", "after", "line", "line_rule")
_PAGE = ("left", "right", "top", "bottom", "header", "footer", "width", "height")
_STRICT_ALIGNMENTS = {"left": "start", "right": "end"}
_RULES = {"multiple": "auto", "exact": "exact", "least": "atLeast"}
_MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), "1440") | {
    "header": "720",
    "footer": "720",
    "gutter": "0",
}


class _Paragraph(NamedTuple):
    """How a paragraph is to be set, and its mark, which gives an automatic number its look."""

    form: Mapping[str, Value]
    mark: Mapping[str, Value]

    def with_(self, other: _Paragraph) -> _Paragraph:
        return _Paragraph({**self.form, **other.form}, {**self.mark, **other.mark})


_NONE = _Paragraph({}, {})


def make_settings(document: EditedDocument, settings: Sequence[Setting], *, tracked: bool) -> None:
    """Set what the settings say; of settings of one thing at one place the last one counts. What
    stands in text boxes, footnotes and formulas stays as it is; an automatic number goes with the
    characters when all of its paragraph are set."""
    runs: dict[etree._Element, None] = {}
    paragraphs: dict[etree._Element, _Paragraph] = {}
    pages: dict[etree._Element, dict[str, Value]] = {}
    for setting in settings:
        look = {key: value for key, value in setting.values.items() if key in Format._fields}
        form = {key: value for key, value in setting.values.items() if key in _PARAGRAPH}
        page = {key: value for key, value in setting.values.items() if key in _PAGE}
        if look:
            runs.update(dict.fromkeys(_mark_runs(document, setting, look)))
        for index in document.paragraphs_in(setting.start, setting.end):
            place = document.text.places[index]
            paragraph = _Paragraph(form, look if place.label and _is_whole(place, setting) else {})
            if place.own and (paragraph.form or paragraph.mark):
                paragraphs[place.element] = paragraphs.get(place.element, _NONE).with_(paragraph)
        for section in _sections(document, setting) if page else ():
            pages.setdefault(section, {}).update(page)
    for run in runs:
        _set_run(document, run, tracked)
    sections = _set_sections(document, pages, tracked)
    for section in sections:
        paragraphs.setdefault(next(section.iterancestors(W + "p")), _NONE)
    for element, paragraph in paragraphs.items():
        _set_paragraph(document, element, paragraph, sections, tracked)


def _is_whole(place: ParagraphPlace, setting: Setting) -> bool:
    return setting.start <= place.start + place.label and place.end <= setting.end


def _mark_runs(
    document: EditedDocument, setting: Setting, look: Mapping[str, Value]
) -> list[etree._Element]:
    runs = []
    for piece in document.pieces_in(setting.start, setting.end):
        if document.is_direct(piece):
            splice = document.run(piece.run)
            start, end = max(setting.start, piece.start), min(setting.end, piece.end)
            for atom in splice.atoms_in(start, end):
                atom.values = {**atom.values, **look}
            runs.append(piece.run)
    return runs


def _set_run(document: EditedDocument, run: etree._Element, tracked: bool) -> None:
    splice = document.run(run)
    made: dict[tuple[tuple[str, Value], ...], bytes | None] = {}
    values: Mapping[str, Value] = next(
        (atom.values for atom in splice.atoms if atom.start < atom.end), {}
    )
    for atom in splice.atoms:
        if atom.start < atom.end:
            values = atom.values
        key = tuple(sorted(values.items()))
        if key not in made:
            changes = run_changes(values)
            note = _note(document, splice.names, RUN, tracked)
            made[key] = changed(
                document.markup, splice.properties, splice.names, RUN, changes, note
            )
        atom.look = made[key]


def _set_paragraph(
    document: EditedDocument,
    element: etree._Element,
    paragraph: _Paragraph,
    sections: Mapping[etree._Element, bytes],
    tracked: bool,
) -> None:
    """Write the properties of a paragraph, with the section that may stand among them."""
    markup = document.markup
    names = markup.names(element)
    properties = element.find(W + "pPr")
    mark = None if properties is None else properties.find(W + "rPr")
    section = None if properties is None else properties.find(W + "sectPr")
    anew = {} if section is None or section not in sections else {"sectPr": sections[section]}
    note = _note(document, names, RUN, tracked)
    look = changed(markup, mark, names, RUN, run_changes(paragraph.mark), note)
    if look is not None:
        anew["rPr"] = look
    changes = paragraph_changes(paragraph.form, markup.strict)
    note = _note(document, names, PARAGRAPH, tracked)
    new = changed(markup, properties, names, PARAGRAPH, changes, note, anew)
    if new is not None and properties is None:
        markup.insert_first(element, new)
    elif new is not None and properties is not None:
        markup.replace(markup.place(properties), new)


def _set_sections(
    document: EditedDocument, pages: Mapping[etree._Element, Mapping[str, Value]], tracked: bool
) -> dict[etree._Element, bytes]:
    """Write the sections that stand for themselves; return those that stand in a paragraph."""
    inner = {}
    for section, values in pages.items():
        names = document.markup.names(section)
        note = _note(document, names, SECTION, tracked)
        new = changed(document.markup, section, names, SECTION, page_changes(values), note)
        holder = section.getparent()
        if new is not None and holder is not None and holder.tag == W + "pPr":
            inner[section] = new
        elif new is not None:
            document.markup.replace(document.markup.place(section), new)
    return inner


def _sections(document: EditedDocument, setting: Setting) -> list[etree._Element]:
    """The sections of the span."""
    sections = document.text.sections
    indexes = {
        document.text.set_up[index].page
        for index in document.paragraphs_in(setting.start, setting.end)
    }
    return [sections[index] for index in sorted(indexes) if index < len(sections)]


def _note(
    document: EditedDocument, names: Names, kind: Kind, tracked: bool
) -> Callable[[bytes], bytes] | None:
    if not tracked:
        return None
    return lambda old: document.authorship.change(names, kind.change, old)


def run_changes(values: Mapping[str, Value]) -> dict[str, Change]:
    """Return the changes of a w:rPr that give a run these fields of Format."""
    changes: dict[str, Change] = {}
    for key, value in values.items():
        if key == "font":
            changes["rFonts"] = _fonts(str(value))
        elif key == "size":
            changes["sz"] = changes["szCs"] = _set(val=str(round(float(value) * 2)))
        elif key in ("bold", "italic"):
            name = key[0]
            changes[name] = changes[f"{name}Cs"] = _set() if value else _set(val="0")
        elif key == "underline":
            changes["u"] = _set(val="single" if value else "none")
        elif key == "color":
            changes["color"] = _set(val=str(value))
        elif key == "highlight":
            changes["highlight"] = _set(val=str(value) or "none")
    return changes


def paragraph_changes(values: Mapping[str, Value], strict: bool) -> dict[str, Change]:
    """Return the changes of a w:pPr that give a paragraph these fields of ParagraphFormat."""
    changes: dict[str, Change] = {}
    spacing: Attributes = {}
    for key in ("before", "after"):
        if key in values:
            spacing |= {key: _twentieths(values[key]), f"{key}Autospacing": "", f"{key}Lines": ""}
    if "line" in values:
        rule = str(values.get("line_rule", "multiple"))
        per = 240 if rule == "multiple" else 20
        spacing |= {"line": str(round(float(values["line"]) * per)), "lineRule": _RULES[rule]}
    if spacing:
        changes["spacing"] = _merge(spacing)
    if "first_line" in values:
        measure = float(values["first_line"]) / MM_PER_POINT
        name, other = ("hanging", "firstLine") if measure < 0 else ("firstLine", "hanging")
        first = {name: _twentieths(abs(measure)), other: ""}
        changes["ind"] = _merge({**first, "firstLineChars": "", "hangingChars": ""})
    if "alignment" in values:
        name = str(values["alignment"])
        changes["jc"] = _set(val=_STRICT_ALIGNMENTS.get(name, name) if strict else name)
    return changes


def page_changes(values: Mapping[str, Value]) -> dict[str, Change]:
    """Return the changes of a w:sectPr that give its pages these fields of Page; ``width`` and
    ``height`` are those of the sheet held upright, and pages that lie go on lying."""
    measures = {key: float(value) / MM_PER_POINT for key, value in values.items()}
    size = {
        short: measures[key] for short, key in (("w", "width"), ("h", "height")) if key in measures
    }
    margins = {key: measure for key, measure in measures.items() if key in _MARGINS}

    def sized(old: Attributes) -> Attributes:
        lies = (points(old.get("w")) or 0) > (points(old.get("h")) or 0)
        turned = {"w": "h", "h": "w"} if lies else {}
        new = {turned.get(key, key): _twentieths(measure) for key, measure in size.items()}
        return {**old, **new}

    def margined(old: Attributes) -> Attributes:
        new = {**_MARGINS, **old}
        for key, measure in margins.items():
            gutter = points(new["gutter"]) or 0.0
            if key == "left" and measure < gutter:
                new["gutter"], gutter = "0", 0.0
            new[key] = _twentieths(measure - gutter if key == "left" else measure)
        return new

    changes: dict[str, Change] = {}
    if size:
        changes["pgSz"] = sized
    if margins:
        changes["pgMar"] = margined
    return changes


def _fonts(font: str) -> Change:
    """All scripts in one font, none by the theme; the hint which script is meant stays."""
    names = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), font)
    return lambda old: names | ({"hint": old["hint"]} if "hint" in old else {})


def _set(**attributes: str) -> Change:
    return lambda old: attributes


def _merge(attributes: Attributes) -> Change:
    """Set attributes, and drop those given as empty; the others stay."""
    return lambda old: _without_empty(old | attributes)


def _without_empty(attributes: Attributes) -> Attributes:
    return {key: value for key, value in attributes.items() if value}


def _twentieths(measure: Value) -> str:
    return str(round(float(measure) * 20))
