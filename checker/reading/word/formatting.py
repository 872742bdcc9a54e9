"""What the properties of a run or paragraph say (ECMA-376, part 1, 17.3.1 and 17.3.2)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from checker.reading.word.names import MM_PER_POINT, W, is_on, points

TOGGLES = {
    W + "b": "bold",
    W + "i": "italic",
    W + "caps": "capitals",
    W + "vanish": "hidden",
}
_FONT_KEYS = ("ascii", "hAnsi")
_PLAIN = ("auto", "white", "black", "none")
_VIVID = 0x30  # how far the parts of a colour are apart that is neither white nor grey
_ALIGNMENTS = {"start": "left", "end": "right", "distribute": "both"}
_LINE_RULES = {"auto": "multiple", "exact": "exact", "atLeast": "least"}
_INDENTS = {"left": "left", "start": "left", "right": "right", "end": "right"}

# what a level of formatting says, by name; fonts as "font:ascii" → ("theme" or "", name)
Properties = dict[str, object]


def signature(element: etree._Element) -> tuple[object, ...]:
    """Return what identifies properties as they are written, so that alike ones are read once."""
    return tuple([(child.tag, tuple(child.attrib.items())) for child in element])


def paragraph_properties(element: etree._Element) -> Properties:
    """Return what a ``w:pPr`` says of a paragraph, by the names of ParagraphFormat."""
    found: Properties = {}
    for child in element:
        if child.tag == W + "jc":
            name = child.get(W + "val", "left")
            found["alignment"] = _ALIGNMENTS.get(name, name)
        elif child.tag == W + "ind":
            found.update(_indents(child))
        elif child.tag == W + "spacing":
            found.update(_spacing(child))
        elif child.tag == W + "contextualSpacing":
            found["contextual"] = is_on(child)
    return found


def run_properties(element: etree._Element) -> Properties:
    """Return what a ``w:rPr`` says of a run, by the names of Format and TOGGLES."""
    found: Properties = {}
    shading = None
    for child in element:
        tag = child.tag
        if tag in TOGGLES:
            found[TOGGLES[tag]] = is_on(child)
        elif tag == W + "sz":
            found["size"] = points(child.get(W + "val"), 2)
        elif tag == W + "rFonts":
            found.update(_fonts(child))
        elif tag == W + "rStyle":
            found["style"] = child.get(W + "val", "")
        elif tag == W + "u":
            found["underline"] = child.get(W + "val", "single") != "none"
        elif tag == W + "color":
            color = child.get(W + "val", "auto")
            found["color"] = "000000" if color == "auto" else color.upper()
        elif tag == W + "highlight":
            color = child.get(W + "val", "none")
            found["highlight"] = "" if color == "none" else color
        elif tag == W + "shd":
            shading = _shading(child)
    if shading is not None and not found.get("highlight"):
        found["highlight"] = shading
    return found


def _shading(element: etree._Element) -> str:
    """A colour behind letters as a marker leaves it, ``#RRGGBB`` or ``#name``; ``""`` for one that
    is nearly white or grey, as text copied from the web has it."""
    fill = element.get(W + "fill", "auto")
    try:
        parts = bytes.fromhex(fill)
    except ValueError:
        return "" if fill in _PLAIN else f"#{fill}"
    return f"#{fill.upper()}" if max(parts, default=0) - min(parts, default=0) > _VIVID else ""


def _fonts(element: etree._Element) -> Iterator[tuple[str, object]]:
    for key in _FONT_KEYS:
        theme = element.get(f"{W}{key}Theme")
        name = element.get(W + key)
        if theme or name:
            yield f"font:{key}", ("theme", theme) if theme else ("", name)


def _indents(element: etree._Element) -> Iterator[tuple[str, object]]:
    for name, key in _INDENTS.items():
        measure = points(element.get(W + name))
        if measure is not None:
            yield key, measure * MM_PER_POINT
    first, hanging = points(element.get(W + "firstLine")), points(element.get(W + "hanging"))
    if hanging is not None:
        yield "first_line", -hanging * MM_PER_POINT
    elif first is not None:
        yield "first_line", first * MM_PER_POINT
    if element.get(W + "firstLineChars", "0") != "0" or element.get(W + "hangingChars", "0") != "0":
        yield "first_line", None  # counted in characters of a font


def _spacing(element: etree._Element) -> Iterator[tuple[str, object]]:
    for key in ("before", "after"):
        measure = points(element.get(W + key))
        if measure is not None:
            yield key, measure
        automatic = element.get(f"{W}{key}Autospacing", "0") not in ("0", "false", "off")
        if automatic or element.get(f"{W}{key}Lines", "0") != "0":
            yield key, None
    line = element.get(W + "line")
    if line is not None:
        rule = _LINE_RULES.get(element.get(W + "lineRule", "auto"))
        yield "line", points(line, 240 if rule == "multiple" else 20)
        yield "line_rule", rule
