"""``check: collective``: a document of a people's committee that is not signed on its behalf (TM.).

Source: Nghị định 30/2020/NĐ-CP, Điều 13.2 and Phụ lục I, mục II.7.b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.text.folding import fold

_CHAIRMAN = re.compile(r"(?:KT\.? *)?(?:PHO |Q\. ?|QUYEN )*CHU TICH\b")
_COMMITTEE = re.compile(r"(?:UY BAN NHAN DAN|UBND)\b")
_ON_BEHALF = re.compile(r"T/?M\b")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        signature, header = document.signature, document.header
        lines = [fold(part.text).upper() for part in (*signature.authority, signature.role)]
        if any(map(_ON_BEHALF.match, lines)) or not all(map(_CHAIRMAN.match, lines)):
            return
        issuer = fold(header.issuer.text).upper()
        if _COMMITTEE.match(issuer) if issuer else header.number.issuer_code.startswith("UBND"):
            first = signature.authority[0] if signature.authority else signature.role
            yield Fact(first.start, first.start)
