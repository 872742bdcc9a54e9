"""What documents name and count, so that it can be told what only one of two does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import NamedTuple

from checker.document import Document
from checker.text.amounts import find_amounts, per_what
from checker.text.dates import Date, find_dates

UNITS, PLACES, DATES, CITATIONS, FIGURES = "units", "places", "dates", "citations", "figures"
KINDS = (UNITS, PLACES, DATES, CITATIONS, FIGURES)


_MEASURES = frozenset(("%", "đồng"))
_COUNTED = re.compile(r" ([^\W\d_]+(?: [^\W\d_]+)?)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABEL_LENGTH = 24
_LABEL = re.compile(
    r"\b(?:dieu|khoan|diem|muc|so|nam|thang|quy|khoa|thu|phan|chuong|phu luc|ngay|giai doan)"
    r"[\d ,;/-]*(?:va )?$",
    re.IGNORECASE,
)


class Mention(NamedTuple):
    """Something that is named, as it is written where it stands first, and all its lines."""

    words: str
    lines: tuple[int, ...]


class OnlyIn(NamedTuple):
    """What only the first document mentions, and what only the second, each in its order."""

    first: tuple[Mention, ...]
    second: tuple[Mention, ...]


class _Found(NamedTuple):
    """Words at an offset; those with the same ``key`` mean the same."""

    key: Hashable
    words: str
    start: int


def differing(first: Document, second: Document) -> Mapping[str, OnlyIn]:
    """Return by kind (of KINDS) what only one of two documents mentions."""
    return {kind: _only_in(first, second, find) for kind, find in _FINDERS.items()}


def _only_in(
    first: Document, second: Document, find: Callable[[Document], Iterator[_Found]]
) -> OnlyIn:
    told, other = list(find(first)), list(find(second))
    keys, other_keys = {one.key for one in told}, {one.key for one in other}
    return OnlyIn(
        _mentions((one for one in told if one.key not in other_keys), first),
        _mentions((one for one in other if one.key not in keys), second),
    )


def _mentions(found: Iterator[_Found], document: Document) -> tuple[Mention, ...]:
    lines: defaultdict[Hashable, list[int]] = defaultdict(list)
    words: dict[Hashable, str] = {}
    for one in sorted(found, key=lambda one: one.start):
        words.setdefault(one.key, " ".join(one.words.split()))
        lines[one.key].append(document.raw_lines(one.start, one.start)[0])
    return tuple(Mention(words[key], tuple(dict.fromkeys(lines[key]))) for key in words)


def _units(document: Document) -> Iterator[_Found]:
    for one in document.units:
        yield _Found(one.name, one.mention.text, one.mention.start)


def _places(document: Document) -> Iterator[_Found]:
    for one in document.places:
        yield _Found((one.level.lower(), one.name.lower()), f"{one.level} {one.name}", one.start)


def _dates(document: Document) -> Iterator[_Found]:
    for one in find_dates(document.folded):
        yield _Found((one.day, one.month, one.year), _written(one), one.start)


def _written(date: Date) -> str:
    return "/".join(str(part) for part in (date.day, date.month, date.year) if part)


def _citations(document: Document) -> Iterator[_Found]:
    for one in document.citations:
        said = one.value
        words = f"{said.type} {said.number or said.name}".strip()
        yield _Found((said.number or said.name, said.provisions), str(words), one.start)


def _figures(document: Document) -> Iterator[_Found]:
    """Money, shares and what is counted ("5 lớp"), no years, dates and numbers of provisions."""
    folded, text = document.folded, document.text
    inside = {at for date in find_dates(folded) for at in range(date.start, date.end)}
    for one in find_amounts(folded):
        if one.usual is None or one.start in inside or not (one.unit or one.scale):
            continue
        per = per_what(one, text)
        words = f"{text[one.start : one.end]}{per}"
        if one.unit not in _MEASURES and not one.scale:
            counted = _COUNTED.match(text, one.end)
            lead = folded[max(0, one.start - _LABEL_LENGTH) : one.start]
            if _LABEL.search(lead) or _YEAR.fullmatch(words) or counted is None:
                continue
            words = f"{words} {counted[1]}"
        yield _Found((one.usual, one.unit, per), words, one.start)


_FINDERS: Mapping[str, Callable[[Document], Iterator[_Found]]] = {
    UNITS: _units,
    PLACES: _places,
    DATES: _dates,
    CITATIONS: _citations,
    FIGURES: _figures,
}
