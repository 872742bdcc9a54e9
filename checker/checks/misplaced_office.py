"""``check: misplaced-office``: an office that communes of another kind have.

A xã has Phòng Kinh tế, a phường Phòng Kinh tế, Hạ tầng và Đô thị (``places`` in agencies.yml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact

_KIND = re.compile(r"\s*/?(xã|phường|đặc khu)\b")
_KIN = 3  # words at the beginning that offices for the same work share


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("level",)

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        agencies = context.registers.unit_names.agencies
        level = document.locality.level
        for unit in document.units:
            agency = agencies.of(unit.name)
            if agency is None or not agency.places or level in agency.places:
                continue
            owner = _KIND.match(document.text, unit.mention.end)
            if owner and owner[1] != level:
                continue
            kin = unit.name.split()[:_KIN]
            for name, other in agencies.by_name.items():
                if level in other.places and list(name[:_KIN]) == kin:
                    yield Fact(
                        unit.mention.start, unit.mention.end, {"level": level}, (other.name,)
                    )
