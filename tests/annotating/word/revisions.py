"""Accepting and rejecting all changes of a Word document (ISO/IEC 29500-1, 17.13.5)."""

from __future__ import annotations

import copy
import io
import re
import zipfile

from lxml import etree

from tests.annotating.word.schema import W

Look = tuple[bytes, ...]
_SHOWN = {W + "tab": "\t", W + "br": "\v", W + "cr": "\v", W + "noBreakHyphen": "-"}
_NUMBER = re.compile(rb' w:id="\d+"')
_CHANGES = ("rPrChange", "pPrChange", "sectPrChange")


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def root(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(part(data, name), etree.XMLParser(remove_comments=True))


def accepted(document: etree._Element) -> etree._Element:
    return _settled(document, ("del", "moveFrom"), ("ins", "moveTo"), restore=False)


def rejected(document: etree._Element) -> etree._Element:
    return _settled(document, ("ins", "moveTo"), ("del", "moveFrom"), restore=True)


def characters(document: etree._Element) -> list[list[tuple[str, Look]]]:
    """Return for each paragraph its characters with the direct formatting of each."""
    return [
        [
            pair
            for run in paragraph.iter(W + "r")
            if next(run.iterancestors(W + "p")) is paragraph
            for pair in _run(run)
        ]
        for paragraph in document.iter(W + "p")
    ]


def properties(document: etree._Element) -> list[bytes]:
    """Return how each paragraph and section is set that tells it."""
    return [
        etree.tostring(one, method="c14n", with_tail=False)
        for one in document.iter(W + "pPr", W + "sectPr")
        if len(one)
    ]


def texts(document: etree._Element) -> list[str]:
    return ["".join(char for char, _ in line) for line in characters(document)]


def commented(document: etree._Element) -> dict[str, str]:
    """Return for each comment the text in its range; paragraphs are parted by ``\\n``."""
    found: dict[str, str] = {}
    opened: set[str] = set()
    lines = 0
    for element in document.iter():
        if element.tag == W + "p":
            lines += 1
            for one in opened:
                found[one] += "\n"
        key = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            opened.add(key)
            found[key] = ""
        elif element.tag == W + "commentRangeEnd":
            opened.discard(key)
        elif element.tag == W + "t" or element.tag in _SHOWN:
            for one in opened:
                found[one] += _SHOWN.get(element.tag, _text(element))
    return found


def _settled(
    document: etree._Element, gone: tuple[str, ...], kept: tuple[str, ...], *, restore: bool
) -> etree._Element:
    document = copy.deepcopy(document)
    for element in list(document.iter(*[W + name for name in gone])):
        if element.getparent() is not None:
            element.getparent().remove(element)
    for element in list(document.iter(*[W + name for name in kept])):
        parent = element.getparent()
        at = parent.index(element)
        parent[at : at + 1] = list(element)
    for element in document.iter(W + "delText"):
        element.tag = W + "t"
    for change in list(document.iter(*[W + name for name in _CHANGES])):
        parent = change.getparent()
        parent.remove(change)
        if restore:
            outside = ("rPr", "sectPr", "headerReference", "footerReference")
            stays = [] if parent.tag == W + "rPr" else [W + name for name in outside]
            for child in list(parent):
                if child.tag not in stays:
                    parent.remove(child)
            at = len(parent) if parent.tag == W + "sectPr" else 0
            parent[at:at] = list(change[0])
    return document


def _run(run: etree._Element) -> list[tuple[str, Look]]:
    properties = run.find(W + "rPr")
    look = (
        ()
        if properties is None
        else tuple(_NUMBER.sub(b"", etree.tostring(one)) for one in properties)
    )
    text = "".join(_SHOWN.get(child.tag, _text(child)) for child in run)
    return [(char, look) for char in text]


def _text(element: etree._Element) -> str:
    return (element.text or "").replace("\n", " ") if element.tag == W + "t" else ""
