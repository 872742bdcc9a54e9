"""``check: archive-last``: the archive line ("Lưu: …") is not the last of Nơi nhận."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ()

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        archive, items = document.recipients.archive, document.recipients.items
        if archive and items and archive.start < items[-1].start:
            yield Fact(archive.start, archive.end)
