"""``check: other-locality``: the document calls itself by another place's name.

The commonest trace of a copied plan. A place of the same kind as the document's own, named where
the document names itself, is that trace; lists of places, partners and cited documents are not.

Keys
    evidence   ``title`` (the words before the name are those before the own name in the title),
               ``self-naming`` (after "UBND", "trên địa bàn", "Đảng ủy" and the like) or
               ``spelling`` (the own name with other diacritics, wherever it stands)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document, Place
from checker.finding import Fact
from checker.parsing.places import like_names, places_in, same_name, tier
from checker.text.folding import fold

_SELF_NAMING = re.compile(
    r"\b(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|dang bo|cong an|"
    r"tren dia ban|dia ban|toan|mat tran to quoc viet nam|mttq viet nam|mttq|hinh anh|que huong|"
    r"nguoi dan|nhan dan|"
    r"cac dan toc|con nguoi|lich su|can bo|cong chuc|cong dan|chinh quyen|lanh dao)$"
)
_PARTNER = re.compile(
    r"\b(?:phoi hop (?:chat che )?(?:voi|cung)|lan can|giap ranh|giap|hop tac (?:voi|cung)|"
    r"ket nghia|kinh nghiem|mo hinh|giua|qua dia ban|de nghi|kien nghi|sap nhap|hop nhat|chia tach|"
    r"cac (?:xa|phuong|tinh|thanh pho)|nhu|gom|tai)\b[^.;]{0,60}$"
)
_PERSON = re.compile(r"\b(?:pct|ct|chu tich|pho chu tich|dong chi|d/c|ong|ba)\b")
_FORMER = re.compile(r" ?\(?(?:cu|truoc day|truoc sap nhap|truoc khi)\b")
_ATTACHED = re.compile(r"\bkem theo\b")
_GENERIC = (("tren", "dia", "ban"), ("dia", "ban"), ("tai",), ("cua",), ("o",))
_POST = re.compile(r"\b(?:chu tich|pct|bi thu|giam doc|truong|dong chi|d/c)\b[^.;:]{0,50}$")
_SURNAMES = frozenset(
    [
        "nguyen",
        "tran",
        "le",
        "pham",
        "hoang",
        "huynh",
        "phan",
        "vu",
        "vo",
        "dang",
        "bui",
        "do",
        "ho",
        "ngo",
        "duong",
        "ly",
        "dinh",
        "trinh",
        "truong",
        "doan",
        "dao",
        "cao",
        "mai",
        "ta",
        "to",
        "luong",
        "luu",
        "lam",
    ]
)
_CITED = re.compile(r"\bso \d+[^.;]{0,200}$")
_LISTED = re.compile(r"(?:,| va| hoac| voi| den)$")
_LIST_GOES_ON = re.compile(r"(?:,| va| hoac) (?:xa|phuong|thi tran|dac khu|tinh|thanh pho)\b")
_EVIDENCE = ("title", "self-naming", "spelling")
_WORDS_ALIKE = 3
_NEAR = 300  # characters before a name that can tell why it stands there


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("own",)

    evidence: str

    def __post_init__(self) -> None:
        one_of("evidence", self.evidence, _EVIDENCE)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        own = document.locality
        if not own or own.confidence < 0.5:
            return
        phrases = _phrases_before_own(document)
        for place in document.places:
            if tier(place.level) != tier(own.level) or _is_own(place, own.name, document.folded):
                continue
            line = document.line_at(place.start)
            if line.kind in ("BASIS", "AGENCY", "PLACE_DATE", "CELL"):
                continue
            if self._says(place, phrases, document):
                shown = document.text[place.start : place.start + len(place.level)]
                yield Fact(
                    place.start,
                    place.end,
                    {"own": str(own)},
                    (_like(own.level, shown) + " " + own.name,),
                )

    def _says(self, place: Place, phrases: set[tuple[str, ...]], document: Document) -> bool:
        """Tell whether this check's evidence, and none stronger, is against ``place``."""
        if place.level == document.locality.level and like_names(
            place.name, document.locality.name
        ):
            return self.evidence == "spelling"
        line = document.line_at(place.start)
        near = max(line.start, place.start - _NEAR)
        before = document.folded[near : place.start].lower().rstrip()
        after = document.folded[place.end : place.end + _NEAR].lower()
        if line.kind == "RECIPIENT" and _PERSON.search(before):
            return False  # "PCT UBND tỉnh Phùng Thành Vinh" names a person
        if _POST.search(before) and _is_name_of_person(place.name):
            return False  # "Chủ tịch UBND phường Trần Thị Kim Oanh"
        if any(_last_words(before, len(phrase)) == phrase for phrase in phrases):
            return self.evidence == "title"
        return self.evidence == "self-naming" and _names_itself(before, after)


def _is_own(place: Place, own: str, folded: str) -> bool:
    """The own name, also where the text goes on with a capital ("phường Nhị Chiểu Kế hoạch") or
    falls into small letters ("xã Tân lập")."""
    if same_name(place.name, own):
        return True
    if fold(place.name).lower().startswith(fold(own).lower() + " "):
        return True
    name = place.start + len(place.level) + 1
    written = folded[name : name + len(own)]
    return len(own) > len(place.name) and written.lower() == fold(own).lower()


def _phrases_before_own(document: Document) -> set[tuple[str, ...]]:
    """The last words before the own place in the title: "… thông tin đối ngoại [phường …]"; words
    that say nothing ("trên địa bàn") only with three before them."""
    title = document.title
    found = set()
    for place in places_in(title, document.places):
        if _is_own(place, document.locality.name, document.folded):
            words = tuple(document.folded[title.start : place.start].lower().split())
            generic = next((one for one in _GENERIC if words[-len(one) :] == one), ())
            wanted = len(generic) + _WORDS_ALIKE
            if len(words) >= wanted:
                found.add(words[-wanted:])
    return found


def _is_name_of_person(name: str) -> bool:
    syllables = fold(name).lower().split()
    if syllables[0] in ("y", "a") or "'" in syllables[0]:
        return True  # Y Wăn Êban, H'Yim Kđoh
    return len(syllables) > 2 and syllables[0] in _SURNAMES


def _last_words(text: str, count: int) -> tuple[str, ...]:
    return tuple(text.split()[-count:])


def _names_itself(before: str, after: str) -> bool:
    return bool(
        _SELF_NAMING.search(before)
        and not _PARTNER.search(before)
        and (_ATTACHED.search(before) or not _CITED.search(before))
        and not _FORMER.match(after)
        and not _LISTED.search(before)
        and not _LIST_GOES_ON.match(after)
    )


def _like(word: str, shown: str) -> str:
    return word.capitalize() if shown[:1].isupper() else word
