"""What a citation says: the document, its parts, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from checker.citations.number import DocumentNumber
from checker.citations.provisions import Provision, write_provisions
from checker.text.dates import Date
from checker.text.part import Part

# Types that are cited by name, with or without their number.
LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


class Cited(NamedTuple):
    """What a citation says, wherever it stands: two that say the same are equal. ``date`` is
    (year, month, day), with 0 for what is not written; ``name`` is that of a law."""

    provisions: tuple[Provision, ...]
    type: str
    name: str
    number: DocumentNumber | None
    date: tuple[int, int, int]
    issuer: str
    title: str

    def __str__(self) -> str:
        """Write it in the order of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6."""
        year, month, day = self.date
        date = f"ngày {day:02}/{month}/{year}" if day else f"tháng {month}/{year}" if month else ""
        words = (
            write_provisions(self.provisions),
            self.type,
            self.name,
            f"số {self.number}" if self.number else "",
            date or (f"năm {year}" if year else ""),
            f"của {self.issuer}" if self.issuer else "",
            self.title,
        )
        return " ".join(word for word in words if word)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document cited, as offsets in ``Document.text``.

    ``type`` is the name of the type ("Nghị quyết"; in a list that of the document before), empty
    when nothing tells it; ``type_words`` are its words, missing when they do not stand here.
    ``name`` is that of a law ("Đất đai"). ``number`` is None for a law cited without; ``form`` is
    that of the number in grammar/citation.lark. ``so`` tells whether "số" stands before it.
    ``dated`` are the words of the date (blank ones as well), ``date`` its value. ``issuer`` is who
    stands after "của", ``title`` begins with its first word ("về …"). ``inside`` tells that another
    citation's title or amendment names it, ``amended`` that it is said to be amended, ``listed``
    that it is joined to another whose words hold for both ("số 36-NQ/TW và số 45-NQ/TW của …").
    """

    start: int
    end: int
    provisions: tuple[Provision, ...]
    type: str
    type_words: Part
    name: Part
    number: DocumentNumber | None
    number_words: Part
    form: str
    so: bool
    dated: Part
    date: Date | None
    issuer: Part
    title: Part
    inside: bool
    amended: bool
    listed: bool

    @property
    def value(self) -> Cited:
        """What is said, without the places, blanks made one."""
        date = self.date
        return Cited(
            self.provisions,
            self.type,
            _plain(self.name),
            self.number,
            (date.year, date.month, date.day) if date else (self.year, 0, 0),
            _plain(self.issuer),
            _plain(self.title),
        )

    @property
    def year(self) -> int:
        """The year that stands instead of a date ("Luật Đất đai năm 2024"), or 0."""
        last = self.dated.text[-4:]
        return int(last) if self.date is None and last.isdigit() else 0

    @property
    def head(self) -> Part:
        """Type and number, or the name of a law: what a message shows."""
        first = self.type_words or self.number_words
        last = self.number_words or self.name or self.type_words
        return Part("", first.start, last.end)


def _plain(part: Part) -> str:
    return " ".join(part.text.split())
