"""Numbers of documents that were left in a copy."""

from __future__ import annotations

from collections.abc import Iterator

from checker.corpus.copies.traces_found import NUMBER, Trace
from checker.corpus.copies.traces_sides import Side
from checker.corpus.records import CitationRecord
from checker.office import split_place
from checker.registers.places import place_key


def numbers_left(original: Side, copy: Side) -> Iterator[Trace]:
    """Yield the original's own number in the name of the copy's office, and documents of the
    original's province in a copy from another."""
    yield from _own_number(original, copy)
    yield from _of_province(original, copy)


def _own_number(original: Side, copy: Side) -> Iterator[Trace]:
    """The number of the original, with its date or that of the copy, or with none if that number
    is not cited with one."""
    about, own = original.about, copy.about
    number = next((one for one in original.parts if one.part == "number"), None)
    if not about.figure or number is None or about.figure == own.figure or not own.number:
        return
    same = [
        one
        for one in copy.citations
        if one.figure.lstrip("0") == about.figure.lstrip("0") and one.code == about.type
    ]
    days = {_day(one) for one in same} - {""}
    for one in same:
        is_own = not one.who or _is_of(one.who, own.locality)
        known = _day(one) in (about.day, own.day) if _day(one) else not days
        if is_own and known and one.number_issuer == about.issuer_code:
            yield Trace(NUMBER, original.doc, copy.doc, one, number, one.words, own.locality)


def _of_province(original: Side, copy: Side) -> Iterator[Trace]:
    theirs, own = original.about.province, copy.about.province
    if not theirs or not own or _key(theirs) == _key(own):
        return
    known = {_said(one): one for one in original.citations if one.year and _is_of(one.who, theirs)}
    for one in copy.citations:
        if (found := known.get(_said(one))) and not _is_of(one.who, own):
            yield Trace(NUMBER, original.doc, copy.doc, one, found, one.words, own)


def _said(one: CitationRecord) -> tuple[str, str, str]:
    return one.figure.lstrip("0"), one.code, _day(one)


def _day(one: CitationRecord) -> str:
    return f"{one.year:04}-{one.month:02}-{one.date:02}" if one.year else ""


def _is_of(who: str, place: str) -> bool:
    """Whether a body ("UBND|xa hưngđaọ") is that of a place ("xã Hưng Đạo")."""
    key = who.partition("|")[2]
    return bool(key) and key == _key(place)


def _key(place: str) -> str:
    level, name, _ = split_place(place)
    return place_key(level, name)
