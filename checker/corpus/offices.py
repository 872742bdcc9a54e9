"""Which office issued a document, so that two documents of one office are known as such."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.document import Document
from checker.office import split_place
from checker.parsing import Grammar
from checker.registers.issuers import Issuers
from checker.text.folding import fold

_AUTHORITY = re.compile(r"^\W*(?:tm|t/m|thay mat)\W*", re.IGNORECASE)
# The body that writes, as in "Ủy ban nhân dân xã Hưng Đạo xây dựng kế hoạch …".
_WRITES = re.compile(
    r"(?P<who>[A-Z][^.;,:\n]{3,90}?) (?:da )?"
    r"(?:xay dung|ban hanh|lap|trien khai)(?: \w+){0,3} (?:ke hoach|chuong trinh|bao cao)",
    re.IGNORECASE,
)
_SHORT = {"ủy ban nhân dân": "UBND", "hội đồng nhân dân": "HĐND"}


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
    place = fold(f"{locality.level} {locality.name}").lower()
    province = fold(split_place(locality.province)[1]).lower()
    return IssuingOffice(f"{code}|{place}|{province}", shown)


def _body(document: Document, issuers: Issuers) -> tuple[str, str] | None:
    """The code of the body, or its name in small letters, and how it is shown."""
    told = [document.header.issuer.text]
    told += [_AUTHORITY.sub("", line.text) for line in document.signature.authority[:1]]
    for text in told:
        if found := _said(text, issuers):
            return found
    by_code = issuers.of(document.header.number.issuer_code)
    if by_code:
        return by_code.code, by_code.code if by_code.code == "UBND" else by_code.name
    opening = (*document.opening, *document.bases)
    for part in opening:
        for match in _WRITES.finditer(fold(part.text)):
            if found := _said(part.text[match.start("who") : match.end("who")], issuers):
                return found
    return None


def _said(text: str, issuers: Issuers) -> tuple[str, str] | None:
    plain = " ".join(text.split())
    found = issuers.said(fold(plain).lower()) if plain else None
    if found is None:
        return None
    issuer, length = found
    written = plain[:length]
    if written.lower() in _SHORT:
        return issuer.code, _SHORT[written.lower()]
    return issuer.code, written.capitalize() if written.isupper() else written
