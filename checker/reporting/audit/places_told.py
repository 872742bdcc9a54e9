"""Where something stands in one of several documents, in words."""

from __future__ import annotations

from checker.corpus.finding import Related
from checker.corpus.records import Spot
from checker.phrases import say


def place_told(name: str, spot: Spot, lang: str) -> str:
    """Return the document with section and line: "a.docx, mục II.1, dòng 12"."""
    if spot.section:
        return say("audit-place-section", lang, name=name, section=spot.section, line=spot.line)
    return say("audit-place", lang, name=name, line=spot.line)


def related_told(related: tuple[Related, ...], most: int, lang: str) -> list[str]:
    """Return the places in other documents, a line each, at most ``most`` of them."""
    told = [place_told(one.path, one.spot, lang) for one in related[:most]]
    left = len(related) - most
    return [*told, say("audit-more-places", lang, count=left)] if left > 0 else told
