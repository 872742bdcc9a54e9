"""``check: file-name``: the name of a file tells another number than the document in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.corpus.checks._number_series import number_spots, whole_number
from checker.corpus.finding import At, CorpusFact
from checker.corpus.records import DocumentRecord
from checker.text.folding import fold

if TYPE_CHECKING:
    from checker.corpus.comparing import Surroundings
    from checker.corpus.store import Corpus

_SUFFIX = re.compile(r"(?:\.signed)?\.[a-z]{2,4}$", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_GAP = r"[-_. ]*"
_COUNTED = "NGAY|DEM|GIO|NAM|DIEM|HO|NGUOI|CAN|TRIEU|TY"  # "KH 100 ngày cao điểm"
_SURE = 3  # digits; fewer after a code may be a copy ("KH 2") or a day ("KH 12.3")


@dataclass(frozen=True)
class Check:
    """Only what is surely meant as a number is looked at: beside the code of the document's type,
    with the code of its issuer ("138-KH-UBND"), or "số", or of three digits ("KH 138")."""

    VALUES: ClassVar[tuple[str, ...]] = ("number", "name", "said")

    def compare(self, corpus: Corpus, _surroundings: Surroundings) -> Iterator[CorpusFact]:
        found: dict[int, dict[str, str]] = {}
        for doc, about in enumerate(corpus.documents):
            name = re.split(r"[/\\]", about.path)[-1]
            said = number_in_name(name, about)
            if said and not self._is_of_cited(said, doc, corpus):
                found[doc] = {"number": whole_number(corpus, doc), "name": name, "said": said}
        for doc, spot in number_spots(corpus, found).items():
            yield CorpusFact(At(doc, spot), found[doc])

    @staticmethod
    def _is_of_cited(figure: str, doc: int, corpus: Corpus) -> bool:
        """Whether it is the number of a document that this one cites, and carries out."""
        sql = "SELECT count(*) FROM citations WHERE doc = ? AND ltrim(figure, '0') = ?"
        return bool(corpus.query(f"{sql} ORDER BY ALL", [doc, figure.lstrip("0")])[0][0])


def number_in_name(name: str, about: DocumentRecord) -> str:
    """Return the figure of the number in a file's name that is not the document's own; empty where
    there is none, the name has the own one as well, or the document has none."""
    own = re.match(r"\d+", about.figure)
    code, issuer = (_plain(one) for one in (about.type, about.issuer_code))
    if not own or not code:
        return ""
    plain = _plain(_SUFFIX.sub("", name))
    if int(own[0]) in {int(one) for one in _FIGURES.findall(plain)}:
        return ""
    for pattern in _patterns(code, issuer, _plain(about.type_name)):
        for match in pattern.finditer(plain):
            if not _YEAR.fullmatch(match["figure"]):
                return match["figure"]
    return ""


def _patterns(code: str, issuer: str, type_name: str) -> Iterator[re.Pattern[str]]:
    """Yield what finds a number beside the code of a type, or its name."""
    figure, begins = r"(?P<figure>\d{1,5})(?!\d)", r"(?<![A-Z])"
    codes = _GAP.join(re.escape(one) for one in re.split(r"[-/]", f"{code}-{issuer}"))
    if issuer:
        yield re.compile(rf"(?<![A-Z0-9]){figure}{_GAP}{codes}(?![A-Z])")
    named = _GAP.join(map(re.escape, type_name.split())) or code
    yield re.compile(rf"{begins}(?:{code}|{named}){_GAP}SO{_GAP}{figure}")
    year = r"(?<!\D0[1-9])(?<!\D1[0-2])(?<=\d\d)(?=[-_. ]+(?:19|20)\d\d(?!\d))"
    long = rf"(?<=\d{{{_SURE}}})(?![-_. ]*\d|[-_. ]+(?:{_COUNTED})\b)"
    yield re.compile(rf"{begins}(?:{codes}|{code}){_GAP}{figure}(?:{year}|{long})")


def _plain(text: str) -> str:
    return fold(text).upper()
