"""``check: level-word``: a bare level word that is not that of the document's own place.

"UBND xã", "của xã", "trên địa bàn xã" in a ward's plan are the commonest trace of a copied plan, as
is "UBND tỉnh" where the province is a city. Laws, quotations and lists ("các xã, phường") are left
alone.

Keys
    place   ``own`` (xã, phường, đặc khu), ``province`` (tỉnh, thành phố, and Tỉnh ủy, Thành ủy) or
            ``district`` (huyện, quận, thị xã, thị trấn, which are no more)

Source: Luật Tổ chức chính quyền địa phương 72/2025/QH15.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._place_contexts import context_of
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document, Place
from checker.finding import Fact
from checker.registers.places import REFORM, tier
from checker.text.folding import fold

_BODIES = (
    r"ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|dang uy|dang bo|cong an|"
    r"mttq(?: viet nam)?|mttqvn|mat tran to quoc(?: viet nam)?|"
    r"tram y te|chi huy quan su|bchqs|chqs|hoi nong dan|hoi phu nu|"
    r"hoi lien hiep phu nu|hoi cuu chien binh|doan thanh nien|chinh quyen|lanh dao|thuong truc|"
    r"dai bieu quoc hoi"
)
_TERRITORY = (
    r"cua|toan|(?:tren )?dia ban|(?<!uy ban )(?<!hoi dong )(?<!toa an )(?<!kiem sat )nhan dan|"
    r"can bo|trong|den tu|ngan sach|cap uy|hinh anh|trung tam|doan the|tren pham vi"
)
_BODY_OR_TERRITORY = re.compile(rf"(?<![\w-])(?:{_BODIES}|{_TERRITORY}) $")
_ONLY_TERRITORY = re.compile(rf"(?<![\w-])(?:{_TERRITORY}) $")
_LONGEST_ANCHOR = 40  # characters
# words after a level word that make it something else ("xã hội") or somebody else's ("xã bạn")
_ELSE = re.compile(
    r"[\w']| (?:uy|doan|hoi|vien|luan|giao|khac|ban|lan can|lo|thanh|thong minh|truc thuoc|"
    r"dang song|van minh|moi|nay|do|cu|lien quan|thuoc|noi|gan|trong ca nuoc)\b| [A-Z][\w']| \d"
)
_SOME = re.compile(r"\b(?:các|cấp|mỗi|từng|những|nhiều|một số|hai|ba|giữa) ?$")
_CITED = re.compile(r"\bso:? ?\d+[^.;,]{0,120}$")
_NOT_PROSE = ("AGENCY", "PLACE_DATE")
_SURE = 0.5
_PARTY = re.compile(r"\b(?:tỉnh|thành) (?:ủy|uỷ|đoàn)\b", re.IGNORECASE)
_PARTY_LIST = re.compile(r"(?:, ?| va | hoac )(?:tinh|thanh) (?:uy|doan)")
_PARTY_BEFORE = re.compile(r"\b(?:cac|cap|(?:tinh|thanh) (?:uy|doan)(?:,| va| hoac)?)$")


class _Words:
    """What is searched for one place: level words, and those that they stand in a list with."""

    def __init__(self, words: str, peers: str, anchor: re.Pattern[str]) -> None:
        self.levels = words.split("|")
        cased = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in self.levels)
        self.mention = re.compile(rf"(?<= )(?:{cased}|{words.upper()})")
        self.listed = re.compile(
            rf" ?[,/&(-] ?(?:{fold(peers)})\b| (?:va|hoac|den) (?:cac )?(?:{fold(peers)})\b"
        )
        self.anchor = anchor


_WORDS = {
    "own": _Words(
        "xã|phường|đặc khu", "xã|phường|thị trấn|đặc khu|thôn|huyện|quận", _BODY_OR_TERRITORY
    ),
    "province": _Words("tỉnh|thành phố", "tỉnh|thành phố|huyện|quận|ngoài", _BODY_OR_TERRITORY),
    "district": _Words(
        "huyện|quận|thị xã|thị trấn",
        "xã|phường|thị trấn|tỉnh|thành phố|huyện|quận|thị xã",
        _ONLY_TERRITORY,
    ),
}


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("own", "province", "word")

    place: str

    def __post_init__(self) -> None:
        one_of("place", self.place, tuple(_WORDS))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        own = document.locality
        if own.confidence < _SURE:
            return
        right = self._right(document)
        if not right:
            return
        for start, end, word in self._words(document):
            if word != right and not _is_excused(document, start, end, word):
                shown = document.text[start:end]
                suggestion = _cased(right, shown) if self.place != "district" else ""
                yield Fact(
                    start,
                    end,
                    {"own": str(own), "province": own.province or str(own), "word": shown},
                    (suggestion,) if suggestion else (),
                )
        if self.place == "province":
            yield from _party(document, right)

    def _right(self, document: Document) -> str:
        """The level word that this document should have."""
        own = document.locality
        if self.place == "own":
            return own.level if tier(own.level) == "commune" else ""
        if self.place == "district":
            day = document.law_date
            return "xã" if day is None or day >= REFORM else ""
        home = own.province or (str(own) if tier(own.level) == "province" else "")
        return next((level for level in ("thành phố", "tỉnh") if home.startswith(level)), "")

    def _words(self, document: Document) -> Iterator[tuple[int, int, str]]:
        words, folded = _WORDS[self.place], document.folded
        for match in words.mention.finditer(document.text):
            start, end = match.span()
            if _ELSE.match(folded, end) or words.listed.match(folded, end):
                continue
            before = folded[max(0, start - _LONGEST_ANCHOR) : start].lower()
            anchor = words.anchor.search(before)
            if not anchor:
                continue
            some = document.text[max(0, start - len(before)) : start][: anchor.start()].lower()
            if not _SOME.search(some):
                yield start, end, match.group().lower()


def _is_excused(document: Document, start: int, end: int, word: str) -> bool:
    near = context_of(Place(word, "", start, end), document)
    cited = near.kind in _NOT_PROSE or _CITED.search(near.before) or near.is_quoted
    return bool(cited or near.is_historic or near.is_in_a_name)


def _party(document: Document, right: str) -> Iterator[Fact]:
    """Tỉnh ủy, Tỉnh đoàn in a city, and Thành ủy, Thành đoàn in a tỉnh."""
    wanted = "Thành" if right == "thành phố" else "Tỉnh"
    own = document.locality
    for match in _PARTY.finditer(document.text):
        start, end = match.span()
        shown = match.group()
        word = shown.partition(" ")[0]
        if word.lower() == wanted.lower():
            continue
        near = context_of(Place(word, "", start, end), document)
        listed = _PARTY_LIST.match(near.after) or _PARTY_BEFORE.search(near.before)
        cited = near.kind in _NOT_PROSE or _CITED.search(near.before) or near.is_quoted
        if not (listed or cited or near.is_historic):
            values = {"own": str(own), "province": own.province or str(own), "word": shown}
            yield Fact(start, end, values, (wanted + shown[len(word) :],))


def _cased(right: str, shown: str) -> str:
    if shown.isupper():
        return right.upper()
    return right.capitalize() if shown[0].isupper() else right
