"""The documents that a text cites, with what was told of each before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.checks._citations import cited_in_prose
from checker.citations.citation import Citation
from checker.document import Document

_NAMED_FIRST = re.compile(r"-? ?(?:Căn cứ|Thực hiện|Triển khai|Theo|Xét)\b")
CLAUSE_END = re.compile(r"[;\n]|\.(?=\s|$)")


class Mention(NamedTuple):
    """A document cited; ``told`` are the parts that stood at an earlier mention, ``next`` is where
    the document after it stands. ``quoted`` tells that it is named in another's title, ``again``
    that it was cited with this date before."""

    one: Citation
    first: bool
    told: frozenset[str]
    listed: bool
    base: bool
    quoted: bool
    next: int
    again: bool


def mentions(document: Document) -> Iterator[Mention]:
    """The documents cited, with what their earlier mentions tell."""
    told: dict[str, frozenset[str]] = defaultdict(frozenset)
    seen: set[str] = set()
    dated: set[tuple[str, tuple[int, int, int]]] = set()
    line, quoted, end = -1, False, 0
    cited = list(cited_in_prose(document))
    starts = [*(one.start for one in cited[1:]), len(document.text)]
    for one, after, (listed, shared) in zip(cited, starts, _lists(cited), strict=False):
        key = one.number.key if one.number else ""
        at = document.line_at(one.start)
        base = at.kind == "BASIS" and at.start != line and bool(_NAMED_FIRST.match(at.text))
        between = document.text[end : one.start] if end <= one.start else ""
        quoted = one.inside or (quoted and not CLAUSE_END.search(between))
        if not one.inside:
            line = at.start
        again = (key, one.value.date) in dated
        first = key not in seen
        yield Mention(one, first, told[key] | shared, listed, base, quoted, after, again)
        if one.dated:
            dated.add((key, one.value.date))
        end = one.number_words.end
        seen.add(key)
        told[key] |= _parts(one)


def _lists(cited: Sequence[Citation]) -> list[tuple[bool, frozenset[str]]]:
    """For each of ``cited`` whether it is in a list, and what stands at a later one for it too."""
    found: list[tuple[bool, frozenset[str]]] = []
    after: frozenset[str] = frozenset()
    for at in range(len(cited) - 1, -1, -1):
        one = cited[at]
        joined = at > 0 and cited[at - 1].listed
        shared = after if one.listed else frozenset()
        found.append((one.listed or joined, shared))
        after = shared | _parts(one)
    return found[::-1]


def _parts(one: Citation) -> frozenset[str]:
    parts = {"date": one.dated, "issuer": one.issuer, "title": one.title}
    return frozenset(part for part, words in parts.items() if words)
