"""Which office issued a document, so that two documents of one office are known as such."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.document import Document, Locality
from checker.office import split_place
from checker.parsing import Grammar
from checker.registers.issuers import Issuer, Issuers
from checker.registers.places import name_key, place_key
from checker.text.folding import fold

_AUTHORITY = re.compile(r"^\W*(?:tm|t/m|thay mat)\W*", re.IGNORECASE)
# The body that writes, as in "Ủy ban nhân dân xã Hưng Đạo xây dựng kế hoạch …".
_WRITES = re.compile(
    r"(?P<who>[A-Z][^.;,:\n]{3,90}?) (?:da )?"
    r"(?:xay dung|ban hanh|lap|trien khai)(?: \w+){0,3} (?:ke hoach|chuong trinh|bao cao)",
    re.IGNORECASE,
)
_SHORT = ("UBND", "HĐND")  # codes that are shown themselves
_MANY = ("ĐU", "CB")  # codes of several bodies in one commune: "Đảng ủy Ủy ban nhân dân xã"
_LEVELS = "tinh|thanh pho|tp|huyen|quan|thi xa|thi tran|xa|phuong|dac khu"
_LEVEL = re.compile(rf"\W*(?:{_LEVELS})\b")
_ACRONYM = re.compile(r"\b(?:hđnd|ubnd|mttq|bch|bcđ|tncs)\b")
_JOINT = re.compile(r"\s+[-–]\s+|\s*[,;]\s+")
# Mặt trận Tổ quốc and the political and social organisations, which the register does not have.
_ORGANISATIONS = (
    ("MTTQ", "Ủy ban MTTQ Việt Nam", r"mat tran to quoc|mttq"),
    ("ĐTN", "Đoàn TNCS Hồ Chí Minh", r"doan thanh nien|doan tncs|bch doan|ban chap hanh doan"),
    ("HPN", "Hội Liên hiệp Phụ nữ", r"hoi lien hiep phu nu|hoi lhpn|hoi phu nu"),
    ("HND", "Hội Nông dân", r"hoi nong dan"),
    ("HCCB", "Hội Cựu chiến binh", r"hoi cuu chien binh|hoi ccb"),
    ("CĐ", "Công đoàn", r"lien doan lao dong|cong doan"),
)
_STANDING = re.compile(r"\W*(?:ban thuong truc|ban thuong vu|ban chap hanh|bch)\W*")
_UNIT = re.compile(
    r"(?:phong|ban|so|van phong|trung tam|truong|cong an|hoi|bo chi huy|to|tram|chi cuc|dang uy"
    r"|chi bo|lien minh|quy|thanh tra|hat|doi)\b"
)


class IssuingOffice(NamedTuple):
    """``key`` is the same for all documents of an office, empty where nothing tells; ``name`` is
    shown: "UBND phường Nhị Chiểu"."""

    key: str
    name: str


def office_of(document: Document, grammar: Grammar) -> IssuingOffice:
    """Return who issued a document: the issuer of the header, else the body that the number, the
    signature or the opening names, with the document's own place."""
    body = _body(document, grammar.issuers)
    if not body:
        return IssuingOffice("", "")
    locality = document.locality
    code, name = body
    own = "" if locality and fold(locality.name).lower() in fold(name).lower() else str(locality)
    shown = " ".join(f"{name} {own}".split())
    place = place_key(locality.level, locality.name)
    province = name_key(split_place(locality.province)[1])
    return IssuingOffice(f"{code}|{place}|{province}", shown)


def _body(document: Document, issuers: Issuers) -> tuple[str, str] | None:
    """The code of the body, or its name in small letters, and how it is shown."""
    locality = document.locality
    header, coded = document.header, issuers.of(document.header.number.issuer_code)
    written = " ".join(header.issuer.text.split())
    if _STANDING.fullmatch(fold(written).lower()):
        written = " ".join(header.superior.text.split())
    if found := _organisation(written) or _joint(
        written, issuers, locality, coded.code if coded else ""
    ):
        return found
    authority = [_AUTHORITY.sub("", line.text) for line in document.signature.authority[:1]]
    for text in authority:
        if found := _said(text, issuers, locality):
            return found
    if coded:
        return coded.code, _shown(coded)
    if _UNIT.match(fold(written).lower()):
        return _unit(written, locality)
    for part in (*document.opening, *document.bases):
        for match in _WRITES.finditer(fold(part.text)):
            if found := _said(part.text[match.start("who") : match.end("who")], issuers, locality):
                return found
    return None


def _organisation(written: str) -> tuple[str, str] | None:
    """The organisation that an issuer begins with, if it is one."""
    plain = re.sub(
        r"^\W*(?:uy ban|ban thuong truc|bch|ban chap hanh)\W+(?!doan)", "", _small(written)
    )
    for code, name, words in _ORGANISATIONS:
        if re.match(rf"(?:{words})\b", plain):
            return code, name
    return None


def _joint(written: str, issuers: Issuers, locality: Locality, code: str) -> tuple[str, str] | None:
    """The body that an issuer names; of several, that whose ``code`` the number has, or the
    first."""
    named = [found for one in _JOINT.split(written) if (found := _said(one, issuers, locality))]
    same = [found for found in named if found[0] == code]
    return next(iter(same or named), None)


def _said(text: str, issuers: Issuers, locality: Locality) -> tuple[str, str] | None:
    plain = " ".join(text.split())
    found = issuers.said(_small(plain)) if plain else None
    if found is None:
        return None
    issuer, length = found
    rest = plain[length:].strip()
    if issuer.code in _MANY and rest and not _LEVEL.match(_small(rest)):
        return _unit(plain, locality)
    written = plain[:length]
    if issuer.code in _SHORT or _small(written) == _small(issuer.name):
        return issuer.code, _shown(issuer)
    return issuer.code, written.capitalize() if written.isupper() else written


def _unit(written: str, locality: Locality) -> tuple[str, str]:
    """A body by its name, without the place of the document."""
    place = rf"\W+(?:{_LEVELS})(?:\W+{re.escape(_small(locality.name))})?\W*$"
    level = re.search(place, _small(written))
    name = written[: level.start()].strip() if level else written
    return " ".join(re.findall(r"\w+", _small(name))), _in_small(name, locality)


def _in_small(name: str, locality: Locality) -> str:
    """A name in capitals as it stands in prose."""
    if not name.isupper():
        return name
    shown = name.capitalize().replace(" ủy ban nhân dân", " UBND")
    shown = _ACRONYM.sub(lambda match: match[0].upper(), shown)
    return shown.replace(locality.name.lower(), locality.name) if locality else shown


def _shown(issuer: Issuer) -> str:
    name = issuer.code if issuer.code in _SHORT else issuer.name
    return name[:1].upper() + name[1:]


def _small(text: str) -> str:
    return fold(text).lower()
