"""Where in the text the pages of a document begin."""

from __future__ import annotations

from collections.abc import Iterable

from checker.checks._layout import Looks, Span


def page_starts(looks: Looks, pages: Iterable[int]) -> list[Span]:
    """Return the empty spans at which stretches of pages, given as indexes in ``Layout.pages``,
    begin; those without a paragraph of their own are left out."""
    wanted = set(pages)
    found: dict[int, int] = {}
    for paragraph in looks.layout.paragraphs:
        if paragraph.page in wanted and paragraph.page not in found:
            found[paragraph.page] = looks.offset(paragraph.start)
    if 0 in wanted:
        found.setdefault(0, 0)
    return [(at, at) for at in sorted(set(found.values()))]
