"""Who made a change and when, and the numbers of changes and comments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from lxml import etree

from checker.annotating.word.markup import Names
from checker.reading.word.names import W

_LAST = 2_000_000_000  # Word's own limit is 2^31 - 1


class Authorship:
    """Signs changes and comments (ECMA-376, part 1, 17.13.5); ``date`` is None for now.

    Numbers (``w:id``) go on from the largest in the parts of ``roots``.
    """

    def __init__(
        self, author: str, date: datetime | None, roots: Iterable[etree._Element | None]
    ) -> None:
        self.author = author
        moment = date or datetime.now()
        self.date = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._used = {number for root in roots if root is not None for number in _numbers(root)}
        self._next = max(self._used, default=-1) + 1
        if self._next > _LAST:
            self._next = 0

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.author.split())

    def number(self) -> int:
        """Return a number that nothing has yet."""
        while self._next in self._used:
            self._next += 1
        self._next += 1
        return self._next - 1

    def attributes(self) -> dict[str, str]:
        """Return the attributes of a new change."""
        return {"id": str(self.number()), "author": self.author, "date": self.date}

    def change(self, names: Names, kind: str, inner: bytes) -> bytes:
        """Return a change (w:ins, w:del, w:rPrChange …) around ``inner``."""
        return names.around(kind, inner, self.attributes())


def _numbers(root: etree._Element) -> Iterable[int]:
    for element in root.iter():
        number = element.get(W + "id", "")
        if number.isascii() and number.isdecimal() and len(number) < 11:
            yield int(number)
