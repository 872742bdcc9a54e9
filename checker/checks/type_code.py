"""``check: type-code``: the code of the document type in its number.

Keys
    fault   ``mismatch`` (another type's code than the type line says) or ``unknown`` (a code that
            no type has; a known one that differs only in capitals is suggested)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.text.folding import fold

_OLD_REGULATION = "QĐi"  # Quy định of the Party until 26/5/2026


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("type", "code")

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, ("mismatch", "unknown"))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        number, type_ = document.header.number, document.type
        regime = number.regime
        if not number.type_code or type_ is None or not document.type_line:
            return
        codes = {getattr(one, regime) for one in context.registers.types} - {""}
        codes.add(_OLD_REGULATION)
        right = getattr(type_, regime)
        start = number.start + number.text.index(number.type_code)
        end = start + len(number.type_code)
        values = {"type": type_.name, "code": right}
        if number.type_code in codes:
            other = number.type_code not in (right, _OLD_REGULATION)
            if self.fault == "mismatch" and right and other:
                yield Fact(start, end, values, (right,))
        elif self.fault == "unknown":
            near = [code for code in codes if fold(code).lower() == fold(number.type_code).lower()]
            near = [right] if right in near else near
            if near or not number.type_code.startswith(right):
                yield Fact(start, end, values, tuple(near[:1]))
