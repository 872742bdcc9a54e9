"""What order Word demands of the elements it is given (ISO/IEC 29500-1, annex A: wml.xsd)."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from tests.reading.documents import W as _URI

W = f"{{{_URI}}}"

_RPR = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow "
    "emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight "
    "u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
_PPR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_SECTPR = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings sectPrChange"
)
ORDERED = {W + "rPr": _RPR.split(), W + "pPr": _PPR.split(), W + "sectPr": _SECTPR.split()}
REPEATED = {W + "headerReference", W + "footerReference"}

_RANGES = {
    W + name
    for name in ("commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd", "proofErr")
}
_INLINE = _RANGES | {
    W + name
    for name in (
        "r",
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "hyperlink",
        "fldSimple",
        "smartTag",
        "sdt",
    )
}
P = {W + "pPr"} | _INLINE
_R = (
    "rPr t delText instrText delInstrText tab ptab br cr noBreakHyphen softHyphen sym fldChar drawing "
    "pict object footnoteReference commentReference annotationRef lastRenderedPageBreak ruby"
)
R = {W + name for name in _R.split()}
COMMENT = {W + "p", W + "tbl"}
_INSIDE = {
    W + "p": P,
    W + "r": R,
    W + "ins": _INLINE,
    W + "del": _INLINE,
    W + "hyperlink": _INLINE,
    W + "comment": COMMENT,
    W + "comments": {W + "comment"},
}
_CHANGES = {
    W + name for name in ("ins", "del", "rPrChange", "pPrChange", "sectPrChange", "comment")
}


def faults(root: etree._Element) -> list[str]:
    """Return what is wrong with a part: elements where they may not stand, or out of order."""
    found: list[str] = []
    ids: Counter[str] = Counter()
    for element in root.iter():
        tag = element.tag
        children = [child.tag for child in element]
        local = etree.QName(element).localname
        if tag in ORDERED:
            found += _order(local, children, ORDERED[tag])
        if tag in _INSIDE:
            strange = [one for one in children if one not in _INSIDE[tag] and one.startswith(W)]
            found += [f"{one} in {local}" for one in strange]
        if tag in (W + "p", W + "r"):
            first = W + ("pPr" if tag == W + "p" else "rPr")
            if first in children[1:]:
                found.append(f"{first} is not first")
        if tag in _CHANGES:
            ids[element.get(W + "id", "none")] += 1
            if not element.get(W + "author") or not element.get(W + "date", "").endswith("Z"):
                found.append(f"{local} without author or date")
        if tag in (W + "ins", W + "del") and element.getparent().tag == tag:
            found.append(f"{local} in {local}")
        if tag in (W + "ins", W + "del") and not children:
            found.append(f"an empty {local}")
        deleted = any(one.tag == W + "del" for one in element.iterancestors())
        if (tag == W + "t" and deleted) or (tag == W + "delText" and not deleted):
            found.append(f"{local} where it may not stand")
    return found + [f"id {one} {count} times" for one, count in ids.items() if count > 1]


def _order(local: str, children: list[str], order: list[str]) -> list[str]:
    known = [child.removeprefix(W) for child in children if child.startswith(W)]
    ranks = [order.index(child) for child in known if child in order]
    strange = [child for child in known if child not in order]
    twice = [
        child for child, count in Counter(known).items() if count > 1 and W + child not in REPEATED
    ]
    return [f"{local}: {known}"] if ranks != sorted(ranks) or strange or twice else []


def comment_faults(document: etree._Element, comments: etree._Element) -> list[str]:
    """Return the comments that are not anchored by exactly one range and one reference."""
    said = sorted(one.get(W + "id", "") for one in comments.iter(W + "comment"))
    return [
        name
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
        if sorted(one.get(W + "id", "") for one in document.iter(W + name)) != said
    ]
