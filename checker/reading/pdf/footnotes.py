"""Footnotes: what stands in small letters below a short rule at the foot of a page, with the marks
in the text that lead there.

Lengths are points, measured from the top left corner of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.reading.pdf.page import Box, Fragment, PageContent

_LOWEST_HEAD = 0.3  # of the page's height; no rule above it begins footnotes
_SHORTEST, _LONGEST = 0.03, 0.45  # of the page's width
_SMALLER = 0.95  # times the size of the text
_NEAR = 3.5  # em between the rule and the first note
_SAME_LINE = 0.6  # em
_NOTE = re.compile(r"\s*[(\[]?(\d{1,2})(?!\d|\.\d)")


def without_footnotes(content: PageContent) -> list[Fragment]:
    """Return what stands on a page besides its footnotes, their marks without their text. Notes are
    known by the rule above them, by their size, and by the number of the first, which is raised in
    the text."""
    rules = [rule for rule in content.rules if _may_begin_notes(rule, content)]
    if not rules or not any(fragment.raised for fragment in content.fragments):
        return content.fragments
    rule = max(rules, key=lambda rule: rule.top)
    notes = [fragment for fragment in content.fragments if fragment.baseline > rule.bottom]
    text = [fragment for fragment in content.fragments if fragment.baseline <= rule.bottom]
    marks = _numbers(text)
    first = _first_number(notes, rule)
    if first not in marks or not _is_smaller(notes, text):
        return content.fragments
    last = max(notes, key=lambda fragment: fragment.baseline)
    number_of_page = last.text.strip().isdigit() and not any(
        other is not last and abs(other.baseline - last.baseline) < _SAME_LINE * last.size
        for other in notes
    )
    kept = [
        fragment._replace(text="", indices=())
        if fragment.raised and _number(fragment) >= first
        else fragment
        for fragment in text
    ]
    return [*kept, last] if number_of_page else kept


def _may_begin_notes(rule: Box, content: PageContent) -> bool:
    width = rule.right - rule.left
    return (
        rule.top > _LOWEST_HEAD * content.height
        and _SHORTEST * content.width < width < _LONGEST * content.width
        and rule.bottom - rule.top < width
        and rule.left < content.width / 3
    )


def _numbers(fragments: Sequence[Fragment]) -> set[int]:
    return {_number(fragment) for fragment in fragments if fragment.raised}


def _number(fragment: Fragment) -> int:
    number = _NOTE.match(fragment.text)
    return int(number[1]) if number else 0


def _first_number(notes: Sequence[Fragment], rule: Box) -> int:
    """The number of the first note, 0 if it has none near the rule."""
    if not notes:
        return 0
    top = min(notes, key=lambda fragment: fragment.baseline)
    beside = [
        fragment
        for fragment in notes
        if fragment.baseline - top.baseline < _SAME_LINE * max(top.size, fragment.size)
    ]
    first = min(beside, key=lambda fragment: fragment.box.left)
    near = top.baseline - rule.bottom < _NEAR * max(fragment.size for fragment in beside)
    return _number(first) if near else 0


def _is_smaller(notes: Sequence[Fragment], text: Sequence[Fragment]) -> bool:
    return _usual_size(notes) < _SMALLER * _usual_size(text)


def _usual_size(fragments: Sequence[Fragment]) -> float:
    letters: dict[float, int] = {}
    for fragment in fragments:
        size = round(fragment.size, 1)
        letters[size] = letters.get(size, 0) + len(fragment.text)
    return max(letters, key=lambda size: letters[size], default=0.0)
