"""``check: gone-issuer``: a document cited as that of a body that was no more on its date.

Districts (huyện, quận, thị xã, thị trấn) and merged provinces have had no offices since 01/7/2025
(Luật Tổ chức chính quyền địa phương 72/2025/QH15, Nghị quyết 202/2025/QH15), nor have district
Party committees.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._values import values_of
from checker.citations.citation import Citation
from checker.context import Context, Registers
from checker.document import Document
from checker.finding import Fact
from checker.registers.places import plain_key
from checker.text.folding import fold

_REFORM = datetime.date(2025, 7, 1)
# Of folded names.
_DISTRICT = re.compile(
    r"(?:UBND|HDND|Uy ban nhan dan|Hoi dong nhan dan|Cong an|Phong [^,;]*?)"
    r" (?:huyen|quan|thi xa|thi tran) [A-Z]"
)
_PROVINCE = re.compile(
    r"\b(?:UBND|HDND|nhan dan|So [^,;]*?|Tinh uy|Dang bo) tinh "
    r"(?P<name>[A-Z]\w*(?: [A-Z]\w*){0,3})"
)


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("date",)
    local: ClassVar[bool] = True

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        for one in document.citations:
            day = one.date.value if one.date else None
            if not day or day < _REFORM or not one.date or not one.issuer:
                continue
            if _is_gone(one, day, context.registers):
                shown = document.text[one.date.start : one.date.end]
                yield Fact(one.issuer.start, one.issuer.end, values_of(self, date=shown))


def _is_gone(one: Citation, day: datetime.date, registers: Registers) -> bool:
    who = " ".join(one.issuer.text.split())
    folded = fold(who)
    issuer = registers.issuers.of(one.number.issuer) if one.number else None
    if issuer and not issuer.central and not issuer.existed(day):
        return True
    if _DISTRICT.match(folded):
        return True
    match = _PROVINCE.search(folded)
    name = who[slice(*match.span("name"))] if match else ""
    province = registers.gazetteer.province(name)
    return province is not None and plain_key(name) in set(map(plain_key, province.merged)) - {
        plain_key(province.name)
    }
