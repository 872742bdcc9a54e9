"""Places named in a document, and which of them is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.document import Header, Locality, Part, Place
from checker.text.folding import fold
from checker.text.words import syllable

COMMUNE = frozenset(("xã", "phường", "thị trấn", "đặc khu"))
DISTRICT = frozenset(("huyện", "quận", "thị xã"))
PROVINCE = frozenset(("tỉnh", "thành phố"))

_LEVELS = {fold(level): level for level in COMMUNE | DISTRICT | PROVINCE}
_ALTERNATIVES = "|".join(sorted(_LEVELS, key=len, reverse=True))
_SYLLABLE = r"[A-Z](?:'[A-Za-z])?[a-z]*(?:'[A-Za-z]?[a-z]+)?"
_MENTION = re.compile(
    rf"\b(?P<level>(?i:{_ALTERNATIVES})) (?P<name>(?:\d{{1,2}} |[A-Z] )?(?=[A-Z]['a-z])"
    rf"{_SYLLABLE}(?:[ -]{_SYLLABLE}){{0,3}}(?: \d{{1,2}}\b(?![/.,]\d))?)"
)
_CAPITAL_SYLLABLE = r"(?:[A-Z][A-Z']*|\d{1,2})"
_CAPITAL_MENTION = re.compile(
    rf"(?<!- )\b(?P<level>{_ALTERNATIVES.upper()}) "
    rf"(?P<name>(?!HOI$){_CAPITAL_SYLLABLE}(?: {_CAPITAL_SYLLABLE}){{0,4}})[-_=* .]*$"
)
_WORD = re.compile(r"[^\W_]+")
_ENACTS = re.compile(
    r"\b(?:Uy ban nhan dan|UBND|Hoi dong nhan dan|HDND|Dang uy|Ban Thuong vu)$", re.IGNORECASE
)
_ENACTING_VERB = re.compile(r",? (?:xay dung|ban hanh|trien khai|to chuc|lap)\b")
_NO_NAME = re.compile(r"(?:Uy|Hoi|Dang|Ban|Chu|Cong|Bo|So|Ke|Chi|Doan|Mat) [a-z]|Quy [IVX]+\b")


def tier(level: str) -> str:
    """Return ``commune``, ``district`` or ``province`` for a level word."""
    if level in COMMUNE:
        return "commune"
    return "district" if level in DISTRICT else "province"


def find_places(text: str, folded: str) -> Iterator[Place]:
    """Yield the places named with their level ("phường Nhị Chiểu"); ``folded`` is the text without
    diacritics."""
    for match in _MENTION.finditer(folded):
        level = text[match.start("level") : match.end("level")].lower()
        if fold(level) not in _LEVELS or level not in _LEVELS.values():
            continue
        if _NO_NAME.match(folded, match.start("name")):
            continue
        name = text[match.start("name") : match.end("name")]
        yield Place(level, name, match.start(), match.end())


def same_name(one: str, other: str) -> bool:
    """Compare names of places regardless of case, spaces, the place of the tone mark and i for y;
    a name typed without diacritics is like any that it may stand for."""
    if one.isascii() or other.isascii():
        return _plain(one) == _plain(other)
    return name_key(one) == name_key(other)


def like_names(one: str, other: str) -> bool:
    """Tell whether two names differ in their diacritics at most."""
    return _plain(one) == _plain(other)


def name_key(name: str) -> str:
    """Return what identifies a name of a place: its syllables without case, tone marks last."""
    return "".join(syllable(word) for word in _WORD.findall(name)).replace("y", "i")


def _plain(name: str) -> str:
    return "".join(_WORD.findall(fold(name).lower())).replace("y", "i")


def places_in(part: Part, places: Sequence[Place]) -> Iterator[Place]:
    """Yield those of ``places`` that stand in ``part``."""
    return (place for place in places if part.start <= place.start and place.end <= part.end)


def place_of_agency(agency: str) -> tuple[str, str]:
    """Return level and name of the place with which an agency's name in capitals ends, or empty
    texts: "ỦY BAN NHÂN DÂN XÃ TÂN LẬP" gives ("xã", "TÂN LẬP")."""
    folded = fold(agency)
    match = _CAPITAL_MENTION.search(folded)
    while match:
        level = agency[match.start("level") : match.end("level")].lower()
        if level in _LEVELS.values() or agency.isascii():
            return _LEVELS[fold(level)], agency[match.start("name") : match.end("name")]
        match = _CAPITAL_MENTION.search(folded, match.start() + 1)  # QUÂN SỰ is no quận
    return "", ""


def find_locality(
    header: Header,
    title: Part,
    preamble: tuple[Part, ...],
    closing: Part,
    places: Sequence[Place],
    folded: str,
) -> Locality:
    """Infer the document's own place from what agrees: issuer, date line, title, the sentence that
    enacts it, the closing, and as a last resort what the text names most."""
    votes: dict[tuple[str, str], float] = {}
    shown: dict[tuple[str, str], str] = {}

    def vote(level: str, name: str, weight: float) -> None:
        key = (level, name_key(name))
        votes[key] = votes.get(key, 0) + weight
        if key not in shown or not name.isupper():
            shown[key] = name.title() if name.isupper() else name

    for agency, weight in ((header.issuer, 4), (header.superior, 3)):
        level, name = place_of_agency(agency.text)
        if name:
            vote(level, name, weight)
            break  # the superior's place counts only where the issuer bears none
    for place in places_in(title, places):
        vote(place.level, place.name, 3)
    for part in preamble:
        for place in places_in(part, places):
            before = folded[max(0, place.start - 40) : place.start].rstrip()
            if _ENACTS.search(before) and _ENACTING_VERB.match(folded, place.end):
                vote(place.level, place.name, 3)
    for place in places_in(closing, places):
        vote(place.level, place.name, 1)
    if not votes:
        for place in places:
            vote(place.level, place.name, 0.1)
    dated = header.place_date.place
    for key in votes:
        if dated and name_key(dated).endswith(key[1]):
            votes[key] += 2
    if not votes:
        return Locality("", "", 0.0)
    best = max(votes, key=lambda key: votes[key])
    return Locality(best[0], shown[best], round(votes[best] / sum(votes.values()), 2))
