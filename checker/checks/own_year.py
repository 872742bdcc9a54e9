"""``check: own-year``: the document's own name with another year than its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from checker.context import Context
from checker.document import Document
from checker.finding import Fact
from checker.text.dates import DONE_AFTER
from checker.text.folding import fold

_YEAR = re.compile(r"\bnam ((?:19|20)\d\d)\b(?! ?-|/)")
_NAME_WORDS = 4  # words of a title that make a name of it
_RESULT = re.compile(
    r"\b(?:ket qua|tong ket|so ket|danh gia|so voi|bao cao|da|con lai|tiep tuc|thay the|phat huy|"
    r"kinh nghiem|hoan thanh|duoc|theo(?! doi)|du toan|quyet toan|cac nam|bai bo|chuyen tiep|"
    r"so \d+\S*)\b"
)
_OWN_NAME = re.compile(
    r"\b(?:tren day la|ban hanh|xay dung|kem theo|thuc hien) (?:noi dung )?"
    r"(?:ke hoach|chuong trinh|phuong an|thong bao|huong dan)(?: nay)?\b[^.;]{0,40}$"
)
_ENACTS = re.compile(
    r", (?!ve )[^,]{3,80} (?:ban hanh|xay dung) (?:ke hoach|chuong trinh|phuong an)\b[^.;]{0,40}$"
)
_CLOSING = re.compile(
    r"tren day la (?:ke hoach|chuong trinh|phuong an|huong dan)\b(?!.*\bso \d)[^.;,]*"
)
_PLACE = re.compile(
    r"\b(?:(?:tren dia ban|cua|tai|o) )?(?:(?:ubnd|dang bo|dang uy) )?"
    r"(?:xa|phuong|dac khu|tinh|thanh pho|quan|huyen)\b.*$"
)
_NEAR = 160


@dataclass(frozen=True)
class Check:
    VALUES: ClassVar[tuple[str, ...]] = ("wanted",)

    def facts(self, document: Document, _context: Context) -> Iterator[Fact]:
        yield from _own_year(document)


def _own_year(document: Document) -> Iterator[Fact]:
    title = fold(document.title.text).lower()
    years = list(_YEAR.finditer(title))
    if len(years) != 1 or re.search(r"\d{4} ?- ?\d{4}", title):
        return
    name = _name(title[: years[0].start()])
    if not name:
        return
    folded = document.folded.lower()
    for match in _YEAR.finditer(folded, document.title.end):
        if match[1] == years[0][1] or _is_of_a_law(match.start(), document):
            continue
        line = document.line_at(match.start())
        before = " ".join(folded[max(line.start, match.start() - _NEAR) : match.start()].split())
        clause = re.split(r"[.;]", before)[-1]
        if line.kind == "BASIS":
            # what the căn cứ cites may be of another year, what the issuer then enacts may not
            stale = before.endswith(name) and bool(_ENACTS.search(clause[: -len(name)]))
        elif before.endswith(name) and match[1] < years[0][1]:
            past = _RESULT.search(clause) or DONE_AFTER.match(folded, match.end())
            stale = not past or bool(_OWN_NAME.search(clause[: -len(name)]))
        else:
            stale = line.kind == "CLOSING" and bool(_CLOSING.fullmatch(before))
        if not stale:
            continue
        yield Fact(
            match.start(1),
            match.end(1),
            {"wanted": years[0][1]},
            (years[0][1],),
            ((document.title.start, document.title.end),),
        )


def _is_of_a_law(offset: int, document: Document) -> bool:
    return any(one.name.start <= offset < one.end for one in document.citations if one.name)


def _name(title: str) -> str:
    """The last words of a folded title before its year that make a name of it, with the place that
    may follow them; empty when they are too few to tell it from other phrases."""
    place = _PLACE.search(title)
    core = title[: place.start()] if place else title
    words = core.split()
    if len(words) < _NAME_WORDS:
        return ""
    return " ".join(words[-_NAME_WORDS:] + (place[0].split() if place else []))
