"""``check: list-end``: the marks that end the lines of căn cứ or Nơi nhận.

Keys
    list       ``bases`` or ``recipients``
    between    the mark at the end of each line but the last
    last       the mark at the end of the last
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.decoding import one_of
from checker.document import Document
from checker.finding import Fact
from checker.kinds import Line
from checker.text.part import Part

_MARKS = re.compile(r"[\s.;:,]*$")
_OTHER_END = re.compile(r"\./\.$|[…:]$|\.\.$")
_ENACTS = re.compile(
    r", [^;]{0,200}\b(?:ban hành|xây dựng|triển khai|tổ chức)\b[^;]{0,400}[:.]$|:$"
)
_NAMED = re.compile(r"[- ]*(?:Căn cứ|Theo đề nghị|Xét)\b")


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("mark",)

    list: str
    between: str
    last: str

    def __post_init__(self) -> None:
        one_of("list", self.list, ("bases", "recipients"))

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        if self.list == "recipients":
            lines: Sequence[Part | Line] = document.recipients.items
            ends = bool(document.recipients.archive)  # its absence is told by another rule
        else:
            lines, ends = _bases(document.lines)
        for index, line in enumerate(lines):
            is_last = index + 1 == len(lines)
            wanted = self.last if is_last else self.between
            match = _MARKS.search(line.text)
            start = match.start() if match else len(line.text)
            marks = line.text[start:].strip()
            if marks == wanted or (is_last and not ends) or _OTHER_END.search(line.text):
                continue
            yield Fact(line.start + start, line.end, {"mark": wanted}, (wanted,))


def _bases(lines: Sequence[Line]) -> tuple[Sequence[Line], bool]:
    """The lines that are nothing but a basis, and whether the block ends with the last of them:
    not where a sentence goes on that enacts the document ("Căn cứ …, Ủy ban nhân dân xã ban hành
    …")."""
    found = [line for line in lines if line.kind == "BASIS"]
    named = [index for index, line in enumerate(found) if _NAMED.match(line.text)]
    block = found[: named[-1] + 1] if named else []
    pure = [line for line in block if not _ENACTS.search(line.text)]
    return pure, len(pure) == len(block) == len(found)
