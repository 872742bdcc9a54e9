"""Where a document names a part of itself: "khoản 3 mục II", "mục II.3", "Phụ lục I"."""

from __future__ import annotations

import re

from checker.document import Document
from checker.text.part import Part

_DIVISION = re.compile(
    r"\b(?:điểm (?P<point>\w{1,2}),? )?(?:(?:khoản|điểm|mục|tiểu mục) (?P<item>\d{1,2}),? )?"
    r"(?:mục|phần) (?P<path>[IVXL]+(?:\.\w{1,3}){0,4})\b",
    re.IGNORECASE,
)
_APPENDIX = re.compile(r"\bphụ lục (?:số )?(?P<label>[IVXL]+|\d{1,2})\b", re.IGNORECASE)
_REACH = 60  # characters on each side in which such words are looked for
_UNNAMED = ("bullet", "plus", "star")


def part_named(document: Document, offset: int) -> Part | None:
    """Return the heading of the part of a document that the words around ``offset`` of its text
    name, None when there is none. A division is found by its address, an appendix by its label."""
    span = max(0, offset - _REACH), offset + _REACH
    for match in _DIVISION.finditer(document.text, *span):
        if match.start() <= offset <= match.end():
            named = (match["path"], match["item"], match["point"])
            return _division(document, ".".join(filter(None, named)))
    for match in _APPENDIX.finditer(document.text, *span):
        if match.start() <= offset <= match.end():
            return _appendix(document, match["label"])
    return None


def _division(document: Document, path: str) -> Part | None:
    for section in document.sections:
        if section.path.lower() == path.lower() and section.level not in _UNNAMED:
            return section.heading or Part("", section.start, section.start)
    return None


def _appendix(document: Document, label: str) -> Part | None:
    for appendix in document.appendices:
        match = _APPENDIX.search(appendix.heading.text)
        if match and match["label"].lower() == label.lower():
            return appendix.heading
    return None
