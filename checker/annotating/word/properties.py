"""Properties of runs, paragraphs and sections: put among others in the order of the schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from checker.annotating.word.markup import Markup, Names
from checker.reading.word.names import W

# ECMA-376, part 1, annex A.1: EG_RPrBase, CT_PPrBase with CT_PPr, CT_SectPr
_RUN_ORDER = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow"
    " emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs"
    " highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_PARAGRAPH_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr"
    " shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
    " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
    " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr"
    " sectPr"
)
_SECTION_ORDER = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
    " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
    " docGrid printerSettings"
)

Attributes = dict[str, str]
Change = Callable[[Attributes], Attributes]


class Kind(NamedTuple):
    """A set of properties: its element, the order of its children, the element that notes a change
    of it, and the children that such a note leaves out."""

    name: str
    order: Sequence[str]
    change: str
    outside: frozenset[str] = frozenset()


RUN = Kind("rPr", _RUN_ORDER.split(), "rPrChange")
PARAGRAPH = Kind("pPr", _PARAGRAPH_ORDER.split(), "pPrChange", frozenset({"rPr", "sectPr"}))
SECTION = Kind(
    "sectPr",
    _SECTION_ORDER.split(),
    "sectPrChange",
    frozenset({"headerReference", "footerReference"}),
)


class _Child(NamedTuple):
    name: str
    markup: bytes
    attributes: Attributes


def changed(
    markup: Markup,
    element: etree._Element | None,
    names: Names,
    kind: Kind,
    changes: Mapping[str, Change],
    note: Callable[[bytes], bytes] | None,
    anew: Mapping[str, bytes] | None = None,
) -> bytes | None:
    """Return the properties with ``changes``, None when nothing is other than it was.

    ``changes`` make new attributes of the old ones, by the name of the property; ``note`` puts the
    old properties into the element that notes the change, None leaves no note. A note that is
    already there stays: it tells of what was before both. ``anew`` are children written elsewhere,
    by name, of which such a note does not tell.
    """
    before = [] if element is None else [_child(markup, one) for one in element]
    after = list(before)
    for name, change in changes.items():
        old = next((child.attributes for child in after if child.name == name), None)
        new = change(dict(old or {}))
        if new != old:
            _put(kind, after, _Child(name, names.empty(name, new), new))
    noted = after == before or any(child.name == kind.change for child in before)
    for name, written in (anew or {}).items():
        _put(kind, after, _Child(name, written, {}))
    if after == before:
        return None
    if note is not None and not noted:
        kept = [child.markup for child in before if child.name not in kind.outside]
        old_properties = names.around(kind.name, b"".join(kept))
        after.append(_Child(kind.change, note(old_properties), {}))
    content = b"".join(child.markup for child in after)
    if element is None:
        return names.around(kind.name, content)
    place = markup.place(element)
    opening = markup.start_tag(element)
    if place.empty:
        return opening[:-2].rstrip() + b">" + content + f"</{names.element}{kind.name}>".encode()
    return opening + content + markup.data[place.close : place.end]


def _child(markup: Markup, element: etree._Element) -> _Child:
    attributes = {
        key.removeprefix(W): text
        for key, text in element.attrib.items()
        if isinstance(key, str) and isinstance(text, str) and key.startswith(W)
    }
    return _Child(etree.QName(element).localname, markup.slice(element), attributes)


def _put(kind: Kind, children: list[_Child], child: _Child) -> None:
    """Put a child in the place of the one of its name, or where the order has it."""
    for index, other in enumerate(children):
        if other.name == child.name:
            children[index] = child
            return
    rank = _rank(kind, child.name)
    later = (at for at, other in enumerate(children) if _rank(kind, other.name) > rank)
    children.insert(next(later, len(children)), child)


def _rank(kind: Kind, name: str) -> int:
    if name in kind.order:
        return kind.order.index(name)
    return len(kind.order) + (name == kind.change)
