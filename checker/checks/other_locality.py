"""``check: other-locality``: the document calls itself by another place's name.

The commonest trace of a copied plan. A place of the same kind as the document's own, named where
the document names itself, is that trace; lists of places, partners and cited documents are not.

Keys
    evidence   ``title`` (the words before the name are those before the own name in the title) or
               ``self-naming`` (after "UBND", "trên địa bàn", "Đảng ủy" and the like)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import DecodingError
from checker.document import Document, Place
from checker.finding import Fact
from checker.parsing.places import places_in, same_name, tier
from checker.text.folding import fold

_SELF_NAMING = re.compile(
    r"\b(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|dang bo|cong an|"
    r"tren dia ban|dia ban|toan|mat tran to quoc viet nam|hinh anh|que huong|nguoi dan|nhan dan|"
    r"cac dan toc|con nguoi|lich su|can bo|cong chuc|cong dan|chinh quyen|lanh dao)$"
)
_PARTNER = re.compile(
    r"\b(?:phoi hop (?:chat che )?(?:voi|cung)|lan can|giap ranh|giap|hop tac (?:voi|cung)|"
    r"ket nghia|hoc tap kinh nghiem|cac (?:xa|phuong|tinh|thanh pho)|nhu|gom|tai)\b[^.;]{0,60}$"
)
_PERSON = re.compile(r"\b(?:pct|ct|chu tich|pho chu tich|dong chi|d/c|ong|ba)\b")
_CITED = re.compile(r"\bso \d+[^.;]{0,200}$")
_LISTED = re.compile(r"(?:,| va| hoac| voi| den)$")
_LIST_GOES_ON = re.compile(r"(?:,| va| hoac) (?:xa|phuong|thi tran|dac khu|tinh|thanh pho)\b")
_WORDS_ALIKE = 3
_NEAR = 300  # characters before a name that can tell why it stands there


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("own",)

    evidence: str

    def __post_init__(self) -> None:
        if self.evidence not in ("title", "self-naming"):
            raise DecodingError("wrong-value", "evidence", wanted="title, self-naming")

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        own = document.locality
        if not own or own.confidence < 0.5:
            return
        phrases = _phrases_before_own(document)
        for place in document.places:
            if tier(place.level) != tier(own.level) or _is_own(place, own.name):
                continue
            line = document.line_at(place.start)
            if line.kind in ("BASIS", "AGENCY", "PLACE_DATE", "CELL"):
                continue
            near = max(line.start, place.start - _NEAR)
            before = document.folded[near : place.start].lower().rstrip()
            if line.kind == "RECIPIENT" and _PERSON.search(before):
                continue  # "PCT UBND tỉnh Phùng Thành Vinh" names a person
            as_title = tuple(before.split()[-_WORDS_ALIKE:]) in phrases
            if (self.evidence == "title") is as_title and (
                as_title
                or _names_itself(before, document.folded[place.end : place.end + _NEAR].lower())
            ):
                shown = document.text[place.start : place.start + len(place.level)]
                yield Fact(
                    place.start,
                    place.end,
                    {"own": str(own)},
                    (_like(own.level, shown) + " " + own.name,),
                )


def _is_own(place: Place, own: str) -> bool:
    """The own name, also where the text goes on with a capital ("phường Nhị Chiểu Kế hoạch")."""
    return same_name(place.name, own) or fold(place.name).lower().startswith(
        fold(own).lower() + " "
    )


def _phrases_before_own(document: Document) -> set[tuple[str, ...]]:
    """The last words before the own place in the title: "… thông tin đối ngoại [phường …]"."""
    title = document.title
    found = set()
    for place in places_in(title, document.places):
        if _is_own(place, document.locality.name):
            words = document.folded[title.start : place.start].lower().split()
            if len(words) >= _WORDS_ALIKE:
                found.add(tuple(words[-_WORDS_ALIKE:]))
    return found


def _names_itself(before: str, after: str) -> bool:
    return (
        bool(_SELF_NAMING.search(before))
        and not _PARTNER.search(before)
        and not _CITED.search(before)
        and not _LISTED.search(before)
        and not _LIST_GOES_ON.match(after)
    )


def _like(word: str, shown: str) -> str:
    return word.capitalize() if shown[:1].isupper() else word
