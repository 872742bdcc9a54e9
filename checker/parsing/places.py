"""Places named in a document, and which of them is its own."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.document import Header, Locality, Place
from checker.registers import load_words
from checker.registers.places import (
    COMMUNE,
    DISTRICT,
    PROVINCE,
    Gazetteer,
    KnownPlace,
    name_key,
    tier,
)
from checker.text.folding import fold
from checker.text.part import Part

_LEVELS = {fold(level): level for level in COMMUNE | DISTRICT | PROVINCE}
_ALTERNATIVES = "|".join(sorted(_LEVELS, key=len, reverse=True))
_SYLLABLE = r"[A-Z](?:'[A-Za-z])?[a-z]*(?:'[A-Za-z]?[a-z]+)?"
_NUMBER = r"\d{1,2}\b(?![/.,]\d)"
_MENTION = re.compile(
    rf"\b(?P<level>(?i:{_ALTERNATIVES})|TP\.?|Tp\.?) ?(?<=[ .])"
    rf"(?P<name>(?:\d{{1,2}} |[A-Z] )?(?=[A-Z]['a-z]){_SYLLABLE}"
    rf"(?:(?: - |[ -]){_SYLLABLE}){{0,4}}(?: {_NUMBER})?)"
)
_MOST_SYLLABLES = 4  # of a name that no register knows
_CAPITAL_SYLLABLE = r"(?:[A-Z][A-Z']*|\d{1,2})"
_CAPITAL_MENTION = re.compile(
    rf"(?<!- )\b(?P<level>{_ALTERNATIVES.upper()}) "
    rf"(?P<name>(?!HOI$|UY$|DOAN$){_CAPITAL_SYLLABLE}(?: {_CAPITAL_SYLLABLE}){{0,4}})[-_=* .]*$"
)
_CAPITAL_RUN = re.compile(
    rf"(?<!- )\b(?P<level>{_ALTERNATIVES.upper()}) "
    rf"(?P<name>{_CAPITAL_SYLLABLE}(?:(?: - |[ -]){_CAPITAL_SYLLABLE}){{0,5}})(?![\w'])"
)
_PIECE = re.compile(r"(?: - |[ -])?[^ -]+")
_ENACTS = re.compile(
    r"\b(?:Uy ban nhan dan|UBND|Hoi dong nhan dan|HDND|Dang uy|Ban Thuong vu)$", re.IGNORECASE
)
_ENACTING_VERB = re.compile(r",? (?:xay dung|ban hanh|trien khai|to chuc|lap)\b")
# first syllables of persons' names and of the phrases that follow a place's name
_STARTS = load_words("surnames.txt") | frozenset(
    [
        "uy",
        "ubnd",
        "hdnd",
        "hoi",
        "dang",
        "ban",
        "chu",
        "cong",
        "bo",
        "so",
        "ke",
        "chi",
        "doan",
        "mat",
        "nam",
        "quy",
        "thuc",
        "can",
        "tren",
        "phong",
        "van",
        "trung",
        "truong",
        "cac",
        "nghi",
        "thong",
        "lan",
        "giai",
        "den",
        "khoa",
        "nhiem",
        "va",
        "ve",
        "thu",
        "trong",
    ]
)
_NO_NAME = re.compile(r"(?:Uy|Hoi|Dang|Ban|Chu|Cong|Bo|So|Ke|Chi|Doan|Mat) [a-z]|Quy [IVX]+\b")


def find_places(text: str, folded: str, gazetteer: Gazetteer) -> list[Place]:
    """Return the places named with their level ("phường Nhị Chiểu", "PHƯỜNG NHỊ CHIỂU"), in order;
    ``folded`` is the text without diacritics. A name ends where the longest name that ``gazetteer``
    knows does."""
    found = [*_mentions(text, folded, gazetteer), *_capital_mentions(text, folded, gazetteer)]
    return sorted(found, key=lambda place: place.start)


def _mentions(text: str, folded: str, gazetteer: Gazetteer) -> Iterator[Place]:
    for match in _MENTION.finditer(folded):
        shown = text[match.start("level") : match.end("level")]
        city = shown[:2].lower() == "tp"
        level = "thành phố" if city else shown.lower()
        start, end = match.span("name")
        if level not in _LEVELS.values() or _NO_NAME.match(folded, start):
            continue
        name = text[start:end]
        if level == "xã" and folded.endswith(("op tac ", "ong tan "), 0, match.start()):
            continue
        known = _longest_known(level, name, gazetteer, tier(level) == "province")
        if known or (not city and " " in name):
            name = known or _shortened(name)
            yield Place(level, name, match.start(), start + len(name))


def _capital_mentions(text: str, folded: str, gazetteer: Gazetteer) -> Iterator[Place]:
    """Names in capitals, whose end only the register can tell."""
    for match in _CAPITAL_RUN.finditer(folded):
        level = text[match.start("level") : match.end("level")].lower()
        if level not in _LEVELS.values():
            continue
        run = text[match.start("name") : match.end("name")]
        name = _longest_known(level, run, gazetteer, whatever_follows=True)
        if name:
            yield Place(level, name, match.start(), match.start("name") + len(name))


def _longest_known(
    level: str, name: str, gazetteer: Gazetteer, whatever_follows: bool = False
) -> str:
    """The longest beginning of ``name`` that is a place of this tier, where what is left begins a
    person's name or another phrase; one syllable of several is not enough."""
    ends = [piece.end() for piece in _PIECE.finditer(name)]
    for end in reversed(ends if len(ends) == 1 else ends[1:]):
        rest = fold(name[end:]).strip(" -").partition(" ")[0].lower()
        may_end = whatever_follows or not rest or rest.isdigit() or rest in _STARTS
        if may_end and gazetteer.knows(level, name[:end]):
            return name[:end]
    return ""


def _shortened(name: str) -> str:
    pieces = [piece.end() for piece in _PIECE.finditer(name)]
    return name[: pieces[_MOST_SYLLABLES - 1]] if len(pieces) > _MOST_SYLLABLES else name


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
    gazetteer: Gazetteer,
    stated: tuple[str, str, str] = ("", "", ""),
) -> Locality:
    """Infer the document's own place from what agrees: issuer, date line, title, the sentence that
    enacts it, the closing, and as a last resort what the text names most; its province from the
    header, a name that is unique, or the province that the text names most. ``stated`` (level, name
    and province) is what the office itself says; where it names a place nothing is inferred."""
    day = law_date(header)
    if stated[1]:
        level, name, province = stated
        province = province or _province_of(level, name, header, places, day, gazetteer)
        return Locality(level, name, 1.0, province)
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
    told = bool(votes)
    if not told:
        for place in places:
            vote(place.level, place.name, 0.1)
    dated = header.place_date.place
    for key in votes:
        if dated and name_key(dated).endswith(key[1]):
            votes[key] += 2
            told = True
    if not votes:
        return Locality("", "", 0.0)
    best = max(votes, key=lambda key: votes[key])
    agreement = votes[best] / sum(votes.values()) * (1 if told else 0.4)
    level, name = best[0], shown[best]
    province = _province_of(level, name, header, places, day, gazetteer)
    return Locality(level, name, round(agreement, 2), province)


def law_date(header: Header) -> datetime.date | None:
    """Return the day whose law a document is under: its date, with the last day for a blank day or
    month of a year that is over; None, which is today's law, when it does not tell."""
    dated = header.place_date
    if dated.date or not dated.year:
        return dated.date
    return datetime.date(dated.year, 12, 31) if 1945 < dated.year < 2025 else None


def _province_of(
    level: str,
    name: str,
    header: Header,
    places: Sequence[Place],
    day: datetime.date | None,
    gazetteer: Gazetteer,
) -> str:
    """The province of a place: the only one that has it, else the one that the document names, its
    superior's first. A commune may have been renamed a ward: a province that the document names
    goes before one that only the level word tells. Empty where two are as likely."""
    if tier(level) == "province":
        return ""
    homes, alike = _homes(level, name, day, gazetteer)
    if len(homes) == 1 and homes == alike:
        return homes.pop()
    votes = _provinces_named(header, places, day, gazetteer)
    for among in (homes, alike) if homes else (set(votes),):
        fitting = Counter({one: count for one, count in votes.items() if one in among})
        if fitting:
            return _most_named(fitting)
    return homes.pop() if len(homes) == 1 else ""


def _provinces_named(
    header: Header, places: Sequence[Place], day: datetime.date | None, gazetteer: Gazetteer
) -> Counter[str]:
    """The provinces, with level word, that a document names and how often; that of the superior
    counts more than all."""
    of_superior = Place(*place_of_agency(header.superior.text), 0, 0)
    votes: Counter[str] = Counter()
    for one, weight in (*((place, 1) for place in places), (of_superior, 100)):
        if tier(one.level) == "province" and one.name:
            for known in gazetteer.named(one.name):
                if known.existed(day) and known.level in PROVINCE:
                    votes[f"{known.level} {known.name}"] += weight
    return votes


def _most_named(votes: Counter[str]) -> str:
    (first, most), *others = votes.most_common(2)
    return "" if others and others[0][1] == most else first


def _homes(
    level: str, name: str, day: datetime.date | None, gazetteer: Gazetteer
) -> tuple[set[str], set[str]]:
    """The provinces, with level word, that have a place of this name on ``day``: those of its very
    level if there are any, and those of its tier."""
    known = [place for place in gazetteer.named(name) if place.existed(day)]
    known = [place for place in known if tier(place.level) == tier(level)]
    exact = [place for place in known if place.level == level]
    homes, alike = (
        {_shown_province(place, day, gazetteer) for place in some} - {""}
        for some in (exact or known, known)
    )
    return homes, alike


def _shown_province(place: KnownPlace, day: datetime.date | None, gazetteer: Gazetteer) -> str:
    for known in gazetteer.named(place.province):
        if known.level in PROVINCE and known.existed(day):
            return f"{known.level} {known.name}"
    return ""
