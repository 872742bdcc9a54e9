"""``check: suppression``: what is wrong with the suppressions of a document.

Keys
    fault       unused (leaves out nothing), reason (none is given), rule (there is none of that
                name), form (not written as a suppression is)

The linter keeps its Suppressor in the context, and runs these rules when all others have run.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.phrases import say
from checker.suppressing import Suppressor
from checker.suppressing.suppressor import KEPT

_FAULTS = ("unused", "reason", "rule", "form")
_Told = tuple[tuple[int, int], Mapping[str, str]]


@dataclass(frozen=True)
class Check:
    """``rules`` are names as written in the suppression, divided by commas; ``told`` and
    ``told_en`` say what to do: for ``form`` what is wrong, for ``rule`` the nearest names."""

    VALUES: ClassVar[tuple[str, ...]] = ("rules", "told", "told_en")

    fault: str

    def __post_init__(self) -> None:
        one_of("fault", self.fault, _FAULTS)

    def facts(self, document: Document, context: Context) -> Iterator[Fact]:
        suppressor: Suppressor | None = context.keep(KEPT, lambda: None)
        if suppressor is None:
            return
        for place, values in self._told(suppressor):
            at = _offset(document, place[0])
            yield Fact(at, at, values, raw=place)

    def _told(self, suppressor: Suppressor) -> Iterator[_Told]:
        if self.fault == "unused":
            for place, names in suppressor.unused():
                yield place, _values(names)
        elif self.fault == "reason":
            for place, names in suppressor.unreasoned():
                yield place, _values(names)
        elif self.fault == "rule":
            for place, names, near in suppressor.unknown():
                code = "suppression-near" if near else "suppression-far"
                yield place, _values(names, code, near=", ".join(near))
        else:
            for mistake in suppressor.mistakes:
                yield mistake.place, _values(mistake.rules, f"suppression-{mistake.code}")


def _values(names: tuple[str, ...], code: str = "", **words: str) -> dict[str, str]:
    told, told_en = (say(code, lang, **words) if code else "" for lang in ("vi", "en"))
    return {"rules": ", ".join(names), "told": told, "told_en": told_en}


def _offset(document: Document, raw: int) -> int:
    """Return the offset in the document's text of the first character that stands for one at or
    after ``raw`` in the text as read."""
    view, lines = document.view, document.lines
    if not lines:
        return 0
    after = bisect_right(lines, raw, key=lambda line: view.raw_span(line.start, line.start)[0])
    line = lines[max(0, after - 1)]
    places = range(line.end)
    return bisect_left(places, raw, line.start, line.end, key=lambda at: view.raw_span(at, at)[0])
