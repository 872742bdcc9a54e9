"""Which law of form a document follows: state, Party, or that of normative documents."""

from __future__ import annotations

import re

from checker.document import Header, Signature
from checker.registers.document_types import DocumentType
from checker.text.folding import fold
from checker.text.part import Part

_PARTY_BODY = (
    r"(?:Dang uy|Dang bo|Tinh uy|Thanh uy|Huyen uy|Ban Thuong vu|Ban Chap hanh|Thuong truc (?:Dang|"
    r"Tinh|Thanh) uy|Ban Tuyen giao|Ban To chuc|Ban Noi chinh|Ban Xay dung Dang|Ban Dan van|"
    r"Uy ban Kiem tra|Van phong (?:Tinh|Thanh|Dang) uy|Chi bo)"
)
_STATE_BODY = r"(?:Uy ban nhan dan|UBND|Hoi dong nhan dan|HDND|So|Phong|Chi cuc|Truong|Bo|Cuc)"
_ENACTS = r"\b(?-i: (?:[^.;]{0,80}? )?(?:ban hanh|xay dung)) (?:Ke hoach|Chuong trinh|ke hoach)"
_PARTY_ENACTS = re.compile(_PARTY_BODY + _ENACTS, re.IGNORECASE)
_STATE_ENACTS = re.compile(_STATE_BODY + _ENACTS, re.IGNORECASE)
_PARTY_ISSUER = re.compile(_PARTY_BODY, re.IGNORECASE)
_YOUTH = re.compile(r"\bDOAN (?:TNCS|THANH NIEN)|\b(?:TINH|THANH|HUYEN|XA|PHUONG) DOAN$|^BCH DOAN")
_YOUTH_CODE = re.compile(r"\bDOAN\b|\bT?DTN")
# A year stands only in the numbers of legal normative documents ("08/2026/NQ-HĐND").
_NORMATIVE_NUMBER = re.compile(r"\d ?/ ?(?:19|20)\d\d ?/ ?(?:NQ|QD)-(?:HDND|UBND)\b")
_STATE_ISSUER = re.compile(r"\b(?:UY BAN NHAN DAN|UBND|HOI DONG NHAN DAN|HDND|SO|CHI CUC|PHONG)\b")


def find_regime(
    type_: DocumentType | None,
    header: Header,
    preamble: tuple[Part, ...],
    signature: Signature,
    stated: str = "",
) -> str:
    """Return ``state``, ``party``, ``normative`` or ``unknown``. ``preamble`` are the lines between
    title and first heading; ``stated`` is the regime that the office gives for documents that do
    not tell theirs (no evidence, or as much for one as for the other)."""
    if type_ is not None and type_.normative:
        return "normative"
    if _NORMATIVE_NUMBER.search(fold(header.number.text)):
        return "normative"
    issuer = fold(header.issuer.text)
    youth = f"{header.party_name.text} {header.number.issuer_code}"
    if _YOUTH.search(issuer) or _YOUTH_CODE.search(fold(youth)):
        return "unknown"  # the Youth Union has a law of form of its own
    opening = " ".join(fold(part.text) for part in preamble)
    authority = " ".join(fold(part.text) for part in signature.authority)
    role = fold(signature.role.text)
    party = (
        2 * bool(header.party_name)
        + 2 * (header.number.regime == "party")
        + 2 * bool(re.search(r"\b[TK]/[MTL]\b", authority))
        + bool(_PARTY_ISSUER.search(issuer))
        + bool(_PARTY_ENACTS.search(opening))
        + ("BI THU" in role)
    )
    state = (
        2 * bool(header.nation)
        + 2 * (header.number.regime == "state")
        + 2 * bool(re.search(r"\b(?:TM|KT|TL|TUQ)\.", authority))
        + bool(_STATE_ISSUER.search(issuer))
        + bool(_STATE_ENACTS.search(opening) and not _PARTY_ENACTS.search(opening))
        + ("CHU TICH" in role)
    )
    if party == state:
        return stated or "unknown"
    return "party" if party > state else "state"
