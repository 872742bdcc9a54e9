"""``check: characters``: letters anywhere in the document in another font or colour.

Keys
    font     the font that all letters must have
    color    ``black``: all letters must be black, but for addresses of mail and the web

All places are one finding. Fonts of signs (bullets, ticks) and what the file does not tell are
left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.checks._layout import looks_of
from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact, Setting
from checker.reading.layout import Format, Run

_SIGNS = re.compile(r"symbol|wingdings|webdings|dingbats|marlett|msgothic|cambriamath|emoji")
_ADDRESS = re.compile(r"[\w.-]+@|https?:|www\.|\w\.(?:vn|com|org|net|gov)\b", re.IGNORECASE)
_DARK = 0x40  # parts of a colour up to this look black in print
_TOLD = 4


@dataclass(frozen=True)
class Check:
    """``found`` lists the fonts or colours found."""

    VALUES: ClassVar[tuple[str, ...]] = ("found",)

    font: str = ""
    color: str = ""

    def __post_init__(self) -> None:
        one_of("color", self.color, ("", "black"))

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        looks = looks_of(document, context)
        if looks is None:
            return
        wrong = {look for look in looks.formats if self._deviates(look)}
        if not wrong:
            return
        raw = document.source.raw
        runs = [
            run
            for run in looks.layout.runs
            if run.format in wrong and self._counts(raw[run.start : run.end])
        ]
        places = looks.spans(runs)
        if places:
            (start, end), *related = places
            setting: dict[str, Setting] = {"font": self.font} if self.font else {"color": "000000"}
            values = {"found": self._told(runs), "times": str(len(places))}
            yield Fact(start, end, values, related=tuple(related), setting=setting)

    def _deviates(self, look: Format) -> bool:
        if self.font:
            name = _plain(look.font or "")
            return bool(name) and not name.startswith(_plain(self.font)) and not _SIGNS.search(name)
        return look.color is not None and not _is_black(look.color)

    def _counts(self, text: str) -> bool:
        if not any(map(str.isalpha, text)):
            return False
        return bool(self.font) or not _ADDRESS.search(text)

    def _told(self, runs: list[Run]) -> str:
        found = dict.fromkeys(
            (run.format.font if self.font else f"#{run.format.color}") or "" for run in runs
        )
        return ", ".join(list(found)[:_TOLD]) + (", …" if len(found) > _TOLD else "")


def _plain(font: str) -> str:
    return font.replace(" ", "").lower()


def _is_black(color: str) -> bool:
    try:
        parts = bytes.fromhex(color)
    except ValueError:
        return True  # a colour that cannot be resolved
    return max(parts, default=0) <= _DARK
