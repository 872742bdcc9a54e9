"""Defects of places: another locality's name, a wrong level word, a place that is no more."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import cache

from checker.data import folder
from checker.document import Document
from checker.parsing import Grammar
from checker.registers.places import Gazetteer, KnownPlace, same_name, tier
from tools.accuracy.defects import Defect, Generator, swap

INVENTED = (
    "Tân Quyết",
    "Nghị Quyết",
    "Hòa Sơn Thượng",
    "Bình Hưng Lộc Tây",
    "Phú Quý Cường",
    "Đông Mã",
)
_OTHER_NAME = (
    "locality/other-place",
    "locality/other-authority",
    "locality/stray-place",
    "locality/neighbour",
    "locality/unknown-place",
    "locality/former-place",
    "locality/former-mention",
)
_LEVEL = ("locality/place-level", "locality/other-place")
_BARE_LEVEL = re.compile(
    r"(?:của|toàn|trên địa bàn|UBND|Ủy ban nhân dân|HĐND|Công an|Đảng ủy|MTTQ Việt Nam|trong) "
    r"(?P<word>xã|phường)(?=[ ,.;]| *$)(?! hội)(?! [A-ZĐ])",
    re.MULTILINE,
)
_BARE_PROVINCE = re.compile(
    r"(?:của|trên địa bàn|UBND|Ủy ban nhân dân|Công an) "
    r"(?P<word>tỉnh|thành phố)(?=[,.;]| (?:và|về|năm))"
)


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield the kinds of defects, the rules of which one must find it, and how to make it."""
    yield "locality: commune of the same province", _OTHER_NAME, _renamed(_neighbour)
    yield "locality: commune of another province", _OTHER_NAME, _renamed(_far)
    yield "locality: commune that was merged", _OTHER_NAME, _renamed(_merged)
    yield "locality: commune that never was", _OTHER_NAME, _renamed(_invented)
    yield "locality: level word before the own name", _LEVEL, _other_level
    yield (
        "locality: bare level word",
        ("locality/level-word",),
        _bare(_BARE_LEVEL, ("xã", "phường")),
    )
    yield (
        "locality: bare word for the province",
        ("locality/province-word",),
        _bare(_BARE_PROVINCE, ("tỉnh", "thành phố")),
    )
    yield (
        "locality: level word of the province",
        ("locality/place-level", "locality/former-place"),
        _province_level,
    )
    yield "locality: own name without its level", ("locality/bare-name",), _bare_name


@cache
def _gazetteer() -> Gazetteer:
    assert folder("grammar").is_dir()
    return Grammar.load().gazetteer


@cache
def _communes() -> tuple[KnownPlace, ...]:
    return tuple(
        place
        for place in _gazetteer().all()
        if tier(place.level) == "commune" and " " in place.name and place.name[-1].isalpha()
    )


def _home(document: Document) -> str:
    return document.locality.province.removeprefix("thành phố ").removeprefix("tỉnh ")


def _pick(chance: random.Random, fits: Callable[[KnownPlace], bool]) -> str:
    places = _communes()
    while True:
        place = chance.choice(places)
        if fits(place):
            return f"{place.level} {place.name}"


def _neighbour(document: Document, chance: random.Random) -> str:
    own, home = document.locality.name, _home(document)
    return _pick(
        chance,
        lambda one: one.until is None and one.province == home and not same_name(one.name, own),
    )


def _far(document: Document, chance: random.Random) -> str:
    own, home = document.locality.name, _home(document)
    return _pick(
        chance,
        lambda one: one.until is None and one.province != home and not same_name(one.name, own),
    )


def _merged(document: Document, chance: random.Random) -> str:
    own = document.locality.name
    return _pick(
        chance,
        lambda one: (
            one.until is not None
            and not same_name(one.name, own)
            and not any(known.until is None for known in _gazetteer().named(one.name))
        ),
    )


def _invented(_document: Document, chance: random.Random) -> str:
    return f"{chance.choice(('xã', 'phường'))} {chance.choice(INVENTED)}"


def _renamed(pick: Callable[[Document, random.Random], str]) -> Generator:
    """One mention of the own place in title, text or closing becomes another."""

    def generate(text: str, document: Document, chance: random.Random) -> Defect | None:
        if tier(document.locality.level) != "commune":
            return None
        found = _own_mentions(text, document)
        if not found:
            return None
        return swap(text, *chance.choice(found).span(), pick(document, chance))

    return generate


def _own_mentions(text: str, document: Document) -> list[re.Match[str]]:
    own = re.sub(" ", r"\\s+", re.escape(str(document.locality)).replace("\\ ", " "))
    return list(re.finditer(rf"\b{own}\b", text))


def _other_level(text: str, document: Document, chance: random.Random) -> Defect | None:
    found = _own_mentions(text, document) if tier(document.locality.level) == "commune" else []
    if not found:
        return None
    match = chance.choice(found)
    other = "phường" if document.locality.level == "xã" else "xã"
    return swap(text, match.start(), match.start() + len(document.locality.level), other)


def _bare(pattern: re.Pattern[str], words: tuple[str, str]) -> Generator:
    def generate(text: str, document: Document, chance: random.Random) -> Defect | None:
        found = [match for match in pattern.finditer(text) if match["word"] in words]
        if not found or tier(document.locality.level) != "commune":
            return None
        match = chance.choice(found)
        other = words[1 - words.index(match["word"])]
        return swap(text, *match.span("word"), other)

    return generate


def _province_level(text: str, document: Document, chance: random.Random) -> Defect | None:
    """A sentence that gives the own province the other level word."""
    home = document.locality.province
    if not home:
        return None
    level = "tỉnh" if home.startswith("thành phố") else "thành phố"
    wrong = f"{level} {_home(document)}"
    lead = chance.choice(("Báo cáo UBND ", "Theo chỉ đạo của HĐND ", "Tuyên truyền trên địa bàn "))
    at = text.index("\nII. ")
    start = at + 1 + len(lead)
    return Defect(f"{text[:at]}\n{lead}{wrong}.\n{text[at:]}", start, start + len(wrong))


def _bare_name(text: str, document: Document, chance: random.Random) -> Defect | None:
    name = document.locality.name
    if tier(document.locality.level) != "commune":
        return None
    pattern = rf"(?:công dân|quê hương|đất và người|con người|người con) ({name})\b"
    found = list(re.finditer(pattern, text))
    if not found:
        return None
    return swap(text, *chance.choice(found).span(1), _far(document, chance).partition(" ")[2])
