"""Defects of acronyms, of words left out, and of text that lost its diacritics in part."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator

from checker.document import Document
from checker.spelling.tokens import prose_of
from checker.text.folding import fold
from tools.accuracy.defects import Defect, Generator, choose, cut, swap

LEAST_USES = 8  # of three words of which the last is left out
LEAST_SHARE = 0.9  # of the uses of the first two
_BEFORE_SMALL = re.compile(r" (?:cho|của|với|về|theo|trong|trên|và|để|các) ")
STRIPPED = 60  # words
_PHRASES = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "CĐS": "chuyển đổi số",
    "CNTT": "công nghệ thông tin",
    "TTHC": "thủ tục hành chính",
}
_OTHER_PHRASES = {
    "CĐS": "cộng đồng số",
    "CNTT": "chất lượng nội dung thông tin",
    "TTHC": "thông tin hành chính",
}


def generators() -> Iterator[tuple[str, tuple[str, ...], Generator]]:
    """Yield name, the rules of which one must speak, and the generator, for every kind."""
    yield "acronym: letters at odds", ("spelling/acronym-letters",), _odd_letters
    yield "acronym: explained in two ways", ("spelling/acronym-twice",), _twice
    yield "acronym: one thing, two acronyms", ("spelling/acronym-rivals",), _rivals
    yield "acronym: never explained", ("spelling/acronym-unexplained",), _unexplained
    yield "spelling: word left out of a phrase", ("spelling/missing-word",), _left_out
    yield "hygiene: diacritics lost in part", ("hygiene/illegible-part",), _stripped


def _ends(text: str, chance: random.Random) -> list[int] | None:
    """Two places in prose, the ends of sentences."""
    start = text.index("\nI. ")
    last = text.index("\nNơi nhận")
    pattern = re.compile(r"(?<=[a-zà-ỹ])(?=[.;]\n)")
    places = [match.start() for match in pattern.finditer(text, start, last)]
    return sorted(chance.sample(places, 2)) if len(places) > 1 else None


def _insert(text: str, places: list[int], first: str, second: str, bad: str) -> Defect:
    """Put one clause at each of two places; ``bad`` stands in the second."""
    one, two = places
    made = f"{text[:one]}, {first}{text[one:two]}, {second}"
    start = made.rindex(bad)
    return Defect(made + text[two:], start, start + len(bad))


def _odd_letters(text: str, _document: Document, chance: random.Random) -> Defect | None:
    match = choose(text, r"(?:Ủy ban|Hội đồng) nhân dân(?= (?:xã|phường|tỉnh))", chance)
    if not match:
        return None
    right = "UBND" if match.group().startswith("Ủy") else "HĐND"
    at = chance.randrange(1, 4)
    wrong = right[: at - 1] + right[at] + right[at - 1] + right[at + 1 :]
    if wrong == right:
        return None
    made = swap(text, match.end(), match.end(), f" ({wrong})")
    return Defect(made.text, made.start + 2, made.end - 1)


def _twice(text: str, _document: Document, chance: random.Random) -> Defect | None:
    places = _ends(text, chance)
    acronym = chance.choice(list(_OTHER_PHRASES))
    if not places:
        return None
    first = f"nhất là {_PHRASES[acronym]} ({acronym})"
    return _insert(text, places, first, f"và {_OTHER_PHRASES[acronym]} ({acronym})", acronym)


def _rivals(text: str, _document: Document, chance: random.Random) -> Defect | None:
    places = _ends(text, chance)
    if not places:
        return None
    one, other = chance.sample(["KHCN", "KH&CN", "KHVCN"], 2)
    phrase = "khoa học và công nghệ"
    return _insert(text, places, f"nhất là {phrase} ({one})", f"và {phrase} ({other})", other)


def _unexplained(text: str, _document: Document, chance: random.Random) -> Defect | None:
    places = _ends(text, chance)
    if not places:
        return None
    made = _insert(text, places, "trước hết là PXKQ", "nhất là PXKQ", "PXKQ")
    start = made.text.index("PXKQ")
    return Defect(made.text, start, start + 4)


def _left_out(text: str, _document: Document, chance: random.Random) -> Defect | None:
    """The last word of three that the document has often, before a small word."""
    tokens = prose_of(text).tokens
    threes = [
        (one, two, three)
        for one, two, three in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if two.joined and three.joined
    ]
    uses = Counter(tuple(token.form for token in three) for three in threes)
    firsts = Counter((one.form, two.form) for one, two, _ in threes)
    places = [
        (two, three)
        for one, two, three in threes
        if uses[one.form, two.form, three.form]
        >= max(LEAST_USES, LEAST_SHARE * firsts[one.form, two.form])
        and all(token.text.islower() for token in (one, two, three))
        and _BEFORE_SMALL.match(text, three.end)
    ]
    if not places:
        return None
    two, three = chance.choice(places)
    made = cut(text, three.start, three.end + 1)
    return Defect(made.text, two.start, two.end)


def _stripped(text: str, _document: Document, chance: random.Random) -> Defect:
    start, last = text.index("\nI. "), text.index("\nNơi nhận")
    words = list(re.finditer(r"\S+", text[start:last]))
    first = chance.randrange(len(words) - STRIPPED)
    begin = start + words[first].start()
    end = start + words[first + STRIPPED - 1].end()
    return swap(text, begin, end, fold(text[begin:end]))
