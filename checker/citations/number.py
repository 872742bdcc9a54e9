"""The number of a document (số, ký hiệu), as "30/2020/NĐ-CP" or "45-NQ/TW"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# One number, strictly without blanks: "29/KH-UBND", "66.13/2026/NQ-CP", "1826/BNV-CVT&LTNN".
_WHOLE = (
    r"(?P<figure>\d{1,5}(?:\.\d{1,2})?[A-Za-z]?)"
    r"(?P<tail>(?:[-/](?=[\w&])[\w&]{1,16}){1,10})(?![\w/])"
)
_NUMBER = re.compile(r"(?:(?<![\w/.,-])|(?<=[Ss]ố))(?<!\d:)(?<!/ )(?<!No\. )(?<!No )" + _WHOLE)
# After "số", with blanks around its marks ("12 /KH-UBND") or the figure still to be filled in; with
# its figure also after the last letters of a type (Thông tư, Nghị định, Nghị quyết, Kế hoạch …).
_LOOSE = re.compile(
    r"(?:(?<=[Ss]ố)(?: ?:)? {0,12}|(?<=tư|nh|ết|ch|hị|ận) (?=\d))"
    r"(?:(?P<figure>\d{1,5}(?:\.\d{1,2})?[A-Za-z]?)|[.…_]{0,12} {0,12})"
    r"(?P<tail>(?: ?/ ?(?:19|20)\d\d)? ?[-/] ?[A-ZĐÐ][A-Za-zĐđÐ]{1,4} ?[-/] ?[A-ZĐÐ]{2}[\w&]{0,10}"
    r"(?:[-/](?=[A-ZĐÐ])[\w&]{1,12}){0,4}|(?: ?/ ?(?:19|20)\d\d) ?/ ?(?:QH|UBTVQH) ?\d{0,2})"
    r"(?![\w/])"
)
_PIECE = re.compile(r" ?([-/]) ?([\w&]+(?:(?<=QH) \d+)?)")
YEAR = re.compile(r"(?:19|20)\d\d")
ASSEMBLY = re.compile(r"(?:QH|UBTVQH) ?\d*")


class DocumentNumber(NamedTuple):
    """The parts of a number. ``figure`` is as written ("05", "66.13", "44a"), empty where it is
    still blank; ``year`` is 0 when the number has none; ``code`` is that of the type ("NQ"), empty
    in the numbers of laws and of công văn; ``issuer`` is all that follows ("TW", "QH15",
    "UBND-VX"); ``marks`` are those between figure, year, code and issuer."""

    figure: str
    year: int
    code: str
    issuer: str
    marks: str

    def __str__(self) -> str:
        parts = (str(self.year) if self.year else "", self.code, self.issuer)
        written = [part for part in parts if part]
        return self.figure + "".join(map("".join, zip(self.marks, written, strict=True)))

    @property
    def key(self) -> str:
        """The number as registers have it: no leading zero, plain Đ."""
        return str(self._replace(figure=self.figure.lstrip("0"))).replace("Ð", "Đ")

    @property
    def assembly(self) -> str:
        """``QH`` or ``UBTVQH`` when the National Assembly or its committee issued it."""
        match = re.search(r"\b(QH|UBTVQH)\d*$", self.issuer)
        return match[1] if match else ""


class Piece(NamedTuple):
    """A part of a number with the mark before it (none before the figure)."""

    mark: str
    text: str


class Found(NamedTuple):
    """A number in a text: where it stands and its pieces, the figure first."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def find_numbers(text: str) -> Iterator[Found]:
    """Yield what has the form of a document's number in ``text`` (NFC), in order: figures, then
    parts divided by ``-`` or ``/`` of which the first, or that after a year, begins with a capital
    letter. Dates ("05/3/2026"), shares ("1/2") and periods ("2021-2025") are none."""
    plain = text.replace("–", "-")
    matches = {match.start("figure"): match for match in _NUMBER.finditer(plain)}
    for match in _LOOSE.finditer(plain):
        strict = matches.get(_first(match))
        if strict is None or len(strict[0]) < len(match["figure"] or "") + len(match["tail"]):
            matches[_first(match)] = match
    end = 0
    for start, match in sorted(matches.items()):
        pieces = [
            Piece(mark, part.replace(" ", "")) for mark, part in _PIECE.findall(match["tail"])
        ]
        lead = pieces[1:] if YEAR.fullmatch(pieces[0].text) else pieces
        if lead and lead[0].text[0].isupper() and start >= end:
            end = match.end()
            yield Found(start, end, (Piece("", match["figure"] or ""), *pieces))


def _first(match: re.Match[str]) -> int:
    if match["figure"]:
        return match.start("figure")
    return match.start("tail") + len(match["tail"]) - len(match["tail"].lstrip())
