"""The agencies that documents name, with what is the same and what is gone (agencies.yml)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from checker.text.words import sound, tone, words_of

Key = tuple[str, ...]
Node = dict[str, Any]  # sounds lead to further nodes, END to the Form that ends there
END = ""
AND = sound("và")


@dataclass(frozen=True, slots=True)
class Agency:
    """``since`` and ``until`` (exclusive) tell when it existed, ``successors`` who has its work
    now. ``sure`` is false for what rests on practice and not on a text of law; ``places`` are the
    kinds of commune that have it, empty for all; ``own`` is one that an office has named itself."""

    name: str
    level: str = ""
    side: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    successors: tuple[str, ...] = ()
    sure: bool = True
    places: tuple[str, ...] = ()
    own: bool = False

    def gone(self, day: datetime.date | None) -> bool:
        """Tell whether it no longer existed on ``day`` (None is today)."""
        return self.until is not None and (day is None or day >= self.until)


@dataclass(frozen=True, slots=True)
class Form:
    """One of the forms under which an agency is known: ``name`` identifies the agency, ``key`` the
    form; ``writings`` are the accepted ways to print it, the best first, empty for a form in
    initials ("Sở VH,TT&DL"), which is not judged. ``tones`` are those of its words, None inside a
    short form."""

    name: Key
    key: Key
    agency: Agency | None = None
    writings: tuple[str, ...] = ()
    tones: tuple[str | None, ...] = ()


@dataclass(frozen=True)
class Agencies:
    """``forms`` are by key, ``root`` leads to them word by word, ``by_name`` has every agency by
    the key of its name."""

    forms: dict[Key, Form]
    by_name: dict[Key, Agency]
    root: Node = field(repr=False)

    def of(self, name: str) -> Agency | None:
        """Return the agency of a :class:`checker.document.Unit` by the unit's name."""
        return self.by_name.get(tuple(name.split()))


Short = dict[str, Key]


def make_agencies(raw: Iterable[dict[str, Any]], short: Short) -> Agencies:
    """Make the register of agencies.yml; ``short`` maps the sounds of acronyms to those of the
    words that they stand for."""
    forms: dict[Key, Form] = {}
    by_name: dict[Key, Agency] = {}
    for agency, writings in _entries(raw):
        name = spelled_out(agency.name, short)
        by_name[name] = agency
        for writing in writings:
            key = spelled_out(writing, short)
            before = forms[key].writings if key in forms else ()
            judged = () if _in_initials(writing, short) else (*before, writing)
            tones = tones_of(judged[0] if judged else writing, short)
            forms[key] = Form(name, key, agency, judged, tones)
    return Agencies(forms, by_name, _tree(forms.values()))


def with_own(register: Agencies, names: Sequence[str], short: Short) -> Agencies:
    """Return ``register`` with an office's own names, which are accepted beside the official
    ones and shown before them."""
    forms, by_name = dict(register.forms), dict(register.by_name)
    for name in names:
        key = spelled_out(name, short)
        if not key:
            continue
        form = forms.get(key)
        known = form.agency if form and form.agency and not form.agency.until else Agency(name)
        agency = replace(known, own=True, places=())
        identity = form.name if form and known is form.agency else key
        writings = form.writings if form else ()
        accepted = tuple(dict.fromkeys((name, *writings)))
        forms[key] = Form(identity, key, agency, accepted, tones_of(name, short))
        by_name[identity] = agency
    return Agencies(forms, by_name, _tree(forms.values()))


def _entries(raw: Iterable[dict[str, Any]]) -> Iterator[tuple[Agency, list[str]]]:
    for group in raw:
        shared = {key: value for key, value in group.items() if key != "names"}
        for entry in group["names"]:
            told = {**shared, **entry}
            for day in ("since", "until"):
                if day in told:
                    told[day] = datetime.date.fromisoformat(told[day])
            forms = told.pop("forms", [])
            for many in ("successors", "places"):
                told[many] = tuple(told.get(many, ()))
            yield Agency(**told), [told["name"], *forms]


def spelled_out(name: str, short: Short) -> Key:
    """Return a name word by word by sound, short forms written out, "và" left out."""
    sounds = (word.sound for word in words_of(name))
    return tuple(full for one in sounds if one != AND for full in short.get(one, (one,)))


def tones_of(name: str, short: Short) -> tuple[str | None, ...]:
    """Return the tones of a name as spelled out, None inside a short form."""
    tones: list[str | None] = []
    for word in words_of(name):
        if word.sound in short:
            tones += [None] * len(short[word.sound])
        elif word.sound != AND:
            tones.append(tone(name[word.start : word.end]))
    return tuple(tones)


def same_tones(one: Sequence[str | None], other: Sequence[str | None]) -> bool:
    return all(a == b or a is None or b is None for a, b in zip(one, other, strict=True))


def _in_initials(name: str, short: Short) -> bool:
    """Tell whether a name holds initials that do not tell its words ("Sở VH,TT&DL", "P. VHXH")."""
    shown = [name[word.start : word.end] for word in words_of(name) if word.sound not in short]
    return shown[:1] == ["P"] or any(len(one) > 1 and one.isupper() for one in shown)


def _tree(forms: Iterable[Form]) -> Node:
    root: Node = {}
    for form in forms:
        node = root
        for one in form.key:
            node = node.setdefault(one, {})
        node[END] = form
    return root
