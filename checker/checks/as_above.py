"""``check: as-above``: "Như trên" among the recipients.

Keys
    fault   ``without-addressee`` (there is no Kính gửi that it could mean) or ``missing`` (there is
            Kính gửi, and the recipients do not begin with it)

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9.b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact

_AS_ABOVE = re.compile(r"[-+* ]*(?:Nơi nhận *: *[- ]*)?(?P<words>[Nn]hư (?:trên|kính gửi))\b")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, ("without-addressee", "missing"))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        recipients = document.recipients
        if not recipients.label:
            return
        found = [
            (part.start + match.start("words"), part.start + match.end("words"))
            for part in (recipients.label, *recipients.items)
            if (match := _AS_ABOVE.match(part.text))
        ]
        if self.fault == "missing":
            if document.header.addressee and not found:
                yield Fact(recipients.label.end, recipients.label.end)
        elif not document.header.addressee:
            yield from (Fact(*span) for span in found)
